import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Policy } from '#domain/policy/policy.ts'
import { RiskClass, type RiskClass as RiskClassName, riskClassTitles } from '#domain/policy/risk.ts'
import { EditForm, type Shared } from './EditForm.tsx'

export function ClassForm(props: Shared & { riskMatrix: Policy['riskMatrix']; riskClass: RiskClassName }) {
  const { riskMatrix, riskClass, error, cancel } = props
  const { example, humanReview } = riskMatrix.classes[riskClass]
  return (
    <EditForm of={{ what: 'class', riskClass }} error={error} cancel={cancel}>
      <TextInput name="example" label="For example" size="xs" required defaultValue={example} />
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
