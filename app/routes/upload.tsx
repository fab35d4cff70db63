import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { agreementById } from '#db/agreements.ts'
import { filesById } from '#db/files.ts'
import { Page } from '../components/Page.tsx'
import { UploadForm } from '../components/UploadForm.tsx'
import { UploadList } from '../components/UploadList.tsx'
import { paperChoices } from '../services/agreement-choices.server.ts'
import { takeUpload } from '../services/uploads.server.ts'
import { vendorChoices } from '../services/vendor-choices.server.ts'

export const meta: MetaFunction = () => [{ title: 'Upload · Carveout' }]

/** `?files=ID,ID` names the uploads in hand, so that the page can be closed and come back to. */
export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const ids = (url.searchParams.get('files') ?? '').split(',').filter(Boolean).slice(0, 200)
  const files = await filesById(house.db, ids)
  const uploads = await Promise.all(
    files.map(async (file) => ({ file, agreement: await agreementById(house.db, file.agreementId) })),
  )
  uploads.sort((a, b) => ids.indexOf(a.file.id) - ids.indexOf(b.file.id))
  const into = url.searchParams.get('agreement') ?? ''
  return {
    uploads,
    vendors: await vendorChoices(house),
    papers: await paperChoices(house, into ? [into] : []),
    into,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const taken = await takeUpload(request, context)
  if ('error' in taken) return data({ error: taken.error }, taken.status)
  return redirect(`/upload?files=${taken.ids.join(',')}`)
}

export default function UploadScreen() {
  const { uploads, vendors, papers, into } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Upload"
      lead="Contracts, terms, order forms, addenda: PDF, Word, web pages, Markdown or text. Scans are read too. The original is kept byte for byte."
      narrow
    >
      <UploadForm
        vendors={vendors}
        papers={papers}
        into={into}
        error={useActionData<typeof action>()?.error}
      />
      {uploads.length > 0 && <UploadList uploads={uploads} />}
    </Page>
  )
}
