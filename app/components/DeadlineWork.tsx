import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
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
  if (isSaid(d)) return <Step of={d} verdict="reopen" does="Open it again" />
  return (
    <>
      <Step of={d} verdict="own" does="Save the owner">
        <TextInput name="owner" label="Owner" size="xs" defaultValue={d.owner ?? ''} />
        <TextInput
          name="deputy"
          label="Deputy, told when time runs short"
          size="xs"
          defaultValue={d.deputy ?? ''}
        />
      </Step>
      <Step of={d} verdict="snooze" does="Set aside">
        <TextInput type="date" name="until" label="Set aside until" size="xs" required />
        <TextInput name="reason" label="Because" size="xs" required style={{ flex: 1 }} />
      </Step>
      <Step of={d} verdict="done" does="Done" last>
        <TextInput name="reason" label="What shows that it is done" size="xs" required style={{ flex: 1 }} />
      </Step>
      {d.kind === 'non_renewal_notice' && d.agreement && (
        <>
          <Text size="sm" mt="xs">
            <Anchor reloadDocument to={`/deadlines/${d.agreement}/notice.docx`} inherit>
              Notice letter (Word)
            </Anchor>
            , then record that it was sent:
          </Text>
          <Step of={d} verdict="sent" does="Record the sending" last>
            <NativeSelect name="method" label="Sent by" size="xs" data={methods} />
            <TextInput type="date" name="sentOn" label="Sent on" size="xs" required />
            <TextInput name="reason" label="Proof, such as a tracking number" size="xs" required />
          </Step>
        </>
      )}
    </>
  )
}

interface StepProps {
  of: DeadlineWorkView
  verdict: string
  /** What the button says. */
  does: string
  /** With it the date is dealt with. */
  last?: boolean
  children?: ReactNode
}

/** One thing that can be done about a date, with what it takes to say so. */
function Step({ of, verdict, does, last, children }: StepProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="key" value={of.id} />
      <input type="hidden" name="dueOn" value={of.date} />
      <Group gap="xs" align="flex-end" my={4}>
        {children}
        <Button type="submit" name="verdict" value={verdict} size="xs" variant={last ? 'filled' : 'default'}>
          {does}
        </Button>
      </Group>
    </Form>
  )
}
