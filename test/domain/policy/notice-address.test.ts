import { expect, test } from 'vitest'
import { noticeAddressIn } from '#domain/policy/notice-address.ts'

test.each([
  [
    'Notices shall be sent by courier to Acme Cloud Ltd, 12 Harbour Street, London EC1A 4AA, Attention: General Counsel, with a copy to legal@acme.example.',
    'Acme Cloud Ltd, 12 Harbour Street, London EC1A 4AA, Attention: General Counsel',
    ['legal@acme.example'],
  ],
  [
    'If to Vendor, to: Acme Inc., 1 Market St. Suite 300, San Francisco, CA 94105. Notices are effective upon receipt.',
    'Acme Inc., 1 Market St. Suite 300, San Francisco, CA 94105',
    [],
  ],
  [
    'A notice shall be delivered by hand or sent by courier to\nthe address at its head, marked for the company secretary.',
    null,
    [],
  ],
  [
    'Notices may be given by e-mail to notices@vendor.example and legal@vendor.example.',
    null,
    ['notices@vendor.example', 'legal@vendor.example'],
  ],
  ['Customer may give notice to Vendor on 30 days, 60 days or 90 days.', null, []],
])('%s', (words, post, emails) => {
  expect(noticeAddressIn(words)).toEqual({ post, emails })
})
