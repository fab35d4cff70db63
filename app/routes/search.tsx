import { Button, Group, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { HitKind } from '#domain/search/query.ts'
import { Page } from '../components/Page.tsx'
import { Hits } from '../components/search/Hits.tsx'
import { KindTabs } from '../components/search/KindTabs.tsx'
import { QuestionHelp } from '../components/search/QuestionHelp.tsx'
import { WatchForm } from '../components/search/WatchForm.tsx'
import { useCan } from '../components/user.ts'
import { Text } from '../components/Words.tsx'
import { parseForm } from '../services/form.server.ts'
import { search } from '../services/search/search.server.ts'
import { unwatch, watch, watches } from '../services/search/watches.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question ? `${data.question} · ` : ''}Search · Carveout` },
]

const PAGE = 30

const Asked = z.object({
  q: z.string().default(''),
  kind: HitKind.nullable().catch(null).default(null),
  from: z.coerce.number().int().min(0).catch(0),
})

export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const { q: question, kind, from } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const asked = kind ? `${question} in:${kind}` : question
  const [answer, kept] = await Promise.all([
    search(house, asked, { date: today(request), limit: PAGE, offset: from }),
    watches(house),
  ])
  const watched = kept.find((one) => one.question === question)
  return { question, kind, from, watched, ...answer }
}

const Verdict = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('watch'),
    name: z.string().trim().min(1, 'Give the list a name.').max(100),
    query: z.string().trim().min(1).max(500),
  }),
  z.object({ verdict: z.literal('forget'), id: z.string().min(1) }),
])

/** Watches a question, or no more. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), Verdict)
  if (!form.ok) return data({ error: Object.values(form.errors)[0] ?? 'Something is missing.' }, 400)
  if (form.value.verdict === 'watch') await watch(house, user, form.value)
  else await unwatch(house, user, form.value.id)
  return redirect(request.url)
}

export default function Search() {
  const { question, kind, from, watched, query, understood, counts, total, more, hits } =
    useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state === 'loading'
  const mayWatch = useCan('gap.work')
  const page = (at: number) =>
    `?${new URLSearchParams({ q: question, ...(kind && { kind }), ...(at > 0 && { from: String(at) }) })}`
  return (
    <Page title="Search">
      <Form method="get" role="search">
        <Group gap="xs" align="flex-end">
          <TextInput
            key={question}
            name="q"
            type="search"
            label="Words, or a question like cap below 1M"
            defaultValue={question}
            autoFocus={question === ''}
            style={{ flex: '1 1 24rem' }}
            maw={640}
          />
          <Button type="submit" loading={busy}>
            Search
          </Button>
        </Group>
      </Form>
      {query.problems.map((sentence) => (
        <Text key={sentence} mt="xs" c="var(--high)" role="alert">
          {sentence}
        </Text>
      ))}
      {understood.length === 0 ? (
        <div style={{ marginTop: '1.5rem' }}>
          <QuestionHelp />
        </div>
      ) : (
        <>
          <Text size="sm" c="dimmed" mt="xs">
            Looked for: {understood.join('; ')}.
          </Text>
          <Group justify="space-between" align="flex-start">
            <KindTabs question={question} kind={kind} counts={counts} />
            {mayWatch && <WatchForm question={question} watched={watched} error={problem?.error} />}
          </Group>
          {hits.length === 0 ? (
            <Text>
              Nothing is like that. Try fewer words or the beginning of one with *, or see{' '}
              <Link to="/search">what can be asked</Link>.
            </Text>
          ) : (
            <>
              <Text size="sm" mb="xs" aria-live="polite">
                {from + 1} to {from + hits.length} of {total}
                {more && ' and more: the newest of them; add a word or a vendor to narrow it down'}
              </Text>
              <Hits hits={hits} />
            </>
          )}
          <Group mt="md">
            {from > 0 && <Link to={page(Math.max(0, from - PAGE))}>Earlier hits</Link>}
            {from + hits.length < total && <Link to={page(from + PAGE)}>More hits</Link>}
          </Group>
        </>
      )}
    </Page>
  )
}
