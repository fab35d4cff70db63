import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { updateAgreement } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import { vendors } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { AgreementForm } from '../components/AgreementForm.tsx'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { requireAgreement } from '../services/agreement.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit agreement · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  return { agreement: await requireAgreement(args), vendors: await vendors(args.context.house.db) }
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
  const vendor = (await vendors(house.db)).find((v) => v.id === form.vendor)
  await house.db.transaction().execute(async (trx) => {
    await updateAgreement(trx, agreement.id, { ...input.data, vendorId: vendor?.id })
    await recordEvent(trx, {
      actor: user.email,
      action: 'edited',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { after: input.data },
    })
  })
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
