import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '#domain/quantities/duration.ts'
import { Money } from '#domain/quantities/money.ts'
import { termType } from '#domain/terms/index.ts'
import type { Term } from '#domain/terms/term.ts'
import type { FormValues, TermField, TermForm } from '../../components/review/term-form.ts'
import { nameInWords } from '../term-views.server.ts'

/** The form of a term type, out of its own zod schema: fields to show, and the value that a sent form means. */

type Json = z.core.JSONSchema.BaseSchema

/** Limbs of a cap that a form has room for, beyond those there are. */
const SPARE_PARTS = 2
/** Limbs have no limbs of their own on a form: no contract we know of nests them. */
const DEEPEST = 1

/** Fields of the type's value; those of a cap's limbs for as many as `value` has and a few more. [] for an unknown type. */
export function termFields(type: string, value?: Term['value']): TermField[] {
  const known = termType(type)
  if (!known) return []
  const schema = z.toJSONSchema(known.value, { io: 'input' })
  return fieldsOf(schema, 'value', schema, value, 0)
}

function fieldsOf(schema: Json, prefix: string, root: Json, value: unknown, depth: number): TermField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]): TermField[] => {
    const own = resolved(property as Json, root)
    const name = `${prefix}.${key}`
    const base = { name, label: nameInWords(key), required: schema.required?.includes(key) ?? false }
    const kind = kindOf(own, root)
    if (kind !== 'parts')
      return [{ ...base, kind, ...(optionsOf(own, root) && { options: optionsOf(own, root) }) }]
    if (depth >= DEEPEST) return []
    const limbs = partOf(value, key)
    const count = (Array.isArray(limbs) ? limbs.length : 0) + SPARE_PARTS
    const item = resolved(own.items as Json, root)
    const parts = Array.from({ length: count }, (_, i) =>
      fieldsOf(item, `${name}.${i}`, root, undefined, depth + 1).map((field) => ({
        ...field,
        required: false,
      })),
    )
    return [{ ...base, kind, parts }]
  })
}

const partOf = (value: unknown, key: string): unknown =>
  value && typeof value === 'object' ? Reflect.get(value, key) : undefined

/** Follows `$ref` to `$defs`. */
function resolved(schema: Json, root: Json): Json {
  const name = schema.$ref?.replace('#/$defs/', '')
  if (schema.$ref === '#') return root
  return name ? (root.$defs?.[name] as Json) : schema
}

function kindOf(schema: Json, root: Json): TermField['kind'] {
  if (schema.enum || schema.const !== undefined) return 'choice'
  if (schema.anyOf) return 'duration'
  if (schema.type === 'boolean') return 'flag'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  if (schema.type === 'object') return 'money'
  if (schema.type === 'array') {
    const item = resolved(schema.items as Json, root)
    if (item.enum) return 'choices'
    if (item.type === 'string') return 'texts'
    return item.properties?.currency ? 'sums' : 'parts'
  }
  return schema.format === 'date' ? 'date' : 'text'
}

function optionsOf(schema: Json, root: Json): TermField['options'] {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  const listed = values ?? (schema.type === 'array' ? resolved(schema.items as Json, root).enum : undefined)
  return listed?.map((value) => ({ value: String(value), label: nameInWords(String(value)) }))
}

/** The form of a correction, as it is when it is opened. */
export function termForm(type: string, value: Term['value']): TermForm {
  const fields = termFields(type, value)
  return { fields, values: formValues(fields, value) }
}

/** What stands in the fields for a value. */
export function formValues(fields: TermField[], value: Term['value']): FormValues {
  return Object.fromEntries(
    fields.flatMap((field): [string, string[]][] => {
      const own = field.name.split('.').slice(1).reduce<unknown>(partOf, value)
      if (field.kind === 'parts')
        return (field.parts ?? []).flatMap((part) => Object.entries(formValues(part, value)))
      if (own === undefined || own === null) return []
      if (field.kind === 'money') {
        const money = Money.parse(own)
        return [
          [`${field.name}.amount`, [String(money.amount)]],
          [`${field.name}.currency`, [money.currency]],
        ]
      }
      if (field.kind === 'duration') return [[field.name, [plainDuration(Duration.parse(own))]]]
      if (field.kind === 'sums')
        return [
          [
            field.name,
            [
              z
                .array(Money)
                .parse(own)
                .map((m) => `${m.amount} ${m.currency}`)
                .join('\n'),
            ],
          ],
        ]
      if (field.kind === 'texts') return [[field.name, [z.array(z.string()).parse(own).join('\n')]]]
      return [[field.name, Array.isArray(own) ? own.map(String) : [String(own)]]]
    }),
  )
}

export type ParsedValue =
  | { ok: true; value: Term['value'] }
  /** By field name, what is wrong with it. */
  | { ok: false; errors: Record<string, string> }

/** The value that a sent form means, checked by the schema of the type. */
export function parseTermValue(type: string, form: FormData): ParsedValue {
  const known = termType(type)
  if (!known) return { ok: false, errors: { value: 'This type of term is not known any more.' } }
  const limbs = [...form.keys()].flatMap((name) => /^value\.\w+\.(\d+)\./.exec(name)?.[1] ?? [])
  const room = Math.max(0, ...limbs.map((n) => Number(n) + 1))
  const errors: Record<string, string> = {}
  const fields = termFields(type, { of: Array.from({ length: room }, () => ({})) })
  const raw = objectOf(fields, form, errors)
  const parsed = known.value.safeParse(raw)
  if (!parsed.success)
    for (const { path, message, code } of parsed.error.issues) {
      const field = fieldAt(fields, ['value', ...path].join('.'))
      if (field)
        errors[field.name] ??= code === 'invalid_type' || code === 'invalid_value' ? needed(field) : message
      else errors.value ??= message
    }
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, value: parsed.data as Term['value'] }
    : { ok: false, errors }
}

const needed = (field: TermField) =>
  field.kind === 'choice' || field.kind === 'flag' ? 'Choose one.' : 'Fill this in.'

/** The field that a path of the value belongs to: the path's own, or the one it lies within. */
function fieldAt(fields: TermField[], path: string): TermField | undefined {
  const all = fields.flatMap((field) => [...(field.parts?.flat() ?? []), field])
  return all.find((field) => path === field.name || path.startsWith(`${field.name}.`))
}

function objectOf(
  fields: TermField[],
  form: FormData,
  errors: Record<string, string>,
): Record<string, unknown> {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const value: Record<string, unknown> = {}
  for (const field of fields) {
    const key = field.name.split('.').at(-1) ?? ''
    const word = said(field.name)
    switch (field.kind) {
      case 'choices':
      case 'texts':
      case 'sums': {
        const list = listOf(field, form, errors)
        if (list.length > 0 || field.required) value[key] = list
        break
      }
      case 'parts': {
        const parts = (field.parts ?? []).map((part) => objectOf(part, form, errors))
        const filled = parts.filter((part) => part.form !== undefined)
        if (filled.length > 0) value[key] = filled
        break
      }
      case 'money': {
        const amount = said(`${field.name}.amount`)
        if (amount) value[key] = moneyOf(`${amount} ${said(`${field.name}.currency`)}`, field, errors)
        break
      }
      case 'flag':
        if (word) value[key] = word === 'true'
        break
      case 'number':
        if (word) value[key] = Number(word)
        break
      case 'duration':
        if (word) value[key] = durationOf(word, field, errors)
        break
      default:
        if (word) value[key] = word
    }
  }
  return value
}

function listOf(field: TermField, form: FormData, errors: Record<string, string>): unknown[] {
  if (field.kind === 'choices') return form.getAll(field.name).map(String)
  const lines = linesOf(String(form.get(field.name) ?? ''))
  return field.kind === 'texts' ? lines : lines.map((line) => moneyOf(line, field, errors))
}

const linesOf = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** "90 days", "12 months", "5 business days", "P90D". */
function durationOf(words: string, field: TermField, errors: Record<string, string>): Duration | undefined {
  const iso = Duration.safeParse(words.toUpperCase())
  if (iso.success) return iso.data
  const read = readDurations(words)[0]?.value
  if (!read) errors[field.name] = 'Write a period like 90 days, 12 months, 72 hours or 5 business days.'
  return read
}

/** "1,000,000 USD". */
function moneyOf(words: string, field: TermField, errors: Record<string, string>): Money | undefined {
  const [, amount = '', currency = ''] = /^([\d.,\s]{1,40})([A-Za-z]{0,3})$/.exec(words.trim()) ?? []
  const money = Money.safeParse({
    amount: Number(amount.replaceAll(/[,\s]/g, '') || Number.NaN),
    currency: currency.toUpperCase(),
  })
  if (!money.success) errors[field.name] = 'Write an amount and three letters of a currency: 1000000 USD.'
  return money.data
}
