import { expect, test } from 'vitest'
import type { Severity } from '#domain/policy/assess.ts'
import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { Acceptance, GapWork } from '#domain/register/gap-work.ts'

const accepted: Acceptance = {
  reason: 'Small use',
  until: '2026-12-31',
  severity: 'medium',
  by: 'a@example.com',
  at: '2026-11-01T00:00:00Z',
  needsSecond: true,
  approvedBy: 'b@example.com',
  approvedAt: '2026-11-02T00:00:00Z',
}
const work = (more: Partial<GapWork> = {}): GapWork => ({
  deploymentId: 'd',
  rule: 'audit',
  status: 'open',
  owner: null,
  dueOn: null,
  acceptance: null,
  ...more,
})

const rows: [string, Severity | null, GapWork | undefined, string, string, RegExp | null][] = [
  ['nobody touched it', 'high', undefined, '2026-11-25', 'open', null],
  ['no longer found', null, work({ status: 'negotiating' }), '2026-11-25', 'closed', null],
  ['closed and found again', 'low', work({ status: 'closed' }), '2026-11-25', 'open', /found again/],
  ['in negotiation', 'low', work({ status: 'negotiating' }), '2026-11-25', 'negotiating', null],
  ['accepted by two', 'medium', work({ acceptance: accepted }), '2026-12-31', 'accepted', null],
  ['after the last day', 'medium', work({ acceptance: accepted }), '2027-01-01', 'open', /come back/],
  [
    'graver than accepted',
    'critical',
    work({ acceptance: accepted }),
    '2026-11-25',
    'accepted',
    /look at it again/,
  ],
  [
    'waiting for the second person',
    'medium',
    work({ acceptance: { ...accepted, approvedBy: null } }),
    '2026-11-25',
    'open',
    /A second person decides/,
  ],
  [
    'not approved in time',
    'medium',
    work({ acceptance: { ...accepted, approvedBy: null } }),
    '2027-01-01',
    'open',
    /has lapsed/,
  ],
]

test.each(rows)('%s', (_, severity, one, date, status, note) => {
  const standing = gapStanding(severity, one, date, 'high')
  expect(standing.status).toBe(status)
  if (note) expect(standing.note).toMatch(note)
  else expect(standing.note).toBeNull()
})
