import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Empty, Page, Section } from '../components/Page.tsx'
import { Redline } from '../components/Redline.tsx'
import { TermChanges, VersionEffects } from '../components/VersionEffects.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'
import { comparison, markTemplate, startRepapering } from '../services/versions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.agreement.title ?? 'an agreement'} · Carveout` },
]

const Version = z.coerce.number().int().positive().optional().catch(undefined)

function askedOf(request: Request) {
  const search = new URL(request.url).searchParams
  return {
    from: Version.parse(search.get('from') ?? undefined),
    to: Version.parse(search.get('to') ?? undefined),
    against: search.get('against') ?? undefined,
    date: today(request),
  }
}

/** `?from=1&to=2` compares two versions, `?against=SLUG` this paper with another. */
export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  return {
    agreement,
    ...(await comparison(house, agreement, askedOf(args.request))),
    mayEdit: can(user.role, 'agreement.edit'),
    mayWork: can(user.role, 'gap.work'),
    me: user.email,
  }
}

const Change = z.discriminatedUnion('what', [
  z.object({ what: z.literal('template'), is: z.enum(['yes', 'no']) }),
  z.object({
    what: z.literal('repaper'),
    owner: z.string().trim().min(1, 'Say who negotiates.').max(200),
    dueOn: z.iso.date('Write the date as YYYY-MM-DD.'),
  }),
])

/** Marks the paper as our template, or makes work of the gaps that a version opens. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  const change = Change.safeParse(Object.fromEntries(await args.request.formData()))
  if (!change.success)
    return data({ started: null, error: change.error.issues[0]?.message ?? 'That can’t be read.' }, 400)
  if (change.data.what === 'template') {
    if (!can(user.role, 'agreement.edit'))
      throw new Response('Marking a template is for who edits agreements.', { status: 403 })
    await markTemplate(house, user, agreement, change.data.is === 'yes')
    return { started: null, error: null }
  }
  const { from, to } = await comparison(house, agreement, askedOf(args.request))
  const asked = { ...change.data, from: from?.version ?? 0, to: to?.version ?? 0, date: today(args.request) }
  return { started: await startRepapering(house, user, agreement, asked), error: null }
}

export default function Versions() {
  const { agreement, files, from, to, other, papers, clauses, terms, effects, isTemplate, ...may } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const versions = files.map((file) => ({ value: String(file.version), label: `Version ${file.version}` }))
  return (
    <Page
      title={`Versions of ${agreement.title}`}
      lead={
        from && to
          ? `${other ? other.title : `Version ${from.version}`} beside ${other ? `this paper, version ${to.version}` : `version ${to.version}`}: old words struck out, new words underlined`
          : undefined
      }
      actions={
        <>
          {may.mayEdit && (
            <Form method="post">
              <input type="hidden" name="is" value={isTemplate ? 'no' : 'yes'} />
              <Button type="submit" name="what" value="template" size="compact-md" variant="default">
                {isTemplate ? 'No longer our template' : 'Mark as our template'}
              </Button>
            </Form>
          )}
          <Button
            component={Link}
            to={`/upload?agreement=${agreement.id}`}
            size="compact-md"
            variant="default"
          >
            New version
          </Button>
          <Button component={Link} to={`/agreements/${agreement.slug}`} size="compact-md" variant="default">
            Agreement
          </Button>
        </>
      }
    >
      <Form method="get">
        <Group align="flex-end" gap="xs">
          <NativeSelect
            name="from"
            label="From"
            size="xs"
            data={versions}
            defaultValue={String(from?.version ?? '')}
          />
          <NativeSelect
            name="to"
            label="To"
            size="xs"
            data={versions}
            defaultValue={String(to?.version ?? '')}
          />
          <NativeSelect
            name="against"
            label="Or beside another paper"
            size="xs"
            defaultValue={other?.slug ?? ''}
            data={[
              { value: '', label: 'an earlier version of this one' },
              ...papers.map((one) => ({
                value: one.slug,
                label: `${one.template ? 'Our template: ' : ''}${one.title} (${one.vendor})`,
              })),
            ]}
          />
          <Button type="submit" size="xs">
            Compare
          </Button>
        </Group>
      </Form>
      {result?.error && (
        <Text c="var(--critical)" role="alert" mt="xs">
          {result.error}
        </Text>
      )}
      {clauses && terms && effects ? (
        <>
          {!other && <VersionEffects effects={effects} {...may} started={result?.started ?? null} />}
          <TermChanges terms={terms} />
          <Section
            title="The words"
            aside={`${clauses.filter((c) => c.state !== 'same' || c.moved).length} of ${clauses.length} clauses differ`}
          >
            <Redline clauses={clauses} />
          </Section>
        </>
      ) : (
        <Empty>
          There is one version of this paper.{' '}
          <Anchor component={Link} to={`/upload?agreement=${agreement.id}`} inherit>
            Upload a newer copy
          </Anchor>
          , or choose another paper to hold it beside.
        </Empty>
      )}
    </Page>
  )
}
