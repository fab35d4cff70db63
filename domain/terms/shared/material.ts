import { z } from 'zod'
import type { ReadingContext } from '../../reading/context.ts'

/** What of a customer's a vendor may or may not use. */
export const Material = z.enum([
  'prompts',
  'outputs',
  'customer_data',
  'feedback',
  'usage_data',
  'deidentified',
])
export type Material = z.infer<typeof Material>

const MATERIAL: [Material, RegExp][] = [
  ['prompts', /\bprompts?\b|\binputs?\b|\bquer(?:y|ies)\b/i],
  ['outputs', /\boutputs?\b|\bcompletions?\b|\bgenerated (?:content|responses?)\b/i],
  [
    'customer_data',
    /\b(?:customer|client|subscriber|user|your|end user|company|uploaded|submitted)(?:['’]s?)? (?:data|content|materials?|information|confidential|business data|files)\b|\bpersonal (?:data|information)\b|\b(?:data|content) (?:you|customer) (?:provide|submit|upload)|\bcontent\b(?! (?:filter|moderation|generation))/i,
  ],
  ['feedback', /\bfeedback\b|\bsuggestions?\b/i],
  [
    'usage_data',
    /\b(?:usage|telemetry|operational|service|performance|statistical|analytics) (?:data|information|metrics)\b|\bmetadata\b|\busage and operational\b/i,
  ],
  ['deidentified', /\bde-?identified\b|\banonymi[sz]ed?\b|\baggregated?\b|\bpseudonymi[sz]ed\b/i],
]

/**
 * The materials that words name. A defined term stands for what its definition names: "Customer Content" is
 * prompts and outputs too where the agreement defines it as "Input and Output".
 */
export function materialsIn(context: ReadingContext, words: string): Material[] {
  const named = new Set<Material>(materialsNamed(words))
  for (const [term] of words.matchAll(
    /\b(?:Customer|Client|User|Your|Service)? ?(?:Data|Content|Materials)\b/g,
  )) {
    for (const one of materialsNamed(definitionOf(context, term.trim())))
      if (one === 'prompts' || one === 'outputs') named.add(one)
  }
  return Material.options.filter((one) => named.has(one))
}

/** The words that define a term: after "means", or before it in brackets ("Input and Output (collectively, “Content”)"). */
function definitionOf(context: ReadingContext, term: string): string {
  const defined = context.definitions.find((definition) => definition.term === term)
  const after = defined ? context.text.slice(defined.span.start, defined.span.end).slice(0, 600) : ''
  const at = context.text.search(new RegExp(`["“']${term}["”']`))
  const before =
    at < 0
      ? ''
      : context.text
          .slice(Math.max(0, at - 240), at)
          .split(/["”'] ?\)/)
          .at(-1)
  return `${after} ${/\bmeans\b/.test(after) ? '' : before}`
}

function materialsNamed(words: string): Material[] {
  return MATERIAL.filter(([, pattern]) => pattern.test(words)).map(([one]) => one)
}

/** "prompts, outputs or customer data". */
export function plainMaterials(material: readonly string[]): string {
  const names = material.map((one) =>
    one === 'deidentified' ? 'de-identified data' : one.replace(/_/g, ' '),
  )
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? 'content')
}
