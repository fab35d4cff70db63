import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { vendorBySlug } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { VendorForm } from '../components/VendorForm.tsx'
import { editVendor } from '../services/vendors.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit vendor · Carveout' }]

async function requireVendor({ params, context }: LoaderFunctionArgs) {
  const vendor = await vendorBySlug(context.house.db, params.slug ?? '')
  if (!vendor) throw new Response('There is no vendor at this address.', { status: 404 })
  return vendor
}

export const loader = async (args: LoaderFunctionArgs) => ({ vendor: await requireVendor(args) })

export async function action(args: ActionFunctionArgs) {
  const { user, house } = args.context
  const vendor = await requireVendor(args)
  const input = VendorInput.safeParse(Object.fromEntries(await args.request.formData()))
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  if (!(await editVendor(house, user, vendor, input.data)))
    return data({ errors: { name: 'Another vendor has that name.' } as Record<string, string> }, 400)
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
