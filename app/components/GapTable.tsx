import { groupBy } from 'es-toolkit'
import classes from './GapTable.module.css'
import { Empty } from './Page.tsx'
import type { GapView } from './policy-view.ts'
import { SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

export type GapGrouping = 'severity' | 'deployment' | 'rule' | 'vendor'

const headings: Record<GapGrouping, (gap: GapView) => string> = {
  severity: (gap) => gap.severity[0]?.toUpperCase() + gap.severity.slice(1),
  deployment: (gap) => gap.deployment?.name ?? 'No deployment',
  rule: (gap) => gap.title,
  vendor: (gap) => gap.vendor ?? 'No paper speaks of it',
}

/** Gaps under headings; each opens to what is asked, what was found, the clause and the language to ask for. */
export function GapTable({ gaps, by }: { gaps: GapView[]; by: GapGrouping }) {
  if (gaps.length === 0)
    return <Empty>No open gap: every requirement of the playbook is met by what was read.</Empty>
  const several = new Set(gaps.map((gap) => gap.deployment?.id)).size > 1
  const groups = Object.entries(groupBy(gaps, headings[by]))
  return (
    <div className={classes.table}>
      {groups.map(([heading, inGroup]) => (
        <div key={heading}>
          {(groups.length > 1 || by !== 'severity') && (
            <Text className={classes.group}>
              {heading} <span>({inGroup.length})</span>
            </Text>
          )}
          {inGroup.map((gap) => (
            <details key={`${gap.deployment?.id} ${gap.rule}`} className={classes.row}>
              <summary>
                <span className={classes.severity}>
                  <SeveritySign severity={gap.severity} />
                </span>
                <span className={classes.what}>
                  <Text component="span" fw={550}>
                    {gap.title}
                  </Text>
                  <Text component="span" c="dimmed">
                    {' '}
                    {sentence(gap.found)}
                  </Text>
                </span>
                {several && by !== 'deployment' && gap.deployment && (
                  <span className={classes.about}>{gap.deployment.name}</span>
                )}
              </summary>
              <dl className={classes.facts}>
                <dt>Required</dt>
                <dd>{gap.required}</dd>
                <dt>Found</dt>
                <dd>{sentence(gap.found)}</dd>
                {gap.why && (
                  <>
                    <dt>Why it matters</dt>
                    <dd>{gap.why}</dd>
                  </>
                )}
                {gap.quote && (
                  <>
                    <dt>Words</dt>
                    <dd>
                      <q>{gap.quote}</q> {gap.href && <Anchor to={gap.href}>{gap.where}</Anchor>}
                      {gap.confirmed === false && ' ○ not confirmed by a person yet'}
                    </dd>
                  </>
                )}
                <dt>Ask for</dt>
                <dd className={classes.ask}>{gap.ask}</dd>
                {gap.fallback && (
                  <>
                    <dt>Fall back to</dt>
                    <dd className={classes.ask}>{gap.fallback}</dd>
                  </>
                )}
              </dl>
            </details>
          ))}
        </div>
      ))}
    </div>
  )
}
