import { z } from 'zod'

/** A cell as the file has it: words, a number, or a day that the file itself calls a day. */
export const Cell = z.union([z.string(), z.number(), z.object({ day: z.iso.date() })])
export type Cell = z.infer<typeof Cell>

/** A table of a spreadsheet or a CSV file: its head and its rows, blank rows left out. */
export const Sheet = z.object({
  name: z.string(),
  head: z.array(z.string()),
  /** `line` counts from 1, as the program that shows the file counts. */
  rows: z.array(z.object({ line: z.int(), cells: z.array(Cell) })),
})
export type Sheet = z.infer<typeof Sheet>

/** Nothing was written there: neither zero nor today. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '')
