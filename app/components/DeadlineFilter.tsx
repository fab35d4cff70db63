import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import type { VendorChoices } from './paper-choice.ts'
import { VendorNameField } from './VendorNameField.tsx'
import { Anchor, Text } from './Words.tsx'

export const deadlineKinds: Record<string, string> = {
  non_renewal_notice: 'Notice against a renewal',
  term_end: 'End of a term',
  price_change: 'Price change',
  re_papering: 'Review of the papers',
  evidence_expires: 'Evidence that runs out',
  assurance_expires: 'Report or certificate that expires',
  acceptance_ends: 'Accepted risk that ends',
  incident_clock: 'Clock of an incident',
  source_review: 'Review of a source',
  open_role: 'Role that nobody has',
}

interface Props {
  filter: {
    kind: string
    owner: string
    vendor: string
    within?: number
    state: string
    view: string
    month: string
  }
  kinds: string[]
  owners: string[]
  vendors: VendorChoices
  saved: { id: string; name: string; query: string }[]
  query: string
  mayWork: boolean
}

/** Which dates are shown: in the address, so that a link shows a colleague the same; and the views that were saved. */
export function DeadlineFilter({ filter, kinds, owners, vendors, saved, query, mayWork }: Props) {
  const option = (value: string, label: string) => ({ value, label })
  return (
    <>
      <Form method="get">
        <Group gap="xs" align="flex-end" mb="xs">
          <NativeSelect
            name="kind"
            label="Kind"
            size="xs"
            defaultValue={filter.kind}
            data={[
              option('', 'Every kind'),
              ...kinds.map((k) => option(k, deadlineKinds[k] ?? k.replaceAll('_', ' '))),
            ]}
          />
          <NativeSelect
            name="owner"
            label="Owner"
            size="xs"
            defaultValue={filter.owner}
            data={[option('', 'Anybody'), option('nobody', 'Nobody yet'), ...owners.map((o) => option(o, o))]}
          />
          {vendors.whole ? (
            <NativeSelect
              name="vendor"
              label="Vendor"
              size="xs"
              defaultValue={filter.vendor}
              data={[option('', 'Every vendor'), ...vendors.vendors.map(({ title }) => option(title, title))]}
            />
          ) : (
            <VendorNameField
              name="vendor"
              label="Vendor"
              size="xs"
              placeholder="Every vendor"
              defaultValue={filter.vendor}
              choices={vendors}
            />
          )}
          <NativeSelect
            name="within"
            label="Due"
            size="xs"
            defaultValue={filter.within ?? ''}
            data={[
              option('', 'At any time'),
              option('30', 'Within 30 days'),
              option('90', 'Within 90 days'),
              option('365', 'Within a year'),
            ]}
          />
          <NativeSelect
            name="state"
            label="State"
            size="xs"
            defaultValue={filter.state}
            data={[
              option('open', 'Open'),
              option('snoozed', 'Set aside'),
              option('done', 'Done'),
              option('all', 'All'),
            ]}
          />
          <TextInput name="month" type="month" label="Month" size="xs" defaultValue={filter.month} />
          <NativeSelect
            name="view"
            label="As"
            size="xs"
            defaultValue={filter.view}
            data={[option('list', 'List'), option('calendar', 'Calendar')]}
          />
          <Button type="submit" size="xs" variant="default">
            Show
          </Button>
        </Group>
      </Form>
      <Group gap="sm" mb="md" align="center">
        {saved.length > 0 && (
          <Text size="sm" c="dimmed">
            Saved views:
          </Text>
        )}
        {saved.map((view) => (
          <Group key={view.id} gap={4}>
            <Anchor to={`?${view.query}`} size="sm" aria-current={view.query === query ? 'page' : undefined}>
              {view.name}
            </Anchor>
            {mayWork && view.query === query && (
              <Form method="post">
                <input type="hidden" name="id" value={view.id} />
                <Button type="submit" name="verdict" value="forget" size="compact-xs" variant="default">
                  Remove this view
                </Button>
              </Form>
            )}
          </Group>
        ))}
        {mayWork && query && (
          <Form method="post">
            <input type="hidden" name="query" value={query} />
            <Group gap="xs">
              <TextInput
                name="name"
                aria-label="Name of this view"
                placeholder="Name of this view"
                size="xs"
                required
              />
              <Button type="submit" name="verdict" value="save" size="xs" variant="default">
                Save this view
              </Button>
            </Group>
          </Form>
        )}
      </Group>
    </>
  )
}
