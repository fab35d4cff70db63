import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'
import { termTypes } from '#domain/terms/index.ts'
import type { Examples } from '#domain/terms/term.ts'

const folder = new URL('../../../domain/terms/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.examples.ts'))
const typeOf = (file: string) => file.replace('.examples.ts', '').replaceAll('-', '_')

/**
 * The words without their marks, and what the marks enclose. Marks with nothing but space between them are one, as
 * the reading makes one citation of such ranges.
 */
function unmarked(words: string) {
  const cited = [...words.replace(/⟧(\s*)⟦/g, '$1').matchAll(/⟦([^⟧]*)⟧/g)].map((m) => m[1] ?? '')
  return { text: words.replace(/[⟦⟧]/g, ''), cited }
}

/** What the citations of all findings cover together, joined by the same rule as the marks. */
function cover(text: string, citations: { start: number; end: number }[]) {
  const ranges: { start: number; end: number }[] = []
  for (const { start, end } of [...citations].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1)
    if (last && !text.slice(last.end, start).trim()) last.end = Math.max(last.end, end)
    else ranges.push({ start, end })
  }
  return ranges.map(({ start, end }) => text.slice(start, end))
}

const found = (type: string, text: string) =>
  readTerms(documentFromText(text)).terms.filter((term) => term.type === type)

/** Of each type: how it is drafted in as many ways, and look-alikes. */
const fewestReadings = 12
const fewestRefusals = 3

for (const file of files) {
  const { examples } = (await import(new URL(file, folder).href)) as { examples: Examples<unknown> }
  const type = typeOf(file)
  describe(type, () => {
    it('has examples enough, all of them different', () => {
      const said = examples.says.map(([, words]) => words)
      expect(new Set(said).size).toBe(said.length)
      expect(said.length).toBeGreaterThanOrEqual(fewestReadings)
      expect(new Set(examples.refuses).size).toBeGreaterThanOrEqual(fewestRefusals)
    })
    it.each(examples.says)('reads %j', (value, words) => {
      const { text, cited } = unmarked(words)
      const terms = found(type, text)
      expect(terms.map((term) => term.value)).toEqual(Array.isArray(value) ? value : [value])
      if (cited.length > 0)
        expect(
          cover(
            text,
            terms.flatMap(({ citations }) => citations),
          ),
        ).toEqual(cited)
    })
    if (examples.unsure)
      it.each(examples.unsure)('is unsure of %j', (value, words) => {
        const [term] = found(type, unmarked(words).text)
        expect(term?.value).toEqual(value)
        expect(term?.confidence).toBeLessThan(0.6)
      })
    it.each(examples.refuses)('does not take: %s', (words) => {
      expect(found(type, words)).toEqual([])
    })
  })
}

describe('the registry', () => {
  it('names each type once', () => {
    const names = termTypes.map(({ type }) => type)
    expect(new Set(names).size).toBe(names.length)
  })
  it.each(termTypes.map((term) => [term.type, term] as const))('%s is described', (_, term) => {
    expect(term.title).not.toBe('')
    expect(term.describes).not.toBe('')
    expect(term.looksFor.length).toBeGreaterThan(0)
  })
  it('has examples of every type, and of no other', () => {
    expect(files.map(typeOf).sort()).toEqual(termTypes.map(({ type }) => type).sort())
  })
})
