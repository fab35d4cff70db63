import { Title } from '@mantine/core'
import classes from './Agreement.module.css'
import { type BenchTerm, termOf } from './agreement-view.ts'
import type { HeldAgainst } from './policy-view.ts'
import { SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

/** The right pane with no term in hand: what this paper lacks for the class it is held against. */
export function GapsOfAgreement(props: {
  held: HeldAgainst
  terms: BenchTerm[]
  linkTo(term: BenchTerm): string
}) {
  const { held, terms, linkTo } = props
  return (
    <>
      <Title order={2} size="h3">
        Gaps
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {held.gaps.length} of {held.gaps.length + held.met} requirements {held.because} are not met by this
        paper alone. Choose a term on the left or on the page.
      </Text>
      {held.gaps.map((gap) => {
        const term = termOf(terms, gap.termId)
        return (
          <details key={gap.rule} className={classes.absent} style={{ paddingInline: 0 }}>
            <summary>
              <SeveritySign severity={gap.severity} /> {gap.title}
            </summary>
            <Text size="sm" mt={4}>
              Required: {gap.required}
            </Text>
            <Text size="sm">Found: {gap.found}</Text>
            {term && (
              <Anchor to={linkTo(term)} preventScrollReset size="sm">
                Go to the clause
              </Anchor>
            )}
            <blockquote className={classes.quote}>{gap.ask}</blockquote>
          </details>
        )
      })}
    </>
  )
}
