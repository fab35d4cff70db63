import { Alert, Button, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import {
  classify,
  compareClasses,
  RiskClass,
  type RiskMatrix,
  riskClasses,
  riskClassTitles,
} from '#domain/policy/risk.ts'
import { type Deployment, deploymentStatusTitles } from '#domain/register/deployment.ts'
import { Section } from './Page.tsx'
import { PapersField } from './PapersField.tsx'
import type { PaperChoices } from './paper-choice.ts'
import { RiskClassSign } from './Signs.tsx'
import { Text } from './Words.tsx'

interface Props {
  deployment?: Deployment
  papers: PaperChoices
  matrix: RiskMatrix
  /** Ids of the agreements it rests on. */
  linked: string[]
  errors?: Record<string, string>
}

/** What a deployment is, its impact questionnaire and the class that follows, and the agreements it rests on. */
export function DeploymentForm({ deployment, papers, matrix, linked, errors }: Props) {
  const busy = useNavigation().state === 'submitting'
  const [answers, setAnswers] = useState(deployment?.answers ?? {})
  const [chosen, setChosen] = useState<RiskClass | ''>(deployment?.riskClass ?? '')
  const proposal = classify(answers, matrix)
  const lower = chosen !== '' && compareClasses(chosen, proposal.riskClass) < 0
  return (
    <Form method="post">
      <Stack gap="sm">
        <TextInput name="name" label="Name" required defaultValue={deployment?.name} error={errors?.name} />
        <Textarea
          name="purpose"
          label="What it does"
          required
          autosize
          minRows={2}
          defaultValue={deployment?.purpose}
          error={errors?.purpose}
        />
        <Group grow align="flex-start">
          <TextInput
            name="audience"
            label="For whom"
            defaultValue={deployment?.audience ?? ''}
            error={errors?.audience}
          />
          <TextInput
            name="owner"
            label="Owner"
            defaultValue={deployment?.owner ?? ''}
            error={errors?.owner}
          />
        </Group>
        <TextInput
          name="dataUsed"
          label="Which data it sees"
          defaultValue={deployment?.dataUsed ?? ''}
          error={errors?.dataUsed}
        />
        <Group grow align="flex-start">
          <NativeSelect
            name="status"
            label="Status"
            defaultValue={deployment?.status ?? 'planned'}
            description={deployment?.status === 'stopped' ? 'Taken up again on its stop page' : undefined}
            data={Object.entries(deploymentStatusTitles)
              .filter(([value]) => (value === 'stopped') === (deployment?.status === 'stopped'))
              .map(([value, label]) => ({ value, label }))}
          />
          <TextInput
            type="date"
            name="lastReviewedOn"
            label="Papers last reviewed on"
            defaultValue={deployment?.lastReviewedOn ?? ''}
            error={errors?.lastReviewedOn}
          />
        </Group>
      </Stack>

      <Section title="What a failure does" aside="the gravest answer decides the class">
        <Stack gap="md">
          {matrix.questions.map((question) => (
            <Radio.Group
              key={question.id}
              name={`answer.${question.id}`}
              label={question.title}
              description={question.help}
              defaultValue={deployment?.answers[question.id] ?? ''}
              onChange={(value) => setAnswers((before) => ({ ...before, [question.id]: value }))}
            >
              <Group gap="lg" mt={4}>
                {question.options.map((option) => (
                  <Radio key={option.value} value={option.value} label={option.label} />
                ))}
              </Group>
            </Radio.Group>
          ))}
        </Stack>
      </Section>

      <Section title="Class">
        <Text role="status">
          The answers propose <RiskClassSign riskClass={proposal.riskClass} />
          {proposal.reasons.length === 0 && ': nothing yet asks for more.'}
        </Text>
        <ul>
          {proposal.reasons.map((reason) => (
            <li key={reason.question}>
              {riskClassTitles[reason.forces]}: {reason.why}
            </li>
          ))}
        </ul>
        <NativeSelect
          name="riskClass"
          label="Class to hold it to"
          value={chosen}
          onChange={(event) => setChosen(RiskClass.safeParse(event.currentTarget.value).data ?? '')}
          data={[
            { value: '', label: `As proposed: ${riskClassTitles[proposal.riskClass]}` },
            ...riskClasses.map((value) => ({ value, label: riskClassTitles[value] })),
          ]}
          maw={320}
        />
        {(lower || errors?.classException || deployment?.classException) && (
          <Textarea
            mt="sm"
            name="classException"
            label="Why a lower class than proposed is right"
            description="Kept with the deployment as an exception"
            autosize
            minRows={2}
            defaultValue={deployment?.classException ?? ''}
            error={errors?.classException}
          />
        )}
      </Section>

      <Section title="What it rests on" aside="agreements whose terms count for it">
        <PapersField name="agreementIds" choices={papers} linked={linked} />
      </Section>
      {errors && (
        <Alert color="red" mt="md" role="alert">
          Not saved: {Object.values(errors).join(' ')}
        </Alert>
      )}
      <Group mt="xl">
        <Button type="submit" loading={busy}>
          Save
        </Button>
      </Group>
    </Form>
  )
}
