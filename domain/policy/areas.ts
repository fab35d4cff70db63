import { z } from 'zod'

/** What can be carried by somebody in a deployment, and which terms of a contract say by whom: data. */

export const Allocation = z.enum(['vendor', 'customer', 'shared', 'unallocated'])
export type Allocation = z.infer<typeof Allocation>

/**
 * A term that allocates an area. Of `where`, each field of the term's value must be one of the listed values, or,
 * where the value is a list, hold one of them; a field that is not named may be anything.
 */
const Signal = z.object({
  term: z.string(),
  where: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)).default({}),
  to: Allocation.exclude(['unallocated']),
  /** What the contract says then, in a sentence. */
  note: z.string().min(1),
})
export type Signal = z.infer<typeof Signal>

export const Area = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  title: z.string().min(1),
  /** What it means to carry it. */
  describes: z.string().min(1),
  signals: z.array(Signal),
  /** What it means for us when nobody has it. */
  ifUnallocated: z.string().min(1),
})
export type Area = z.infer<typeof Area>

export const ResponsibilityAreas = z.object({
  version: z.string().min(1),
  areas: z
    .array(Area)
    .min(1)
    .refine((areas) => new Set(areas.map((a) => a.id)).size === areas.length, 'Two areas have the same id.'),
})
export type ResponsibilityAreas = z.infer<typeof ResponsibilityAreas>
