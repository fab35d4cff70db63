import type { Gap } from '#domain/policy/assess.ts'

type ShortGap = Pick<Gap, 'rule' | 'title' | 'severity' | 'found'>

/** What a new version of a paper does to a deployment that rests on it. */
export interface VersionEffect {
  deployment: { name: string; slug: string }
  opened: ShortGap[]
  closed: ShortGap[]
}
