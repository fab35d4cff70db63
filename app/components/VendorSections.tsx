import { List } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { NamedPaperView } from './family-view.ts'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import { type Severity, SeveritySign } from './Signs.tsx'
import { AssurancePromised } from './vendors/AssuranceList.tsx'
import { Anchor, Text } from './Words.tsx'

interface Spend {
  sums: { amount: number; currency: string }[]
  /** Agreements that name no fees. */
  unknown: number
}

/** What the vendor costs a year, as far as its agreements say. */
export function VendorSpend({ sums, unknown }: Spend) {
  const { money } = useFormat()
  if (sums.length === 0) return unknown > 0 ? <Text c="dimmed">Its agreements name no fees.</Text> : null
  return (
    <Text>
      Costs {sums.map(money).join(' and ')} a year
      {unknown > 0 && `; ${unknown} more ${unknown === 1 ? 'agreement names' : 'agreements name'} no fees`}.
    </Text>
  )
}

/** Papers that its agreements make part of themselves and that nobody has uploaded. */
export function VendorMissing({ missing, vendorSlug }: { missing: NamedPaperView[]; vendorSlug: string }) {
  if (missing.length === 0) return null
  return (
    <Section
      title="Documents missing"
      aside={
        <Link to={`/vendors/${vendorSlug}/family`}>say which paper it is, or that we can do without</Link>
      }
    >
      <List>
        {missing.map((paper) => (
          <List.Item key={`${paper.agreement.id} ${paper.key}`}>
            {paper.name}, named in{' '}
            <Anchor to={`/agreements/${paper.agreement.slug}`}>{paper.agreement.title}</Anchor>
            {paper.clause && `, clause ${paper.clause}`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

interface VendorIncident {
  slug: string
  title: string
  severity: Severity
  nearMiss: boolean
  happenedAt: string
  closedAt: string | null
  deployment: { slug: string; name: string }
}

/** What went wrong in deployments that rest on the vendor. */
export function VendorIncidents({ incidents }: { incidents: VendorIncident[] }) {
  const format = useFormat()
  if (incidents.length === 0) return null
  return (
    <Section title="Incidents" aside="of deployments that rest on them">
      <List>
        {incidents.map((incident) => (
          <List.Item key={incident.slug}>
            <SeveritySign severity={incident.severity} />{' '}
            <Anchor to={`/incidents/${incident.slug}`}>
              {incident.slug} {incident.title}
            </Anchor>
            , {incident.deployment.name}, {format.moment(incident.happenedAt)}
            {incident.nearMiss && ', a near miss'}: {incident.closedAt ? 'closed' : 'open'}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

interface VendorAssuranceProps {
  vendorSlug: string
  held: { id: string; title: string; expiresOn: string; state: string }[]
  promised: { kind: string; title: string; where: string; href: string }[]
}

/** Reports and certificates that count or have expired, and what the papers promise besides. */
export function VendorAssurance({ vendorSlug, held, promised }: VendorAssuranceProps) {
  const { date } = useFormat()
  const shown = held.filter(({ state }) => state !== 'replaced')
  return (
    <Section
      title="Reports and certificates"
      aside={<Link to={`/vendors/${vendorSlug}/assurance`}>all of them, and record one</Link>}
    >
      <List>
        {shown.map(({ id, title, expiresOn, state }) => (
          <List.Item key={id} c={state === 'expired' ? 'var(--critical)' : undefined}>
            {title}, {state === 'expired' ? 'expired on' : 'good until'} {date(expiresOn)}
          </List.Item>
        ))}
      </List>
      <AssurancePromised promised={promised} />
      {shown.length === 0 && promised.length === 0 && <Text c="dimmed">None is recorded.</Text>}
    </Section>
  )
}
