import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliveryLog, insertChannel } from '#db/channels.ts'
import { setDeadlineOwner } from '#db/deadlines.ts'
import { saveGapWork } from '#db/gap-work.ts'
import { insertPerson, setUnits } from '#db/people.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { IncidentInput } from '#domain/governance/incidents.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { asPerson } from '../../app/services/as-person.server.ts'
import { deadlinesInWork } from '../../app/services/deadlines.server.ts'
import { reportIncident } from '../../app/services/governance/incidents.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { remind } from '../../app/services/reminders.server.ts'
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

test('somebody bound to a unit is reminded of what they may see and of nothing else', async () => {
  const retail = await ensureUnit(house.db, 'Retail')
  const lending = await ensureUnit(house.db, 'Lending')
  await setUnitOf(house.db, 'deployment', deployment.id, lending)
  const { id } = await insertPerson(house.db, { name: 'Lee', email: 'lee@example.com', role: 'it' })
  await setUnits(house.db, id, [retail])
  await remind(house, new Date('2027-11-10T12:00:00Z'))
  expect(await deliveryLog(house.db)).toEqual([])
  await setUnits(house.db, id, [lending])
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
