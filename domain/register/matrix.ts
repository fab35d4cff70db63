import { z } from 'zod'
import { Allocation } from '../policy/areas.ts'

/** A row of a responsibility matrix as it stood when somebody kept it. */
export const MatrixRow = z.object({
  area: z.string(),
  title: z.string(),
  allocation: Allocation,
  note: z.string(),
  /** "Master agreement, clause 9.2, page 4" */
  clauses: z.array(z.string()),
})
export type MatrixRow = z.infer<typeof MatrixRow>

/** A matrix that was kept, and who signed it. */
export interface MatrixVersion {
  id: string
  number: number
  rows: MatrixRow[]
  /** What changed, in the words of who kept it. */
  note: string
  madeBy: string
  madeAt: string
  signedBy: string | null
  signedAt: string | null
}

/** Proposals for a kind of deployment, to be taken where no contract says anything. */
export const MatrixTemplates = z.object({
  templates: z.array(
    z.object({
      id: z.string().regex(/^[a-z_]+$/),
      title: z.string().min(1),
      describes: z.string().min(1),
      allocations: z
        .array(z.object({ area: z.string(), allocation: Allocation, reason: z.string().min(1) }))
        .min(1),
    }),
  ),
})
export type MatrixTemplates = z.infer<typeof MatrixTemplates>

/** Titles of the areas in which two matrices differ: who carries it, why, or on which clause. */
export function changedAreas(before: MatrixRow[], after: MatrixRow[]): string[] {
  const said = ({ allocation, note, clauses }: MatrixRow) => JSON.stringify([allocation, note, clauses])
  const old = new Map(before.map((row) => [row.area, said(row)]))
  const now = new Set(after.map((row) => row.area))
  return [
    ...after.filter((row) => old.get(row.area) !== said(row)),
    ...before.filter((row) => !now.has(row.area)),
  ].map((row) => row.title)
}
