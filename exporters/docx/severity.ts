import type { Severity } from '#domain/policy/assess.ts'

/** How bad it is, by shape and word. */
export const severityTitles: Record<Severity, string> = {
  critical: '◆ Critical',
  high: '▲ High',
  medium: '■ Medium',
  low: '● Low',
}
