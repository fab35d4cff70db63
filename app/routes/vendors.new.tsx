import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { VendorInput } from '#domain/register/vendor.ts'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { VendorForm } from '../components/VendorForm.tsx'
import { addVendor } from '../services/vendors.server.ts'

export const meta: MetaFunction = () => [{ title: 'New vendor · Carveout' }]

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const input = VendorInput.safeParse(Object.fromEntries(await request.formData()))
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  const vendor = await addVendor(house, user, input.data)
  if (!vendor)
    return data(
      { errors: { name: 'There is a vendor of that name already.' } as Record<string, string> },
      400,
    )
  return redirect(`/vendors/${vendor.slug}`)
}

export default function NewVendor() {
  const result = useActionData<typeof action>()
  return (
    <Page title="New vendor" narrow>
      <VendorForm errors={result?.errors} />
    </Page>
  )
}
