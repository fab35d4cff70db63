import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { plainName } from '#domain/policy/checks/verdict.ts'
import { Level, type Rule, type Test } from '#domain/policy/playbook.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { kindsOf } from '#domain/policy/policy-edit.ts'
import { RiskClass, type RiskClass as RiskClassName, riskClassTitles } from '#domain/policy/risk.ts'
import { fieldValue, type TestField, testFields, testTitle } from '#domain/policy/test-fields.ts'
import { levelWords } from './PolicyTables.tsx'

/** The forms that open in the tables of a draft. Each posts one change. */

interface FormProps {
  /** Hidden fields that say which part is changed. */
  of: Record<string, string>
  error?: string
  cancel: string
  /** Buttons beside Save. */
  more?: ReactNode
  children: ReactNode
}

function EditForm({ of, error, cancel, more, children }: FormProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Stack gap="xs" maw={900} py="xs">
        {children}
        {error && (
          <Text c="var(--critical)" role="alert">
            {error}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={busy}>
            Save in the draft
          </Button>
          {more}
          <Button component={Link} to={cancel} size="xs" variant="default" preventScrollReset>
            Close
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

interface Shared {
  error?: string
  cancel: string
}

/** One requirement for one class. `kind` is the kind of test when the address names another than the cell's own. */
export function CellForm(
  props: Shared & {
    rule: Rule
    riskClass: RiskClassName
    kind?: Test['kind']
    linkToKind(kind: string): string
  },
) {
  const { rule, riskClass, error, cancel, linkToKind } = props
  const requirement = rule.by[riskClass]
  const kinds = kindsOf(rule)
  const kind = props.kind ?? requirement?.test.kind ?? kinds[0]
  if (!kind) return null
  const test = requirement?.test.kind === kind ? requirement.test : undefined
  return (
    <EditForm
      of={{ what: 'cell', rule: rule.id, riskClass, kind }}
      error={error}
      cancel={cancel}
      more={
        requirement && (
          <Button type="submit" name="nothing" value="yes" size="xs" variant="default">
            Ask nothing of this class
          </Button>
        )
      }
    >
      <Text fw={550}>
        {rule.title}, {riskClassTitles[riskClass]}
      </Text>
      {kinds.length > 1 && (
        <Text size="sm" component="div">
          Held against:{' '}
          {kinds.map((one) =>
            one === kind ? (
              <b key={one}>{testTitle(one)} </b>
            ) : (
              <Link key={one} to={linkToKind(one)} preventScrollReset>
                {testTitle(one)}{' '}
              </Link>
            ),
          )}
        </Text>
      )}
      <Group align="flex-start" gap="md">
        <NativeSelect
          name="level"
          label="Level"
          size="xs"
          defaultValue={requirement?.level ?? 'required'}
          data={Level.options.map((level) => ({ value: level, label: levelWords[level] }))}
        />
        {testFields(kind).map((field) => (
          <TestInput key={field.name} field={field} value={test ? fieldValue(test, field) : ''} />
        ))}
      </Group>
      <TextInput
        name="words"
        label="In words for people"
        size="xs"
        required
        defaultValue={requirement?.words ?? ''}
      />
      {(rule.ask.includes('{insert}') || requirement?.insert) && (
        <Textarea
          name="insert"
          label="Words that the language to ask for takes in"
          size="xs"
          autosize
          defaultValue={requirement?.insert ?? ''}
        />
      )}
    </EditForm>
  )
}

function TestInput({ field, value }: { field: TestField; value: string | string[] }) {
  const name = `test.${field.name}`
  if (field.type === 'flag')
    return (
      <Checkbox
        name={name}
        value="yes"
        label={field.label}
        size="xs"
        mt={26}
        defaultChecked={value === 'yes'}
      />
    )
  if (field.type === 'choice')
    return (
      <NativeSelect
        name={name}
        label={field.label}
        size="xs"
        defaultValue={String(value)}
        data={(field.options ?? []).map((option) => ({ value: option, label: plainName(option) }))}
      />
    )
  if (field.type === 'list')
    return (
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <Text component="legend" size="xs" fw={500}>
          {field.label}
        </Text>
        <Group gap="sm" mt={4}>
          {(field.options ?? []).map((option) => (
            <Checkbox
              key={option}
              name={name}
              value={option}
              label={plainName(option)}
              size="xs"
              defaultChecked={value.includes(option)}
            />
          ))}
        </Group>
      </fieldset>
    )
  return <TextInput name={name} label={field.label} size="xs" defaultValue={String(value)} />
}

export function RuleForm({ rule, error, cancel }: Shared & { rule: Rule }) {
  return (
    <EditForm
      of={{ rule: rule.id }}
      error={error}
      cancel={cancel}
      more={
        <Button type="submit" name="what" value="remove_rule" size="xs" variant="default">
          Remove the requirement
        </Button>
      }
    >
      <input type="hidden" name="what" value="rule" />
      <TextInput name="title" label="Title" size="xs" required defaultValue={rule.title} />
      <Textarea name="why" label="Why it matters" size="xs" autosize required defaultValue={rule.why} />
      <NativeSelect
        name="weight"
        label="Weight"
        size="xs"
        defaultValue={String(rule.weight)}
        data={[
          { value: '1', label: 'Decides who pays' },
          { value: '0', label: 'As the others' },
          { value: '-1', label: 'Others make up for it' },
        ]}
      />
      <Textarea
        name="ask"
        label="Language to ask for"
        description="{insert} stands for the words of the class"
        size="xs"
        autosize
        required
        defaultValue={rule.ask}
      />
      <Textarea
        name="fallback"
        label="What to settle for"
        size="xs"
        autosize
        required
        defaultValue={rule.fallback}
      />
    </EditForm>
  )
}

export function ClassForm(props: Shared & { riskMatrix: Policy['riskMatrix']; riskClass: RiskClassName }) {
  const { riskMatrix, riskClass, error, cancel } = props
  const { example, controls, humanReview, logged } = riskMatrix.classes[riskClass]
  return (
    <EditForm of={{ what: 'class', riskClass }} error={error} cancel={cancel}>
      <TextInput name="example" label="For example" size="xs" required defaultValue={example} />
      <Group grow align="flex-start">
        <Textarea
          name="controls"
          label="Required controls, one a line"
          size="xs"
          autosize
          required
          defaultValue={controls.join('\n')}
        />
        <Textarea
          name="logged"
          label="To be logged, one a line"
          size="xs"
          autosize
          required
          defaultValue={logged.join('\n')}
        />
      </Group>
      <Group>
        <TextInput name="humanReview" label="Human review" size="xs" required defaultValue={humanReview} />
        <TextInput
          name="reviewMonths"
          label="Months between reviews"
          size="xs"
          inputMode="numeric"
          required
          defaultValue={riskMatrix.reviewMonths[riskClass]}
        />
      </Group>
    </EditForm>
  )
}

type Question = Policy['riskMatrix']['questions'][number]

export function AnswerForm(props: Shared & { question: Question; option: Question['options'][number] }) {
  const { question, option, error, cancel } = props
  return (
    <EditForm
      of={{ what: 'answer', question: question.id, value: option.value }}
      error={error}
      cancel={cancel}
    >
      <Group grow align="flex-start">
        <TextInput name="label" label="Answer" size="xs" required defaultValue={option.label} />
        <NativeSelect
          name="forces"
          label="Asks for at least"
          size="xs"
          defaultValue={option.forces ?? ''}
          data={[
            { value: '', label: 'no class' },
            ...RiskClass.options.map((c) => ({ value: c, label: riskClassTitles[c] })),
          ]}
        />
      </Group>
      <Textarea name="why" label="Because" size="xs" autosize defaultValue={option.why ?? ''} />
    </EditForm>
  )
}

type Area = Policy['areas'][number]

export function AreaForm({ area, error, cancel }: Shared & { area: Area }) {
  return (
    <EditForm of={{ what: 'area', area: area.id }} error={error} cancel={cancel}>
      <TextInput name="title" label="Area" size="xs" required defaultValue={area.title} />
      <Textarea
        name="describes"
        label="What it means"
        size="xs"
        autosize
        required
        defaultValue={area.describes}
      />
      <Textarea
        name="ifUnallocated"
        label="When nobody has it"
        size="xs"
        autosize
        required
        defaultValue={area.ifUnallocated}
      />
    </EditForm>
  )
}

export function SignalForm({ area, index, error, cancel }: Shared & { area: Area; index: number }) {
  const signal = area.signals[index]
  if (!signal) return null
  const where = Object.entries(signal.where).map(
    ([field, values]) => `${plainName(field)}: ${values.map((v) => plainName(String(v))).join(' or ')}`,
  )
  return (
    <EditForm of={{ what: 'signal', area: area.id, index: String(index) }} error={error} cancel={cancel}>
      <Text size="sm">
        Holds where an agreement has the term “{plainName(signal.term)}”
        {where.length > 0 && ` with ${where.join(', ')}`}.
      </Text>
      <Group grow align="flex-start">
        <TextInput
          name="note"
          label="What the contract says then"
          size="xs"
          required
          defaultValue={signal.note}
        />
        <NativeSelect
          name="to"
          label="Gives it to"
          size="xs"
          defaultValue={signal.to}
          data={[
            { value: 'vendor', label: 'the vendor' },
            { value: 'customer', label: 'us' },
            { value: 'shared', label: 'both' },
            { value: 'remove', label: 'nobody: remove this sign' },
          ]}
        />
      </Group>
    </EditForm>
  )
}
