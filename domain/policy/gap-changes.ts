import { type Gap, severities } from './assess.ts'

/** Gaps of one deployment before and after a change of the rules or of a paper. */
export interface GapChanges {
  opened: Gap[]
  closed: Gap[]
  /** Still open, of another severity. */
  shifted: { before: Gap; after: Gap }[]
}

export function gapChanges(before: Gap[], after: Gap[]): GapChanges {
  const was = new Map(before.map((gap) => [gap.rule, gap]))
  const is = new Set(after.map((gap) => gap.rule))
  return {
    opened: after.filter((gap) => !was.has(gap.rule)),
    closed: before.filter((gap) => !is.has(gap.rule)),
    shifted: after.flatMap((gap) => {
      const old = was.get(gap.rule)
      return old && old.severity !== gap.severity ? [{ before: old, after: gap }] : []
    }),
  }
}

/** True when a shift makes it worse. */
export const isGraver = ({ before, after }: { before: Gap; after: Gap }): boolean =>
  severities.indexOf(after.severity) < severities.indexOf(before.severity)
