import { Button } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { whatIfWords } from '#domain/policy/what-if.ts'
import classes from '../components/compare/Compare.module.css'
import { ComparisonChoice } from '../components/compare/ComparisonChoice.tsx'
import { ComparisonTable } from '../components/compare/ComparisonTable.tsx'
import { Weights } from '../components/compare/Weights.tsx'
import { WhatIfs } from '../components/compare/WhatIfs.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { comparable, comparisonView, parseComparison } from '../services/comparison.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Compare · Carveout' }]

export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const asked = parseComparison(search)
  const [choices, comparison] = await Promise.all([
    comparable(house, asked.of),
    comparisonView(house, asked, today(request)),
  ])
  const known = new Set([...choices.agreements, ...choices.vendors].map(({ key }) => key))
  return {
    of: asked.of.filter((key) => known.has(key)),
    unknown: asked.of.filter((key) => !known.has(key)),
    riskClass: asked.riskClass,
    all: search.get('rows') !== 'different',
    whatIfs: asked.whatIfs.map((w) => ({
      text: `${w.column}~${w.supposition.id}~${w.amount}`,
      column: w.column,
      words: whatIfWords(w),
    })),
    choices,
    comparison,
  }
}

export default function Compare() {
  const { of, unknown, riskClass, all, whatIfs, choices, comparison } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const keep = (...leave: string[]) => [...search].filter(([name]) => !leave.some((l) => name.startsWith(l)))
  const address = (entries: [string, string][]) => `?${new URLSearchParams(entries)}`
  const titleOf = (key: string) => comparison?.columns.find((c) => c.key === key)?.title ?? key
  const rows = comparison?.rows.filter((row) => all || row.differs) ?? []
  const same = comparison?.rows.filter((row) => !row.differs).length ?? 0
  const sameRows = same === 1 ? '1 row' : `${same} rows`
  return (
    <Page
      title="Compare"
      lead="Agreements, offers and vendors side by side, in the words of their clauses and against the playbook"
      actions={
        comparison && (
          <>
            <Button component="a" href={`/compare/xlsx?${search}`} variant="default" size="compact-md">
              Excel
            </Button>
            <Button component="a" href={`/compare/docx?${search}`} variant="default" size="compact-md">
              Board paper (Word)
            </Button>
          </>
        )
      }
    >
      {unknown.length > 0 && (
        <Text c="var(--high)" role="alert" mb="xs">
          Not in the register, or not yours to see: {unknown.join(', ')}.
        </Text>
      )}
      <ComparisonChoice choices={choices} of={of} riskClass={riskClass} keep={keep('of', 'class')} />
      {comparison ? (
        <>
          <Weights comparison={comparison} keep={keep('weight.')} />
          <WhatIfs
            columns={comparison.columns}
            keep={keep()}
            supposed={whatIfs.map(({ text, column, words }) => ({
              text,
              words: `${titleOf(column)} gave ${words}.`,
              without: address(keep().filter((entry) => !(entry[0] === 'if' && entry[1] === text))),
            }))}
          />
          {same > 0 && (
            <Text my="xs" className={classes.onScreen}>
              <Anchor
                to={address([...keep('rows'), ...(all ? [['rows', 'different'] as [string, string]] : [])])}
                preventScrollReset
              >
                {all ? `Fold ${sameRows} without a difference` : `Show the ${sameRows} without a difference`}
              </Anchor>
            </Text>
          )}
          <ComparisonTable comparison={comparison} rows={rows} />
        </>
      ) : (
        <Empty>Choose at least two: agreements, offers under negotiation, or all papers of a vendor.</Empty>
      )}
    </Page>
  )
}
