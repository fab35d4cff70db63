import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { Vendor } from '#domain/register/vendor.ts'

export function VendorForm({ vendor, errors }: { vendor?: Vendor; errors?: Record<string, string> }) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post">
      <Stack gap="sm" maw={520}>
        <TextInput
          name="name"
          label="Name"
          required
          defaultValue={vendor?.name}
          error={errors?.name}
          autoFocus={!vendor}
        />
        <TextInput
          name="website"
          label="Website"
          placeholder="https://"
          defaultValue={vendor?.website ?? ''}
          error={errors?.website}
        />
        <TextInput
          name="owner"
          label="Who looks after them"
          defaultValue={vendor?.owner ?? ''}
          error={errors?.owner}
        />
        <Textarea
          name="noticeAddress"
          label="Where notices to them go"
          description="Stands in letters; leave it blank where the notices clause names the address"
          autosize
          minRows={2}
          defaultValue={vendor?.noticeAddress ?? ''}
          error={errors?.noticeAddress}
        />
        <Textarea
          name="notes"
          label="Notes"
          autosize
          minRows={3}
          defaultValue={vendor?.notes ?? ''}
          error={errors?.notes}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
