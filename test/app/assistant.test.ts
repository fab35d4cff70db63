import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { agreements } from '#db/agreements.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { vendorByName } from '#db/vendors.ts'
import { assistantServer } from '../../app/services/assistant/server.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { userAs } from './as.ts'
import { described, openTestHouse } from './governance/open-house.ts'

let house: House
let close: () => Promise<void>
const user = userAs('auditor')

beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  const words =
    'MASTER SERVICES AGREEMENT\n\n1. Liability. The aggregate liability of Vendor under this Agreement shall not exceed USD 500,000.'
  const { agreementId } = await house.intake.accept({
    fileName: 'acme.txt',
    bytes: new TextEncoder().encode(words),
    vendor: 'Acme',
    details: { title: 'Acme MSA', kind: 'msa' },
    actor: 'a',
  })
  await house.intake.idle()
  await described(house, { riskClass: 'high', agreementIds: [agreementId] })
}, 60_000)
afterAll(() => close())

/** Connects the SDK's own client to a server for what somebody sees. */
async function assistant(seen: House = house) {
  const [near, far] = InMemoryTransport.createLinkedPair()
  await assistantServer(seen, user).connect(far)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(near)
  return client
}

const Answer = z.object({ isError: z.boolean().optional(), content: z.array(z.object({ text: z.string() })) })

async function ask(name: string, args: Record<string, unknown>, client?: Client) {
  const answer = Answer.parse(await (client ?? (await assistant())).callTool({ name, arguments: args }))
  const text = answer.content[0]?.text ?? ''
  return answer.isError ? { refused: text } : JSON.parse(text)
}

test('its tools read, say so, and are described', async () => {
  const { tools } = await (await assistant()).listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'agreement_terms',
    'deadlines',
    'deployment_gaps',
    'gate',
    'list_agreements',
    'list_deployments',
    'list_vendors',
    'search',
    'vendor',
  ])
  expect(tools.every(({ annotations, description }) => annotations?.readOnlyHint && description)).toBe(true)
})

test('terms come with the words, the clause and the page they stand at', async () => {
  const { items } = await ask('agreement_terms', { id: 'acme-msa' })
  expect(items.find((one: { type: string }) => one.type === 'liability_cap')).toMatchObject({
    review: 'unreviewed',
    citations: [{ clause: '1', page: 1, quote: expect.stringMatching(/USD 500,000/) }],
  })
})

test('it searches, and asks for gaps, the gate, dates and a vendor', async () => {
  expect(await ask('search', { q: 'cap below 1M' })).toMatchObject({
    total: 1,
    items: [{ place: 'clause 1, page 1' }],
  })
  const gaps = await ask('deployment_gaps', { id: 'refund-helper', limit: 5 })
  expect(gaps.items[0]).toMatchObject({ work: { status: 'open' }, ask: expect.any(String) })
  expect(await ask('gate', { id: 'refund-helper' })).toMatchObject({ pass: false })
  expect(await ask('deadlines', {})).toHaveProperty('items')
  expect(await ask('vendor', { id: 'acme' })).toMatchObject({ vendor: { name: 'Acme' } })
})

test('a thing that is not there, or a question that is none, is told with what to do', async () => {
  expect(await ask('gate', { id: 'nothing' })).toMatchObject({
    refused: expect.stringMatching(/no .*deployment|deployment/i),
  })
  expect((await ask('vendor', { id: 'nothing' })).refused).toMatch(/list_vendors/)
})

test('it sees what the person sees who sent it, and no more', async () => {
  const mine = await ensureUnit(house.db, 'Mine')
  const other = await ensureUnit(house.db, 'Other')
  await setUnitOf(house.db, 'vendor', (await vendorByName(house.db, 'Acme'))?.id ?? '', other)
  const deployment = await house.db.selectFrom('deployment').select('id').executeTakeFirstOrThrow()
  await setUnitOf(house.db, 'deployment', deployment.id, other)
  const narrowed = await assistant(house.as({ units: [mine] }))
  expect(await ask('list_agreements', {}, narrowed)).toEqual({ items: [], next: null })
  expect(await ask('search', { q: 'liability' }, narrowed)).toMatchObject({ total: 0 })
  expect(await agreements(house.db)).toHaveLength(1)
})
