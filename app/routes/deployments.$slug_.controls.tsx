import { List } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { ControlStatus } from '#domain/governance/controls.ts'
import { Seat } from '#domain/governance/sign-offs.ts'
import { ClassVersions } from '../components/governance/ClassVersions.tsx'
import { ControlList } from '../components/governance/ControlList.tsx'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Seats } from '../components/governance/Seats.tsx'
import { Section } from '../components/Page.tsx'
import { RiskClassSign } from '../components/Signs.tsx'
import { Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import { classApproval, classHistory, classSeen } from '../services/governance/class-approval.server.ts'
import { addEvidence, controlsOf, recordControl } from '../services/governance/controls.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Class and controls · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const approval = await classApproval(house, deployment)
  return {
    deployment,
    approval,
    seen: classSeen(house, deployment),
    versions: await classHistory(house, deployment),
    mine: approval.seats.some((s) => s.seat === user.role) ? Seat.parse(user.role) : null,
    controls: await controlsOf(house, deployment, today(args.request)),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const control = z.string().min(1)
const Change = z.discriminatedUnion('do', [
  z
    .object({
      do: z.literal('set'),
      control,
      status: ControlStatus,
      owner: z.string().trim().max(200),
      reason: z.string().trim().max(2000),
    })
    .refine((c) => c.status !== 'not_applicable' || c.reason !== '', 'Say why it does not apply.')
    .refine(
      (c) => c.status !== 'in_place' || c.owner !== '',
      'Name who owns it before you call it in place.',
    ),
  z
    .object({
      do: z.literal('evidence'),
      control,
      kind: z.enum(['test', 'failed', 'link', 'file']),
      title: z.string().trim().min(1, 'Say what the evidence is.').max(300),
      detail: z.string().trim().max(2000),
      expiresOn: z.union([z.literal(''), z.iso.date()]),
    })
    .refine(
      (e) => e.kind !== 'link' || /^https?:\/\//.test(e.detail),
      'A link begins with http:// or https://.',
    ),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = await args.request.formData()
  const problem = (error: string) => data({ control: String(form.get('control') ?? ''), error }, 400)
  const change = parseForm(form, Change)
  if (!change.ok) return problem(Object.values(change.errors).join(' '))
  const { value } = change
  if (value.do === 'set') await recordControl(house, user, deployment, value)
  else {
    const file = form.get('file')
    const attached = file instanceof File && file.size > 0 ? file : null
    if (value.kind === 'file' && !attached) return problem('Choose the file.')
    await addEvidence(
      house,
      user,
      deployment,
      {
        control: value.control,
        kind: value.kind === 'failed' ? 'test' : value.kind,
        passed: value.kind !== 'failed',
        title: value.title,
        detail: value.detail,
        expiresOn: value.expiresOn || undefined,
        file: attached ? { name: attached.name, bytes: await attached.bytes() } : undefined,
      },
      today(args.request),
    )
  }
  return redirect(`/deployments/${deployment.slug}/controls#${value.control}`)
}

export default function Controls() {
  const { deployment, approval, seen, versions, mine, controls, mayGovern } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const [search] = useSearchParams()
  const open = controls.filter((c) => c.standing !== 'ok').length
  return (
    <DeploymentPage
      deployment={deployment}
      title="Class and controls"
      lead={
        <>
          <RiskClassSign riskClass={deployment.riskClass} />{' '}
          {approval.approved ? 'class approved' : 'class not approved'}, {controls.length - open} of{' '}
          {controls.length} controls in order
        </>
      }
    >
      <Section title="Approval of the class">
        <List size="sm" mb="xs">
          {approval.because.map((why) => (
            <List.Item key={why}>{why}</List.Item>
          ))}
        </List>
        {deployment.classException && <Text>Exception asked for: {deployment.classException}</Text>}
        {approval.proposer && (
          <Text size="sm" c="dimmed">
            Proposed by {approval.proposer}, who may not approve it.
          </Text>
        )}
        <Seats
          slug={deployment.slug}
          purpose="class"
          seats={approval.seats}
          seen={seen}
          mine={mine}
          problem={search.get('refused') ?? undefined}
        />
      </Section>
      <ClassVersions versions={versions} />
      <Section title="Controls" aside={open === 0 ? 'all in order' : `${open} need work`}>
        <ControlList slug={deployment.slug} controls={controls} mayGovern={mayGovern} problem={problem} />
      </Section>
    </DeploymentPage>
  )
}
