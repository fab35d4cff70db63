import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import { useFormat } from './format.ts'
import type { DeadlineWorkView } from './policy-view.ts'
import { WhenOpened } from './WhenOpened.tsx'
import { Anchor, Text } from './Words.tsx'

const methods = ['courier', 'registered mail', 'e-mail', 'hand', 'mail']

/** What can be done about one date: who owns it, set it aside, finish it, send the notice. */
export function DeadlineWork({ deadline: d, mayWork }: { deadline: DeadlineWorkView; mayWork: boolean }) {
  const { date } = useFormat()
  const said = isSaid(d)
  return (
    <>
      <Text size="sm" c="dimmed">
        {d.owner ? `Owner: ${d.owner}` : 'Nobody owns it yet'}
        {d.deputy && `; deputy: ${d.deputy}`}
      </Text>
      {said && d.mark && (
        <Text size="sm" fw={550}>
          {d.state === 'done' ? 'Done' : `Set aside until ${date(d.mark.until ?? d.date)}`}: {d.mark.reason} (
          {d.mark.by}, {date(d.mark.at)})
        </Text>
      )}
      {mayWork && (
        <WhenOpened
          summary={
            <Text component="span" size="sm" c="dimmed">
              Work on it
              <span hidden>
                {' '}
                {d.title}, {d.about}
              </span>
            </Text>
          }
        >
          <Forms deadline={d} />
        </WhenOpened>
      )}
    </>
  )
}

/** Whether somebody has set it aside or finished it. */
const isSaid = (d: DeadlineWorkView) => d.mark && d.state !== 'open'

function Forms({ deadline: d }: { deadline: DeadlineWorkView }) {
  const hidden = (
    <>
      <input type="hidden" name="key" value={d.id} />
      <input type="hidden" name="dueOn" value={d.date} />
    </>
  )
  if (isSaid(d))
    return (
      <Form method="post" preventScrollReset>
        {hidden}
        <Button type="submit" name="verdict" value="reopen" size="xs" variant="default">
          Open it again
        </Button>
      </Form>
    )
  return (
    <>
      <Form method="post" preventScrollReset>
        {hidden}
        <Group gap="xs" align="flex-end" my={4}>
          <TextInput name="owner" label="Owner" size="xs" defaultValue={d.owner ?? ''} />
          <TextInput
            name="deputy"
            label="Deputy, told when time runs short"
            size="xs"
            defaultValue={d.deputy ?? ''}
          />
          <Button type="submit" name="verdict" value="own" size="xs" variant="default">
            Save the owner
          </Button>
        </Group>
      </Form>
      <Form method="post" preventScrollReset>
        {hidden}
        <Group gap="xs" align="flex-end" my={4}>
          <TextInput type="date" name="until" label="Set aside until" size="xs" required />
          <TextInput name="reason" label="Because" size="xs" required style={{ flex: 1 }} />
          <Button type="submit" name="verdict" value="snooze" size="xs" variant="default">
            Set aside
          </Button>
        </Group>
      </Form>
      <Form method="post" preventScrollReset>
        {hidden}
        <Group gap="xs" align="flex-end" my={4}>
          <TextInput
            name="reason"
            label="What shows that it is done"
            size="xs"
            required
            style={{ flex: 1 }}
          />
          <Button type="submit" name="verdict" value="done" size="xs">
            Done
          </Button>
        </Group>
      </Form>
      {d.kind === 'non_renewal_notice' && d.agreement && (
        <Form method="post" preventScrollReset>
          {hidden}
          <Text size="sm" mt="xs">
            <Anchor reloadDocument to={`/deadlines/${d.agreement}/notice.docx`} inherit>
              Notice letter (Word)
            </Anchor>
            , then record that it was sent:
          </Text>
          <Group gap="xs" align="flex-end" my={4}>
            <NativeSelect name="method" label="Sent by" size="xs" data={methods} />
            <TextInput type="date" name="sentOn" label="Sent on" size="xs" required />
            <TextInput name="reason" label="Proof, such as a tracking number" size="xs" required />
            <Button type="submit" name="verdict" value="sent" size="xs">
              Record the sending
            </Button>
          </Group>
        </Form>
      )}
    </>
  )
}
