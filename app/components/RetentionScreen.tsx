import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  Select,
  Stack,
  Table,
  TextInput,
} from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useFormat } from './format.ts'
import { ListPager, type ListPlace } from './ListPager.tsx'
import { Empty, Section } from './Page.tsx'
import { type PaperChoices, usePapers, useVendors, type VendorChoices } from './paper-choice.ts'
import { Anchor, Text } from './Words.tsx'

interface Props {
  policy: { months: number; automatic: boolean } | null
  ended: {
    id: string
    slug: string
    title: string
    vendor: string
    endedOn: string
    dueOn: string | null
    due: boolean
    held: boolean
  }[]
  holds: { id: string; title: string; address: string; reason: string; placedBy: string; placedAt: string }[]
  place: ListPlace
  vendors: VendorChoices
  papers: PaperChoices
  done: string | null
  error: string | null
}

export function RetentionScreen(props: Props) {
  return (
    <Stack gap="lg">
      {props.error && (
        <Alert color="red" role="alert" title="Not done">
          {props.error}
        </Alert>
      )}
      {props.done && (
        <Text role="status" fw={600}>
          {props.done}
        </Text>
      )}
      <Section title="How long">
        <Policy policy={props.policy} />
      </Section>
      <Section title="Ended agreements">
        <Ended ended={props.ended} />
        <ListPager place={props.place} />
      </Section>
      <Section title="Legal holds">
        <Holds holds={props.holds} vendors={props.vendors} papers={props.papers} />
      </Section>
      <Section title="A person's data">
        <Forget />
      </Section>
    </Stack>
  )
}

const useBusy = () => useNavigation().state === 'submitting'

function Policy({ policy }: Pick<Props, 'policy'>) {
  const busy = useBusy()
  return (
    <Form method="post">
      <input type="hidden" name="do" value="policy" />
      <Stack gap="sm">
        <Radio.Group
          name="keep"
          defaultValue={policy ? 'months' : 'always'}
          label="Agreements marked as expired or terminated"
        >
          <Stack gap={6} mt={6}>
            <Radio value="always" label="are kept" />
            <Radio
              value="months"
              label="may be deleted after a time, counted from the day they were marked"
            />
          </Stack>
        </Radio.Group>
        <NumberInput
          name="months"
          label="Months"
          min={1}
          max={1200}
          allowDecimal={false}
          defaultValue={policy?.months ?? 84}
          w={140}
        />
        <Checkbox
          name="automatic"
          defaultChecked={policy?.automatic ?? false}
          label="Delete them by themselves when their time is up; otherwise they are listed below and a person deletes them"
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

function Ended({ ended }: Pick<Props, 'ended'>) {
  const format = useFormat()
  const busy = useBusy()
  if (ended.length === 0)
    return (
      <Empty>
        No agreement is marked as expired or terminated. An agreement's status is changed where it is edited.
      </Empty>
    )
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Agreement</Table.Th>
          <Table.Th>Marked as ended</Table.Th>
          <Table.Th>May go</Table.Th>
          <Table.Th aria-label="Delete" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ended.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor to={`/agreements/${one.slug}`}>
                {one.vendor}: {one.title}
              </Anchor>
            </Table.Td>
            <Table.Td>{format.date(one.endedOn)}</Table.Td>
            <Table.Td>{one.held ? 'held' : one.dueOn ? format.date(one.dueOn) : 'kept'}</Table.Td>
            <Table.Td>
              {one.due && (
                <Form method="post">
                  <input type="hidden" name="do" value="delete" />
                  <input type="hidden" name="id" value={one.id} />
                  <Button
                    type="submit"
                    size="compact-sm"
                    color="red"
                    variant="light"
                    loading={busy}
                    aria-label={`Delete ${one.title} for good, with its files and terms`}
                  >
                    Delete for good
                  </Button>
                </Form>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Holds({ holds, vendors, papers }: Pick<Props, 'holds' | 'vendors' | 'papers'>) {
  const format = useFormat()
  const busy = useBusy()
  return (
    <Stack gap="md">
      {holds.length === 0 && (
        <Empty>Nothing is held. A hold keeps an agreement from being deleted until it is lifted.</Empty>
      )}
      {holds.map((hold) => (
        <Group key={hold.id} justify="space-between" wrap="nowrap">
          <Text>
            <Anchor to={hold.address}>{hold.title}</Anchor>: {hold.reason}{' '}
            <Text component="span" c="dimmed" size="sm">
              ({hold.placedBy}, {format.date(hold.placedAt)})
            </Text>
          </Text>
          <Form method="post">
            <input type="hidden" name="do" value="lift" />
            <input type="hidden" name="id" value={hold.id} />
            <Button
              type="submit"
              size="compact-sm"
              variant="default"
              loading={busy}
              aria-label={`Lift the hold on ${hold.title}`}
            >
              Lift
            </Button>
          </Form>
        </Group>
      ))}
      {!(vendors.whole && vendors.vendors.length === 0) && (
        <Form method="post">
          <input type="hidden" name="do" value="hold" />
          <Group align="flex-end">
            <HeldField vendors={vendors} papers={papers} />
            <TextInput name="reason" label="Because" required maxLength={500} flex={1} miw={200} />
            <Button type="submit" variant="default" loading={busy}>
              Place a hold
            </Button>
          </Group>
        </Form>
      )}
    </Stack>
  )
}

/** What a hold keeps: a list in a small register, letters to type in a large one. */
function HeldField({ vendors, papers }: Pick<Props, 'vendors' | 'papers'>) {
  const [ofVendors, ofPapers] = [useVendors(vendors), usePapers(papers)]
  const data = [
    { group: 'All agreements of a vendor', items: subjects('vendor', ofVendors.data) },
    { group: 'One agreement', items: subjects('agreement', ofPapers.data) },
  ]
  if (vendors.whole && papers.whole) return <NativeSelect name="held" label="Keep" data={data} />
  return (
    <Select
      name="held"
      label="Keep"
      placeholder="A vendor or an agreement"
      data={data}
      searchable
      required
      w={320}
      limit={50}
      nothingFoundMessage="Type a few letters of a vendor or a title"
      onSearchChange={(typed) => {
        ofVendors.onSearchChange(typed)
        ofPapers.onSearchChange(typed)
      }}
    />
  )
}

const subjects = (subject: string, of: { value: string; label: string }[]) =>
  of.map(({ value, label }) => ({ value: `${subject} ${value}`, label }))

function Forget() {
  const busy = useBusy()
  return (
    <Form method="post">
      <input type="hidden" name="do" value="forget" />
      <Stack gap="sm">
        <Text>
          Removes the name and e-mail address of somebody who has left, and their way in. What they decided
          stays, by “a removed person”, and the trail stays whole. Words that somebody typed into a reason or
          a comment are not searched. This can't be undone.
        </Text>
        <Group align="flex-end">
          <TextInput name="email" label="E-mail address" type="email" required miw={280} />
          <Button type="submit" color="red" variant="light" loading={busy}>
            Remove their data
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
