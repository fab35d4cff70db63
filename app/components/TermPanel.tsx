import { Kbd, Title } from '@mantine/core'
import { useNavigate } from '@remix-run/react'
import { groupBy } from 'es-toolkit'
import type { Citation } from '#domain/terms/term.ts'
import classes from './Agreement.module.css'
import type { BenchTerm } from './agreement-view.ts'
import { DifferenceNotice } from './review/DifferenceNotice.tsx'
import { placeWords } from './review/review-view.ts'
import { TermDecision } from './review/TermDecision.tsx'
import { TermRules } from './review/TermRules.tsx'
import { Trail } from './review/Trail.tsx'
import type { TermPanelProps } from './review/term-panel-props.ts'
import { Confidence } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

/** One term: its value in plain words, the words it came from, the person's decision, what the playbook asks, its history. */
export function TermPanel(props: TermPanelProps) {
  const { base, term, inHand, rules, gaps, review, mayReview, previous, next, nextOpen } = props
  const navigate = useNavigate()
  const go = (to?: string) => to && navigate(to, { preventScrollReset: true })
  const href = `${base}/terms/${term.slug}`
  return (
    <>
      <Title order={2} size="h3">
        {term.title}
      </Title>
      <Text size="lg" my={4} className={classes.value}>
        {term.plain}
      </Text>
      {inHand?.differences.map((difference) => (
        <DifferenceNotice
          key={difference.id}
          difference={difference}
          review={review}
          mayReview={mayReview}
          decided={term.review === 'rejected' ? 'rejected' : term.plain}
        />
      ))}
      <Text size="sm" c="dimmed">
        <StateOf term={term} />
      </Text>
      {mayReview && (
        <TermDecision
          key={`${term.id} ${term.version}`}
          term={term}
          href={href}
          goOn={href}
          form={inHand}
          review={review}
          me={props.me}
          goNext={() => go(nextOpen)}
          undoEarlier={() => go(review.last?.href)}
        />
      )}

      {Object.entries(groupBy(term.citations, ({ quote }) => quote.replace(/\s+/g, ' '))).map(
        ([words, places]) => (
          <div key={words}>
            <blockquote className={classes.quote}>{words}</blockquote>
            <Text size="xs" c="dimmed">
              {printedAt(places)}
            </Text>
          </div>
        ),
      )}

      <TermRules rules={rules} gaps={gaps} />

      <details>
        <summary>Field by field</summary>
        <dl className={classes.facts}>
          {term.fields.map(({ name, value }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>read by</dt>
          <dd>{term.reader}</dd>
          <dt>what it is</dt>
          <dd>{inHand?.describes}</dd>
        </dl>
      </details>
      <Trail
        subject={term.id}
        title={term.title}
        base={base}
        history={inHand?.history ?? []}
        comments={inHand?.comments ?? []}
        review={review}
        mayComment={props.mayComment}
      />
      <nav className={classes.neighbours} aria-label="Other terms">
        {previous && (
          <Anchor to={previous} preventScrollReset size="sm">
            <Kbd size="xs">k</Kbd> Previous
          </Anchor>
        )}
        {next && (
          <Anchor to={next} preventScrollReset size="sm">
            <Kbd size="xs">j</Kbd> Next
          </Anchor>
        )}
      </nav>
    </>
  )
}

/** "Clause 9.2, page 7; printed again on page 20" */
const printedAt = (places: Citation[]) =>
  places.map((place, i) => (i === 0 ? placeWords(place) : `printed again on page ${place.page}`)).join('; ')

/** Who stands behind the term, or how sure the engine is. */
function StateOf({ term }: { term: BenchTerm }) {
  const { review, people, confidence, needs, readPlain } = term
  const waits = needs > 0 && people.length > 0 && ' A second person has to look.'
  if (review === 'unreviewed')
    return (
      <>
        The engine is <Confidence value={confidence} />
        {confidence >= 0.85 ? '' : confidence >= 0.6 ? ': likely right' : ': read the words yourself'}. Nobody
        has confirmed it yet{needs > 1 ? '; it takes two people' : ''}.
      </>
    )
  const who = people.join(' and ')
  if (review === 'rejected')
    return (
      <>
        Rejected by {who || term.reviewedBy || 'whoever added it'}.{waits}
      </>
    )
  if (review === 'corrected')
    return (
      <>
        Corrected by {who}; the engine read: {readPlain}.{waits}
      </>
    )
  return (
    <>
      {review === 'added' ? 'Added' : 'Confirmed'} by {who}.{waits}
    </>
  )
}
