import { Button, Code, FileInput, Group, NativeSelect, Table } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { type Language, languageTitles } from '#domain/register/document-style.ts'
import { useFormat } from './format.ts'
import { Text } from './Words.tsx'

const useBusy = () => useNavigation().state !== 'idle'

/** The language in which matrices are written when nobody asks for another. */
export function LanguageForm({ language }: { language: Language }) {
  const busy = useBusy()
  return (
    <Form method="post">
      <Group align="flex-end" mb="md">
        <NativeSelect
          name="language"
          label="Responsibility matrices are in"
          defaultValue={language}
          data={Object.entries(languageTitles).map(([value, label]) => ({ value, label }))}
        />
        <Button type="submit" name="change" value="language" variant="default" loading={busy}>
          Save
        </Button>
      </Group>
    </Form>
  )
}

/** The picture at the head of Word documents. */
export function LogoForm({ logo, error }: { logo: string | null; error?: string }) {
  const busy = useBusy()
  return (
    <>
      {logo && (
        <Form method="post">
          <Group mb="xs">
            <Text>Logo: {logo}</Text>
            <Button
              type="submit"
              name="change"
              value="drop_logo"
              size="compact-md"
              variant="default"
              loading={busy}
            >
              Take it off
            </Button>
          </Group>
        </Form>
      )}
      <Form method="post" action="?of=logo" encType="multipart/form-data">
        <Group align="flex-end" mb="md">
          <FileInput
            name="file"
            label={logo ? 'Another logo (PNG or JPEG)' : 'Logo on every Word document (PNG or JPEG)'}
            placeholder="Choose a picture"
            accept="image/png,image/jpeg"
            required
            w={360}
            error={error}
          />
          <Button type="submit" variant="default" loading={busy}>
            Put it on
          </Button>
        </Group>
      </Form>
    </>
  )
}

/** A Word file of one's own in place of the built-in layout. */
export function TemplateForm({
  own,
  error,
}: {
  own: { fileName: string; by: string; at: string } | null
  error?: string
}) {
  const format = useFormat()
  const busy = useBusy()
  return (
    <>
      {own ? (
        <Form method="post">
          <Group>
            <Text>
              {own.fileName}, from {own.by} on {format.date(own.at)}
            </Text>
            <Button
              type="submit"
              name="change"
              value="drop_template"
              size="compact-md"
              variant="default"
              loading={busy}
            >
              Use the built-in layout again
            </Button>
          </Group>
        </Form>
      ) : (
        <Text>Matrices have the built-in layout.</Text>
      )}
      <Form method="post" action="?of=template" encType="multipart/form-data">
        <Group align="flex-end" my="md">
          <FileInput
            name="file"
            label="Word file with named places (.docx)"
            placeholder="Choose a file"
            accept=".docx"
            required
            w={360}
            error={error}
          />
          <Button type="submit" loading={busy}>
            Use it
          </Button>
        </Group>
      </Form>
    </>
  )
}

/** The places that such a file may have. */
export function MatrixPlaces({ places }: { places: Record<string, string> }) {
  return (
    <>
      <Text mb="xs">
        Write these places into the Word file where the words are to stand; only the first is needed.
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
    </>
  )
}
