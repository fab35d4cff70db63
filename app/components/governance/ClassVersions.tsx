import { List } from '@mantine/core'
import type { Classification, ClassificationChange } from '#domain/governance/classification.ts'
import { useFormat } from '../format.ts'
import { Section } from '../Page.tsx'
import policy from '../PolicyTables.module.css'
import { RiskClassSign } from '../Signs.tsx'
import { Text } from '../Words.tsx'
import { Item } from './Mark.tsx'

type Version = Classification & { changes: ClassificationChange[] }

/** The classes it had, newest first, each with what it changed of the one before. */
export function ClassVersions({ versions }: { versions: Version[] }) {
  const format = useFormat()
  return (
    <Section
      title="Versions of the class"
      aside={`${versions.length} ${versions.length === 1 ? 'version' : 'versions'}`}
    >
      {versions.map((version) => (
        <Item
          key={version.version}
          mark={<Text component="span" fw={550}>{`Version ${version.version}`}</Text>}
          head={
            <>
              <RiskClassSign riskClass={version.riskClass} />{' '}
              <time dateTime={version.setAt}>{format.moment(version.setAt)}</time>
              {version.setBy && ` by ${version.setBy}`}
            </>
          }
        >
          <List size="sm" className={policy.now}>
            {version.changes.map((change) => (
              <List.Item key={change.what}>
                {change.what} <del>{change.before}</del> <ins>{change.after}</ins>
              </List.Item>
            ))}
          </List>
        </Item>
      ))}
    </Section>
  )
}
