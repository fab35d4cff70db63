import type { LoaderFunctionArgs } from '@remix-run/node'
import { isEqual } from 'es-toolkit'
import { deploymentBySlug } from '#db/deployments.ts'
import { classify, compareClasses } from '#domain/policy/risk.ts'
import { type Deployment, DeploymentInput } from '#domain/register/deployment.ts'
import { fieldErrors } from '../components/field-errors.ts'
import type { House } from './house.server.ts'

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
  const input = DeploymentInput.safeParse({
    ...fields,
    answers,
    riskClass: fields.riskClass || classify(answers, house.playbooks.riskMatrix).riskClass,
    agreementIds: form.getAll('agreementIds').map(String),
  })
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  const proposed = classify(answers, house.playbooks.riskMatrix)
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
