import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What the quality scripts read: lawyers' labels, and what `carveout extract` printed for the same papers. */

const Labelled = z.object({
  id: z.string(),
  labels: z.record(z.string(), z.object({ spans: z.array(z.string()), answer: z.string() }).partial()),
})
export type Labelled = z.infer<typeof Labelled>

const Extracted = z.object({
  file: z.string(),
  document: z.object({ title: z.string().nullable(), kind: z.string() }),
  terms: z.array(
    z.object({
      type: z.string(),
      value: z.record(z.string(), z.unknown()),
      confidence: z.number(),
      citations: z.array(z.object({ quote: z.string() })),
    }),
  ),
})
export type Extracted = z.infer<typeof Extracted>

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)

/** Labels and readings of the papers that have both, by the base name of the file. */
export function pairs(labelsFile: string, extractedFile: string): { label: Labelled; read: Extracted }[] {
  const read = new Map<string, Extracted>()
  for (const line of linesOf(extractedFile)) {
    const one = Extracted.safeParse(JSON.parse(line))
    if (one.success) read.set(path.basename(one.data.file, path.extname(one.data.file)), one.data)
  }
  return linesOf(labelsFile).flatMap((line) => {
    const label = Labelled.parse(JSON.parse(line))
    const own = read.get(label.id)
    return own ? [{ label, read: own }] : []
  })
}

/** The two files of the command line, or the usage and an end. */
export function filesOf(script: string): [labels: string, extracted: string] {
  const [labels, extracted] = process.argv.slice(2)
  if (labels && extracted) return [labels, extracted]
  console.error(`usage: npx tsx domain/reading/quality/${script} LABELS.jsonl OUT.jsonl`)
  process.exit(2)
}
