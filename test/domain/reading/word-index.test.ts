import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentFromText } from '#domain/document/plain.ts'
import { buildContext } from '#domain/reading/build.ts'
import type { ReadingContext } from '#domain/reading/context.ts'
import { neededWords } from '#domain/reading/needed-words.ts'
import { termTypes } from '#domain/terms/index.ts'
import type { Examples } from '#domain/terms/term.ts'

const root = new URL('../../../', import.meta.url)
const listed = (folder: string, end: string) =>
  readdirSync(new URL(folder, root)).filter((name) => name.endsWith(end))

const papers: [string, string][] = listed('samples/agreements/', '.md').map((name) => [
  name,
  readFileSync(new URL(`samples/agreements/${name}`, root), 'utf8'),
])
for (const name of listed('domain/terms/', '.examples.ts')) {
  const { examples } = (await import(new URL(`domain/terms/${name}`, root).href)) as {
    examples: Examples<unknown>
  }
  const rows = [...examples.says, ...(examples.unsure ?? [])].map(([, words]) => words.replace(/[⟦⟧]/g, ''))
  papers.push([name, [...rows, ...examples.refuses].join('\n')])
}

describe('a reader that looks only at the units with the words it needs', () => {
  it.each(papers)('finds in %s what it finds in all units', (_, text) => {
    const context = buildContext(documentFromText(text))
    const unaided: ReadingContext = {
      ...context,
      mayMatch: () => true,
      unitsThatMayMatch: () => context.units,
    }
    for (const type of termTypes) expect(type.read(context), type.type).toEqual(type.read(unaided))
  })
})

describe('the words a pattern needs', () => {
  const whole = (word: string) => ({ word, whole: true })
  const begins = (word: string) => ({ word, whole: false })

  it.each<[RegExp, ReturnType<typeof neededWords>]>([
    [/\bliab\w*\b/i, begins('liab')],
    [/\bcap\b/i, whole('cap')],
    [/\b(?:may|shall) not\b/i, { all: [whole('not'), { any: [whole('may'), whole('shall')] }] }],
    [/\bpart(?:y|ies)\b/i, { any: [whole('party'), whole('parties')] }],
    [/\bend(?:s|ed)?\b/i, begins('end')],
    [/\bunless\b[^.;]{0,40}?\bterminat/i, { all: [begins('terminat'), whole('unless')] }],
    [
      /\bchange (?:of|in) (?:the )?control\b/i,
      { all: [whole('control'), whole('change'), { any: [whole('of'), whole('in')] }] },
    ],
  ])('of %s', (pattern, need) => {
    expect(neededWords(pattern)).toEqual(need)
  })

  it('are one or two where a hyphen may be left out', () => {
    expect(neededWords(/\bsub-?process/i)).toEqual({
      any: [begins('subprocess'), { all: [begins('process'), whole('sub')] }],
    })
  })

  it.each([/\d{1,3}/, /compete\b/, /\b(?:may|\d+)\b/, /(?:\bfees)?/, /\bnot(?=e)|\w/])(
    'cannot be told of %s',
    (pattern) => {
      expect(neededWords(pattern)).toBeNull()
    },
  )
})
