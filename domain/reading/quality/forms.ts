/**
 * Whether the same paper says the same in every form it comes in:
 *
 *   npm run --silent carveout -- extract a.md a.pdf a.docx b.md b.pdf > out.jsonl
 *   npx tsx domain/reading/quality/forms.ts out.jsonl
 *
 * Papers are told apart by their file name without its ending. A paper agrees as far as the terms (type and value) of
 * one form stand in all its other forms; those that don't are listed with the forms that have them.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Extracted = z.object({
  file: z.string(),
  format: z.string(),
  terms: z.array(z.object({ type: z.string(), value: z.record(z.string(), z.unknown()) })),
})

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error(
    'usage: npx tsx domain/reading/quality/forms.ts OUT.jsonl... (what `carveout extract` prints)',
  )
  process.exit(2)
}

/** Paper, then form, then its terms as one word each. */
const papers = new Map<string, Map<string, Set<string>>>()
for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter(Boolean)) {
  const read = Extracted.safeParse(JSON.parse(line))
  if (!read.success) continue
  const { file, format, terms } = read.data
  const paper = path.basename(file, path.extname(file))
  const forms = papers.get(paper) ?? new Map<string, Set<string>>()
  forms.set(format, new Set(terms.map(({ type, value }) => `${type} ${JSON.stringify(value)}`)))
  papers.set(paper, forms)
}

let [same, all] = [0, 0]
for (const [paper, forms] of papers) {
  if (forms.size < 2) continue
  const terms = [...new Set([...forms.values()].flatMap((one) => [...one]))]
  const apart = terms.filter((term) => [...forms.values()].some((one) => !one.has(term)))
  same += terms.length - apart.length
  all += terms.length
  console.log(
    `${paper.padEnd(40)} ${terms.length - apart.length}/${terms.length}  ${[...forms.keys()].join(', ')}`,
  )
  for (const term of apart.sort()) {
    const having = [...forms].filter(([, one]) => one.has(term)).map(([form]) => form)
    console.log(`  only ${having.join(', ')}: ${term}`)
  }
}
console.log(`AGREEMENT ${same}/${all} ${all ? ((100 * same) / all).toFixed(1) : '–'}%`)
