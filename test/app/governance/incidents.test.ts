import mammoth from 'mammoth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { incidentBySlug } from '#db/incidents.ts'
import { lossReport } from '#exporters/loss-report.ts'
import { deploymentState } from '../../../app/services/assessment.server.ts'
import { claimNoticeReport } from '../../../app/services/governance/claim-notice.server.ts'
import { lossState, saveLossModel } from '../../../app/services/governance/costs.server.ts'
import {
  addEntry,
  addOwnClock,
  changeIncident,
  incidentView,
  openClocks,
  ReportedIncident,
  reportIncident,
} from '../../../app/services/governance/incidents.server.ts'
import type { House } from '../../../app/services/house.server.ts'
import { sha256Of } from '../../../app/services/originals/originals.server.ts'
import { described, openTestHouse, person } from './open-house.ts'

let house: House
let close: () => Promise<void>
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
})
afterEach(() => close())

const security = person('security')
const reported = ReportedIncident.parse({
  title: 'It showed an invoice to a stranger',
  kind: 'unauthorised_disclosure',
  severity: 'high',
  happenedAt: '2026-11-20T13:00',
  knownAt: '2026-11-20T14:30',
  laws: ['gdpr_33'],
})
const words = async (bytes: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

test('from a report to containment, evidence under its hash, a stopped clock and a claim notice', async () => {
  const deployment = await described(house)
  const incident = await reportIncident(house, security, deployment, reported)
  expect(incident.slug).toBe('2026-1')

  const bytes = new TextEncoder().encode('{"answer":"…"}')
  await addEntry(house, security, incident, {
    kind: 'evidence',
    words: 'The conversation',
    clock: null,
    file: { name: 'talk.json', bytes },
  })
  await addEntry(house, security, incident, { kind: 'containment', words: 'Routed to people', clock: null })
  await addEntry(house, security, incident, { kind: 'told', words: 'Ref. 77', clock: 'gdpr_33' })
  const now = await incidentBySlug(house.db, '2026-1')
  expect(now?.containedAt).not.toBeNull()
  const view = await incidentView(house, now ?? incident)
  expect(view.clocks).toMatchObject([{ id: 'gdpr_33', due: '2026-11-23T14:30:00.000Z' }])
  expect(view.clocks[0]?.doneAt).not.toBeNull()
  expect(view.claims.map((c) => c.limit.kind)).toEqual(['open', 'open'])
  const file = view.entries.find((e) => e.kind === 'evidence')
  expect(file?.sha256).toBe(sha256Of(bytes))
  expect(Buffer.from(await house.originals.get(file?.sha256 ?? ''))).toEqual(Buffer.from(bytes))

  const notice = await words((await claimNoticeReport(house, incident, { date: '2026-11-25' })).bytes)
  for (const said of [
    'Notice of claim',
    'It showed an invoice to a stranger',
    sha256Of(bytes),
    '20 November 2026, 14:30 UTC',
  ])
    expect(notice).toContain(said)
})

test('a review of the papers that an incident asks for is due within a month', async () => {
  const deployment = await described(house, { lastReviewedOn: '2026-11-01' })
  const incident = await reportIncident(house, security, deployment, reported)
  await changeIncident(house, security, incident, { rePapering: true })
  const { dated } = await deploymentState(house, deployment, '2026-11-25')
  expect(dated.map((d) => [d.date, d.why])).toContainEqual([
    '2026-12-20',
    'Asked for after incident 2026-1, It showed an invoice to a stranger: within a month of knowing.',
  ])
})

test('a clock that a customer’s contract starts is set by hand, and is a date like the others', async () => {
  const deployment = await described(house)
  const incident = await reportIncident(house, security, deployment, { ...reported, laws: [] })
  const clock = { who: 'Delta Foods', title: 'Notice of the incident', hours: 24, source: 'Clause 12.3' }
  await addOwnClock(house, security, incident, clock)
  const [open] = await openClocks(house)
  expect(open).toMatchObject({ due: '2026-11-21T14:30:00.000Z', clock: { who: 'Delta Foods' } })
  await addEntry(house, security, incident, { kind: 'told', words: 'By mail', clock: open?.clock.id ?? '' })
  expect(await openClocks(house)).toEqual([])
})

test('an unknown kind is refused', () =>
  expect(ReportedIncident.safeParse({ ...reported, kind: 'mischief' }).success).toBe(false))

test('without a contract nothing comes back, and the report for the CFO says so', async () => {
  const deployment = await described(house)
  const start = await lossState(house, deployment, '2026-11-25')
  expect(start.entered).toBeNull()
  await saveLossModel(house, security, deployment, start.model)
  const { now, organisationPapers: _, entered, ...state } = await lossState(house, deployment, '2026-11-25')
  expect(now.recoverable).toBe(0)
  expect(entered?.by).toBe('security@example.com')
  const report = await words(
    await lossReport.write({
      ...state,
      organisation: 'Us',
      deployment: deployment.name,
      ownNumbers: true,
      result: now,
      preparedOn: '2026-11-25',
    }),
  )
  expect(report).toContain('The contracts give back €0')
  expect(report).toContain('No cap was found')
})
