import mammoth from 'mammoth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agreements } from '#db/agreements.ts'
import { incidentBySlug, incidents } from '#db/incidents.ts'
import type { Clock } from '#domain/governance/incident-clocks.ts'
import type { Deployment } from '#domain/register/deployment.ts'
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
type Said = Pick<Clock, 'title' | 'who' | 'due' | 'why' | 'source'>
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

const paper = (bodies: string[]) =>
  new TextEncoder().encode(
    `MASTER SERVICES AGREEMENT\n\n${bodies.map((body, i) => `${i + 1}. ${body}`).join('\n\n')}`,
  )
const notice = (within: string) =>
  `Incidents. Vendor shall notify Customer of any personal data breach within ${within} after becoming aware of it.`
const others = [
  'Governing law. This Agreement is governed by the laws of England and Wales.',
  'Indemnity. Vendor shall indemnify Customer against third-party claims arising from a data breach, provided that Customer gives prompt written notice of the claim.',
]

/** The house, and how many statements it has been asked so far. */
function counting(house: House): { counted: House; statements: () => number } {
  let statements = 0
  const db = house.db.withPlugin({
    transformQuery({ node }) {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { counted: Object.create(house, { db: { value: db } }), statements: () => statements }
}

test('clocks of many incidents are those that each shows by itself, and are asked for at once', async () => {
  const accept = (title: string, bytes: Uint8Array, agreementId?: string) =>
    house.intake.accept({
      fileName: `${title}.txt`,
      bytes,
      vendor: 'Northwind',
      actor: 'it@example.com',
      ...(agreementId ? { agreementId } : { details: { title, kind: 'msa' } }),
    })
  await accept('Hosting', paper([notice('two (2) business days'), ...others]))
  await accept('Model', paper([notice('seventy-two (72) hours'), ...others]))
  await house.intake.idle()
  const [hosting, model] = await agreements(house.db)
  if (!hosting || !model) throw new Error('Two papers came in.')
  const since = 'Effective date. This Agreement is effective as of November 15, 2026.'
  await accept('Hosting', paper([notice('twelve (12) hours'), since]), hosting.id)
  await house.intake.idle()

  const first = await described(house, { agreementIds: [hosting.id, model.id] })
  const second = await described(house, { name: 'Claims helper', agreementIds: [model.id] })
  const none = await described(house, { name: 'Draft helper' })
  const report = (deployment: Deployment, day: string, laws: string[] = []) =>
    reportIncident(house, security, deployment, {
      ...reported,
      happenedAt: `${day}T13:00:00.000Z`,
      knownAt: `${day}T14:30:00.000Z`,
      laws,
    })
  const told = await report(first, '2026-11-20', ['gdpr_33'])
  await addEntry(house, security, told, { kind: 'told', words: 'By mail', clock: 'gdpr_33' })
  await report(second, '2026-11-20')
  const { counted, statements } = counting(house)
  await openClocks(counted)
  const few = statements()

  await report(first, '2026-11-10')
  await report(second, '2026-11-10', ['gdpr_33'])
  const owed = await report(none, '2026-11-12')
  const clock = { who: 'Delta Foods', title: 'Notice of the incident', hours: 24, source: 'Clause 12.3' }
  await addOwnClock(house, security, owed, clock)
  await changeIncident(house, security, await report(first, '2026-11-11'), { closedAt: '2026-11-12' })

  const open = await openClocks(counted)
  expect(statements() - few).toBe(few)
  const said = ({ title, who, due, why, source }: Said) => [title, who, due, why, source]
  const alone = await Promise.all(
    (await incidents(house.db, { running: true })).map(async (incident) => {
      const { clocks } = await incidentView(house, incident)
      return clocks.filter((c) => c.due && !c.doneAt).map((c) => [incident.slug, ...said(c)])
    }),
  )
  expect(open.map(({ incident, clock }) => [incident.slug, ...said(clock)])).toEqual(alone.flat())
  // On the 10th the earlier version of the hosting agreement was in force.
  expect(open.map(({ incident, due }) => `${incident.slug} ${due.slice(0, 16)}`).sort()).toEqual([
    '2026-1 2026-11-21T02:30',
    '2026-1 2026-11-23T14:30',
    '2026-2 2026-11-23T14:30',
    '2026-3 2026-11-12T14:30',
    '2026-3 2026-11-13T14:30',
    '2026-4 2026-11-13T14:30',
    '2026-4 2026-11-13T14:30',
    '2026-5 2026-11-13T14:30',
  ])
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
