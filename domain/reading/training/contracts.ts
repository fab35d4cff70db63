import { readFileSync } from 'node:fs'
import path from 'node:path'
import { documentFromText } from '../../document/plain.ts'
import { buildContext } from '../build.ts'
import type { ReadingContext } from '../context.ts'
import { type Features, featuresOf } from '../features.ts'
import { jaccard, wordSet } from '../second-look.ts'

/** Contracts with lawyers' labels, and which of their units a label means. */

export interface Contract {
  context: ReadingContext
  words: Set<string>[]
  features: Features[]
  /** The labelled words, by category of the labels. */
  spansOf(category: string): string[]
}

interface Labelled {
  id: string
  labels: Record<string, { spans: string[] } | undefined>
}

/** @param folder with `labels.jsonl` (one contract a line: `{ id, labels: { category: { spans } } }`) and `txt/ID.txt` */
export function loadContracts(folder: string): Contract[] {
  const lines = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { id, labels } = JSON.parse(line) as Labelled
    const context = buildContext(
      documentFromText(readFileSync(path.join(folder, 'txt', `${id}.txt`), 'utf8')),
    )
    return {
      context,
      words: context.units.map(({ plain }) => wordSet(plain)),
      features: [...featuresOf(context.units)],
      spansOf: (category) => labels[category]?.spans ?? [],
    }
  })
}

/** Of each unit: 1 says it, 0 doesn't, -1 can't be told from the label and is left out. */
export function targetsOf({ context: { units }, words, spansOf }: Contract, category: string): Int8Array {
  const y = new Int8Array(units.length)
  const flat = units.map(({ plain }) => plain.toLowerCase())
  for (const span of spansOf(category)) {
    const whole = wordSet(span)
    let hit = false
    words.forEach((own, i) => {
      if (jaccard(whole, own) < 0.5) return
      y[i] = 1
      hit = true
    })
    for (const piece of span.split('<omitted>').map((p) => p.replace(/\s+/g, ' ').trim().toLowerCase()))
      flat.forEach((own, i) => {
        if (y[i] === 1 || piece.length < 4) return
        if (own.length > 25 && piece.includes(own)) y[i] = hit ? -1 : 1
        else if (own.includes(piece.slice(0, 80))) y[i] = hit || piece.length > 40 ? -1 : 1
      })
  }
  return y
}
