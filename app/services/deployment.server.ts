import type { LoaderFunctionArgs } from '@remix-run/node'
import { isEqual } from 'es-toolkit'
import { insertClassification } from '#db/classifications.ts'
import { deploymentBySlug, insertDeployment, updateDeployment } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { classify, compareClasses } from '#domain/policy/risk.ts'
import { Answers, type Deployment, DeploymentInput } from '#domain/register/deployment.ts'
import { fieldErrors } from '../components/field-errors.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

/** The deployment that the address names. @throws Response 404 */
export async function requireDeployment({ params, context }: LoaderFunctionArgs): Promise<Deployment> {
  const deployment = await deploymentBySlug(context.house.db, params.slug ?? '')
  if (!deployment) throw new Response('There is no deployment at this address.', { status: 404 })
  return deployment
}

/**
 * The form of a deployment, checked: answers are fields named "answer.ID", agreements are fields named "agreementIds".
 * The class may not stay below what the answers force unless the reason is given.
 */
export function parseDeployment(
  house: House,
  form: FormData,
): { ok: true; input: DeploymentInput } | { ok: false; errors: Record<string, string> } {
  const fields = Object.fromEntries([...form].filter((e): e is [string, string] => typeof e[1] === 'string'))
  const answers = Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith('answer.') && value !== '')
      .map(([name, value]) => [name.slice('answer.'.length), value]),
  )
  return checkDeployment(house, {
    ...fields,
    answers,
    agreementIds: form.getAll('agreementIds').map(String),
  })
}

/** A described deployment, checked; without a class it gets the one that its answers ask for. */
export function checkDeployment(
  house: House,
  given: Record<string, unknown>,
): { ok: true; input: DeploymentInput } | { ok: false; errors: Record<string, string> } {
  const answers = Answers.safeParse(given.answers)
  const proposed = classify(answers.data ?? {}, house.playbooks.riskMatrix)
  const input = DeploymentInput.safeParse({ ...given, riskClass: given.riskClass || proposed.riskClass })
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  if (compareClasses(input.data.riskClass, proposed.riskClass) < 0 && !input.data.classException)
    return {
      ok: false,
      errors: {
        classException:
          'The class is lower than the answers ask for. Say why that is right, or choose the proposed class.',
      },
    }
  return { ok: true, input: input.data }
}

/** Whether an edit touches what the approval of the class rests on; who made it may then not approve. */
export const changesClass = (before: Deployment, after: DeploymentInput): boolean =>
  before.riskClass !== after.riskClass ||
  (before.classException ?? '') !== after.classException ||
  !isEqual(before.answers, after.answers)

type Actor = Pick<User, 'email'>

export const describeDeployment = (
  { db }: House,
  actor: Actor,
  input: DeploymentInput,
): Promise<Deployment> =>
  db.transaction().execute(async (trx) => {
    const made = await insertDeployment(trx, input)
    await insertClassification(trx, made.id, input, actor.email)
    await recordEvent(trx, {
      actor: actor.email,
      action: 'described',
      subject: 'deployment',
      subjectId: made.id,
      detail: { riskClass: made.riskClass, exception: made.classException },
    })
    return made
  })

/** Changes what is described. A stop is neither made nor ended here: both have a page, and sign-offs, of their own. */
export async function editDeployment(
  { db }: House,
  actor: Actor,
  deployment: Deployment,
  input: DeploymentInput,
): Promise<void> {
  const status = [deployment.status, input.status].includes('stopped') ? deployment.status : input.status
  await db.transaction().execute(async (trx) => {
    await updateDeployment(trx, deployment.id, { ...input, status })
    if (changesClass(deployment, input)) await insertClassification(trx, deployment.id, input, actor.email)
    await recordEvent(trx, {
      actor: actor.email,
      action: 'edited',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: {
        before: deployment.riskClass,
        after: input.riskClass,
        exception: input.classException,
        classed: changesClass(deployment, input),
      },
    })
  })
}
