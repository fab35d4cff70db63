import { Button } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import type { RedlineClause } from '#domain/document/redline.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { ComparisonForm, type ComparisonFormProps } from './ComparisonForm.tsx'
import { Empty, Page, Section } from './Page.tsx'
import { Redline } from './Redline.tsx'
import { TermChanges } from './TermChanges.tsx'
import { GapsBeside, VersionEffects } from './VersionEffects.tsx'
import type { PaperGaps, VersionEffect } from './version-view.ts'
import { Anchor, Text } from './Words.tsx'

interface Props extends ComparisonFormProps {
  agreement: Agreement
  isTemplate: boolean
  /** These are absent where there is nothing to hold it beside. */
  clauses?: RedlineClause[]
  terms?: Parameters<typeof TermChanges>[0]['terms']
  same?: string[]
  effects?: VersionEffect[]
  gaps?: PaperGaps | null
  mayEdit: boolean
  mayWork: boolean
  me: string
  /** How many gaps went into negotiation just now. */
  started: number | null
  error: string | null
}

/** A paper beside an earlier version of it, or beside another paper: gaps, terms by value, words clause by clause. */
export function VersionComparison(props: Props) {
  const { agreement, clauses, terms, same = [], effects, gaps, other, from, to, error } = props
  const otherName = other && (other.template ? `Our template: ${other.title}` : other.title)
  return (
    <Page
      title={other ? `${agreement.title} beside another paper` : `Versions of ${agreement.title}`}
      lead={from && to ? leadOf(props) : undefined}
      actions={<Actions {...props} />}
    >
      <ComparisonForm {...props} />
      {error && (
        <Text c="var(--critical)" role="alert" mt="xs">
          {error}
        </Text>
      )}
      {clauses && terms && effects ? (
        <>
          {gaps && other && <GapsBeside gaps={gaps} other={other.title} />}
          {!other && <VersionEffects {...props} effects={effects} />}
          <TermChanges terms={terms} same={same} other={otherName} />
          <Section title="The words" aside={countsOf(clauses, other !== undefined)}>
            <Redline clauses={clauses} other={otherName} />
          </Section>
        </>
      ) : (
        <Empty>
          There is one version of this paper.{' '}
          <Anchor to={`/upload?agreement=${agreement.id}`} inherit>
            Upload a newer copy
          </Anchor>
          , or choose another paper to hold it beside.
        </Empty>
      )}
    </Page>
  )
}

function leadOf({ other, from, to, files }: Props): string {
  const words = 'old words struck out, new words underlined'
  if (!other) return `Version ${from?.version} beside version ${to?.version}: ${words}`
  const name = other.template ? `our template “${other.title}”` : `“${other.title}”`
  return `${files.length > 1 ? `Version ${to?.version} beside` : 'Beside'} ${name}: words that are only there struck out, words that are only here underlined`
}

function countsOf(clauses: RedlineClause[], isOther: boolean): string {
  const count = (...states: RedlineClause['state'][]) =>
    clauses.filter(({ state }) => states.includes(state)).length
  if (isOther)
    return `${count('same')} the same, ${count('changed', 'rewritten')} in other words, ${count('added')} only here, ${count('removed')} only there`
  return `${clauses.filter((clause) => clause.state !== 'same' || clause.moved).length} of ${clauses.length} clauses differ`
}

function Actions({ agreement, isTemplate, mayEdit }: Props) {
  return (
    <>
      {mayEdit && (
        <Form method="post">
          <input type="hidden" name="is" value={isTemplate ? 'no' : 'yes'} />
          <Button type="submit" name="what" value="template" size="compact-md" variant="default">
            {isTemplate ? 'No longer our template' : 'Mark as our template'}
          </Button>
        </Form>
      )}
      <Button component={Link} to={`/upload?agreement=${agreement.id}`} size="compact-md" variant="default">
        New version
      </Button>
      <Button component={Link} to={`/agreements/${agreement.slug}`} size="compact-md" variant="default">
        Agreement
      </Button>
    </>
  )
}
