import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { Seen } from '#domain/governance/sign-offs.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import { MayNotSign, sign } from '../services/governance/sign.server.ts'
import { signablesOf } from '../services/governance/signables.server.ts'

const Signature = z.object({
  purpose: z.string().min(1),
  verdict: z.enum(['approved', 'refused']),
  note: z.string().trim().max(2000).default(''),
  seen: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('It is no JSON.')
        return z.NEVER
      }
    })
    .pipe(Seen),
})

/** Puts the user's name to a class, a launch or a resumption, and leads back to the page they signed on. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = parseForm(await args.request.formData(), Signature)
  if (!form.ok) throw new Response('The form is not complete.', { status: 400 })
  const signable = await signablesOf(house, deployment, form.value.purpose)
  if (!signable) throw new Response('There is nothing to sign under this name.', { status: 404 })
  const { page, ...rest } = signable
  const back = `/deployments/${deployment.slug}/${page}`
  try {
    await sign(house, user, { ...rest, ...form.value, deployment, saw: form.value.seen })
    return redirect(back)
  } catch (error) {
    if (error instanceof MayNotSign) return redirect(`${back}?refused=${encodeURIComponent(error.message)}`)
    throw error
  }
}
