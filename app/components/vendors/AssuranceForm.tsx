import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { assuranceTitles } from '#domain/register/assurance.ts'
import { Text } from '../Words.tsx'

/** Records a report or certificate, with its file when there is one. */
export function AssuranceForm({ error }: { error?: string }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" encType="multipart/form-data">
      {error && (
        <Text c="var(--critical)" role="alert" mb="xs">
          {error}
        </Text>
      )}
      <Group gap="sm" align="flex-end">
        <NativeSelect
          name="kind"
          label="What it is"
          data={Object.entries(assuranceTitles).map(([value, label]) => ({ value, label }))}
        />
        <TextInput name="title" label="Its own name" placeholder="SOC 2 Type II, 2026" w={240} />
        <TextInput type="date" name="expiresOn" label="Good until" required />
      </Group>
      <Group gap="sm" align="flex-end" mt="xs">
        <TextInput type="file" name="file" label="File" w={300} />
        <TextInput name="note" label="Note" w={300} />
        <Button type="submit" name="do" value="add" loading={busy}>
          Record
        </Button>
      </Group>
    </Form>
  )
}
