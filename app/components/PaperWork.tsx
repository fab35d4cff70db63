import { Title } from '@mantine/core'
import type { Agreement } from '#domain/register/agreement.ts'
import type { NamedPaperView } from './family-view.ts'
import { useFormat } from './format.ts'
import classes from './review/Review.module.css'
import type { RePaperingView } from './version-view.ts'
import { Anchor, Text } from './Words.tsx'

/** What a new version of this paper made worse, and is still to be negotiated. */
export function RePaperings(props: { agreement: Agreement; rePaperings: RePaperingView[] }) {
  const { date } = useFormat()
  return props.rePaperings.map(({ deployment, open, version, openedOn }) => (
    <div key={`${deployment.slug} ${version}`} className={classes.notice} role="note">
      <Text fw={600}>Re-papering: {deployment.name}</Text>
      <Text size="sm">
        Version {version}, seen on {date(openedOn)}, made {open} {open === 1 ? 'gap' : 'gaps'} worse that{' '}
        {open === 1 ? 'is' : 'are'} not settled.
      </Text>
      <Anchor to={`/gaps?deployment=${encodeURIComponent(deployment.name)}&status=negotiating`} size="sm">
        The gaps
      </Anchor>
      {' · '}
      <Anchor to={`/agreements/${props.agreement.slug}/versions`} size="sm">
        What changed
      </Anchor>
    </div>
  ))
}

/** Papers that this one makes part of itself and that nobody has uploaded. */
export function MissingPapers({ agreement, named }: { agreement: Agreement; named: NamedPaperView[] }) {
  if (named.length === 0) return null
  return (
    <section>
      <Title order={2} size="h3" mt="lg">
        Papers it names
      </Title>
      <Text size="sm" c="dimmed">
        They bind us too, and nobody has read them here.
      </Text>
      <ul className={classes.trail}>
        {named.map((paper) => (
          <li key={paper.key}>
            <span aria-hidden>▲</span> Missing: {paper.name}
            {paper.clause && `, named in clause ${paper.clause}`}
          </li>
        ))}
      </ul>
      <Anchor to={`/upload?vendor=${encodeURIComponent(agreement.vendorName)}`} size="sm">
        Upload them
      </Anchor>
      {' · '}
      <Anchor to={`/vendors/${agreement.vendorSlug}/family`} size="sm">
        Say which paper it is, or do without
      </Anchor>
    </section>
  )
}
