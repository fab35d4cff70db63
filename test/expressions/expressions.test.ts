import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * A regular expression that takes a time quadratic in its input, or worse, is found by recheck's automaton. What the automaton
 * can't decide must have an end to each of its repeats: from each place it then looks at so many characters at most,
 * whatever comes, and the whole takes linear time. What is neither stands in `excused`, with its reason.
 */
const root = path.resolve(import.meta.dirname, '../..')
const rooms = ['domain', 'importers', 'app', 'exporters', 'db', 'cli']
const msEach = Number(process.env.RECHECK_MS ?? 100)
const store = path.join(root, '.cache', `expressions-${msEach}.json`)

process.env.RECHECK_BACKEND = 'pure'
const { checkSync } = await import('recheck')

interface Literal {
  source: string
  flags: string
  at: string
}

function literalsOf(file: string): Literal[] {
  const parsed = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: Literal[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        at: `${file}:${line}`,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

/** Expressions that neither the automaton nor their repeats speak for, and why they are sound all the same. */
const excused = new Map([
  [
    '^[^a-z]{40,}$',
    'It begins at the beginning only and repeats one class: each character is looked at once.',
  ],
  [
    String.raw`\b(?:merg(?:e|es|ed|er|ing)|consolidat\w+|reorgani[sz]\w+|amalgamat\w+|acquisition)\b`,
    'A run of letters is entered at its beginning only, so it is read to its end once.',
  ],
  [
    String.raw`\bdays['’]?(?: (?:prior|advance|written))*,? (?:prior |advance )?(?:written )?(?:notice|notification)`,
    'It begins at "days", which none of the repeated words holds: each of them is read from one beginning.',
  ],
])

/** True when each repeat has an end. */
function isBounded(source: string, flags: string): boolean {
  let bounded = true
  visitRegExpAST(parseRegExpLiteral(`/${source}/${flags}`), {
    onQuantifierEnter: ({ max }) => {
      bounded &&= max !== Number.POSITIVE_INFINITY
    },
  })
  return bounded
}

/** The verdicts of earlier runs, by the expression's hash. */
function remembered(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(store, 'utf8'))
  } catch {
    return {}
  }
}

function verdictOf(source: string, flags: string): string {
  const first = decide(source, flags, msEach)
  if (first !== 'unknown' || excused.has(source)) return first
  return isBounded(source, flags) ? 'bounded' : decide(source, flags, 100 * msEach)
}

const decide = (source: string, flags: string, timeout: number) =>
  checkSync(source, flags.replace('d', ''), {
    checker: 'automaton',
    timeout,
    incubationLimit: 20_000,
    attackLimit: 100_000,
  }).status

test('no regular expression takes more than linear time', () => {
  const files = rooms.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(room, name)),
  )
  const literals = files.flatMap(literalsOf)
  const known = remembered()
  const verdicts: Record<string, string> = {}
  const slow: string[] = []
  const undecided: string[] = []
  for (const { source, flags, at } of literals) {
    const hash = createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 20)
    verdicts[hash] ??= known[hash] ?? verdictOf(source, flags)
    if (verdicts[hash] === 'vulnerable') slow.push(`${at} /${source}/`)
    if (verdicts[hash] === 'unknown' && !excused.has(source)) undecided.push(`${at} /${source}/`)
  }
  mkdirSync(path.dirname(store), { recursive: true })
  writeFileSync(store, JSON.stringify(verdicts))
  expect(literals.length).toBeGreaterThan(500)
  expect(slow).toEqual([])
  expect(undecided, 'give each repeat an end, or a reason in `excused`').toEqual([])
}, 600_000)
