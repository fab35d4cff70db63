import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { agreements } from '#db/agreements.ts'
import { vendorBySlug } from '#db/vendors.ts'
import { AssuranceInput } from '#domain/register/assurance.ts'
import { Page, Section } from '../components/Page.tsx'
import { useCan } from '../components/user.ts'
import { AssuranceForm } from '../components/vendors/AssuranceForm.tsx'
import { AssuranceList, AssurancePromised } from '../components/vendors/AssuranceList.tsx'
import { addAssurance, dropAssurance, vendorAssurance } from '../services/assurance.server.ts'
import { parseForm } from '../services/form.server.ts'
import { papersOf } from '../services/policy-terms.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Assurance · Carveout' }]

async function requireVendor({ params, context }: LoaderFunctionArgs) {
  const vendor = await vendorBySlug(context.house.db, params.slug ?? '')
  if (!vendor) throw new Response('There is no vendor at this address.', { status: 404 })
  return vendor
}

export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const vendor = await requireVendor(args)
  const papers = (await agreements(house.db)).filter((a) => a.vendorId === vendor.id)
  const { terms } = await papersOf(house, papers)
  return { vendor, ...(await vendorAssurance(house, vendor, terms, today(args.request))) }
}

const Change = z.discriminatedUnion('do', [
  AssuranceInput.extend({ do: z.literal('add') }),
  z.object({ do: z.literal('withdraw'), id: z.string().min(1) }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const vendor = await requireVendor(args)
  const form = await args.request.formData()
  const change = parseForm(form, Change)
  if (!change.ok) return data({ error: Object.values(change.errors)[0] ?? 'Something is missing.' }, 400)
  const { value } = change
  if (value.do === 'withdraw') await dropAssurance(house, user, vendor, value.id)
  else {
    const { do: _, ...given } = value
    const file = form.get('file')
    const attached = file instanceof File && file.size > 0 ? file : null
    await addAssurance(house, user, vendor, {
      ...given,
      file: attached && { name: attached.name, bytes: await attached.bytes() },
    })
  }
  return redirect(`/vendors/${vendor.slug}/assurance`)
}

export default function VendorAssuranceScreen() {
  const { vendor, held, promised } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const mayKeep = useCan('assurance.keep')
  return (
    <Page
      title="Assurance"
      lead={
        <>
          Reports and certificates of <Link to={`/vendors/${vendor.slug}`}>{vendor.name}</Link>. The day until
          which each is good stands among the deadlines.
        </>
      }
    >
      <AssurancePromised promised={promised} />
      <AssuranceList slug={vendor.slug} held={held} mayKeep={mayKeep} />
      {mayKeep && (
        <Section title="Record one">
          <AssuranceForm error={problem?.error} />
        </Section>
      )}
    </Page>
  )
}
