import { Anchor, Group, Text } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { useFormat } from '../components/format.ts'
import { GapTable } from '../components/GapTable.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { allGaps } from '../services/assessment.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Gaps · Carveout' }]

const Grouping = z.enum(['severity', 'deployment', 'rule', 'vendor']).catch('severity')
const groupings = {
  severity: 'Severity',
  deployment: 'Deployment',
  rule: 'Requirement',
  vendor: 'Vendor',
} as const

/** `?by=` groups, `?severity=` filters. */
export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const date = today(request)
  const search = new URL(request.url).searchParams
  const severity = search.get('severity')
  const { gaps, deployments } = await allGaps(house, date)
  return {
    date,
    by: Grouping.parse(search.get('by')),
    severity,
    deployments,
    gaps: severity ? gaps.filter((gap) => gap.severity === severity) : gaps,
  }
}

export default function Gaps() {
  const { date, by, severity, gaps, deployments } = useLoaderData<typeof loader>()
  const format = useFormat()
  const address = (grouping: string) =>
    `?${new URLSearchParams({ by: grouping, ...(severity ? { severity } : {}) })}`
  return (
    <Page
      title="Gaps"
      lead={`What the contracts don't give that the deployments need, as of ${format.date(date)}${severity ? `; ${severity} only` : ''}`}
    >
      {deployments === 0 ? (
        <Empty>
          A gap is the distance between what a deployment needs and what its contracts say, so it takes both:
          an agreement and a deployment.
          <FirstSteps />
        </Empty>
      ) : (
        <>
          <Group gap="md" mb="xs">
            <Text c="dimmed">Group by</Text>
            {Object.entries(groupings).map(([value, label]) => (
              <Anchor
                key={value}
                component={Link}
                to={address(value)}
                fw={value === by ? 650 : 400}
                aria-current={value === by || undefined}
              >
                {label}
              </Anchor>
            ))}
            {severity && (
              <Anchor component={Link} to={`?by=${by}`}>
                Show every severity
              </Anchor>
            )}
          </Group>
          <GapTable gaps={gaps} by={by} />
        </>
      )}
    </Page>
  )
}
