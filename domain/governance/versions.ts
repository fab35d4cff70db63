import { diffLines } from 'diff'
import { z } from 'zod'
import type { RedlinePart } from '../document/redline.ts'

/** What a deployment is made of, by version: so that "what changed" has an answer and a way back. */

export const VersionKind = z.enum([
  'prompt_template',
  'policy',
  'routing_rules',
  'retrieval_index',
  'tool_permissions',
  'model',
])
export type VersionKind = z.infer<typeof VersionKind>

export const versionKindTitles: Record<VersionKind, string> = {
  prompt_template: 'Prompt template',
  policy: 'Policy',
  routing_rules: 'Routing rules',
  retrieval_index: 'Retrieval index',
  tool_permissions: 'Tool permissions',
  model: 'Model',
}

/** As people and pipelines register it. Without a hash, that of the content is taken. */
export const VersionInput = z
  .object({
    kind: VersionKind,
    name: z.string().trim().min(1, 'Name it: "refund prompt".').max(200),
    version: z.string().trim().min(1, 'Say which version it is.').max(200),
    hash: z.string().trim().max(200).default(''),
    content: z.string().max(200_000).default(''),
    note: z.string().trim().max(2000).default(''),
  })
  .refine(
    (v) => v.hash !== '' || v.content !== '',
    'Give its hash, or its content, from which the hash is taken.',
  )
export type VersionInput = z.infer<typeof VersionInput>

export interface Version {
  id: string
  kind: VersionKind
  name: string
  version: string
  hash: string
  content: string | null
  note: string
  registeredBy: string
  registeredAt: string
}

/** From when a version was in use; the newest of a kind and name counts. */
export interface VersionUse {
  versionId: string
  how: string
  why: string
  usedBy: string
  /** ISO moment. */
  usedFrom: string
}

export const keyOf = ({ kind, name }: Pick<Version, 'kind' | 'name'>): string => `${kind} ${name}`

/** What was in use at a moment, one version for each kind and name, in the order of the kinds. */
export function inUseAt(
  versions: Version[],
  uses: VersionUse[],
  moment: string,
): (Version & { use: VersionUse })[] {
  const newest = new Map<string, Version & { use: VersionUse }>()
  for (const use of [...uses].sort((a, b) => a.usedFrom.localeCompare(b.usedFrom))) {
    if (use.usedFrom > moment) break
    const version = versions.find((v) => v.id === use.versionId)
    if (version) newest.set(keyOf(version), { ...version, use })
  }
  return [...newest.values()].sort(
    (a, b) =>
      VersionKind.options.indexOf(a.kind) - VersionKind.options.indexOf(b.kind) ||
      a.name.localeCompare(b.name),
  )
}

export interface VersionChange {
  key: string
  kind: VersionKind
  name: string
  before: Version | null
  after: Version | null
  /** When the newer one came into use. */
  at: string | null
}

/** What changed between two moments: added, replaced and gone. */
export function changesBetween(
  versions: Version[],
  uses: VersionUse[],
  from: string,
  to: string,
): VersionChange[] {
  const [before, after] = [inUseAt(versions, uses, from), inUseAt(versions, uses, to)]
  const keys = [...new Set([...before, ...after].map(keyOf))]
  return keys.flatMap((key): VersionChange[] => {
    const [was, is] = [before.find((v) => keyOf(v) === key), after.find((v) => keyOf(v) === key)]
    const one = is ?? was
    if (!one || was?.id === is?.id) return []
    return [
      {
        key,
        kind: one.kind,
        name: one.name,
        before: was ?? null,
        after: is ?? null,
        at: is?.use.usedFrom ?? null,
      },
    ]
  })
}

/** Lines of what stayed that are shown around a change. */
const CONTEXT = 2

/** What changed in a version's content, line by line; null where one of the two was registered by its hash alone. */
export function contentChanges({
  before,
  after,
}: Pick<VersionChange, 'before' | 'after'>): RedlinePart[] | null {
  if (!before || !after || before.content === null || after.content === null) return null
  return diffLines(before.content, after.content).map(({ value, added, removed }) =>
    added || removed
      ? { kind: added ? 'added' : 'removed', text: value }
      : { kind: 'same', text: shortened(value) },
  )
}

function shortened(text: string): string {
  const lines = text.split('\n')
  return lines.length <= 2 * CONTEXT + 2
    ? text
    : [...lines.slice(0, CONTEXT), '…', ...lines.slice(-CONTEXT - 1)].join('\n')
}
