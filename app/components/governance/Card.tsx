import { Table } from '@mantine/core'
import type { EscalationCard } from '#domain/governance/stop.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { Empty, Section } from '../Page.tsx'
import { RiskClassSign } from '../Signs.tsx'
import { Text } from '../Words.tsx'
import classes from './Card.module.css'

interface Props {
  deployment: Pick<Deployment, 'name' | 'slug' | 'purpose' | 'riskClass' | 'owner'>
  card: Omit<EscalationCard, 'webhook'>
}

/** Who to call, what to capture, how to contain: on one page, beside the telephone. */
export function Card({ deployment, card }: Props) {
  return (
    <div className={classes.card}>
      <Text style={{ fontSize: 'inherit' }}>
        <RiskClassSign riskClass={deployment.riskClass} /> {deployment.purpose}
        {deployment.owner && ` Owner: ${deployment.owner}.`}
      </Text>
      <Section title="1. Stop it">
        <Text style={{ fontSize: 'inherit' }}>
          In the register: “Stop the line” on the page of {deployment.name}. By command:{' '}
          <code>carveout stop {deployment.slug} --why "…"</code>
        </Text>
      </Section>
      <Section title="2. Call">
        {card.contacts.length === 0 ? (
          <Empty>Nobody is named yet.</Empty>
        ) : (
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {card.contacts.map((contact) => (
                <Table.Tr key={contact.name + contact.role}>
                  <Table.Td fw={550}>{contact.name}</Table.Td>
                  <Table.Td>
                    {contact.role}
                    {contact.canStop && ' · can stop it'}
                  </Table.Td>
                  <Table.Td>{contact.phone}</Table.Td>
                  <Table.Td>{contact.email}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <div className={classes.lists}>
        <Section title="3. Contain">
          <ol>
            {card.contain.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Section>
        <Section title="4. Capture, before it is gone">
          <ul>
            {card.capture.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  )
}
