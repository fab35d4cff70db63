import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import type { Severity } from '#domain/policy/assess.ts'
import agreement from '../Agreement.module.css'
import { Empty, Page } from '../Page.tsx'
import { Confidence, SeveritySign } from '../Signs.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { Key } from './Key.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import classes from './Review.module.css'
import { SmallForm } from './SmallForm.tsx'
import { useDecide } from './use-decide.ts'

interface Item {
  id: string
  title: string
  plain: string
  confidence: number
  stake: Severity | null
  differs: boolean
  second: boolean
  agreement: string
  quote: string
  version: number
  href: string
}

interface Props {
  items: Item[]
  doneToday: number
  /** "about 12 minutes" at today's pace; null before there is one. */
  left: string | null
  checks: { id: string; title: string }[]
  mayReview: boolean
}

/** So many at once; the rest come up as these are done. */
const SHOWN = 100

/** What waits for a person, across all agreements, the most urgent first. */
export function ReviewQueue({ items, doneToday, left, checks, mayReview }: Props) {
  const review = useDecide()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const open = items.filter((item) => !review.sending.includes(item.id))
  const index = Math.max(
    0,
    open.findIndex((item) => item.id === search.get('term')),
  )
  const item = open[index]
  const take = (next?: Item) =>
    next && navigate(`?term=${next.id}`, { preventScrollReset: true, replace: true })
  const confirm = () => {
    if (!item || !mayReview || item.differs) return
    void review.decide({
      subject: item.id,
      title: item.title,
      address: `/terms/${item.id}/confirmation`,
      version: item.version,
      words: 'confirm it',
    })
    review.remember({ subject: item.id, href: item.href })
    take(open[index + 1] ?? open[index - 1])
  }
  useHotkeys([
    ['j', () => take(open[index + 1])],
    ['k', () => take(open[index - 1])],
    ['c', confirm],
    ['o', () => item && navigate(item.href)],
    ['e', () => item && navigate(`${item.href}?edit=correction`)],
    ['r', () => item && navigate(`${item.href}?edit=rejection`)],
    ['u', () => review.last && navigate(review.last.href)],
  ])
  const total = doneToday + items.length
  return (
    <Page
      title="Review"
      lead={
        items.length > 0
          ? `${items.length} terms wait for you${left ? `, ${left} at today’s pace` : ''}. You decided on ${doneToday} today.`
          : `You decided on ${doneToday} today.`
      }
      actions={
        <>
          <KeysHelp />
          <Button component={Link} to="/review/measures" size="compact-md" variant="default">
            How review goes
          </Button>
        </>
      }
    >
      {checks.map((check) => (
        <Text key={check.id} size="sm">
          <Anchor component={Link} to={`/spot-checks/${check.id}`}>
            Read blind: {check.title}
          </Anchor>
          , chosen for a second reading
        </Text>
      ))}
      <div className={classes.bar} aria-hidden>
        <div style={{ width: `${total > 0 ? (100 * doneToday) / total : 100}%` }} />
      </div>
      <ConflictNotice review={review} />
      {!item ? (
        <Empty>Nothing waits for you: what the classes ask for has been confirmed.</Empty>
      ) : (
        <div className={classes.queue}>
          <ol className={classes.list} aria-label="What waits">
            {open.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                <Link to={`?term=${one.id}`} preventScrollReset aria-current={one === item || undefined}>
                  <span className={agreement.termHead}>
                    <span>{one.title}</span>
                    <span className={agreement.termState}>
                      {one.stake && <SeveritySign severity={one.stake} />}{' '}
                      {one.differs ? (
                        <small className={agreement.look}>differs</small>
                      ) : one.second ? (
                        <small>second person</small>
                      ) : (
                        <Confidence value={one.confidence} />
                      )}
                    </span>
                  </span>
                  <span className={agreement.plain}>{one.agreement}</span>
                </Link>
              </li>
            ))}
            {open.length > SHOWN && <Text size="sm">and {open.length - SHOWN} more</Text>}
          </ol>
          <section className={classes.inHand} aria-label="The term in hand">
            <Title order={2}>{item.title}</Title>
            <Text size="lg" my={4} className={agreement.value}>
              {item.plain}
            </Text>
            <Text size="sm" c="dimmed">
              {item.agreement}
            </Text>
            <blockquote className={agreement.quote}>{item.quote}</blockquote>
            <Group gap={6}>
              {mayReview && !item.differs && (
                <SmallForm
                  address={`/terms/${item.id}/confirmation`}
                  version={item.version}
                  goOn="/review"
                  onSend={confirm}
                >
                  <Button type="submit" size="compact-sm">
                    Confirm <Key letter="c" />
                  </Button>
                </SmallForm>
              )}
              <Button component={Link} to={item.href} size="compact-sm" variant="default">
                Open the page <Key letter="o" />
              </Button>
            </Group>
          </section>
        </div>
      )}
    </Page>
  )
}
