import { Table, Text } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import { Page, Section } from '../components/Page.tsx'
import { playbookTable } from '../services/playbook.server.ts'

export const meta: MetaFunction = () => [{ title: 'Playbook · Carveout' }]

export const loader = ({ context: { house } }: LoaderFunctionArgs) => playbookTable(house.playbooks)

export default function PlaybookScreen() {
  const { title, version, rules, classes } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Playbook"
      lead={`${title}, version ${version}: what a vendor's paper must give, by class of the deployment that rests on it`}
    >
      <Table.ScrollContainer minWidth={900}>
        <Table verticalSpacing={8} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={220}>Requirement</Table.Th>
              {riskClasses.map((riskClass) => (
                <Table.Th key={riskClass}>{riskClassTitles[riskClass]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule) => (
              <Table.Tr key={rule.id} id={rule.id} style={{ verticalAlign: 'top' }}>
                <Table.Td>
                  <Text fw={550}>{rule.title}</Text>
                  <Text size="xs" c="dimmed">
                    {rule.why}
                  </Text>
                </Table.Td>
                {riskClasses.map((riskClass) => (
                  <Table.Td key={riskClass}>{rule.byClass[riskClass]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Section title="What each class requires of us">
        <Table.ScrollContainer minWidth={800}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Class</Table.Th>
                <Table.Th>For example</Table.Th>
                <Table.Th>Required controls</Table.Th>
                <Table.Th>Human review</Table.Th>
                <Table.Th>To be logged</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {classes.map((c) => (
                <Table.Tr key={c.title} style={{ verticalAlign: 'top' }}>
                  <Table.Td fw={550}>{c.title}</Table.Td>
                  <Table.Td>{c.example}</Table.Td>
                  <Table.Td>{c.controls}</Table.Td>
                  <Table.Td>{c.humanReview}</Table.Td>
                  <Table.Td>{c.logged}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
    </Page>
  )
}
