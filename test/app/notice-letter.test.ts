import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadlineWork } from '#db/deadlines.ts'
import { updateVendor, vendorByName } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { deadlinesInWork } from '../../app/services/deadlines.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { markDeadline, noticeReport } from '../../app/services/notice.server.ts'
import { openTestHouse } from './governance/open-house.ts'

const date = '2026-11-25'
let house: House
let close: () => Promise<void>

/** A paper of Acme that has been in force since 1 March 2025. */
const paper = (title: string, kind: 'msa' | 'order_form', words: string) =>
  house.intake.accept({
    fileName: `${title}.txt`,
    bytes: new TextEncoder().encode(`${title.toUpperCase()}\n\n${words}`),
    vendor: 'Acme Cloud',
    details: { title, kind, effectiveOn: '2025-03-01' },
    actor: 'a',
  })

beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  await paper(
    'Acme master agreement',
    'msa',
    '1. Notices. All notices shall be in writing and sent by courier or registered mail to Acme Cloud Ltd, 12 Harbour Street, London EC1A 4AA, Attention: General Counsel, with a copy to legal@acme.example. A notice sent by courier is deemed received two (2) business days after dispatch.\n\n2. Governing law. This Agreement is governed by the laws of England and Wales.',
  )
  await paper(
    'Acme order form',
    'order_form',
    '1. Term. The initial term of this Order Form is twelve (12) months. It renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least sixty (60) days before the end of the then-current term.',
  )
  await house.intake.idle()
}, 60_000)
afterAll(() => close())

const letter = async () => {
  const report = await noticeReport(house, 'acme-order-form', { date, signer: 'Lee Okafor' })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(report?.bytes ?? []) })
  return value
}

test('an order form that names no address and no way goes by its master agreement’s clause', async () => {
  const words = await letter()
  for (const said of [
    'Acme Cloud Ltd\n\n12 Harbour Street\n\nLondon EC1A 4AA\n\nAttention: General Counsel',
    'Copy to legal@acme.example',
    'By courier, registered mail or email',
    'Under clause 1 we give notice that we do not renew it. It ends on 28 February 2027',
    'Lee Okafor',
    'Term ends 28 Feb 2027 − 60 days = 30 Dec 2026, a Wednesday; courier, registered mail or email, deemed received after 2 business days (holidays of England and Wales): send by Thu 24 Dec 2026.',
    'ACME MASTER AGREEMENT, clause 1, page 1',
  ])
    expect(words).toContain(said)
})

test('the address that somebody entered for the vendor goes before the one that is printed', async () => {
  const vendor = await vendorByName(house.db, 'Acme Cloud')
  const input = VendorInput.parse({ name: 'Acme Cloud', noticeAddress: 'The Secretary\n1 New Road\nLeeds' })
  await updateVendor(house.db, vendor?.id ?? '', input)
  expect(await letter()).toContain('Acme Cloud\n\nThe Secretary\n\n1 New Road\n\nLeeds')
})

test('that it was sent is recorded, and the date is done with it', async () => {
  const { deadlines, undated } = await deadlinesInWork(house, date)
  expect(undated).toMatchObject([{ vendor: 'Acme Cloud', why: expect.stringMatching(/how long it runs/) }])
  const notice = deadlines.find((d) => d.kind === 'non_renewal_notice')
  await markDeadline(
    house,
    { key: notice?.id ?? '', dueOn: notice?.date ?? '', by: 'lee@example.com' },
    { verdict: 'sent', method: 'courier', sentOn: '2026-12-01', reason: 'Waybill 7741' },
  )
  const after = (await deadlinesInWork(house, date)).deadlines.find((d) => d.id === notice?.id)
  expect(after).toMatchObject({
    state: 'done',
    mark: { reason: 'Notice sent by courier on 2026-12-01: Waybill 7741' },
  })
  expect((await deadlineWork(house.db)).marks.size).toBe(1)
})
