import { Button } from '@mantine/core'
import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import agreement from '../Agreement.module.css'
import { Empty, Page } from '../Page.tsx'
import { Confidence, SeveritySign } from '../Signs.tsx'
import { Anchor, Text } from '../Words.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { QueueKeys } from './KeysHelp.tsx'
import { QueuedTerm } from './QueuedTerm.tsx'
import classes from './Review.module.css'
import type { QueueItem } from './review-view.ts'
import { useDecide } from './use-decide.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  /** The most urgent of what waits. */
  items: QueueItem[]
  /** How many wait in all. */
  waiting: number
  /** Whether more wait in papers on which less hangs. */
  more: boolean
  doneToday: number
  /** "about 12 minutes" at today's pace; null before there is one. */
  left: string | null
  checks: { id: string; title: string }[]
  me: string
  mayReview: boolean
}

/** What waits for a person, across all agreements, the most urgent first. */
export function ReviewQueue({ items, waiting, more, doneToday, left, checks, me, mayReview }: Props) {
  const review = useDecide()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  // Held here, not in the address: a key may follow the one before at once, and must meet the term that is shown.
  const [chosen, setChosen] = useState(search.get('term'))
  const inHand = chosen ?? items[0]?.id
  // The one in hand stays while it is sent: what is wrong with its fields is told there.
  const open = items.filter(
    (item) => item.id === inHand || !(review.sending.includes(item.id) || review.isBehind(item)),
  )
  const index = Math.max(
    0,
    open.findIndex((item) => item.id === inHand),
  )
  const item = open[index]
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (item) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [item])
  const take = (next?: QueueItem) => next && setChosen(next.id)
  const undo = () => {
    const { last } = review
    if (!last) return
    review.remember(null)
    setChosen(last.subject)
    void review.decide({
      ...last,
      address: `/terms/${last.subject}/retraction`,
      words: 'take the last decision back',
    })
  }
  useKeys([
    ['j', () => take(open[index + 1])],
    ['k', () => take(open[index - 1])],
    ['o', () => item && navigate(item.href)],
  ])
  const total = doneToday + waiting
  return (
    <Page
      title="Review"
      lead={
        waiting > 0
          ? `${more ? 'More than ' : ''}${waiting} ${waiting === 1 ? 'term waits' : 'terms wait'} for you${left ? `, ${left} at today’s pace` : ''}. You decided on ${doneToday} today.`
          : `You decided on ${doneToday} today.`
      }
      actions={
        <>
          <QueueKeys />
          <Button component={Link} to="/review/measures" size="compact-sm" variant="default">
            How review goes
          </Button>
        </>
      }
    >
      {checks.map((check) => (
        <Text key={check.id} size="sm">
          <Anchor to={`/spot-checks/${check.id}`}>Read blind: {check.title}</Anchor>, chosen for a second
          reading
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
          <ol className={classes.list} aria-label="What waits" ref={list}>
            {open.map((one) => (
              <li key={one.id}>
                <Link
                  to={`?term=${one.id}`}
                  preventScrollReset
                  aria-current={one === item || undefined}
                  onClick={() => setChosen(one.id)}
                >
                  <span className={agreement.termHead}>
                    <span>{one.title}</span>
                    <span className={agreement.termState}>
                      {one.stake && <SeveritySign severity={one.stake} />} <Doubt item={one} />
                    </span>
                  </span>
                  <span className={agreement.plain}>{one.agreement}</span>
                </Link>
              </li>
            ))}
            {waiting > items.length && (
              <Text size="sm">{more ? 'and many more' : `and ${waiting - items.length} more`}</Text>
            )}
          </ol>
          <section className={classes.inHand} aria-label="The term in hand">
            <QueuedTerm
              key={`${item.id} ${item.version}`}
              item={item}
              review={review}
              me={me}
              mayReview={mayReview}
              goNext={() => take(open[index + 1] ?? open[index - 1])}
              undoEarlier={undo}
            />
          </section>
        </div>
      )}
    </Page>
  )
}

/** Why it waits: another reading differs, a second person is asked for, or how sure the engine is. */
function Doubt({ item }: { item: QueueItem }) {
  if (item.differs) return <small className={agreement.look}>differs</small>
  return item.people.length > 0 ? <small>second person</small> : <Confidence value={item.confidence} />
}
