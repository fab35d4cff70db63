import { List } from '@mantine/core'
import { groupBy } from 'es-toolkit'
import type { PolicyChange } from '#domain/policy/policy-changes.ts'
import { riskClassTitles } from '#domain/policy/risk.ts'
import classes from './PolicyTables.module.css'
import type { DeploymentEffect } from './policy-view.ts'
import { SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

/** What differs between two versions, old words struck out and new words underlined. */
export function PolicyChangeList({ changes }: { changes: PolicyChange[] }) {
  return (
    <>
      {Object.entries(groupBy(changes, (change) => change.where)).map(([where, those]) => (
        <div key={where} className={classes.now}>
          <Text fw={550} mt="xs">
            {where}
          </Text>
          <List size="md">
            {those.map((change) => (
              <List.Item key={change.id}>
                <span className={classes.quiet}>{change.field}: </span>
                {change.before !== null && <del>{change.before}</del>}{' '}
                {change.after !== null && <ins>{change.after}</ins>}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </>
  )
}

/** "Publishing opens 14 gaps on 5 deployments and closes 3." */
export function effectSentence(effects: DeploymentEffect[]): string {
  const opened = effects.reduce((sum, e) => sum + e.opened.length, 0)
  const closed = effects.reduce((sum, e) => sum + e.closed.length, 0)
  const shifted = effects.reduce((sum, e) => sum + e.shifted.length, 0)
  const on = effects.filter((e) => e.opened.length > 0).length
  const gaps = (count: number) => `${count} ${count === 1 ? 'gap' : 'gaps'}`
  const duties = effects.filter(({ duties }) => duties.more.length + duties.fewer.length > 0).length
  const asked =
    duties > 0
      ? ` It changes what ${duties} ${duties === 1 ? 'deployment has' : 'deployments have'} to do.`
      : ''
  if (opened + closed + shifted === 0) return `Publishing opens no gap and closes none.${asked}`
  const parts = [
    opened > 0 ? `opens ${gaps(opened)} on ${on} ${on === 1 ? 'deployment' : 'deployments'}` : 'opens no gap',
    `closes ${closed > 0 ? closed : 'none'}`,
    ...(shifted > 0 ? [`changes how grave ${gaps(shifted)} ${shifted === 1 ? 'is' : 'are'}`] : []),
  ]
  return `Publishing ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.${asked}`
}

/** What publishing would do, by deployment. */
export function PolicyEffect({ effects }: { effects: DeploymentEffect[] }) {
  return (
    <>
      <Text fw={550} role="status">
        {effectSentence(effects)}
      </Text>
      {effects.map(({ deployment, opened, closed, shifted, duties, asksFor }) => (
        <details key={deployment.slug}>
          <summary>
            {deployment.name}: {opened.length} opened, {closed.length} closed
            {shifted.length > 0 && `, ${shifted.length} of another severity`}
            {duties.more.length > 0 && `, ${duties.more.length} more to do`}
            {asksFor && `, its answers would ask for class ${riskClassTitles[asksFor]}`}
          </summary>
          <List size="md" mt={4}>
            {opened.map((gap) => (
              <List.Item key={gap.rule}>
                Opens: <SeveritySign severity={gap.severity} /> {gap.title}: {gap.required}. Found:{' '}
                {gap.found}
              </List.Item>
            ))}
            {closed.map((gap) => (
              <List.Item key={gap.rule}>
                Closes: <SeveritySign severity={gap.severity} /> {gap.title}
              </List.Item>
            ))}
            {shifted.map((shift) => (
              <List.Item key={shift.title}>
                {shift.graver ? 'Graver' : 'Milder'}: {shift.title}, from{' '}
                <SeveritySign severity={shift.before} /> to <SeveritySign severity={shift.after} />
              </List.Item>
            ))}
            {duties.more.map((duty) => (
              <List.Item key={duty}>Has to do besides: {duty}</List.Item>
            ))}
            {duties.fewer.map((duty) => (
              <List.Item key={duty}>Has to do no longer: {duty}</List.Item>
            ))}
            {asksFor && (
              <List.Item>
                The class stays {riskClassTitles[deployment.riskClass]} until somebody{' '}
                <Anchor to={`/deployments/${deployment.slug}/edit`}>looks at it</Anchor>.
              </List.Item>
            )}
          </List>
        </details>
      ))}
    </>
  )
}
