import type { z } from 'zod'
import { fieldErrors } from '../components/field-errors.ts'

export type ParsedForm<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> }

/** The fields of a form, checked; files are left out. Fields of the same name give their last value. */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): ParsedForm<z.infer<S>> {
  const fields = Object.fromEntries([...form].filter((e): e is [string, string] => typeof e[1] === 'string'))
  const parsed = schema.safeParse(fields)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, errors: fieldErrors(parsed.error) }
}
