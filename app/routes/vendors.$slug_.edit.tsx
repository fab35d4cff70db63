import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordEvent } from '#db/events.ts'
import { updateVendor, vendorByName, vendorBySlug } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { VendorForm } from '../components/VendorForm.tsx'

export const meta: MetaFunction = () => [{ title: 'Edit vendor · Carveout' }]

async function requireVendor({ params, context }: LoaderFunctionArgs) {
  const vendor = await vendorBySlug(context.house.db, params.slug ?? '')
  if (!vendor) throw new Response('There is no vendor at this address.', { status: 404 })
  return vendor
}

export const loader = async (args: LoaderFunctionArgs) => ({ vendor: await requireVendor(args) })

export async function action(args: ActionFunctionArgs) {
  const {
    user,
    house: { db },
  } = args.context
  const vendor = await requireVendor(args)
  const input = VendorInput.safeParse(Object.fromEntries(await args.request.formData()))
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  const namesake = await vendorByName(db, input.data.name)
  if (namesake && namesake.id !== vendor.id)
    return data({ errors: { name: 'Another vendor has that name.' } as Record<string, string> }, 400)
  await db.transaction().execute(async (trx) => {
    await updateVendor(trx, vendor.id, input.data)
    await recordEvent(trx, { actor: user.email, action: 'edited', subject: 'vendor', subjectId: vendor.id })
  })
  return redirect(`/vendors/${vendor.slug}`)
}

export default function EditVendor() {
  const { vendor } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page title={vendor.name} narrow>
      <VendorForm vendor={vendor} errors={result?.errors} />
    </Page>
  )
}
