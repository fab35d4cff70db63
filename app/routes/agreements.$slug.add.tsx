import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useBench } from '../components/AgreementBench.tsx'
import { AddTermForm } from '../components/review/AddTermForm.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { addedTermForm, addTermFrom } from '../services/review/added-term.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add a term · Carveout' }]

/** `?start=&end=` are the words it stands in, `?type=` what kind of term it is. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return addedTermForm(args.context.house, await requireAgreement(args), search)
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  const search = new URL(args.request.url).searchParams
  const added = await addTermFrom(house, agreement, search, await args.request.formData(), user)
  if (!added.ok) return data({ errors: added.errors }, 422)
  for (const name of ['start', 'end', 'type']) search.delete(name)
  return redirect(`/agreements/${agreement.slug}/terms/${added.slug}?${search}`)
}

export default function AddTerm() {
  const form = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { base, kept } = useBench()
  return <AddTermForm {...form} errors={result?.errors ?? {}} leave={base + kept} />
}
