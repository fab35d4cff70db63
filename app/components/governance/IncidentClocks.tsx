import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useFormat } from '../format.ts'
import { Empty, Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'
import type { IncidentShown } from './incident-view.ts'
import { Item, Mark } from './Mark.tsx'

/** Clocks from the contracts and the laws chosen: by when whom must be told, and whether they were. */
export function IncidentClocks({ view }: { view: IncidentShown }) {
  const { clocks, now, mayGovern, laws, incident } = view
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="Clocks" aside={`running since ${format.moment(incident.knownAt)}, when we knew`}>
      {clocks.length === 0 && (
        <Empty>
          No contract that was read has a clock for this, and no law is chosen. Choose those that apply.
        </Empty>
      )}
      {clocks.map((clock) => {
        const late = clock.due !== null && clock.due < now
        return (
          <Item
            key={clock.id}
            mark={
              clock.doneAt ? (
                <Mark ok={clock.due && clock.doneAt > clock.due ? 'no' : 'yes'}>
                  {clock.due && clock.doneAt > clock.due ? 'Done late' : 'Done'}
                </Mark>
              ) : (
                <Mark ok={late ? 'no' : 'soon'}>{late ? 'Late' : clock.due ? 'Running' : 'At once'}</Mark>
              )
            }
            head={
              <>
                <Text component="span" fw={550}>
                  {clock.due && `${format.moment(clock.due)} · `}
                  {clock.title}
                </Text>
                : {clock.who}
              </>
            }
          >
            <Text size="sm" c="dimmed">
              {clock.why}.{' '}
              {clock.clause ? (
                <Anchor to={clock.clause.href} inherit>
                  {clock.clause.where}
                </Anchor>
              ) : (
                clock.source
              )}
            </Text>
            {clock.clause && (
              <Text size="sm" style={{ fontStyle: 'italic' }} c="dimmed">
                “{clock.clause.quote}”
              </Text>
            )}
            {clock.doneAt ? (
              <Text size="sm">{format.moment(clock.doneAt)}</Text>
            ) : (
              mayGovern && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="clock" value={clock.id} />
                  <Group gap="xs" mt={4}>
                    <TextInput
                      name="words"
                      size="xs"
                      placeholder="Whom, how, reference"
                      aria-label={`How it was done: ${clock.title}`}
                      style={{ flex: 1 }}
                    />
                    <Button type="submit" name="do" value="told" size="xs" variant="default" loading={busy}>
                      It is done
                    </Button>
                  </Group>
                </Form>
              )
            )}
          </Item>
        )
      })}
      {mayGovern && <OwnClockForm key={clocks.length} />}
      {mayGovern && (
        <details>
          <summary>Laws that apply</summary>
          <Form method="post" preventScrollReset>
            <Checkbox.Group aria-label="Laws that apply" defaultValue={incident.laws}>
              {laws.map((law) => (
                <Checkbox
                  key={law.id}
                  mt={4}
                  name="laws"
                  value={law.id}
                  label={`${law.title} (${law.source})`}
                  description={law.note}
                />
              ))}
            </Checkbox.Group>
            <Button type="submit" name="do" value="laws" mt="xs" size="xs" variant="default" loading={busy}>
              Save
            </Button>
          </Form>
        </details>
      )}
    </Section>
  )
}

/** What we owe our own customers, or anybody else, by a contract that is not in the register. */
function OwnClockForm() {
  const busy = useNavigation().state !== 'idle'
  return (
    <details>
      <summary>Another clock: a customer of ours, by their contract</summary>
      <Form method="post" preventScrollReset>
        <Group gap="xs" align="flex-end" my="xs">
          <TextInput size="xs" name="who" label="Whom we tell" placeholder="Delta Foods" required />
          <TextInput size="xs" name="title" label="Of what" defaultValue="Notice of the incident" required />
          <TextInput size="xs" name="hours" label="Within, hours" inputMode="numeric" w={100} required />
          <TextInput
            size="xs"
            name="source"
            label="Where it stands"
            placeholder="Services agreement, clause 12.3"
            style={{ flex: 1 }}
            required
          />
          <Button type="submit" name="do" value="clock" size="xs" variant="default" loading={busy}>
            Start it
          </Button>
        </Group>
      </Form>
    </details>
  )
}
