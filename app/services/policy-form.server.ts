import { PolicyEdit } from '#domain/policy/policy-edit.ts'
import { readTest } from '#domain/policy/read-test.ts'
import { testKinds } from '#domain/policy/test-fields.ts'

export type ParsedEdit = { ok: true; edit: PolicyEdit } | { ok: false; error: string }

/** The posted form of one change; a cell's test stands in fields named "test.NAME". */
export function parsePolicyEdit(form: FormData): ParsedEdit {
  const fields: Record<string, unknown> = Object.fromEntries(form)
  // The button that was pressed goes before the form's own "what".
  fields.what = form.getAll('what').at(-1)
  if (fields.what === 'seats')
    for (const signing of ['approve', 'launch', 'resume']) fields[signing] = form.getAll(signing)
  if (fields.what === 'cell') {
    const requirement = form.has('nothing') ? null : requirementOf(form)
    if (typeof requirement === 'string') return { ok: false, error: requirement }
    fields.requirement = requirement
  }
  const edit = PolicyEdit.safeParse(fields)
  if (edit.success) return { ok: true, edit: edit.data }
  return { ok: false, error: edit.error.issues[0]?.message ?? 'The change can’t be read.' }
}

/** The requirement, or a sentence on what is wrong with it. */
function requirementOf(form: FormData): Record<string, unknown> | string {
  const kind = testKinds.find((one) => one === form.get('kind'))
  if (!kind) return 'Choose what the requirement is held against.'
  const typed: Record<string, string[]> = {}
  for (const [name, value] of form)
    if (name.startsWith('test.') && typeof value === 'string') {
      const key = name.slice('test.'.length)
      typed[key] = [...(typed[key] ?? []), value]
    }
  const test = readTest(kind, typed)
  if (!test.ok) return test.error
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return { level: text('level'), words: text('words'), insert: text('insert') || undefined, test: test.test }
}
