import { describe, expect, test } from 'vitest'
import { cannotEnd, ownershipGaps } from '#domain/governance/exercises.ts'
import { countsOfIncidents } from '#domain/governance/incident-measures.ts'
import type { Incident } from '#domain/governance/incidents.ts'
import { controlChart, type Measure, type MeasureCount } from '#domain/governance/measures.ts'
import { sourceStates } from '#domain/governance/reviewers.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'

const measure = (more: Partial<Measure> = {}): Measure => ({
  id: 'overrides',
  title: 'Overrides',
  counts: 'drafts changed',
  chart: 'p',
  better: 'lower',
  ...more,
})
const weeks = (counts: number[], total: number | null = 100): MeasureCount[] =>
  counts.map((count, i) => ({
    measure: 'overrides',
    startsOn: `2026-${String(i + 1).padStart(2, '0')}-01`,
    endsOn: `2026-${String(i + 1).padStart(2, '0')}-07`,
    dimension: 'all',
    value: '',
    count,
    total,
  }))

describe('a control chart', () => {
  test('of shares: p̄ ± 3√(p̄(1−p̄)/n)', () => {
    const { centre, points } = controlChart(measure(), weeks([10, 10, 10, 10]))
    expect(centre).toBeCloseTo(10, 9)
    expect(points[0]?.high).toBeCloseTo(19, 9)
    expect(points[0]?.low).toBeCloseTo(1, 9)
    expect(points.flatMap((p) => p.signals)).toEqual([])
  })
  test('of counts: c̄ ± 3√c̄', () => {
    const { points } = controlChart(measure({ chart: 'c' }), weeks([9, 9, 9], null))
    expect([points[0]?.low, points[0]?.high]).toEqual([0, 18])
  })
  test('of rare things out of many: ū ± 3√(ū/n), in a thousand', () => {
    const { centre, unit, points } = controlChart(measure({ chart: 'c' }), weeks([4, 4, 4, 4], 1000))
    expect([centre, unit]).toEqual([4, 'in 1,000'])
    expect([points[0]?.low, points[0]?.high]).toEqual([0, 10])
  })
  test('of volumes and hours: x̄ ± 2.66 mean moving ranges', () => {
    const { centre, points } = controlChart(measure({ chart: 'i' }), weeks([1000, 1010, 1000, 1010], null))
    expect(centre).toBe(1005)
    expect(points[0]?.high).toBeCloseTo(1005 + 26.6, 9)
    expect(points[0]?.low).toBeCloseTo(1005 - 26.6, 9)
  })
  test('a signal for the better is no alert', () => {
    const fewer = weeks([10, 9, 11, 10, 12, 9, 0])
    const last = (better: Measure['better']) => controlChart(measure({ better }), fewer).points.at(-1)
    expect(last('lower')).toMatchObject({ signals: ['below the lower limit'], worse: false })
    expect(last('higher')).toMatchObject({ worse: true })
    expect(last('steady')).toMatchObject({ worse: true })
  })
  test('one week far out is a signal, the others are noise', () => {
    const { centre, points } = controlChart(measure(), weeks([10, 9, 11, 10, 12, 9, 40]))
    expect(points.map((p) => p.signals.length)).toEqual([0, 0, 0, 0, 0, 0, 1])
    // It moves neither the centre nor the limits that it is held against.
    expect(centre).toBeCloseTo(61 / 6, 9)
    expect(points.at(-1)?.signals).toEqual(['above the upper limit'])
  })
  test('eight in a row on one side are a shift', () => {
    const { points } = controlChart(measure(), weeks([12, 12, 12, 10, 10, 10, 10, 10, 10, 10, 10]))
    expect(points.at(-1)?.signals).toEqual(['8 in a row on one side'])
  })
  test('a threshold alerts whatever the chart says', () => {
    const { points } = controlChart(measure({ alertAbove: 20 }), weeks([25, 25, 25]))
    expect(points.at(-1)?.signals).toEqual(['over 20 %'])
  })
  test('one period gives no limits to be outside of', () =>
    expect(controlChart(measure(), weeks([90])).points[0]?.signals).toEqual([]))
})

describe('an exercise', () => {
  const answers = exerciseLibrary.questions.map(({ id }) => ({
    question: id,
    who: 'A. Reyes',
    how: '',
    gapOwner: '',
    gapDue: '' as const,
  }))
  test('ends when everybody is named', () => expect(cannotEnd({ answers }, exerciseLibrary)).toBeNull())
  test('a question without anybody is a gap that needs an owner and a date', () => {
    const [first, ...rest] = answers
    if (!first) throw new Error('no questions')
    const open = [{ ...first, who: '' }, ...rest]
    expect(cannotEnd({ answers: open }, exerciseLibrary)).toContain('Who notices it')
    const owned = [{ ...first, who: '', gapOwner: 'M. Strand', gapDue: '2026-12-15' }, ...rest]
    expect(cannotEnd({ answers: owned }, exerciseLibrary)).toBeNull()
    expect(ownershipGaps({ answers: owned }, exerciseLibrary, '2026-12-16')).toMatchObject([
      { owner: 'M. Strand', open: true },
    ])
  })
})

test('a source is stale once its review is over', () => {
  const source = {
    id: '1',
    deploymentId: 'd',
    title: 'Returns policy',
    owner: 'Legal',
    version: '7',
    reviewedOn: '2025-11-24',
    reviewMonths: 12,
  }
  expect(sourceStates([source], '2026-11-24')[0]?.problems).toEqual([])
  expect(sourceStates([source], '2026-11-25')[0]?.problems).toEqual([
    'Stale: its review was due on 24 Nov 2026.',
  ])
})

test('incidents give near misses, recurrences and hours to containment by month', () => {
  const incident = (id: string, day: string, more: Partial<Incident> = {}) =>
    ({
      id,
      kind: 'outage',
      deploymentId: 'd',
      happenedAt: `${day}T08:00:00.000Z`,
      knownAt: `${day}T08:00:00.000Z`,
      containedAt: null,
      nearMiss: false,
      ...more,
    }) as Incident
  const counts = countsOfIncidents(
    [
      incident('1', '2026-09-05', { containedAt: '2026-09-05T12:00:00.000Z' }),
      incident('2', '2026-11-02', { containedAt: '2026-11-02T10:00:00.000Z' }),
      incident('3', '2026-11-03', { nearMiss: true, kind: 'privacy_event' }),
    ],
    '2026-11-25',
  )
  const of = (measure: string) => counts.filter((c) => c.measure === measure).map((c) => [c.endsOn, c.count])
  expect(of('near_misses')).toEqual([
    ['2026-09-30', 0],
    ['2026-10-31', 0],
    ['2026-11-30', 1],
  ])
  expect(of('recurrences').map(([, count]) => count)).toEqual([0, 0, 1])
  expect(of('containment_hours')).toEqual([
    ['2026-09-30', 4],
    ['2026-11-30', 2],
  ])
})
