import { Button, Group } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { ListMapping } from '../components/lists/ListMapping.tsx'
import { PlannedLines } from '../components/lists/PlannedLines.tsx'
import { Page, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { Choices, mappedSheets, ownList, planOf, takeList } from '../services/lists/lists.server.ts'

export const meta: MetaFunction = () => [{ title: 'Import lists · Carveout' }]

async function asked({ request, params, context: { house, user } }: LoaderFunctionArgs) {
  const list = await ownList(house, user, params.id ?? '')
  if (!list)
    throw new Response('This list was taken in already, is older than a week, or is another person’s.', {
      status: 404,
    })
  const search = new URL(request.url).searchParams
  const choices = Choices.parse(Object.fromEntries(search))
  return { list, choices, sheets: mappedSheets(list, search) }
}

/** The mapping lives in the address; below it the dry run. */
export async function loader(args: LoaderFunctionArgs) {
  const { list, choices, sheets } = await asked(args)
  const planned = await planOf(args.context.house, sheets, choices)
  return {
    fileName: list.fileName,
    choices,
    sheets: list.sheets.map(({ name, head, rows }) => {
      const mapped = sheets.find(({ sheet }) => sheet.name === name)
      return {
        name,
        head,
        rows: rows.length,
        first: rows[0]?.cells ?? [],
        kind: mapped?.kind ?? null,
        mapping: mapped?.mapping ?? {},
      }
    }),
    planned,
  }
}

/** Takes all lines in, or none. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const { list, choices, sheets } = await asked(args)
  const taken = await takeList(house, user, list, sheets, choices)
  return taken.ok ? redirect('/vendors') : data({ error: taken.why }, 409)
}

export default function ImportList() {
  const { fileName, choices, sheets, planned } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const bad = planned.filter(({ does }) => does === 'bad').length
  const work = planned.filter(({ does }) => does !== 'bad' && does !== 'skip').length
  return (
    <Page title="Import vendors and contracts" lead={`${fileName}. Nothing is changed until you take it in.`}>
      <Section title="Which column is what">
        <ListMapping sheets={sheets} choices={choices} />
      </Section>
      <Section title="What would happen" aside="a dry run of every line">
        <PlannedLines planned={planned} />
        {problem?.error && (
          <Text c="var(--critical)" role="alert" mt="sm">
            {problem.error}
          </Text>
        )}
        <Form method="post">
          <Group mt="md">
            <Button type="submit" loading={busy} disabled={bad > 0 || work === 0}>
              {work === 1 ? 'Take in 1 line' : `Take in ${work} lines`}
            </Button>
            <Link to="/import">Choose another file</Link>
          </Group>
        </Form>
      </Section>
    </Page>
  )
}
