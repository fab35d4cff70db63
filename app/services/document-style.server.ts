import { loadImage } from '@napi-rs/canvas'
import { fileTypeFromBuffer } from 'file-type'
import { type DocumentStyle, documentStyle, setDocumentStyle } from '#db/document-style.ts'
import { recordEvent } from '#db/events.ts'
import type { Language } from '#domain/register/document-style.ts'
import type { Logo } from '#exporters/docx/report.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

/** A picture that can't be a logo; the message says why and what to do. */
export class LogoProblem extends Error {
  override name = 'LogoProblem'
}

/** Larger pictures make every document heavy. */
const MOST_BYTES = 1_000_000

/** The logo of Word documents; undefined while there is none. */
export async function logoOf({ db, originals }: House): Promise<Logo | undefined> {
  const { logo } = await documentStyle(db)
  if (!logo) return undefined
  const type = /\.png$/i.test(logo.fileName) ? 'png' : 'jpg'
  return { type, width: logo.width, height: logo.height, bytes: await originals.get(logo.sha256) }
}

export const chooseLanguage = (house: House, user: User, language: Language): Promise<void> =>
  change(house, user, `chose ${language} as the language of matrices`, (style) => ({ ...style, language }))

export const dropLogo = (house: House, user: User): Promise<void> =>
  change(house, user, 'took the logo off documents', (style) => ({ ...style, logo: null }))

/** Takes a picture as the logo of Word documents. @throws LogoProblem */
export async function takeLogo(
  house: House,
  user: User,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<void> {
  const kind = (await fileTypeFromBuffer(bytes))?.ext
  if (kind !== 'png' && kind !== 'jpg')
    throw new LogoProblem('This is no PNG or JPEG picture. Save the logo as one of them.')
  if (bytes.length > MOST_BYTES) throw new LogoProblem('The picture is larger than 1 MB. Make it smaller.')
  const { width, height } = await loadImage(bytes).catch(() => {
    throw new LogoProblem('The picture is damaged: it can’t be opened. Save it anew.')
  })
  const named = new RegExp(`\\.${kind === 'png' ? 'png' : 'jpe?g'}$`, 'i').test(fileName)
  const logo = {
    fileName: named ? fileName : `${fileName}.${kind}`,
    sha256: await house.originals.put(bytes),
    width,
    height,
  }
  await change(house, user, 'put a logo on documents', (style) => ({ ...style, logo }))
}

const change = (
  { db }: House,
  user: User,
  action: string,
  to: (style: DocumentStyle) => DocumentStyle,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const before = await documentStyle(trx)
    const after = to(before)
    await setDocumentStyle(trx, after, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action,
      subject: 'document_style',
      subjectId: 'word',
      before: { ...before },
      after: { ...after },
    })
  })
