import { Alert } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changesBetween, contentChanges, type Version, VersionInput } from '#domain/governance/versions.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import {
  RegisterVersion,
  SafeSets,
  VersionChanges,
  VersionsInUse,
} from '../components/governance/Versions.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import {
  markKnownSafe,
  pinVersion,
  registerVersion,
  rollBack,
  VersionProblem,
  versionHistory,
} from '../services/governance/versions.server.ts'
import { can } from '../services/permissions.ts'

export const meta: MetaFunction = () => [{ title: 'Versions · Carveout' }]

/** "2026-11-25T14:30" in UTC as the browser's field gives it; a day alone is its end. */
const Moment = z.union([
  z.iso.date().transform((day) => `${day}T23:59:59.999Z`),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/)
    .transform((text) => `${text.slice(0, 16)}:59.999Z`),
])

/** A prompt may be long, and the page shows what changed of it. */
const withoutContent = <V extends Version>(version: V): V => ({ ...version, content: null })

/** `?from=` and `?to=` are the moments between which changes are shown: the last good one and the incident. */
export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const { versions, uses, safeSets, inUse } = await versionHistory(house, deployment)
  const search = new URL(args.request.url).searchParams
  const momentOf = (name: string, otherwise: string) => {
    const asked = Moment.safeParse(search.get(name))
    return asked.success ? asked.data : otherwise
  }
  const from = momentOf('from', safeSets[0]?.markedAt ?? deployment.createdAt)
  const to = momentOf('to', new Date().toISOString())
  return {
    deployment,
    versions: versions.map(withoutContent),
    inUse: inUse.map(withoutContent),
    safeSets,
    between: {
      from,
      to,
      changes: changesBetween(versions, uses, from, to).map((change) => ({
        ...change,
        before: change.before && withoutContent(change.before),
        after: change.after && withoutContent(change.after),
        lines: contentChanges(change),
      })),
    },
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const why = z.string().trim().min(1, 'Say why: it stands in the history.').max(1000)
const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('register') }),
  z.object({ do: z.literal('pin'), version: z.string().min(1, 'Choose a version.'), why }),
  z.object({ do: z.literal('safe'), note: z.string().trim().max(1000) }),
  z.object({ do: z.literal('roll_back'), set: z.string().min(1), why }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = await args.request.formData()
  const change = parseForm(form, Change)
  if (!change.ok) return data({ error: Object.values(change.errors).join(' ') }, 400)
  const { value } = change
  try {
    if (value.do === 'pin') await pinVersion(house, user, deployment, value.version, value.why)
    else if (value.do === 'safe') await markKnownSafe(house, user, deployment, value.note)
    else if (value.do === 'roll_back') await rollBack(house, user, deployment, value.set, value.why)
    else {
      const input = parseForm(form, VersionInput)
      if (!input.ok) return data({ error: Object.values(input.errors).join(' ') }, 400)
      await registerVersion(house, user, deployment, input.value)
    }
  } catch (error) {
    if (error instanceof VersionProblem) return data({ error: error.message }, 409)
    throw error
  }
  return redirect(`/deployments/${deployment.slug}/versions`)
}

export default function Versions() {
  const { deployment, ...view } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  return (
    <DeploymentPage
      deployment={deployment}
      title="Versions"
      lead="what it is made of; a change makes the signatures of its launch lapse"
    >
      {problem && (
        <Alert color="red" role="alert">
          {problem.error}
        </Alert>
      )}
      <VersionsInUse {...view} />
      <VersionChanges {...view.between} />
      <SafeSets {...view} />
      {view.mayGovern && <RegisterVersion />}
    </DeploymentPage>
  )
}
