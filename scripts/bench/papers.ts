import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AgreementKind } from '#domain/reading/kind.ts'
import { renderPdf } from '#samples/render-pdf.ts'
import { parseSource } from '#samples/source.ts'
import { type Chance, createChance } from './chance.ts'

/** Papers for the benchmark, made of the samples' own words: their clauses put together, with other parties, days and sums. */

const folder = path.join(import.meta.dirname, '..', '..', 'samples', 'agreements')
const source = (name: string) => readFileSync(path.join(folder, `${name}.md`), 'utf8')

/** Which samples follow each other in a paper of a kind. */
const recipes: [AgreementKind, string[]][] = [
  ['msa', ['corvane-msa', 'lumenfold-enterprise']],
  ['msa', ['lumenfold-enterprise', 'quillmark-api-terms']],
  ['msa', ['quillmark-api-terms', 'corvane-msa']],
  ['dpa', ['corvane-dpa', 'lumenfold-ai-addendum']],
  ['order_form', ['corvane-order-form']],
  ['sla', ['lumenfold-sla', 'lumenfold-ai-addendum']],
  ['amendment', ['corvane-amendment-1']],
]

const days: [string, number][] = [
  ['ten', 10],
  ['fifteen', 15],
  ['thirty', 30],
  ['forty-five', 45],
  ['sixty', 60],
  ['ninety', 90],
]
const months: [string, number][] = [
  ['six', 6],
  ['twelve', 12],
  ['eighteen', 18],
  ['twenty-four', 24],
  ['thirty-six', 36],
]

function varied(text: string, name: string, chance: Chance): string {
  return text
    .replaceAll(/Corvane|Lumenfold|Quillmark|Tessaline/g, name)
    .replaceAll(/[\w-]+ \(\d+\) days/g, () => written(chance.of(days), 'days'))
    .replaceAll(/[\w-]+ \(\d+\) months/g, () => written(chance.of(months), 'months'))
    .replaceAll(/\b20(2[4-6])\b/g, () => String(chance.int(2022, 2026)))
    .replaceAll(/\b(\d+),000,000\b/g, () => `${chance.int(1, 20)},000,000`)
}

const written = ([word, number]: [string, number], unit: string) => `${word} (${number}) ${unit}`

export interface GeneratedPaper {
  kind: AgreementKind
  name: string
  bytes: Buffer
}

/** As many different papers as asked for, as PDFs. */
export async function generatePapers(count: number): Promise<GeneratedPaper[]> {
  const chance = createChance(7)
  const papers: GeneratedPaper[] = []
  for (let n = 0; n < count; n++) {
    const [kind, parts] = recipes[n % recipes.length] as (typeof recipes)[number]
    const name = nameOf(n)
    const text = parts.map((part) => varied(source(part), name, chance)).join('\n\n')
    papers.push({ kind, name, bytes: await renderPdf(parseSource(text)) })
  }
  return papers
}

const beginnings = ['Al', 'Bre', 'Cor', 'Dun', 'El', 'Fen', 'Gar', 'Hol', 'Ist', 'Jun', 'Kes', 'Lor']
const middles = ['va', 'mi', 'ro', 'te', 'li', 'sa', 'no', 'du']
const ends = ['dane', 'meric', 'stow', 'ling', 'quist', 'bright', 'wick', 'ford', 'mont', 'leaf']

/** An invented name for each number below 960; with a number after it from there on. */
export function nameOf(n: number): string {
  const pick = (words: string[], by: number) => words[Math.floor(n / by) % words.length] ?? ''
  const name = pick(beginnings, 1) + pick(middles, beginnings.length) + pick(ends, 96)
  return n < 960 ? name : `${name} ${Math.floor(n / 960) + 1}`
}
