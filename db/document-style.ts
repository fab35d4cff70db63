import { Language } from '#domain/register/document-style.ts'
import type { Db } from './connect.ts'

const only = 'word'

export interface DocumentStyle {
  language: Language
  logo: { fileName: string; sha256: string; width: number; height: number } | null
}

/** How our Word documents look: English without a logo until somebody chose. */
export async function documentStyle(db: Db): Promise<DocumentStyle> {
  const row = await db.selectFrom('document_style').selectAll().executeTakeFirst()
  const { file_name: fileName, sha256, width, height } = row ?? {}
  return {
    language: Language.catch('en').parse(row?.language),
    logo: fileName && sha256 && width && height ? { fileName, sha256, width, height } : null,
  }
}

/** In a transaction. */
export async function setDocumentStyle(
  db: Db,
  { language, logo }: DocumentStyle,
  madeBy: string,
): Promise<void> {
  const values = {
    language,
    file_name: logo?.fileName ?? null,
    sha256: logo?.sha256 ?? null,
    width: logo?.width ?? null,
    height: logo?.height ?? null,
    made_by: madeBy,
    made_at: new Date().toISOString(),
  }
  await db
    .insertInto('document_style')
    .values({ id: only, ...values })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute()
}
