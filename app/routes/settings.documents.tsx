import { Button, Code, FileInput, Group, Table, Text } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { matrixTemplate } from '#db/matrices.ts'
import { matrixPlaces, TemplateProblem } from '#exporters/matrix-in-template.ts'
import { useFormat } from '../components/format.ts'
import { Page, Section } from '../components/Page.tsx'
import { dropMatrixTemplate, takeMatrixTemplate } from '../services/matrix-template.server.ts'
import { parseUpload } from '../services/uploads.server.ts'

export const meta: MetaFunction = () => [{ title: 'Documents · Carveout' }]

export async function loader({ context: { house } }: LoaderFunctionArgs) {
  const own = await matrixTemplate(house.db)
  return {
    own: own ? { fileName: own.file_name, by: own.made_by, at: own.made_at } : null,
    places: matrixPlaces,
  }
}

/** Takes a Word file as the template, or drops it. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    await dropMatrixTemplate(house, user)
    return redirect('/settings/documents')
  }
  const upload = await parseUpload(request, house.config.dataFolder)
  if ('error' in upload) return data({ error: upload.error }, upload.status)
  const [file] = upload.files
  try {
    if (!file) return data({ error: 'Choose a Word file.' }, 400)
    await takeMatrixTemplate(house, user, { fileName: file.fileName, bytes: await file.bytes() })
    return redirect('/settings/documents')
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error
    return data({ error: error.message }, 400)
  } finally {
    await upload.release()
  }
}

export default function Documents() {
  const { own, places } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Page
      title="Documents"
      lead="Responsibility matrices in a Word file of your own: your logo, your fonts, your head and foot."
      narrow
    >
      {own ? (
        <Form method="post">
          <Group>
            <Text>
              {own.fileName}, from {own.by} on {format.date(own.at)}
            </Text>
            <Button type="submit" size="compact-md" variant="default" loading={busy}>
              Use the built-in layout again
            </Button>
          </Group>
        </Form>
      ) : (
        <Text>Matrices have the built-in layout.</Text>
      )}
      <Form method="post" encType="multipart/form-data">
        <Group align="flex-end" my="md">
          <FileInput
            name="file"
            label="Word file with named places (.docx)"
            placeholder="Choose a file"
            accept=".docx"
            required
            w={360}
            error={problem?.error}
          />
          <Button type="submit" loading={busy}>
            Use it
          </Button>
        </Group>
      </Form>
      <Section title="Places">
        <Text mb="xs">
          Write them into the Word file where the words are to stand; only the first is needed.
        </Text>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {Object.entries(places).map(([place, what]) => (
              <Table.Tr key={place}>
                <Table.Td w={170}>
                  <Code>{`{{${place}}}`}</Code>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    </Page>
  )
}
