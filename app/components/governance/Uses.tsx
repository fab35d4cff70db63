import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { IntentLibrary, UseState } from '#domain/governance/uses.ts'
import { plainName } from '#domain/policy/checks/verdict.ts'
import { riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import { Section } from '../Page.tsx'
import { RiskClassSign } from '../Signs.tsx'
import { Anchor, Text } from '../Words.tsx'
import { Item, Mark } from './Mark.tsx'

type UseRow = Omit<UseState, 'conflicts'> & { clauses: { where: string; href: string; quote: string }[] }

/** One intent: served, refused or blocked, with what blocks it and who looks. */
export function UseLine(props: { use: UseRow; library: IntentLibrary; mayGovern: boolean }) {
  const { use, library, mayGovern } = props
  const triggers = library.triggers.filter((t) => use.triggers.includes(t.id)).map((t) => t.title)
  const mark =
    use.stance === 'prohibited' ? (
      <Mark ok="open">Refused</Mark>
    ) : use.problems.length > 0 ? (
      <Mark ok="no">Blocked</Mark>
    ) : (
      <Mark ok="yes">Served</Mark>
    )
  return (
    <Item
      mark={mark}
      head={
        <>
          <Text component="span" fw={550}>
            {use.title}
          </Text>{' '}
          <RiskClassSign riskClass={use.riskClass} />
        </>
      }
    >
      {use.problems.map((problem) => (
        <Text key={problem} size="sm">
          {problem}
        </Text>
      ))}
      {use.clauses.map((clause) => (
        <Text key={clause.href} size="sm" c="dimmed">
          <Anchor to={clause.href} inherit>
            {clause.where}
          </Anchor>
          : “{clause.quote}”
        </Text>
      ))}
      {use.stance === 'allowed' && (
        <Text size="sm" c="dimmed">
          {triggers.length > 0
            ? `A person looks first at: ${triggers.join(', ')}. `
            : 'No trigger sends it to a person. '}
          {use.reviewer && `Reviewed by ${use.reviewer}.`}
        </Text>
      )}
      {mayGovern && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value={use.intent} />
          <Button type="submit" name="do" value="remove" size="compact-xs" variant="subtle">
            Take off the list
          </Button>
        </Form>
      )}
    </Item>
  )
}

interface AddProps {
  library: IntentLibrary
  errors?: Record<string, string>
}

/** Lists an intent of the library, or one of our own with its class and what it does in the vendors' words. */
export function AddUse({ library, errors }: AddProps) {
  const busy = useNavigation().state !== 'idle'
  const kinds = [...new Set(library.intents.flatMap((intent) => intent.uses))].sort()
  return (
    <Section title="Add or change an intent">
      <Form method="post" preventScrollReset>
        <Group align="flex-end" gap="xs">
          <NativeSelect
            name="intent"
            label="Intent"
            error={errors?.intent}
            data={[
              { value: '', label: 'Choose' },
              ...library.intents.map((intent) => ({ value: intent.id, label: intent.title })),
            ]}
          />
          <StanceAndReviewer />
        </Group>
        <Triggers library={library} description="Besides those the intent brings with it" />
        <Button type="submit" name="do" value="save" mt="sm" loading={busy}>
          Save
        </Button>
      </Form>
      <details open={errors?.title !== undefined || undefined}>
        <summary>An intent of our own</summary>
        <Form method="post" preventScrollReset>
          <Group align="flex-end" gap="xs" mt="xs">
            <TextInput
              name="title"
              label="What is asked"
              placeholder="Loyalty points"
              error={errors?.title}
            />
            <NativeSelect
              name="riskClass"
              label="Class"
              data={riskClasses.map((value) => ({ value, label: riskClassTitles[value] }))}
            />
            <StanceAndReviewer />
          </Group>
          <Checkbox.Group label="It does" description="What vendors forbid is held against these" mt="xs">
            <Group gap="md" mt={4}>
              {kinds.map((kind) => (
                <Checkbox key={kind} name="uses" value={kind} label={plainName(kind)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Triggers library={library} />
          <Button type="submit" name="do" value="save_own" mt="sm" variant="default" loading={busy}>
            Save our own
          </Button>
        </Form>
      </details>
    </Section>
  )
}

const StanceAndReviewer = () => (
  <>
    <NativeSelect
      name="stance"
      label="It is"
      data={[
        { value: 'allowed', label: 'Served' },
        { value: 'prohibited', label: 'Refused' },
      ]}
    />
    <TextInput name="reviewer" label="Reviewed by" placeholder="Claims desk, A. Reyes" style={{ flex: 1 }} />
  </>
)

const Triggers = ({ library, description }: { library: IntentLibrary; description?: string }) => (
  <Checkbox.Group label="A person looks first when" description={description} mt="xs">
    <Group gap="md" mt={4}>
      {library.triggers.map((t) => (
        <Checkbox key={t.id} name="triggers" value={t.id} label={t.title} />
      ))}
    </Group>
  </Checkbox.Group>
)
