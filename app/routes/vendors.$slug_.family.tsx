import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { agreementById } from '#db/agreements.ts'
import { FamilyOrder } from '../components/FamilyOrder.tsx'
import { FamilyTerms } from '../components/FamilyTerms.tsx'
import { FamilyTree } from '../components/FamilyTree.tsx'
import { useFormat } from '../components/format.ts'
import { NamedPapers } from '../components/NamedPapers.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { confirmOrder, familyScreen, placePaper, unconfirmOrder } from '../services/family.server.ts'
import { decideOnNamedPaper } from '../services/incorporated.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Papers of ${data?.vendor.name ?? 'a vendor'} · Carveout` },
]

/** `?date=` asks what holds on another day, `?family=` chooses among the families of several entities of ours. */
export async function loader({ request, params, context: { house, user } }: LoaderFunctionArgs) {
  const family = new URL(request.url).searchParams.get('family')
  const screen = await familyScreen(house, params.slug ?? '', { family, date: today(request) })
  if (!screen) throw new Response('There is no vendor at this address.', { status: 404 })
  return { ...screen, mayDecide: can(user.role, 'term.review') }
}

const Place = z.coerce.number().int().min(1).max(99)
const Decision = z.discriminatedUnion('what', [
  z.object({ what: z.literal('confirm'), family: z.string() }),
  z.object({ what: z.literal('take back'), family: z.string() }),
  z.object({ what: z.literal('place'), paper: z.string(), parent: z.string() }),
  z.object({
    what: z.literal('named'),
    agreement: z.string(),
    key: z.string(),
    linkedId: z.string(),
    reason: z.string().trim().max(2000),
    takeBack: z.string().optional(),
  }),
])

/** Confirms the order of precedence, takes that back, or puts a paper under another. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  const decision = Decision.safeParse(Object.fromEntries(form))
  if (!decision.success) return data({ error: 'That can’t be read. Try again.' }, 400)
  const slug = params.slug ?? ''
  let error: string | undefined
  if (decision.data.what === 'take back') await unconfirmOrder(house, user, decision.data.family)
  else if (decision.data.what === 'place') error = await placePaper(house, user, slug, decision.data)
  else if (decision.data.what === 'named') {
    const agreement = await agreementById(house.db, decision.data.agreement)
    error = agreement
      ? await decideOnNamedPaper(house, user, agreement, {
          ...decision.data,
          takeBack: decision.data.takeBack !== undefined,
        })
      : 'There is no such agreement any more.'
  } else {
    const places = new Map<string, number>()
    for (const [name, value] of form) {
      const place = Place.safeParse(value)
      if (name.startsWith('place.') && place.success) places.set(name.slice('place.'.length), place.data)
    }
    const first = new Set(form.getAll('first').map(String))
    error = await confirmOrder(house, user, slug, { family: decision.data.family, places, first })
  }
  return error ? data({ error }, 400) : { error: null }
}

export default function FamilyScreen() {
  const { vendor, date, families, family, named, papers, mayDecide } = useLoaderData<typeof loader>()
  const error = useActionData<typeof action>()?.error ?? null
  const format = useFormat()
  return (
    <Page
      title={`Papers of ${vendor.name}`}
      lead={
        family
          ? `With ${family.entity ?? 'us'}: how they belong together, which goes before which, and what holds on ${format.date(date)}`
          : undefined
      }
      actions={
        <>
          <Form method="get" style={{ display: 'flex', gap: 8, alignItems: 'flex-end' }}>
            {families.length > 1 && (
              <NativeSelect
                name="family"
                label="Our entity"
                size="xs"
                defaultValue={family?.id}
                data={families.map((one) => ({ value: one.id, label: one.entity }))}
              />
            )}
            <TextInput
              type="date"
              name="date"
              label="What holds on"
              size="xs"
              defaultValue={date}
              key={date}
            />
            <Button type="submit" size="xs" variant="default">
              Show
            </Button>
          </Form>
          <Button component={Link} to={`/vendors/${vendor.slug}`} size="xs" variant="default" mt={20}>
            Vendor
          </Button>
        </>
      }
    >
      {family ? (
        <>
          <FamilyTree family={family} mayDecide={mayDecide} />
          <FamilyOrder family={family} mayDecide={mayDecide} error={error} />
          <NamedPapers vendor={vendor.name} papers={named} choices={papers} mayDecide={mayDecide} />
          <FamilyTerms effective={family.effective} date={date} />
        </>
      ) : (
        <Empty>
          No paper of this vendor is in force. <Link to="/upload">Upload one</Link>.
        </Empty>
      )}
    </Page>
  )
}
