import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * A regular expression that takes a time quadratic in its input, or worse, is found by recheck's automaton. What it can't decide
 * in its share of the time counts as sound: it is looked at again with more of it by
 * `RECHECK_MS=10000 npx vitest run test/expressions`.
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

/** The verdicts of earlier runs, by the expression's hash. */
function remembered(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(store, 'utf8'))
  } catch {
    return {}
  }
}

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
  for (const { source, flags, at } of literals) {
    const hash = createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 20)
    verdicts[hash] ??=
      known[hash] ??
      checkSync(source, flags.replace('d', ''), {
        checker: 'automaton',
        timeout: msEach,
        incubationLimit: 20_000,
        attackLimit: 100_000,
      }).status
    if (verdicts[hash] === 'vulnerable') slow.push(`${at} /${source}/`)
  }
  mkdirSync(path.dirname(store), { recursive: true })
  writeFileSync(store, JSON.stringify(verdicts))
  const undecided = Object.values(verdicts).filter((verdict) => verdict === 'unknown').length
  console.log(`${literals.length} regular expressions, ${undecided} of them undecided`)
  expect(literals.length).toBeGreaterThan(500)
  expect(slow).toEqual([])
}, 600_000)
