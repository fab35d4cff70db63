import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliveryLog, insertChannel } from '#db/channels.ts'
import { setDeadlineOwner } from '#db/deadlines.ts'
import { exerciseById } from '#db/exercises.ts'
import { saveGapWork } from '#db/gap-work.ts'
import { insertPerson, setUnits } from '#db/people.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { insertVendor } from '#db/vendors.ts'
import { IncidentInput } from '#domain/governance/incidents.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { asPerson } from '../../app/services/as-person.server.ts'
import { addAssurance, dropAssurance, vendorAssurance } from '../../app/services/assurance.server.ts'
import { deadlinesInWork } from '../../app/services/deadlines.server.ts'
import { addEvidence } from '../../app/services/governance/controls.server.ts'
import { beginExercise, saveExercise } from '../../app/services/governance/exercises.server.ts'
import { reportIncident } from '../../app/services/governance/incidents.server.ts'
import { saveSource } from '../../app/services/governance/reviewers.server.ts'
import { home } from '../../app/services/home.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { markDeadline } from '../../app/services/notice.server.ts'
import { vendorBrief } from '../../app/services/overview.server.ts'
import { remind } from '../../app/services/reminders.server.ts'
import { calendarReport } from '../../app/services/reports.server.ts'
import { term } from '../domain/policy/terms.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

let house: House
let close: () => Promise<void>
let deployment: Deployment
beforeEach(async () => {
  ;({ house, close } = await openTestHouse({ smtpUrl: 'smtp://127.0.0.1:1', remindTo: 'team@example.com' }))
  deployment = await described(house, {
    riskClass: 'high',
    lastReviewedOn: '2027-05-25',
    owner: 'lee@example.com',
  })
})
afterEach(() => close())

const kindsOn = async (date: string) =>
  (await deadlinesInWork(house, date)).deadlines.map((d) => `${d.kind} ${d.date}`)

test('an accepted risk comes back on a day that somebody is reminded of', async () => {
  await saveGapWork(house.db, {
    deploymentId: deployment.id,
    rule: 'insurance',
    status: 'accepted',
    owner: null,
    dueOn: null,
    acceptance: {
      reason: 'The premium is paid.',
      until: '2027-10-31',
      severity: 'medium',
      by: 'legal@example.com',
      at: '2027-01-01T00:00:00.000Z',
      needsSecond: false,
      approvedBy: null,
      approvedAt: null,
    },
  })
  const { deadlines } = await deadlinesInWork(house, '2027-10-01')
  expect(deadlines.find((d) => d.kind === 'acceptance_ends')).toMatchObject({
    date: '2027-10-31',
    owner: 'lee@example.com',
    why: expect.stringMatching(/legal@example.com took it until then: The premium is paid/),
    href: `/gaps/${deployment.slug}/insurance`,
  })
})

test('the clock of an incident is a date like any other', async () => {
  await reportIncident(
    house,
    person('security'),
    deployment,
    IncidentInput.parse({
      title: 'It told a customer another’s address',
      kind: 'privacy_event',
      severity: 'high',
      happenedAt: '2027-10-01T08:00:00Z',
      knownAt: '2027-10-01T09:00:00Z',
      description: 'Two records were mixed up.',
      laws: ['gdpr_33'],
    }),
  )
  expect((await kindsOn('2027-10-01')).filter((d) => d.startsWith('incident_clock'))).toContain(
    'incident_clock 2027-10-04',
  )
})

test('of a control’s evidence the last to run out counts; stale sources and roles nobody has are dates, too', async () => {
  const it = person('it')
  for (const [title, expiresOn, passed] of [
    ['Last year', '2027-10-05', true],
    ['This year', '2027-12-05', true],
    ['Nightly', '2027-12-31', false],
  ] as const)
    await addEvidence(
      house,
      it,
      deployment,
      { control: 'citation', kind: 'test', title, detail: '', passed, expiresOn },
      '2027-10-01',
    )
  await saveSource(house, it, deployment, {
    title: 'Returns policy',
    owner: 'kim@example.com',
    version: '7',
    reviewedOn: '2027-01-15',
    reviewMonths: 12,
  })
  const exercise = await beginExercise(house, it, {
    deploymentId: deployment.id,
    scenario: 'vendor_outage',
    heldOn: '2027-09-30',
    lead: 'Iris',
    attendees: 'Iris, Ivo',
  })
  const form = new FormData()
  form.set('gapOwner.stops', 'M. Strand')
  form.set('gapDue.stops', '2027-11-15')
  const held = await exerciseById(house.db, exercise)
  if (held) await saveExercise(house, it, held, form, false)
  const { deadlines } = await deadlinesInWork(house, '2027-10-01')
  const ours = deadlines.filter((d) => ['evidence_expires', 'source_review', 'open_role'].includes(d.kind))
  expect(ours.map((d) => [d.date, d.title, d.owner])).toEqual([
    ['2027-11-15', 'A role that nobody has (Who can stop the deployment, also at night?)', 'M. Strand'],
    ['2027-12-05', 'Evidence runs out (This year)', null],
    ['2028-01-15', 'Review of a source (Returns policy)', 'kim@example.com'],
  ])
})

test('somebody bound to a unit is reminded of what they may see and of nothing else', async () => {
  const retail = await ensureUnit(house.db, 'Retail')
  const lending = await ensureUnit(house.db, 'Lending')
  await setUnitOf(house.db, 'deployment', deployment.id, lending)
  const { id } = await insertPerson(house.db, { name: 'Lee', email: 'lee@example.com', role: 'it' })
  await setUnits(house.db, id, [retail])
  await remind(house, new Date('2027-11-10T12:00:00Z'))
  expect(await deliveryLog(house.db)).toEqual([])
  const feedOf = async () => {
    const seen = await asPerson(house, 'lee@example.com')
    return seen ? new TextDecoder().decode((await calendarReport(seen, { date: '2027-11-01' })).bytes) : ''
  }
  expect(await feedOf()).not.toContain('BEGIN:VEVENT')
  await setUnits(house.db, id, [lending])
  expect(await feedOf()).toContain('DTSTART;VALUE=DATE:20271125')
  expect((await asPerson(house, 'lee@example.com'))?.db).not.toBe(house.db)
})

test('from a week before, the owner’s deputy is told, too; what nobody owns goes to REMIND_TO', async () => {
  await described(house, { name: 'Orphan', riskClass: 'high', lastReviewedOn: '2027-05-25', owner: '' })
  await setDeadlineOwner(house.db, `re_papering ${deployment.id}`, 'lee@example.com', 'kim@example.com')
  await insertChannel(house.db, { name: 'Ops', form: 'slack', url: 'https://example.com', madeBy: 'a' })
  const toldOn = async (day: string) => {
    await remind(house, new Date(`${day}T12:00:00Z`))
    return (await deliveryLog(house.db)).map((d) => d.recipient ?? 'Ops').sort()
  }
  expect(await toldOn('2027-11-10')).toEqual(['Ops', 'lee@example.com', 'team@example.com'])
  expect(await toldOn('2027-11-20')).toEqual([
    'Ops',
    'Ops',
    'kim@example.com',
    'lee@example.com',
    'lee@example.com',
    'team@example.com',
    'team@example.com',
  ])
})

test('a report of a vendor is a date of whoever looks after the vendor, until a newer one is there', async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Acme', owner: 'pat@example.com' }))
  const record = (title: string, expiresOn: string) =>
    addAssurance(house, person('security'), vendor, { kind: 'SOC2', title, expiresOn, note: '', file: null })
  const due = async () =>
    (await deadlinesInWork(house, '2027-10-01')).deadlines.filter((d) => d.kind === 'assurance_expires')
  await record('SOC 2 Type II, 2026', '2027-10-15')
  expect(await due()).toMatchObject([
    { date: '2027-10-15', owner: 'pat@example.com', vendor: 'Acme', about: 'Acme' },
  ])
  await record('SOC 2 Type II, 2027', '2028-10-15')
  expect((await due()).map((d) => d.date)).toEqual(['2028-10-15'])
  const [newest] = (await vendorAssurance(house, vendor, [], '2027-10-01')).held
  await dropAssurance(house, person('security'), vendor, newest?.id ?? '')
  expect((await due()).map((d) => d.date)).toEqual(['2027-10-15'])
})

test('what the papers promise and nobody has is named with its clause; a report that expired shows nothing', async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Acme' }))
  const terms = [term('security_assurance', { standards: ['SOC2', 'ISO27001'], penTest: true })]
  const missing = async () =>
    (await vendorAssurance(house, vendor, terms, '2027-10-01')).promised.map(({ kind }) => kind)
  expect(await missing()).toEqual(['SOC2', 'ISO27001', 'pen_test'])
  for (const [kind, expiresOn] of [
    ['SOC2', '2027-12-31'],
    ['ISO27001', '2027-09-30'],
  ] as const)
    await addAssurance(house, person('it'), vendor, {
      kind,
      title: '',
      expiresOn,
      note: '',
      file: { name: `${kind}.pdf`, bytes: new TextEncoder().encode(kind) },
    })
  expect(await missing()).toEqual(['ISO27001', 'pen_test'])
})

test('what is done or set aside is no date of the home screen and of the vendor’s', async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Acme' }))
  await addAssurance(house, person('it'), vendor, {
    kind: 'PCI',
    title: '',
    expiresOn: '2027-10-15',
    note: '',
    file: null,
  })
  const shown = async () => [
    (await home(house, '2027-10-01')).soon.map((d) => d.kind),
    (await vendorBrief(house, 'acme', '2027-10-01'))?.deadlines.map((d) => d.kind),
  ]
  expect(await shown()).toEqual([['assurance_expires'], ['assurance_expires']])
  const [due] = (await deadlinesInWork(house, '2027-10-01')).deadlines
  await markDeadline(
    house,
    { key: due?.id ?? '', dueOn: due?.date ?? '', by: 'lee@example.com' },
    { verdict: 'done', reason: 'The new one is on its way' },
  )
  expect(await shown()).toEqual([[], []])
})
