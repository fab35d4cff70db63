import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { recordEvent } from '#db/events.ts'
import { insertVendor, vendorByName } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { VendorForm } from '../components/VendorForm.tsx'

export const meta: MetaFunction = () => [{ title: 'New vendor · Carveout' }]

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const input = VendorInput.safeParse(Object.fromEntries(await request.formData()))
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  if (await vendorByName(house.db, input.data.name))
    return data(
      { errors: { name: 'There is a vendor of that name already.' } as Record<string, string> },
      400,
    )
  const vendor = await house.db.transaction().execute(async (trx) => {
    const made = await insertVendor(trx, input.data)
    await recordEvent(trx, { actor: user.email, action: 'added', subject: 'vendor', subjectId: made.id })
    return made
  })
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
