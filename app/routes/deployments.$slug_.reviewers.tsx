import { Alert, Button, Group, List, Textarea, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { reviewerParts, SourceInput } from '#domain/governance/reviewers.ts'
import { useFormat } from '../components/format.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Sources } from '../components/governance/Sources.tsx'
import { Empty, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import {
  publishReviewerPlaybook,
  reviewersView,
  saveSource,
} from '../services/governance/reviewers.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reviewers and sources · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  return {
    deployment,
    ...(await reviewersView(house, deployment, today(args.request))),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = await args.request.formData()
  if (form.get('do') === 'publish') {
    const problem = await publishReviewerPlaybook(house, user, deployment, form)
    if (problem) return data({ error: problem }, 400)
  } else {
    const source = parseForm(form, SourceInput)
    if (!source.ok) return data({ error: Object.values(source.errors).join(' ') }, 400)
    await saveSource(house, user, deployment, source.value, String(form.get('id') ?? '') || undefined)
  }
  return redirect(`/deployments/${deployment.slug}/reviewers`)
}

const parts = ['allowed', 'forbidden', 'thresholds', 'ambiguous', 'handOver'] as const

/** `?version=` shows an older one. */
export default function Reviewers() {
  const { deployment, versions, sources, withoutSource, mayGovern } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const latest = versions[0]
  const shown = versions.find((v) => String(v.version) === search.get('version')) ?? latest
  return (
    <DeploymentPage
      deployment={deployment}
      title="Reviewers and sources"
      narrow
      actions={
        <Button onClick={() => window.print()} size="compact-md">
          Print
        </Button>
      }
    >
      {problem && (
        <Alert color="red" role="alert">
          {problem.error}
        </Alert>
      )}
      <Section
        title="Reviewer playbook"
        aside={
          shown &&
          `version ${shown.version}, ${shown.publishedBy}, ${format.moment(shown.publishedAt)}${shown === latest ? '' : ', not the one in force'}`
        }
      >
        {!shown && (
          <Empty>Nobody has written down what reviewers go by. Publish a first version below.</Empty>
        )}
        {shown &&
          parts.map((part) => (
            <div key={part}>
              <Text fw={550} mt="xs">
                {reviewerParts[part].title}
              </Text>
              {shown.content[part].length === 0 ? (
                <Text c="dimmed">Nothing is written down.</Text>
              ) : (
                <List>
                  {shown.content[part].map((line) => (
                    <List.Item key={line}>{line}</List.Item>
                  ))}
                </List>
              )}
            </div>
          ))}
        {versions.length > 1 && (
          <Group gap="xs" mt="sm">
            {versions.map((v) => (
              <Button
                key={v.version}
                size="compact-xs"
                variant={v === shown ? 'filled' : 'default'}
                onClick={() => setSearch({ version: String(v.version) })}
              >
                Version {v.version}
              </Button>
            ))}
          </Group>
        )}
        {mayGovern && (
          <details>
            <summary>{latest ? 'Publish the next version' : 'Write the first version'}</summary>
            <Form method="post" preventScrollReset key={latest?.version ?? 0}>
              {parts.map((part) => (
                <Textarea
                  key={part}
                  name={part}
                  label={reviewerParts[part].title}
                  description={`A line an entry. ${reviewerParts[part].help}`}
                  autosize
                  minRows={2}
                  mt="sm"
                  defaultValue={latest?.content[part].join('\n')}
                />
              ))}
              <Button type="submit" name="do" value="publish" mt="sm" loading={busy}>
                Publish
              </Button>
            </Form>
          </details>
        )}
      </Section>
      <Section title="What answers are grounded in">
        {withoutSource && (
          <Alert color="red" mb="sm">
            {withoutSource}
          </Alert>
        )}
        <Sources sources={sources} mayGovern={mayGovern} />
        {mayGovern && (
          <Form method="post" preventScrollReset key={sources.length}>
            <Group gap="xs" align="flex-end" mt="sm">
              <TextInput name="title" label="Another source" style={{ flex: 1 }} />
              <TextInput name="owner" label="Owner" />
              <TextInput name="version" label="Version" w={100} />
              <TextInput type="date" name="reviewedOn" label="Reviewed on" />
              <TextInput name="reviewMonths" label="Again after, months" defaultValue={12} w={140} />
              <Button type="submit" variant="default" loading={busy}>
                Add
              </Button>
            </Group>
          </Form>
        )}
      </Section>
    </DeploymentPage>
  )
}
