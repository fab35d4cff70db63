import { Alert, Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { escalationCard } from '#db/stops.ts'
import { blankCard } from '#domain/governance/stop.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseCard, saveCard } from '../services/governance/card.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit the escalation card · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  return { deployment, card: (await escalationCard(args.context.house.db, deployment.id)) ?? blankCard }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const before = await escalationCard(house.db, deployment.id)
  const card = parseCard(await args.request.formData(), before)
  if (!card.ok) return data({ error: card.error }, 400)
  await saveCard(house, user, deployment, card.value)
  return redirect(`/deployments/${deployment.slug}/card`)
}

export default function EditCard() {
  const { deployment, card } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const rows = Math.min(8, card.contacts.length + 3)
  return (
    <DeploymentPage deployment={deployment} title="Edit the escalation card">
      <Form method="post">
        <Section title="Who to call" aside="who has an e-mail address is told of a stop">
          {Array.from({ length: rows }, (_, i) => {
            const contact = card.contacts[i]
            const n = i + 1
            return (
              <Group key={n} gap="xs" mb={4} wrap="nowrap">
                <TextInput
                  name={`name.${i}`}
                  aria-label={`Name ${n}`}
                  placeholder="Name"
                  defaultValue={contact?.name}
                />
                <TextInput
                  name={`role.${i}`}
                  aria-label={`Role ${n}`}
                  placeholder="What they do: talks to customers"
                  defaultValue={contact?.role}
                  style={{ flex: 1 }}
                />
                <TextInput
                  name={`phone.${i}`}
                  aria-label={`Telephone ${n}`}
                  placeholder="Telephone"
                  defaultValue={contact?.phone}
                />
                <TextInput
                  name={`email.${i}`}
                  aria-label={`E-mail ${n}`}
                  placeholder="E-mail"
                  defaultValue={contact?.email}
                />
                <Checkbox
                  name={`canStop.${i}`}
                  value="yes"
                  label="can stop it"
                  defaultChecked={contact?.canStop}
                />
              </Group>
            )
          })}
        </Section>
        <Section title="What to do" aside="a line each, ten at most">
          <Textarea
            name="contain"
            label="Contain"
            autosize
            minRows={4}
            defaultValue={card.contain.join('\n')}
          />
          <Textarea
            name="capture"
            label="Capture"
            autosize
            minRows={4}
            mt="sm"
            defaultValue={card.capture.join('\n')}
          />
        </Section>
        <Section title="Ticket">
          <TextInput
            name="webhook"
            label="Address to which a stop is posted"
            placeholder="https://tickets.example.com/hooks/carveout"
            defaultValue={card.webhook?.url}
          />
          {card.webhook && (
            <Text size="sm" c="dimmed" mt={4}>
              Signed as standardwebhooks.com says, with the secret <code>{card.webhook.secret}</code>
            </Text>
          )}
        </Section>
        {problem && (
          <Alert color="red" mt="md" role="alert">
            {problem.error}
          </Alert>
        )}
        <Button type="submit" mt="lg" loading={busy}>
          Save
        </Button>
      </Form>
    </DeploymentPage>
  )
}
