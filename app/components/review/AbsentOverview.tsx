import { Button, Title } from '@mantine/core'
import { useLocation, useNavigate } from '@remix-run/react'
import { severities } from '#domain/policy/gap.ts'
import type { BenchAbsent } from '../agreement-view.ts'
import { SeveritySign } from '../Signs.tsx'
import { Anchor, Text } from '../Words.tsx'
import { Key } from './Key.tsx'
import classes from './Review.module.css'
import { SmallForm } from './SmallForm.tsx'
import type { Decide } from './use-decide.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  base: string
  /** "?version=2" where there are several papers. */
  version: string
  absent: BenchAbsent[]
  linkToAbsent(absent: BenchAbsent): string
  review: Decide
  me: string
  mayReview: boolean
}

const SUBJECT = 'what is not there'

/** "insurance:0,audit_right:2" */
const seenOf = (those: BenchAbsent[]) => those.map(({ type, version }) => `${type}:${version}`).join()

/** All that was looked for and not found, to be settled with one key. */
export function AbsentOverview({ base, version, absent, linkToAbsent, review, me, mayReview }: Props) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const open = absent.filter(({ lookedBy }) => lookedBy === null)
  const last = lastOf(absent, me)
  const sending = review.sending.includes(SUBJECT)
  const send = (name: 'confirmation' | 'retraction', those: BenchAbsent[], words: string) => {
    if (sending || those.length === 0) return
    const fields = new FormData()
    fields.set('seen', seenOf(those))
    const address = `${base}/absent/${name}${version}`
    void review.decide({ subject: SUBJECT, title: 'Not there', address, version: 0, fields, words })
    const left = { subject: SUBJECT, title: 'Not there', version: 0, href: pathname + search }
    review.remember(name === 'confirmation' ? left : null)
  }
  const looked = () => send('confirmation', open, 'say that none of these is there')
  const undo = () => {
    if (last.length > 0) send('retraction', last, 'take that back')
    else if (review.last) navigate(review.last.href, { preventScrollReset: true })
  }
  useKeys(
    mayReview
      ? [
          ['n', looked],
          ['c', looked],
          ['u', undo],
        ]
      : [],
  )
  const common = { version: 0, goOn: pathname + search }
  return (
    <>
      <Title order={2} size="h3">
        Not found
      </Title>
      <Text size="sm" my="xs">
        {open.length > 0
          ? `The engine looked for ${open.length === 1 ? 'this and' : `these ${open.length} and`} found nothing. If you have read the paper and none of it is there, say so for all at once.`
          : 'A person has looked for everything that the engine did not find.'}
      </Text>
      {mayReview && open.length > 0 && (
        <SmallForm
          address={`${base}/absent/confirmation${version}`}
          {...common}
          extra={{ seen: seenOf(open) }}
          onSend={looked}
        >
          <Button type="submit" size="compact-sm" loading={sending}>
            Looked, none of these is there <Key letter="n" />
          </Button>
        </SmallForm>
      )}
      {mayReview && last.length > 0 && (
        <SmallForm
          address={`${base}/absent/retraction${version}`}
          {...common}
          extra={{ seen: seenOf(last) }}
          onSend={undo}
        >
          <Button type="submit" size="compact-sm" variant="default" mt={6} disabled={sending}>
            Undo: {last.length} not there <Key letter="u" />
          </Button>
        </SmallForm>
      )}
      <ul className={classes.absents}>
        {byStake(absent).map((one) => (
          <li key={one.type}>
            <Anchor to={linkToAbsent(one)} preventScrollReset fw={550}>
              {one.title}
            </Anchor>{' '}
            {one.stake && <SeveritySign severity={one.stake} />}
            <Text size="xs" c="dimmed">
              {one.lookedBy ? `✓ not there: ${one.lookedBy}` : `Looked for: ${one.looksFor.join(', ')}`}
            </Text>
          </li>
        ))}
      </ul>
      {mayReview && open.length > 0 && (
        <Text size="sm">If one of them is there, select its words in the paper and add it as a term.</Text>
      )}
    </>
  )
}

/** What most hangs on goes first, what no rule uses last. */
const byStake = (absent: BenchAbsent[]) => {
  const rank = ({ stake }: BenchAbsent) => (stake ? severities.indexOf(stake) : severities.length)
  return absent.toSorted((a, b) => rank(a) - rank(b))
}

/** What this person marked last, with one key or one by one. */
function lastOf(absent: BenchAbsent[], me: string): BenchAbsent[] {
  const mine = absent.filter(({ lookedBy }) => lookedBy === me)
  const moment = mine
    .map(({ lookedAt }) => lookedAt ?? '')
    .sort()
    .at(-1)
  return mine.filter(({ lookedAt }) => lookedAt === moment)
}
