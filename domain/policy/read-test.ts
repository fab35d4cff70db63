import { Duration, readDurations } from '../quantities/duration.ts'
import { readMoney } from '../quantities/money.ts'
import { Test } from './playbook.ts'
import { type TestField, testFields } from './test-fields.ts'

export type ReadTest = { ok: true; test: Test } | { ok: false; error: string }

/**
 * The test that people filled in.
 * @param typed by field name: words, or the ticked values of a list
 */
export function readTest(kind: Test['kind'], typed: Record<string, string[]>): ReadTest {
  const value: Record<string, unknown> = { kind }
  for (const field of testFields(kind)) {
    const entries = (typed[field.name] ?? []).map((words) => words.trim()).filter(Boolean)
    if (entries.length === 0) {
      if (field.optional || field.type === 'flag') {
        if (field.name === 'artefacts') value.artefacts = []
        continue
      }
      return { ok: false, error: `Fill in “${field.label}”.` }
    }
    const read = readField(field, entries)
    if (read === undefined) return { ok: false, error: `“${field.label}”: ${hints[field.type]}` }
    value[field.name] = read
  }
  const test = Test.safeParse(value)
  if (test.success) return { ok: true, test: test.data }
  return { ok: false, error: test.error.issues[0]?.message ?? 'The requirement can’t be read.' }
}

const hints: Record<TestField['type'], string> = {
  number: 'write a number, like 3 or 99.9.',
  money: 'write a sum with its currency, like USD 5,000,000.',
  duration: 'write a time, like 30 days, 72 hours or 12 months.',
  flag: 'tick it or leave it.',
  choice: 'choose one.',
  list: 'tick at least one.',
}

function readField(field: TestField, entries: string[]): unknown {
  const [words = ''] = entries
  switch (field.type) {
    case 'number': {
      const number = Number(words.replace(',', '.'))
      return Number.isFinite(number) ? number : undefined
    }
    case 'money':
      return readMoney(words)[0]?.value
    case 'duration':
      if (words.toLowerCase() === 'zero' || words === '0') return 'zero'
      return Duration.safeParse(words).data ?? readDurations(words)[0]?.value
    case 'flag':
      return true
    case 'choice':
      return field.options?.includes(words) ? words : undefined
    case 'list': {
      const known = entries.filter((entry) => field.options?.includes(entry))
      return known.length > 0 ? known : undefined
    }
  }
}
