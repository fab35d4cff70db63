import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import type { Policy } from '#domain/policy/policy.ts'
import type { PolicyChange } from '#domain/policy/policy-changes.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { testKinds, testTitle } from '#domain/policy/test-fields.ts'
import { Section } from './Page.tsx'
import { PolicyTables, type PolicyView } from './PolicyTables.tsx'
import { AreaForm, SignalForm } from './policy/AreaForms.tsx'
import { AnswerForm, ClassForm } from './policy/ClassForms.tsx'
import type { Shared } from './policy/EditForm.tsx'
import {
  AddRule,
  ControlForm,
  FieldForm,
  ItemForm,
  LogClassForm,
  SeatForm,
} from './policy/GovernanceForms.tsx'
import { CellForm, RuleForm } from './policy/RequirementForms.tsx'

interface Props {
  policy: Policy
  changes: PolicyChange[]
  view: PolicyView
  /** "cell.liability_cap.high" */
  edit: string | null
  kind: string | null
  editable: boolean
  error?: string
}

/** The tables of the rules with the part in hand open as a form below its row. */
export function DraftTables({ policy, changes, view, edit, kind, editable, error }: Props) {
  const here = `/playbook/draft?view=${view}`
  const linkTo = (target: string) => `${here}&edit=${encodeURIComponent(target)}`
  const form = edit ? formOf(policy, edit, { kind, error, cancel: here, linkTo }) : null
  return (
    <Section title="The rules as they would be" aside={editable ? 'Choose a cell to edit it' : undefined}>
      <PolicyTables
        policy={policy}
        view={view}
        base="/playbook/draft"
        editing={
          editable ? { current: edit, linkTo, form, changed: new Set(changes.map(targetOf)) } : undefined
        }
      />
      {editable && view === 'requirements' && (
        <Form method="post">
          <Group align="flex-end" gap="xs" mt="md">
            <input type="hidden" name="what" value="add_rule" />
            <TextInput name="title" label="Another requirement" size="xs" required w={280} />
            <NativeSelect
              name="kind"
              label="Held against"
              size="xs"
              data={testKinds.map((one) => ({ value: one, label: testTitle(one) }))}
            />
            <Button type="submit" size="xs" variant="default">
              Add
            </Button>
          </Group>
        </Form>
      )}
      {editable && (view === 'controls' || view === 'log' || view === 'launch') && <AddRule view={view} />}
    </Section>
  )
}

/** "requirement liability_cap high Level" → "cell.liability_cap.high": the part of the table that a change concerns. */
function targetOf({ id, part }: PolicyChange): string {
  const [, first = '', second = ''] = id.split(' ')
  if (part === 'class') return `class.${first}`
  if (part === 'question') return `answer.${first}.${second}`
  if (part === 'area') {
    const sign = /Sign (\d+)$/.exec(id)?.[1]
    return sign ? `signal.${first}.${Number(sign) - 1}` : `area.${first}`
  }
  if (part !== 'requirement') return `${part}.${first}`
  return RiskClass.safeParse(second).success ? `cell.${first}.${second}` : `rule.${first}`
}

interface Open {
  kind: string | null
  error?: string
  cancel: string
  linkTo(target: string): string
}

function formOf(policy: Policy, edit: string, { kind, error, cancel, linkTo }: Open): ReactNode {
  const [what, first, second] = edit.split('.')
  const key = `${edit} ${kind}`
  const shared = { error, cancel, key }
  const rule = policy.playbook.rules.find((one) => one.id === first)
  const area = policy.areas.find((one) => one.id === first)
  const question = policy.riskMatrix.questions.find((one) => one.id === first)
  const option = question?.options.find((one) => one.value === second)
  const riskClass = RiskClass.safeParse(what === 'cell' ? second : first)
  if (what === 'cell' && rule && riskClass.success)
    return (
      <CellForm
        {...shared}
        rule={rule}
        riskClass={riskClass.data}
        kind={testKinds.find((one) => one === kind)}
        linkToKind={(one) => `${linkTo(edit)}&kind=${one}`}
      />
    )
  if (what === 'rule' && rule) return <RuleForm {...shared} rule={rule} />
  if (what === 'class' && riskClass.success)
    return <ClassForm {...shared} riskMatrix={policy.riskMatrix} riskClass={riskClass.data} />
  if (what === 'answer' && question && option)
    return <AnswerForm {...shared} question={question} option={option} />
  if (what === 'area' && area) return <AreaForm {...shared} area={area} />
  if (what === 'control' || what === 'field' || what === 'log_class' || what === 'item' || what === 'seats')
    return <Fragment key={key}>{governanceForm(policy.governance, what, first, { error, cancel })}</Fragment>
  if (what === 'signal' && area) return <SignalForm {...shared} area={area} index={Number(second)} />
  return null
}

/** The form of one part of the rules of our own side. */
function governanceForm(
  rules: Policy['governance'],
  what: 'control' | 'field' | 'log_class' | 'item' | 'seats',
  id: string | undefined,
  shared: Shared,
): ReactNode {
  const byId = (one: { id: string }) => one.id === id
  const control = rules.controls.controls.find(byId)
  const field = rules.logging.fields.find(byId)
  const item = rules.checklists.items.find(byId)
  const riskClass = RiskClass.safeParse(id)
  if (what === 'control') return control && <ControlForm {...shared} control={control} />
  if (what === 'field') return field && <FieldForm {...shared} field={field} />
  if (what === 'item') return item && <ItemForm {...shared} item={item} />
  if (!riskClass.success) return null
  const of = { ...shared, rules, riskClass: riskClass.data }
  return what === 'seats' ? <SeatForm {...of} /> : <LogClassForm {...of} />
}
