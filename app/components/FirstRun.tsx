import { Button } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import classes from './FirstRun.module.css'
import { Page } from './Page.tsx'
import { Text } from './Words.tsx'

interface Counts {
  agreements: number
  deployments: number
}

/** The first visit: three steps, each of which ticks itself off. */
export function FirstRun({ counts }: { counts: Counts }) {
  const loading = useNavigation().formAction === '/samples'
  return (
    <Page
      title="Welcome to Carveout"
      lead="When an AI system fails, you pay first. What you can recover stands in your contracts; here is where it stands."
      narrow
    >
      <ol className={classes.steps}>
        <Step done={counts.agreements > 0 && counts.deployments > 0} title="Load the samples">
          <Text>
            Agreements of invented vendors and three deployments, to look around with. Takes a few seconds.
          </Text>
          <Form method="post" action="/samples">
            <Button type="submit" mt="xs" loading={loading}>
              Load the samples
            </Button>
          </Form>
        </Step>
        <Step done={counts.agreements > 0} title="Drop in your own contract">
          <Text>
            What a vendor gave you to sign, or published as terms: its caps, indemnities, data and notice
            terms are read and shown with their words on the page. It stays on this machine.
          </Text>
          <Button component={Link} to="/upload" variant="default" mt="xs">
            Upload a contract
          </Button>
        </Step>
        <Step done={counts.deployments > 0} title="Describe a deployment">
          <Text>
            What the AI system does and may touch. That gives its risk class, and the class says what its
            contracts must give: the gaps, the dates and who carries what follow.
          </Text>
          <Button component={Link} to="/deployments/new" variant="default" mt="xs">
            Describe a deployment
          </Button>
        </Step>
      </ol>
    </Page>
  )
}

function Step(props: { done: boolean; title: string; children: React.ReactNode }) {
  return (
    <li className={classes.step} data-done={props.done || undefined}>
      <Text className={classes.title}>
        {props.title} {props.done && <span className={classes.done}>✓ done</span>}
      </Text>
      {props.children}
    </li>
  )
}
