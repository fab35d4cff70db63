import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Link } from '@remix-run/react'
import { plainName } from '#domain/policy/checks/verdict.ts'
import { Level, type Rule, type Test } from '#domain/policy/playbook.ts'
import { kindsOf } from '#domain/policy/policy-edit.ts'
import { type RiskClass, riskClassTitles } from '#domain/policy/risk.ts'
import { fieldValue, type TestField, testFields, testTitle } from '#domain/policy/test-fields.ts'
import { Text } from '../Words.tsx'
import { EditForm, type Shared } from './EditForm.tsx'
import { levelWords } from './RequirementTable.tsx'

/** One requirement for one class. `kind` is the kind of test when the address names another than the cell's own. */
export function CellForm(
  props: Shared & {
    rule: Rule
    riskClass: RiskClass
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
