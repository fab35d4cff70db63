import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { setResponsibility } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { Page } from '../components/Page.tsx'
import { ResponsibilityMatrix } from '../components/ResponsibilityMatrix.tsx'
import { deploymentBrief } from '../services/assessment.server.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Responsibilities · Carveout' }]

const Decision = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('decide'),
    area: z.string().min(1),
    allocation: z.enum(['vendor', 'customer', 'shared', 'unallocated']),
    reason: z.string().trim().min(1, 'Say why, in a few words: it stands in the matrix.').max(1000),
  }),
  z.object({ verdict: z.literal('contract'), area: z.string().min(1) }),
])

export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  const { responsibilities } = await deploymentBrief(args.context.house, deployment, today(args.request))
  return { deployment, responsibilities }
}

/** A person's decision on one area, or its undoing: back to what the contract says. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = Object.fromEntries(await args.request.formData())
  const decision = Decision.safeParse(form)
  if (!decision.success)
    return data(
      { area: String(form.area ?? ''), error: decision.error.issues[0]?.message ?? 'Choose who carries it.' },
      400,
    )
  const { area } = decision.data
  await house.db.transaction().execute(async (trx) => {
    await setResponsibility(
      trx,
      deployment.id,
      area,
      decision.data.verdict === 'decide' ? { ...decision.data, decidedBy: user.email } : null,
    )
    await recordEvent(trx, {
      actor: user.email,
      action:
        decision.data.verdict === 'decide'
          ? `decided who carries ${area} in`
          : `took back a decision on ${area} in`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: decision.data,
    })
  })
  return redirect(`/deployments/${deployment.slug}/responsibilities#${area}`)
}

export default function Responsibilities() {
  const { deployment, responsibilities } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  return (
    <Page
      title="Who carries what"
      lead={`${deployment.name}: as the contracts have it, until a person decides otherwise`}
      actions={
        <Button component="a" href={`/deployments/${deployment.slug}/matrix.docx`} size="compact-md">
          Matrix (Word)
        </Button>
      }
    >
      <ResponsibilityMatrix rows={responsibilities} problem={problem} />
    </Page>
  )
}
