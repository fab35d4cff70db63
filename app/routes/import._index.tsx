import { Button, FileInput, Group, List } from '@mantine/core'
import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { ImportError } from '#importers/errors.ts'
import { Page } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { keepList } from '../services/lists/lists.server.ts'
import { parseUpload } from '../services/uploads.server.ts'

export const meta: MetaFunction = () => [{ title: 'Import lists · Carveout' }]

/** Reads the list and goes on to its mapping; nothing is taken in yet. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const upload = await parseUpload(request, house.config.dataFolder)
  if ('error' in upload) return data({ error: upload.error }, upload.status)
  const [file] = upload.files
  try {
    if (!file) return data({ error: 'Choose a file.' }, 400)
    const list = { fileName: file.fileName, bytes: await file.bytes() }
    return redirect(`/import/${await keepList(house, user, list)}`)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    return data({ error: [error.message, error.next].filter(Boolean).join(' ') }, 400)
  } finally {
    await upload.release()
  }
}

export default function ImportLists() {
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Page
      title="Import vendors and contracts"
      lead="From a spreadsheet, in three steps: choose the file, say which column is what, look at every line before it is taken in."
      narrow
    >
      <Form method="post" encType="multipart/form-data">
        <Group align="flex-end" mb="md">
          <FileInput
            name="file"
            label="Excel workbook (.xlsx) or CSV file"
            placeholder="Choose a file"
            accept=".xlsx,.csv,.tsv,.txt"
            required
            w={360}
            error={problem?.error}
          />
          <Button type="submit" loading={busy}>
            Go on
          </Button>
        </Group>
      </Form>
      <Text mb="xs">What a workbook may hold:</Text>
      <List>
        <List.Item>
          A sheet of vendors and a sheet of agreements, joined by ref_id;{' '}
          <Anchor href="/register.xlsx">this register in that form</Anchor> is a template, too.
        </List.Item>
        <List.Item>Or any list of your own: its columns are mapped in the next step.</List.Item>
      </List>
    </Page>
  )
}
