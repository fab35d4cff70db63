import { Anchor, Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Stance } from '#domain/governance/uses.ts'
import { intents } from '#playbooks/governance.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Item, Mark } from '../components/governance/Mark.tsx'
import { Empty, Section } from '../components/Page.tsx'
import { RiskClassSign } from '../components/Signs.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import { dropUse, saveUse, usesView } from '../services/governance/uses.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Uses · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  return {
    deployment,
    library: intents,
    uses: await usesView(house, deployment, today(args.request)),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const Change = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('save'),
    intent: z.string().min(1, 'Choose an intent.'),
    stance: Stance,
    reviewer: z.string().trim().max(200),
  }),
  z.object({ do: z.literal('remove'), intent: z.string().min(1) }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = await args.request.formData()
  const change = parseForm(form, Change)
  if (!change.ok) return data({ errors: change.errors }, 400)
  if (change.value.do === 'remove') await dropUse(house, user, deployment, change.value.intent)
  else {
    const triggers = form.getAll('triggers').map(String)
    await saveUse(house, user, deployment, { ...change.value, triggers })
  }
  return redirect(`/deployments/${deployment.slug}/uses`)
}

export default function Uses() {
  const { deployment, uses, mayGovern } = useLoaderData<typeof loader>()
  const allowed = uses.filter((use) => use.stance === 'allowed')
  const prohibited = uses.filter((use) => use.stance === 'prohibited')
  const blocked = allowed.filter((use) => use.problems.length > 0).length
  return (
    <DeploymentPage
      deployment={deployment}
      title="Uses"
      lead={`${allowed.length} served, ${prohibited.length} refused${blocked > 0 ? `, ${blocked} blocked` : ''}`}
    >
      <Section title="What it serves" aside="held against what the vendors forbid">
        {allowed.length === 0 && (
          <Empty>
            Nobody has said what it may be used for, so it cannot launch. Add the intents it serves.
          </Empty>
        )}
        {allowed.map((use) => (
          <UseLine key={use.intent} use={use} mayGovern={mayGovern} />
        ))}
      </Section>
      <Section title="What it must refuse">
        {prohibited.length === 0 && <Empty>No intent is listed to be refused.</Empty>}
        {prohibited.map((use) => (
          <UseLine key={use.intent} use={use} mayGovern={mayGovern} />
        ))}
      </Section>
      {mayGovern && <AddUse />}
    </DeploymentPage>
  )
}

type UseRow = ReturnType<typeof useLoaderData<typeof loader>>['uses'][number]

function UseLine({ use, mayGovern }: { use: UseRow; mayGovern: boolean }) {
  const { library } = useLoaderData<typeof loader>()
  const triggers = library.triggers.filter((t) => use.triggers.includes(t.id)).map((t) => t.title)
  const mark =
    use.stance === 'prohibited' ? (
      <Mark ok="open">Refused</Mark>
    ) : use.problems.length > 0 ? (
      <Mark ok="no">Blocked</Mark>
    ) : (
      <Mark ok="yes">Served</Mark>
    )
  return (
    <Item
      mark={mark}
      head={
        <>
          <Text span fw={550}>
            {use.title}
          </Text>{' '}
          <RiskClassSign riskClass={use.riskClass} />
        </>
      }
    >
      {use.problems.map((problem) => (
        <Text key={problem} size="sm">
          {problem}
        </Text>
      ))}
      {use.clauses.map((clause) => (
        <Text key={clause.href} size="sm" c="dimmed">
          <Anchor component={Link} to={clause.href} inherit>
            {clause.where}
          </Anchor>
          : “{clause.quote}”
        </Text>
      ))}
      {use.stance === 'allowed' && (
        <Text size="sm" c="dimmed">
          {triggers.length > 0
            ? `A person looks first at: ${triggers.join(', ')}. `
            : 'No trigger sends it to a person. '}
          {use.reviewer && `Reviewed by ${use.reviewer}.`}
        </Text>
      )}
      {mayGovern && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value={use.intent} />
          <Button type="submit" name="do" value="remove" size="compact-xs" variant="subtle">
            Take off the list
          </Button>
        </Form>
      )}
    </Item>
  )
}

function AddUse() {
  const { library, uses } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="Add or change an intent">
      <Form method="post" preventScrollReset key={uses.length}>
        <Group align="flex-end" gap="xs">
          <NativeSelect
            name="intent"
            label="Intent"
            error={errors?.intent}
            data={[
              { value: '', label: 'Choose' },
              ...library.intents.map((intent) => ({ value: intent.id, label: intent.title })),
            ]}
          />
          <NativeSelect
            name="stance"
            label="It is"
            data={[
              { value: 'allowed', label: 'Served' },
              { value: 'prohibited', label: 'Refused' },
            ]}
          />
          <TextInput
            name="reviewer"
            label="Reviewed by"
            placeholder="Claims desk, A. Reyes"
            style={{ flex: 1 }}
          />
        </Group>
        <Checkbox.Group
          label="A person looks first when"
          description="Besides those the intent brings with it"
          mt="xs"
        >
          <Group gap="md" mt={4}>
            {library.triggers.map((t) => (
              <Checkbox key={t.id} name="triggers" value={t.id} label={t.title} />
            ))}
          </Group>
        </Checkbox.Group>
        <Button type="submit" name="do" value="save" mt="sm" loading={busy}>
          Save
        </Button>
      </Form>
    </Section>
  )
}
