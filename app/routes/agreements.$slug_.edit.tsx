import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { vendorById } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { AgreementForm } from '../components/AgreementForm.tsx'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { editAgreement, requireAgreement } from '../services/agreement.server.ts'
import { vendorChoices } from '../services/vendor-choices.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit agreement · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const agreement = await requireAgreement(args)
  return { agreement, vendors: await vendorChoices(args.context.house, [agreement.vendorId]) }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  const form = Object.fromEntries(await args.request.formData())
  const fees = String(form.feesAmount ?? '').trim()
  const input = AgreementInput.safeParse({
    ...form,
    annualFees: fees ? { amount: Number(fees), currency: form.feesCurrency } : null,
  })
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  const vendor = await vendorById(house.db, String(form.vendor ?? ''))
  await editAgreement(house, user, agreement, { ...input.data, vendorId: vendor?.id })
  return redirect(`/agreements/${agreement.slug}`)
}

export default function EditAgreement() {
  const { agreement, vendors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title={agreement.title}
      lead="What you keep about this agreement, beside what is read from it"
      narrow
    >
      <AgreementForm agreement={agreement} vendors={vendors} errors={result?.errors} />
    </Page>
  )
}
