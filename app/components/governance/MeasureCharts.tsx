import { Button, Group, Table, TextInput, Title } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import type { Chart, ChartPoint, Measure } from '#domain/governance/measures.ts'
import { useFormat } from '../format.ts'
import { Text } from '../Words.tsx'
import classes from './MeasureCharts.module.css'

const WIDTH = 640
const HEIGHT = 140
/** Room for the numbers at the left and the days below. */
const LEFT = 40
const RIGHT = 8
const TOP = 8
const BOTTOM = 18

type Shown = Chart & { measure: Measure; fromIncidents: boolean }

interface Props {
  charts: Shown[]
  /** Where thresholds are set; null where the reader may not. */
  edit: { deployment: string; of: string } | null
}

const methods: Record<Measure['chart'], string> = {
  p: 'limits three standard deviations of the binomial (p-chart)',
  c: 'limits three standard deviations of the Poisson (c-chart; u-chart where totals are given)',
  i: 'limits 2.66 mean moving ranges (individuals)',
}

/** A control chart for each measure: centre, limits, and each signal by shape and word; the numbers below. */
export function MeasureCharts({ charts, edit }: Props) {
  return charts.map((chart) => <OneChart key={chart.measure.id} chart={chart} edit={edit} />)
}

function OneChart({ chart, edit }: { chart: Shown; edit: Props['edit'] }) {
  const { measure, centre, points, fromIncidents } = chart
  const format = useFormat()
  const unit = chart.unit && ` ${chart.unit}`
  const round = (value: number) => format.number(Math.round(value * 10) / 10)
  const signals = points.filter((p) => p.signals.length > 0).length
  const last = points.at(-1)
  return (
    <figure className={classes.figure}>
      <Title order={3}>{measure.title}</Title>
      <Text size="sm" c="dimmed">
        {measure.counts}; centre {round(centre)}
        {unit}, {signals === 0 ? 'no signal' : `${signals} ${signals === 1 ? 'signal' : 'signals'}`}
        {fromIncidents && (
          <>
            {' '}
            (by month, from its <Link to="/incidents">incidents</Link>)
          </>
        )}
      </Text>
      {last && last.signals.length > 0 && (
        <Text size="sm" c={last.worse ? 'var(--critical)' : undefined}>
          Newest period, {round(last.value)}
          {unit}: {last.signals.join(', ')}
          {!last.worse && ' (for the better)'}
        </Text>
      )}
      <Plot chart={chart} round={round} />
      <details>
        <summary>Numbers{edit && ' and thresholds'}</summary>
        <Text size="sm" c="dimmed">
          {methods[measure.chart]}; eight in a row on one side of the centre are a shift.
        </Text>
        {edit && <ThresholdForm measure={measure} edit={edit} />}
        <Numbers points={points} unit={unit} round={round} />
      </details>
    </figure>
  )
}

function Plot({ chart, round }: { chart: Shown; round(value: number): string }) {
  const { measure, centre, points } = chart
  const format = useFormat()
  const thresholds = [measure.alertAbove, measure.alertBelow].filter((t) => t !== undefined)
  const highest = Math.max(...points.map((p) => Math.max(p.value, p.high)), ...thresholds)
  const lowest = Math.min(...points.map((p) => Math.min(p.value, p.low)), ...thresholds)
  // A share that stays near 100 is drawn by itself; what reaches down to nothing stands on it.
  const base = lowest > highest / 2 ? lowest - (highest - lowest) * 0.1 : 0
  const span = highest - base || 1
  const x = (i: number) =>
    points.length === 1
      ? (WIDTH + LEFT) / 2
      : LEFT + 6 + (i * (WIDTH - LEFT - RIGHT - 6)) / (points.length - 1)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - base) / span) * (HEIGHT - TOP - BOTTOM)
  const line = (of: (p: ChartPoint) => number) => points.map((p, i) => `${x(i)},${y(of(p))}`).join(' ')
  const first = points[0]
  const last = points.at(-1)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.chart} aria-hidden>
      {[...new Set([base, centre, highest])].map((value) => (
        <text key={value} x={LEFT - 4} y={y(value) + 3} textAnchor="end" className={classes.label}>
          {round(value)}
        </text>
      ))}
      {first && (
        <text x={LEFT} y={HEIGHT - 4} className={classes.label}>
          {format.date(first.startsOn)}
        </text>
      )}
      {last && points.length > 1 && (
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end" className={classes.label}>
          {format.date(last.endsOn)}
        </text>
      )}
      {thresholds.map((value) => (
        <line
          key={value}
          className={classes.threshold}
          x1={LEFT}
          x2={WIDTH - RIGHT}
          y1={y(value)}
          y2={y(value)}
        />
      ))}
      <polyline className={classes.limit} points={line((p) => p.high)} />
      <polyline className={classes.limit} points={line((p) => p.low)} />
      <polyline className={classes.centre} points={line(() => centre)} />
      <polyline className={classes.line} points={line((p) => p.value)} />
      {points.map((p, i) =>
        p.signals.length > 0 ? (
          <rect
            key={p.startsOn}
            className={p.worse ? classes.signal : classes.better}
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
  )
}

/** From where on a value alerts, whatever the chart says. */
function ThresholdForm({ measure, edit }: { measure: Measure; edit: NonNullable<Props['edit']> }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="deployment" value={edit.deployment} />
      <input type="hidden" name="of" value={edit.of} />
      <input type="hidden" name="measure" value={measure.id} />
      <Group gap="xs" align="flex-end" my="xs">
        <TextInput
          size="xs"
          name="above"
          label="Alert above"
          inputMode="decimal"
          w={110}
          defaultValue={measure.alertAbove}
        />
        <TextInput
          size="xs"
          name="below"
          label="Alert below"
          inputMode="decimal"
          w={110}
          defaultValue={measure.alertBelow}
        />
        <Button type="submit" name="do" value="thresholds" size="xs" variant="default" loading={busy}>
          Set for {measure.title}
        </Button>
      </Group>
    </Form>
  )
}

function Numbers(props: { points: ChartPoint[]; unit: string; round(value: number): string }) {
  const { points, unit, round } = props
  const format = useFormat()
  return (
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
            <Table.Td>
              {p.signals.join(', ')}
              {p.signals.length > 0 && !p.worse && ' (for the better)'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
