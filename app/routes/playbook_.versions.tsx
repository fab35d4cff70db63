import { Button, Table } from '@mantine/core'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormat } from '../components/format.ts'
import { Empty, Page, Section } from '../components/Page.tsx'
import { PolicyChangeList } from '../components/PolicyChangeList.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { can } from '../services/permissions.ts'
import { draftFromVersion, versionChanges, versionsOfPolicy } from '../services/policy.server.ts'

export const meta: MetaFunction = () => [{ title: 'Versions of the playbook · Carveout' }]

const VersionNumber = z.coerce.number().int().positive()

/** `?from=1&to=2` compares two versions. */
export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const versions = await versionsOfPolicy(house)
  const to = VersionNumber.catch(house.policy.number).parse(search.get('to'))
  const from = VersionNumber.catch(Math.max(1, to - 1)).parse(search.get('from'))
  return {
    versions,
    inForce: house.policy.number,
    from,
    to,
    changes: from === to ? [] : ((await versionChanges(house, from, to)) ?? []),
    mayDraft: can(user.role, 'policy.draft'),
  }
}

/** The way back: the version becomes the draft. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const number = VersionNumber.safeParse((await request.formData()).get('number'))
  if (!number.success || !(await draftFromVersion(house, user, number.data)))
    throw new Response('There is no such version of the playbook.', { status: 404 })
  return redirect('/playbook/draft')
}

export default function Versions() {
  const { versions, inForce, from, to, changes, mayDraft } = useLoaderData<typeof loader>()
  const { moment } = useFormat()
  return (
    <Page
      title="Versions of the playbook"
      lead="Every version that was in force, who drafted it and who put it in force"
      actions={
        <Button component={Link} to="/playbook" size="compact-md" variant="default">
          Rules in force
        </Button>
      }
    >
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Published</Table.Th>
            <Table.Th>Drafted by</Table.Th>
            <Table.Th>What it changed and why</Table.Th>
            <Table.Th>Do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((v) => (
            <Table.Tr key={v.number} style={{ verticalAlign: 'top' }}>
              <Table.Td fw={550}>
                {v.number}
                {v.number === inForce && <Text size="xs">in force</Text>}
              </Table.Td>
              <Table.Td>
                <time dateTime={v.publishedAt}>{moment(v.publishedAt)}</time> by {v.publishedBy}
              </Table.Td>
              <Table.Td>{v.draftedBy.join(', ') || '–'}</Table.Td>
              <Table.Td>
                {v.note}
                {v.aloneReason && (
                  <Text size="sm" c="dimmed">
                    Without a second person: {v.aloneReason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {v.number > 1 && (
                  <Anchor
                    to={`?from=${v.number - 1}&to=${v.number}`}
                    style={{ marginRight: 'var(--mantine-spacing-sm)' }}
                  >
                    What it changed
                  </Anchor>
                )}
                {v.number !== inForce && mayDraft && (
                  <Form method="post" style={{ display: 'inline' }}>
                    <Button type="submit" name="number" value={v.number} size="compact-xs" variant="default">
                      Go back to version {v.number}
                    </Button>
                  </Form>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {from !== to && (
        <Section title={`From version ${from} to version ${to}`}>
          {changes.length === 0 ? <Empty>Nothing differs.</Empty> : <PolicyChangeList changes={changes} />}
        </Section>
      )}
    </Page>
  )
}
