import { createHash } from 'node:crypto'
import { agreementById, insertAgreement } from '#db/agreements.ts'
import { insertFile, setRead } from '#db/files.ts'
import { replaceTerms } from '#db/terms.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'
import { type Agreement, AgreementInput } from '#domain/register/agreement.ts'
import type { House } from '../../app/services/house.server.ts'

/** An agreement of that vendor whose paper says these words, uploaded and read. */
export async function paperOf(
  house: House,
  vendorId: string,
  input: Partial<AgreementInput> & Pick<AgreementInput, 'title' | 'kind'>,
  words: string,
): Promise<Agreement> {
  const id = await insertAgreement(house.db, vendorId, AgreementInput.parse({ status: 'active', ...input }))
  await newVersion(house, id, words)
  const agreement = await agreementById(house.db, id)
  if (!agreement) throw new Error('The agreement was not filed.')
  return agreement
}

/** The next version of an agreement's paper, read. @returns the id of its file */
export async function newVersion(house: House, agreementId: string, words: string): Promise<string> {
  const sha256 = createHash('sha256').update(agreementId).update(words).digest('hex')
  const fileId = await insertFile(house.db, {
    agreementId,
    fileName: 'paper.txt',
    sha256,
    size: words.length,
  })
  const document = documentFromText(words, 'Paper')
  const { terms, absent } = readTerms(document)
  await setRead(house.db, fileId, { document, absent, warnings: [] })
  await house.db.transaction().execute((trx) => replaceTerms(trx, fileId, agreementId, terms))
  return fileId
}
