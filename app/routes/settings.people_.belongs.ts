import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { businessUnits } from '#db/units.ts'
import { giveTo } from '../services/team.server.ts'

const Belongs = z.object({
  thing: z.string().regex(/^(vendor|deployment) [\w-]+$/),
  unit: z.string(),
})

/** Says whose a vendor or a deployment is; an empty unit: everybody's. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const given = Belongs.safeParse(Object.fromEntries(await request.formData()))
  const units = await businessUnits(house.db)
  if (!given.success || (given.data.unit && !units.some((unit) => unit.id === given.data.unit)))
    throw new Response('Choose a vendor or a deployment, and a business unit.', { status: 400 })
  const [kind, id = ''] = given.data.thing.split(' ')
  const thing = { kind: kind === 'vendor' ? ('vendor' as const) : ('deployment' as const), id }
  await giveTo(house, thing, given.data.unit || null, user)
  return redirect('/settings/people')
}
