import { Table, Text, Title } from '@mantine/core'
import type { Chart, ChartPoint, Measure } from '#domain/governance/measures.ts'
import { useFormat } from '../format.ts'
import classes from './MeasureCharts.module.css'

const WIDTH = 640
const HEIGHT = 120
const EDGE = 8

/** A control chart for each measure: centre, limits, and each signal by shape and word; the numbers below. */
export function MeasureCharts({ charts }: { charts: (Chart & { measure: Measure })[] }) {
  return charts.map((chart) => <OneChart key={chart.measure.id} chart={chart} />)
}

function OneChart({ chart }: { chart: Chart & { measure: Measure } }) {
  const { measure, centre, points } = chart
  const format = useFormat()
  const unit = measure.chart === 'p' ? ' %' : ''
  const round = (value: number) => format.number(Math.round(value * 10) / 10)
  const top = Math.max(...points.map((p) => Math.max(p.value, p.high)), 1)
  const x = (i: number) =>
    points.length === 1 ? WIDTH / 2 : EDGE + (i * (WIDTH - 2 * EDGE)) / (points.length - 1)
  const y = (value: number) => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE)
  const line = (of: (p: ChartPoint) => number) => points.map((p, i) => `${x(i)},${y(of(p))}`).join(' ')
  const signals = points.filter((p) => p.signals.length > 0).length
  return (
    <figure className={classes.figure}>
      <Title order={3}>{measure.title}</Title>
      <Text size="sm" c="dimmed">
        {measure.counts}; centre {round(centre)}
        {unit}, {signals === 0 ? 'no signal' : `${signals} ${signals === 1 ? 'signal' : 'signals'}`}
      </Text>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.chart} aria-hidden>
        <polyline className={classes.limit} points={line((p) => p.high)} />
        <polyline className={classes.limit} points={line((p) => p.low)} />
        <polyline className={classes.centre} points={line(() => centre)} />
        <polyline className={classes.line} points={line((p) => p.value)} />
        {points.map((p, i) =>
          p.signals.length > 0 ? (
            <rect
              key={p.startsOn}
              className={classes.signal}
              x={x(i) - 4}
              y={y(p.value) - 4}
              width={8}
              height={8}
              transform={`rotate(45 ${x(i)} ${y(p.value)})`}
            />
          ) : (
            <circle key={p.startsOn} className={classes.dot} cx={x(i)} cy={y(p.value)} r={2.5} />
          ),
        )}
      </svg>
      <details>
        <summary>Numbers</summary>
        <Table verticalSpacing={2} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Period</Table.Th>
              <Table.Th ta="right">Count</Table.Th>
              <Table.Th ta="right">Value</Table.Th>
              <Table.Th ta="right">Limits</Table.Th>
              <Table.Th>Signal</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map((p) => (
              <Table.Tr key={p.startsOn}>
                <Table.Td>
                  {format.date(p.startsOn)} – {format.date(p.endsOn)}
                </Table.Td>
                <Table.Td ta="right">
                  {format.number(p.count)}
                  {p.total !== null && ` of ${format.number(p.total)}`}
                </Table.Td>
                <Table.Td ta="right">
                  {round(p.value)}
                  {unit}
                </Table.Td>
                <Table.Td ta="right">
                  {round(p.low)}–{round(p.high)}
                </Table.Td>
                <Table.Td>{p.signals.join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  )
}
