import { Drawer } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { Standing } from '#domain/policy/compare.ts'
import { useFormat } from '../format.ts'
import { Anchor, Text } from '../Words.tsx'
import classes from './Compare.module.css'
import type { ComparisonView } from './comparison-view.ts'

const standingSigns: Record<Standing, string> = {
  better: '▲ Better',
  meets: '● Meets',
  unsure: '? Look',
  short: '▼ Short',
  missing: '◆ Missing',
  not_asked: 'Not asked',
}
const groups = {
  liability: 'Liability',
  data: 'Data and AI',
  oversight: 'Oversight',
  time: 'Time, change and exit',
} as const

type Row = ComparisonView['rows'][number]
type Reading = Row['cells'][number][number]

/** More columns than these are set narrower and smaller. */
const FEW = 4

/** Terms down, what is compared across; words open their clause in a sheet at the side. */
export function ComparisonTable({ comparison, rows }: { comparison: ComparisonView; rows: Row[] }) {
  const [open, setOpen] = useState<(Reading & { title: string }) | null>(null)
  const { money } = useFormat()
  const { columns, scores } = comparison
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={classes.scroll} aria-label="Comparison" tabIndex={0}>
        <table className={classes.table} data-many={columns.length > FEW || undefined}>
          <thead>
            <tr>
              <th scope="col">Term</th>
              {columns.map((column, i) => (
                <th scope="col" key={column.key}>
                  {column.title}
                  <Text inherit fw={400}>
                    <strong>{scores[i]?.of100 ?? '–'}</strong> of 100
                    {column.annualFees && `, ${money(column.annualFees)} a year`}
                  </Text>
                  {column.unread.length > 0 && (
                    <Text inherit c="var(--high)" fw={400} className={classes.small}>
                      Not all could be read: {column.unread.join('; ')}
                    </Text>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Fragment key={row.type}>
                {row.group !== rows[i - 1]?.group && (
                  <tr className={classes.group}>
                    <th scope="rowgroup">{groups[row.group]}</th>
                    <td colSpan={columns.length} />
                  </tr>
                )}
                <tr>
                  <th scope="row">{row.title}</th>
                  {row.cells.map((cell, c) => (
                    <td key={columns[c]?.key}>
                      {cell.length === 0 && (
                        <Text c="dimmed" inherit>
                          Not found in what was read
                        </Text>
                      )}
                      {cell.map((reading) => (
                        <button
                          type="button"
                          key={`${reading.where} ${reading.words}`}
                          className={classes.words}
                          onClick={() => setOpen({ ...reading, title: row.title })}
                        >
                          {reading.words}
                        </button>
                      ))}
                    </td>
                  ))}
                </tr>
                {row.rules.map((rule) => (
                  <tr key={rule.rule} className={classes.rule}>
                    <th scope="row">
                      {rule.title}
                      <Text inherit c="dimmed" className={classes.small}>
                        {rule.required ?? 'The class asks nothing here'}
                      </Text>
                    </th>
                    {rule.standings.map(({ standing, why, best }, c) => (
                      <td key={columns[c]?.key} className={best ? classes.best : undefined}>
                        <span className={classes.standing} data-standing={standing}>
                          {standingSigns[standing]}
                          {best && ' · best'}
                        </span>
                        {standing !== 'not_asked' && (
                          <Text inherit c="dimmed" className={classes.small}>
                            {why}
                          </Text>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        title={open?.title}
        closeButtonProps={{ 'aria-label': 'Close the clause' }}
      >
        {open && (
          <>
            <Text fw={600}>{open.words}</Text>
            <Text my="sm" style={{ fontFamily: 'var(--mantine-font-family-headings)' }}>
              “{open.quote}”
            </Text>
            {open.href ? (
              <Anchor to={open.href}>{open.where}</Anchor>
            ) : (
              <Text c="dimmed">Only supposed: nobody has signed it.</Text>
            )}
          </>
        )}
      </Drawer>
    </>
  )
}
