import { Button, List } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import type { Severity } from '#domain/policy/assess.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { type Agreement, agreementKindTitles } from '#domain/register/agreement.ts'
import { type Deployment, deploymentStatusTitles } from '#domain/register/deployment.ts'
import type { ReviewState } from '#domain/review/review-state.ts'
import { DeadlineList } from './DeadlineList.tsx'
import { useFormat } from './format.ts'
import { GapTable } from './GapTable.tsx'
import { DeploymentPages } from './governance/DeploymentHead.tsx'
import { GateSummary } from './governance/GateSummary.tsx'
import { GovernanceSections } from './governance/GovernanceSections.tsx'
import { Empty, Page, Section } from './Page.tsx'
import type { DeadlineView, GapView, ResponsibilityView, UndatedView } from './policy-view.ts'
import { ReviewWords } from './review/ReviewWords.tsx'
import { RiskClassSign, SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  deployment: Deployment
  /** ISO day it is held against. */
  date: string
  riskClass: { proposed: RiskClass; reasons: string[]; humanReview: string; logged: string[] }
  agreements: (Agreement & { unread?: string })[]
  /** By agreement id. */
  reviews: Record<string, ReviewState>
  gaps: GapView[]
  severities: { severity: Severity; count: number }[]
  met: { rule: string; title: string; found: string; where: string | null; href: string | null }[]
  responsibilities: ResponsibilityView[]
  deadlines: DeadlineView[]
  undated: UndatedView[]
  governance: ComponentProps<typeof GovernanceSections>['governance'] & {
    gate: ComponentProps<typeof GateSummary>['gate']
    stopped: { why: string; by: string; at: string } | null
    approval: string
  }
  mayStop: boolean
  history: { id: number; at: string; actor: string; action: string }[]
}

/** One deployment on a page: its class, what it rests on, what its papers leave open, who carries what, and its dates. */
export function DeploymentScreen(brief: Props) {
  const {
    deployment,
    riskClass,
    agreements,
    gaps,
    met,
    responsibilities,
    deadlines,
    undated,
    severities,
    history,
    governance,
  } = brief
  const format = useFormat()
  const base = `/deployments/${deployment.slug}`
  const unallocated = responsibilities.filter((row) => row.allocation === 'unallocated')
  return (
    <Page
      title={deployment.name}
      narrow
      lead={
        <>
          {deploymentStatusTitles[deployment.status]}
          {deployment.owner && ` · ${deployment.owner}`} · as of {format.date(brief.date)}
        </>
      }
      actions={
        <>
          <Button component="a" href={`${base}/matrix.docx`} size="compact-md">
            Matrix (Word)
          </Button>
          <Button component="a" href={`${base}/gaps.docx`} size="compact-md" variant="default">
            Gap report (Word)
          </Button>
          <Button component={Link} to={`${base}/edit`} size="compact-md" variant="default">
            Edit
          </Button>
          {brief.mayStop && (
            <Button component={Link} to={`${base}/stop`} size="compact-md" color="red">
              {governance.stopped ? 'Stopped' : 'Stop the line'}
            </Button>
          )}
        </>
      }
    >
      <DeploymentPages slug={deployment.slug} />
      <Text size="lg">{deployment.purpose}</Text>
      {(deployment.audience || deployment.dataUsed) && (
        <Text mt={4}>
          {deployment.audience && `For ${deployment.audience}. `}
          {deployment.dataUsed && `Data: ${deployment.dataUsed}`}
        </Text>
      )}

      <Section title="Class">
        <Text>
          <RiskClassSign riskClass={deployment.riskClass} />{' '}
          {deployment.riskClass === riskClass.proposed
            ? 'as its answers propose:'
            : 'chosen by a person; its answers propose another:'}
        </Text>
        <List size="md" mt={4}>
          {riskClass.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
        {deployment.classException && <Text mt={4}>Exception: {deployment.classException}</Text>}
        <Text mt={4}>
          {governance.approval} <Link to={`${base}/controls`}>Approval and controls</Link>
        </Text>
        <details>
          <summary>What this class requires of us</summary>
          <List size="md" mt={4}>
            <List.Item>Controls: {governance.controls.map((c) => c.title).join(', ')}</List.Item>
            <List.Item>Human review: {riskClass.humanReview}</List.Item>
            <List.Item>To be logged: {riskClass.logged.join(', ')}</List.Item>
          </List>
        </details>
      </Section>

      <Section title="Gate" aside={<Link to={`${base}/launch`}>launch checklist and signatures</Link>}>
        <GateSummary gate={governance.gate} most={5} more={`${base}/launch`} />
      </Section>

      <Section title="What we rely on">
        {agreements.length === 0 ? (
          <Empty>
            No agreement is linked, so nothing is held against the playbook.{' '}
            <Link to={`${base}/edit`}>Choose what it rests on</Link>.
          </Empty>
        ) : (
          <List>
            {agreements.map((agreement) => (
              <List.Item key={agreement.id}>
                <Anchor to={`/agreements/${agreement.slug}`}>{agreement.title}</Anchor>
                {` · ${agreementKindTitles[agreement.kind]} · ${agreement.vendorName} · `}
                <ReviewWords review={brief.reviews[agreement.id]} />
                {agreement.unread && (
                  <Text component="span" c="var(--critical)">
                    {' '}
                    ({agreement.unread})
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </Section>

      <Section
        title="Gaps"
        id="gaps"
        aside={severities.map(({ severity, count }) => (
          <span key={severity}>
            <SeveritySign severity={severity} count={count} />{' '}
          </span>
        ))}
      >
        <GapTable gaps={gaps} by="severity" />
        {met.length > 0 && (
          <details>
            <summary>{met.length} requirements are met</summary>
            <List mt={4}>
              {met.map((m) => (
                <List.Item key={m.rule}>
                  {m.title}: {m.found}
                  {m.href && (
                    <>
                      {' '}
                      <Anchor to={m.href}>{m.where}</Anchor>
                    </>
                  )}
                </List.Item>
              ))}
            </List>
          </details>
        )}
      </Section>

      <Section
        title="Responsibilities"
        aside={<Link to={`${base}/responsibilities`}>the whole matrix, to decide</Link>}
      >
        <Text>
          {unallocated.length === 0
            ? 'Every area is allocated.'
            : `${unallocated.length} of ${responsibilities.length} areas are allocated to nobody: ${unallocated
                .map((row) => row.title)
                .join(' · ')}`}
        </Text>
      </Section>

      <GovernanceSections slug={deployment.slug} governance={governance} />

      <Section title="Dates">
        <DeadlineList deadlines={deadlines} undated={undated} />
      </Section>

      <Section title="History">
        <List size="sm">
          {history.map((event) => (
            <List.Item key={event.id}>
              <time dateTime={event.at}>{format.moment(event.at)}</time>: {event.actor} {event.action} it
            </List.Item>
          ))}
        </List>
      </Section>
    </Page>
  )
}
