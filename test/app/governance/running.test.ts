import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import mammoth from 'mammoth'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliveryLog, insertChannel } from '#db/channels.ts'
import { exerciseById } from '#db/exercises.ts'
import { stopsOf } from '#db/stops.ts'
import { blankCard } from '#domain/governance/stop.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'
import { saveCard } from '../../../app/services/governance/card.server.ts'
import {
  beginExercise,
  minutesReport,
  saveExercise,
} from '../../../app/services/governance/exercises.server.ts'
import { measureAlerts } from '../../../app/services/governance/measure-alerts.server.ts'
import {
  countsOfCsv,
  MeasureProblem,
  measuresOf,
  setThresholds,
  takeCounts,
} from '../../../app/services/governance/measures.server.ts'
import { stopDeployment, tellAgain } from '../../../app/services/governance/stop.server.ts'
import {
  markKnownSafe,
  registerVersion,
  rollBack,
  VersionProblem,
  versionHistory,
} from '../../../app/services/governance/versions.server.ts'
import type { House } from '../../../app/services/house.server.ts'
import { main } from '../../../cli/main.ts'
import { mailServer } from '../mail-server.ts'
import { receiver } from '../receiver.ts'
import { described, openTestHouse, person } from './open-house.ts'

let house: House
let close: () => Promise<void>
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
})
afterEach(() => close())

const it = person('it')

test('an exercise: a role nobody has becomes a gap with owner and date, and stands in the minutes', async () => {
  const deployment = await described(house)
  const id = await beginExercise(house, it, {
    deploymentId: deployment.id,
    scenario: 'refund_promise',
    heldOn: '2026-11-25',
    lead: 'Iris',
    attendees: 'Iris, Ivo, M. Strand',
  })
  const held = async () => {
    const exercise = await exerciseById(house.db, id)
    if (!exercise) throw new Error('gone')
    return exercise
  }
  const form = new FormData()
  for (const question of exerciseLibrary.questions)
    if (question.id !== 'stops') form.set(`who.${question.id}`, 'Ivo')
  expect(await saveExercise(house, it, await held(), form, true)).toContain('Who can stop the deployment')
  form.set('gapOwner.stops', 'M. Strand')
  form.set('gapDue.stops', '2026-12-15')
  expect(await saveExercise(house, it, await held(), form, true)).toBeNull()
  expect((await held()).endedAt).not.toBeNull()

  const { bytes } = await minutesReport(house, await held(), { date: '2026-11-25' })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  for (const words of ['A hallucinated refund promise', 'M. Strand', '15 December 2026'])
    expect(value).toContain(words)
})

test('counts come in by CSV, again without doubling, and the newest signal is an alert', async () => {
  const deployment = await described(house)
  const csv = [
    'measure,startsOn,endsOn,dimension,value,count,total',
    ...[1, 2, 3, 4].map(
      (m) => `overrides,2026-0${m}-01,2026-0${m}-28,intent,refunds,${m === 4 ? 30 : 5},100`,
    ),
  ].join('\n')
  expect(await takeCounts(house, it, deployment, countsOfCsv(csv))).toBe(4)
  await takeCounts(house, it, deployment, countsOfCsv(csv))
  expect(await measureAlerts(house)).toMatchObject([
    {
      measure: 'Overrides',
      of: 'intent refunds',
      on: '2026-04-28',
      signals: ['above the upper limit', 'over 20 %'],
    },
  ])
})

test('an alert goes to the owner and the channels once; a threshold of one’s own stands in place of ours', async () => {
  const at = await openTestHouse({ smtpUrl: 'smtp://127.0.0.1:1' })
  const deployment = await described(at.house, { owner: 'iris@example.com' })
  await insertChannel(at.house.db, { name: 'Ops', form: 'slack', url: 'https://example.com', madeBy: 'a' })
  const week = (count: number, day: string) => ({
    measure: 'overrides',
    startsOn: `2026-11-${day}`,
    endsOn: `2026-11-${day}`,
    count,
    total: 100,
  })
  const sent = async () => (await deliveryLog(at.house.db)).map((d) => d.recipient ?? 'Ops').sort()
  await takeCounts(at.house, it, deployment, [week(5, '01'), week(6, '08')])
  expect(await sent()).toEqual([])
  await takeCounts(at.house, it, deployment, [week(30, '15')])
  await takeCounts(at.house, it, deployment, [week(30, '15')])
  expect(await sent()).toEqual(['Ops', 'iris@example.com'])

  await setThresholds(at.house, it, deployment, { measure: 'overrides', above: 4, below: null })
  const { charts } = await measuresOf(at.house, deployment, { dimension: 'all', value: '' }, '2026-11-25')
  expect(charts[0]?.points.map((p) => p.signals)).toEqual([
    ['over 4 %'],
    ['over 4 %'],
    ['above the upper limit', 'over 4 %'],
  ])
  await at.close()
})

test('a count that is wrong is named, and none of the others is taken', async () => {
  const deployment = await described(house)
  await expect(
    takeCounts(house, it, deployment, [
      { measure: 'near_misses', startsOn: '2026-01-01', endsOn: '2026-01-07', count: 1 },
      { measure: 'overrides', startsOn: '2026-01-01', endsOn: '2026-01-07', count: 1 },
    ]),
  ).rejects.toThrow(new MeasureProblem('Count 2:  A share needs its total.'))
  expect(await measureAlerts(house)).toEqual([])
})

test('versions: the same again changes nothing, another content under the name is refused, and a safe set comes back', async () => {
  const deployment = await described(house)
  const prompt = (version: string, content: string) =>
    registerVersion(house, it, deployment, {
      kind: 'prompt_template',
      name: 'answer',
      version,
      hash: '',
      content,
      note: '',
    })
  const first = await prompt('1', 'Be brief.')
  expect(await prompt('1', 'Be brief.')).toEqual({ id: first.id, created: false })
  await expect(prompt('1', 'Be long.')).rejects.toThrow(VersionProblem)
  await markKnownSafe(house, it, deployment, 'a month without an incident')
  await prompt('2', 'Promise everything.')
  const { safeSets, inUse } = await versionHistory(house, deployment)
  expect(inUse.map((v) => v.version)).toEqual(['2'])
  await rollBack(house, it, deployment, safeSets[0]?.id ?? '', 'it promised too much')
  expect((await versionHistory(house, deployment)).inUse).toMatchObject([
    { version: '1', use: { how: 'rolled back' } },
  ])
})

test('a stop reaches the people on the card by mail and opens a signed ticket; who was missed is told again', async () => {
  const mails: string[] = []
  const postOffice = mailServer(mails)
  await new Promise<void>((listening) => postOffice.listen(0, '127.0.0.1', listening))
  const { port } = postOffice.address() as AddressInfo
  const desk = await receiver(503, 200)
  const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
  const at = await openTestHouse({
    smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    baseUrl: 'https://carveout.example',
  })
  const deployment = await described(at.house)
  await saveCard(at.house, it, deployment, {
    ...blankCard,
    contacts: [
      { name: 'Iris', role: 'Owner', phone: '', email: 'iris@example.com', canStop: true },
      { name: 'Ivo', role: 'Press', phone: '+44 20 7946 0000', email: '', canStop: false },
    ],
    webhook: { url: desk.url, secret },
  })
  const inside = { allowInside: true }
  const { id, hash } = await stopDeployment(at.house, it, deployment, 'It promised a refund', inside)
  const told = async () =>
    (await stopsOf(at.house.db, deployment.id)).flatMap((s) => s.told.map((one) => [one.how, one.ok]))
  expect(await told()).toEqual([
    ['email', true],
    ['webhook', false],
  ])
  expect(mails).toHaveLength(1)
  for (const words of ['To: iris@example.com', 'Stopped: Refund helper', 'It promised a refund', hash])
    expect(mails[0]?.replace(/\r\n /g, ' ')).toContain(words)

  await tellAgain(at.house, it, deployment, inside)
  expect(await told()).toEqual([
    ['email', true],
    ['webhook', true],
  ])
  expect(mails).toHaveLength(1)
  expect(new Webhook(secret).verify(desk.bodies[1] ?? '', desk.headers[1] ?? {})).toMatchObject({
    type: 'deployment.stopped',
    data: { id, why: 'It promised a refund', hash, deployment: { slug: 'refund-helper' } },
  })
  await at.close()
  await desk.stop()
  postOffice.close()
})

test('by command: a gate that fails, a log sample with findings, and a stop that stands', async () => {
  const deployment = await described(house)
  const sample = path.join(house.config.dataFolder, 'sample.jsonl')
  writeFileSync(sample, '{"customer_id":"jo@example.com"}')
  const kept = { write: process.stdout.write, folder: process.env.CARVEOUT_DATA }
  const printed: string[] = []
  const run = async (...args: string[]) => {
    printed.length = 0
    const status = await main(args)
    return { status, line: JSON.parse(printed.join('') || 'null') }
  }
  process.stdout.write = (words: string | Uint8Array) => printed.push(String(words)) > 0
  process.env.CARVEOUT_DATA = house.config.dataFolder
  try {
    expect(await run('logcheck', deployment.slug, sample)).toMatchObject({ status: 1, line: { rows: 1 } })
    expect(await run('stop', deployment.slug, '--why', 'It promised a refund')).toMatchObject({
      status: 0,
      line: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(await run('gate', deployment.slug)).toMatchObject({
      status: 1,
      line: { pass: false, reasons: expect.arrayContaining([expect.objectContaining({ check: 'stopped' })]) },
    })
    expect((await run('stop', 'nothing', '--why', 'x')).status).toBe(2)
  } finally {
    process.stdout.write = kept.write
    if (kept.folder === undefined) delete process.env.CARVEOUT_DATA
    else process.env.CARVEOUT_DATA = kept.folder
  }
  expect((await stopsOf(house.db, deployment.id))[0]).toMatchObject({ stoppedBy: 'command line' })
})
