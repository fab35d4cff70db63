import { createHash } from 'node:crypto'
import { openCopy } from '#db/connect.ts'

/** The words of the one paper in it. */
export const earlierPaper = 'TERMS\n\n1. Law. This agreement is governed by the laws of Ireland.\n'
export const earlierHash = createHash('sha256').update(earlierPaper).digest('hex')

/** A register as an earlier release left it: a vendor, a paper that was not read yet, and a deployment of the class high. */
export async function earlierRegister(folder: string, schema: string) {
  const db = await openCopy(folder, schema)
  const created_at = '2026-01-05T09:00:00.000Z'
  const rows = {
    vendor: { id: 'v', slug: 'corvane', name: 'Corvane', created_at },
    agreement: {
      id: 'a',
      slug: 'corvane-terms',
      vendor_id: 'v',
      title: 'Corvane terms',
      kind: 'terms_of_service',
      status: 'active',
      created_at,
    },
    agreement_file: {
      id: 'f',
      agreement_id: 'a',
      version: 1,
      file_name: 'terms.txt',
      sha256: earlierHash,
      size: earlierPaper.length,
      state: 'stored',
      uploaded_at: created_at,
    },
    deployment: {
      id: 'd',
      slug: 'refunds',
      name: 'Refunds',
      purpose: 'Answers customers.',
      status: 'live',
      answers_json: '{"money":"says"}',
      risk_class: 'high',
      created_at,
    },
  } as const
  for (const [table, row] of Object.entries(rows))
    await db
      .insertInto(table as 'vendor')
      .values(row as never)
      .execute()
  return db
}
