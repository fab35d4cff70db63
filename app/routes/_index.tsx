import { List } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { BehindBand } from '../components/BehindBand.tsx'
import { DeadlineList } from '../components/DeadlineList.tsx'
import { FirstRun } from '../components/FirstRun.tsx'
import { useFormat } from '../components/format.ts'
import { GapTable } from '../components/GapTable.tsx'
import { RunningNow } from '../components/governance/RunningNow.tsx'
import { Page, Section } from '../components/Page.tsx'
import { SeverityBars } from '../components/SeverityBars.tsx'
import { RiskClassSign } from '../components/Signs.tsx'
import { WatchLists } from '../components/search/WatchLists.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { YearStrip } from '../components/YearStrip.tsx'
import { runningToday } from '../services/governance/today.server.ts'
import { home } from '../services/home.server.ts'
import { watched } from '../services/search/watches.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Home · Carveout' }]

export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const [due, running, watchLists] = await Promise.all([
    home(house, today(request)),
    runningToday(house),
    watched(house, today(request)),
  ])
  return { ...due, running, watchLists }
}

export default function Home() {
  const { date, counts, behind, soon, soonCount, year, critical, criticalCount, failed, ...shown } =
    useLoaderData<typeof loader>()
  const { severities, byClass, unreviewed, running, watchLists } = shown
  const format = useFormat()
  if (counts.agreements === 0 || counts.deployments === 0) return <FirstRun counts={counts} />
  const nothing = !behind && soon.length === 0 && critical.length === 0 && failed.length === 0
  return (
    <Page title="What must I do this week?" lead={format.date(date)}>
      <BehindBand behind={behind} />
      {nothing && (
        <Text>Nothing is due within 30 days, no critical gap is open, and every paper could be read.</Text>
      )}
      {failed.length > 0 && (
        <Section title="Papers that could not be read" aside="what they say is not known">
          <List>
            {failed.map(({ agreement, message }) => (
              <List.Item key={agreement.id}>
                <Anchor to={`/agreements/${agreement.slug}`}>{agreement.title}</Anchor>: {message}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      <RunningNow running={running} />
      {soon.length > 0 && (
        <Section
          title="Dates inside 30 days"
          aside={
            <Link to="/deadlines">{soonCount > soon.length ? `all ${soonCount}` : 'all deadlines'}</Link>
          }
        >
          <DeadlineList deadlines={soon} undated={[]} />
        </Section>
      )}
      {critical.length > 0 && (
        <Section title="Critical gaps" aside={<Link to="/gaps?severity=critical">all {criticalCount}</Link>}>
          <GapTable gaps={critical} by="deployment" />
        </Section>
      )}
      <WatchLists watched={watchLists} />
      <Section title="Open gaps by severity" aside={<Link to="/gaps">all gaps</Link>}>
        <SeverityBars severities={severities} />
        <Text c="dimmed" mt="xs">
          {unreviewed > 0
            ? `They rest on readings that nobody has confirmed yet in ${unreviewed} places; open an agreement to confirm its terms.`
            : 'Every term they rest on has been confirmed by a person.'}
        </Text>
      </Section>
      <Section title="Vendors by risk class" aside={<Link to="/vendors">all vendors</Link>}>
        {byClass.map(({ riskClass, vendors, count }) => (
          <Text key={riskClass} my={4}>
            <RiskClassSign riskClass={riskClass} />{' '}
            {vendors.map((vendor, i) => (
              <span key={vendor.id}>
                {i > 0 && ', '}
                <Anchor to={`/vendors/${vendor.slug}`}>{vendor.name}</Anchor>
              </span>
            ))}
            {count > vendors.length && ` and ${count - vendors.length} more`}
          </Text>
        ))}
      </Section>
      <Section title="The year ahead" aside={<Link to="/deadlines">all deadlines</Link>}>
        <YearStrip {...year} from={date} />
      </Section>
    </Page>
  )
}
