import { Alert, Button, Group, Textarea, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormat } from '../components/format.ts'
import { Page, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { exerciseView, requireExercise, saveExercise } from '../services/governance/exercises.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.scenario.title ?? 'Exercise'} · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  return {
    ...(await exerciseView(house, await requireExercise(args), today(args.request))),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const exercise = await requireExercise(args)
  const form = await args.request.formData()
  const obstacle = await saveExercise(house, user, exercise, form, form.get('do') === 'end')
  if (obstacle) return data({ error: obstacle }, 400)
  return redirect(`/exercises/${exercise.id}`)
}

export default function ExerciseScreen() {
  const { exercise, scenario, questions, deployment, mayGovern } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  const answerTo = (id: string) => exercise.answers.find((a) => a.question === id)
  return (
    <Page
      title={scenario.title}
      narrow
      lead={
        <>
          <Link to="/exercises">Exercises</Link> ·{' '}
          <Link to={`/deployments/${deployment.slug}`}>{deployment.name}</Link> ·{' '}
          {format.date(exercise.heldOn)} · led by {exercise.lead} · {exercise.attendees}
          {exercise.endedAt && ' · ended'}
        </>
      }
      actions={
        <Button component="a" href={`/exercises/${exercise.id}/minutes.docx`} size="compact-md">
          Minutes (Word)
        </Button>
      }
    >
      <Section title="Read out">
        <Text size="lg">{scenario.opening}</Text>
        {scenario.turns.map((turn, i) => (
          <details key={turn}>
            <summary>Then, turn {i + 1}</summary>
            <Text size="lg">{turn}</Text>
          </details>
        ))}
      </Section>
      <Form method="post" preventScrollReset>
        <Section title="Ask" aside="a name, not a department; leave it empty when nobody can be named">
          {questions.map((question) => {
            const answer = answerTo(question.id)
            return (
              <fieldset
                key={question.id}
                style={{ border: 0, padding: 0, margin: '0 0 1rem' }}
                disabled={!mayGovern}
              >
                <legend>
                  <Text fw={550}>{question.title}</Text>
                </legend>
                <Group gap="xs" align="flex-end">
                  <TextInput name={`who.${question.id}`} label="Who" defaultValue={answer?.who} />
                  <TextInput
                    name={`how.${question.id}`}
                    label="How"
                    defaultValue={answer?.how}
                    style={{ flex: 1 }}
                  />
                </Group>
                <Group gap="xs" align="flex-end" mt={4}>
                  <TextInput
                    name={`gapOwner.${question.id}`}
                    label="If nobody: who sees to it"
                    size="xs"
                    defaultValue={answer?.gapOwner}
                  />
                  <TextInput
                    type="date"
                    name={`gapDue.${question.id}`}
                    label="Until"
                    size="xs"
                    defaultValue={answer?.gapDue}
                  />
                </Group>
              </fieldset>
            )
          })}
        </Section>
        <Textarea
          name="lessons"
          label="What was learnt"
          autosize
          minRows={3}
          defaultValue={exercise.lessons}
          disabled={!mayGovern}
        />
        {problem && (
          <Alert color="red" role="alert" mt="sm">
            {problem.error}
          </Alert>
        )}
        {mayGovern && (
          <Group mt="md">
            <Button type="submit" name="do" value="save" variant="default" loading={busy}>
              Save
            </Button>
            {!exercise.endedAt && (
              <Button type="submit" name="do" value="end" loading={busy}>
                End the exercise
              </Button>
            )}
          </Group>
        )}
      </Form>
    </Page>
  )
}
