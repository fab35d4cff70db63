import { z } from 'zod'
import { agreementById, agreementBySlug, agreements } from '#db/agreements.ts'
import { currentFiles, filesOf } from '#db/files.ts'
import { pageOfIds } from '#db/pages.ts'
import { termsOfFile } from '#db/terms.ts'
import { vendorById } from '#db/vendors.ts'
import { AgreementKind } from '#domain/reading/kind.ts'
import { type Agreement, AgreementInput } from '#domain/register/agreement.ts'
import { editAgreement, mimeOf } from '../../agreement.server.ts'
import type { House } from '../../house.server.ts'
import { plainValue } from '../../term-views.server.ts'
import { type FileAnswer, operation, patchOf } from '../operation.ts'
import { Paged, pageOfItems, pageOfRows, pageSchema } from '../paging.ts'
import { invalid, notFound } from '../problem.ts'
import { AgreementOut, agreementOut, ReadingStatus, readingStatus, TermOut } from '../shapes.ts'

const tag = 'Agreements'

export async function requiredAgreement({ db }: House, id: string): Promise<Agreement> {
  const agreement = (await agreementById(db, id)) ?? (await agreementBySlug(db, id))
  if (!agreement) throw notFound('agreement')
  return agreement
}

async function newestFile(house: House, id: string) {
  const agreement = await requiredAgreement(house, id)
  const [file] = await filesOf(house.db, agreement.id)
  return { agreement, file }
}

const { status, ...fields } = AgreementInput.shape
const AgreementPatch = patchOf(z.object({ ...fields, lifecycle: status, vendorId: z.string() }))

const Uploaded = z.object({
  id: z.string().describe('Of the agreement.'),
  fileName: z.string(),
  sha256: z.string(),
  status: ReadingStatus,
  duplicate: z.boolean().describe('The register had these bytes before; nothing was added.'),
})

const UploadFields = z.object({
  vendor: z.string().optional().describe('By name; taken from the paper when left out.'),
  kind: AgreementKind.optional().describe('Taken from the paper when left out.'),
  agreement: z.string().optional().describe('Adds a version to this agreement (its id).'),
})

export const agreementOperations = [
  operation({
    id: 'listAgreements',
    method: 'get',
    path: '/agreements',
    tag,
    summary: 'Agreements, the oldest first',
    right: 'register.read',
    query: Paged,
    answer: { status: 200, schema: pageSchema(AgreementOut) },
    async run({ house: { db }, query }) {
      const files = new Map((await currentFiles(db)).map((file) => [file.agreementId, file]))
      return pageOfRows(
        query,
        (ask) => pageOfIds(db, 'agreement', ask),
        async (ids) => (await agreements(db, { ids })).map((a) => agreementOut(a, files.get(a.id))),
      )
    },
  }),
  operation({
    id: 'getAgreement',
    method: 'get',
    path: '/agreements/{id}',
    tag,
    summary: 'One agreement, and how far its reading is',
    right: 'register.read',
    answer: { status: 200, schema: AgreementOut },
    async run({ house, id }) {
      const { agreement, file } = await newestFile(house, id)
      return agreementOut(agreement, file)
    },
  }),
  operation({
    id: 'uploadAgreement',
    method: 'post',
    path: '/agreements',
    tag,
    summary: 'Upload papers; the answer comes once their bytes are safe, the reading goes on by itself',
    right: 'agreement.add',
    body: UploadFields,
    files: true,
    answer: { status: 201, schema: Uploaded.extend({ files: z.array(Uploaded) }) },
    async run({ house, user, body: { agreement, ...known }, files }) {
      const into = agreement && (await requiredAgreement(house, agreement)).id
      const uploaded: z.infer<typeof Uploaded>[] = []
      for (const file of files) {
        const accepted = await house.intake.accept({
          fileName: file.fileName,
          bytes: file.path,
          ...known,
          agreementId: into || undefined,
          actor: user.email,
        })
        uploaded.push({
          id: accepted.agreementId,
          fileName: file.fileName,
          sha256: accepted.file.sha256,
          status: readingStatus(accepted.file),
          duplicate: accepted.duplicate,
        })
      }
      return { ...uploaded[0], files: uploaded }
    },
  }),
  operation({
    id: 'editAgreement',
    method: 'patch',
    path: '/agreements/{id}',
    tag,
    summary: 'Change what people keep about an agreement',
    right: 'agreement.edit',
    body: AgreementPatch,
    answer: { status: 200, schema: AgreementOut },
    async run({ house, user, id, body }) {
      const { agreement, file } = await newestFile(house, id)
      const input = AgreementInput.extend({ vendorId: z.string() }).safeParse({
        ...agreement,
        counterparty: agreement.counterparty ?? '',
        owner: agreement.owner ?? '',
        signedOn: agreement.signedOn ?? '',
        effectiveOn: agreement.effectiveOn ?? '',
        ...body,
        status: body.lifecycle ?? agreement.status,
      })
      if (!input.success) throw invalid(input.error)
      if (!(await vendorById(house.db, input.data.vendorId))) throw notFound('vendor')
      await editAgreement(house, user, agreement, input.data)
      return agreementOut(await requiredAgreement(house, agreement.id), file)
    },
  }),
  operation({
    id: 'listTerms',
    method: 'get',
    path: '/agreements/{id}/terms',
    tag,
    summary: 'Terms of an agreement’s newest paper, each with the words it was read from',
    right: 'register.read',
    query: Paged,
    answer: { status: 200, schema: pageSchema(TermOut) },
    async run({ house, id, query }) {
      const { file } = await newestFile(house, id)
      const terms = file ? await termsOfFile(house.db, file.id) : []
      const out = terms.map((term, at) => ({ ...term, plain: plainValue(term.type, term.value), at }))
      return pageOfItems(out, (term) => `${String(term.at).padStart(6, '0')} ${term.id}`, query)
    },
  }),
  operation({
    id: 'getOriginal',
    method: 'get',
    path: '/agreements/{id}/original',
    tag,
    summary: 'The newest paper’s bytes, as they were uploaded',
    right: 'register.read',
    answer: { status: 200, mime: 'application/octet-stream' },
    async run({ house, id }): Promise<FileAnswer> {
      const { file } = await newestFile(house, id)
      if (!file) throw notFound('paper')
      return {
        fileName: file.fileName,
        mime: mimeOf(file.format),
        size: file.size,
        bytes: await house.originals.open(file.sha256),
      }
    },
  }),
]
