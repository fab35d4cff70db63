import { List } from '@mantine/core'
import { headWords } from '#domain/governance/incidents.ts'
import { lossKindTitles } from '#domain/governance/recovery.ts'
import { Empty, Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'
import type { Clause, IncidentShown } from './incident-view.ts'

const limits = {
  uncapped: 'Outside the cap',
  own_cap: 'Under a cap of its own',
  general_cap: 'Under the general cap',
  open: 'No cap was found in what was read',
}

/** What to ask the vendor for, and what can be claimed, each with its clause. */
export function IncidentClaims({ view }: { view: IncidentShown }) {
  const { asks, claims, notice, affected } = view
  return (
    <>
      <Section title="Ask the vendor for">
        <List>
          {asks.map((ask) => (
            <List.Item key={ask.what}>
              {ask.what}
              {ask.clause ? (
                <Cited clause={ask.clause} />
              ) : (
                <Text component="span" c="dimmed">
                  {' '}
                  (no clause gives it: ask all the same)
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      </Section>
      <Section title="What can be claimed">
        {claims.map((claim) => (
          <div key={claim.head}>
            <Text fw={550} mt="xs">
              Liability for {headWords([claim.head])}
            </Text>
            <List>
              <List.Item>
                {claim.indemnity ? (
                  <>
                    An indemnity covers it
                    <Cited clause={claim.indemnity} />
                  </>
                ) : (
                  'No indemnity covers it: the claim rests on breach of contract.'
                )}
              </List.Item>
              <List.Item>
                {limits[claim.limit.kind]}
                {['own_cap', 'general_cap'].includes(claim.limit.kind) && `: ${claim.limit.words}`}
                <Cited clause={claim.limit.clause} />
              </List.Item>
              {claim.excluded.map((e) => (
                <List.Item key={e.kind}>
                  Not given back: {lossKindTitles[e.kind].toLowerCase()} ({e.why})
                  <Cited clause={e.clause} />
                </List.Item>
              ))}
              {claim.doubtful && (
                <List.Item>A reading it rests on is doubtful: look at the clause.</List.Item>
              )}
            </List>
          </div>
        ))}
        <List mt="xs">
          <List.Item>
            {notice.how ? (
              <>
                Notice is given as the notices clause says
                <Cited clause={notice.how} />
              </>
            ) : (
              'How notice is given was not found: send it so that receipt can be shown.'
            )}
          </List.Item>
          <List.Item>
            {notice.within ? (
              <>
                The claim must be brought in time
                <Cited clause={notice.within} />
              </>
            ) : (
              'No contractual limitation period was found: the law’s own runs.'
            )}
          </List.Item>
        </List>
      </Section>
      <Section title="Contracts concerned">
        {affected.length === 0 && <Empty>No agreement is linked to the deployment.</Empty>}
        <List>
          {affected.map((a) => (
            <List.Item key={a.slug}>
              <Anchor to={`/agreements/${a.slug}`}>{a.title}</Anchor> · {a.vendor}
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  )
}

function Cited({ clause }: { clause: Clause | null }) {
  if (!clause) return null
  return (
    <Text size="sm" c="dimmed">
      <Anchor to={clause.href} inherit>
        {clause.where}
      </Anchor>
      : “{clause.quote.slice(0, 240)}
      {clause.quote.length > 240 && ' …'}”
    </Text>
  )
}
