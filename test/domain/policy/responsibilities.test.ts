import { describe, expect, test } from 'vitest'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { type AreaDecision, allocate } from '#domain/policy/responsibilities.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { term } from './terms.ts'

const { areas } = loadPlaybooks()

function row(area: string, terms: PolicyTerm[], decisions: AreaDecision[] = []) {
  const found = allocate({ areas, terms, decisions }).find((r) => r.area === area)
  if (!found) throw new Error(`There is no area ${area}.`)
  return found
}

const table: [area: string, type: string, value: Record<string, unknown>, allocation: string][] = [
  ['model_availability', 'service_level', { uptime: 99.9 }, 'vendor'],
  ['data_processing', 'training_use', { permitted: 'opt_out', material: [] }, 'shared'],
  ['data_processing', 'training_use', { permitted: 'yes', material: [] }, 'customer'],
  ['human_review', 'human_review_duty', { party: 'customer', before: 'reliance' }, 'customer'],
  ['incident_notification', 'incident_notice', { by: 'vendor', within: 'PT24H' }, 'vendor'],
  ['incident_notification', 'incident_notice', { by: 'mutual' }, 'shared'],
  ['ip_claims', 'indemnity', { by: 'vendor', covers: ['output_ip'] }, 'vendor'],
  ['ip_claims', 'indemnity', { by: 'vendor', covers: ['data_breach'] }, 'unallocated'],
  ['rollback', 'model_change', { versionPinning: true }, 'shared'],
  ['prompt_safety', 'service_level', { uptime: 99.9 }, 'unallocated'],
]
test.each(table)('%s by %s %j is %s', (area, type, value, allocation) => {
  const found = row(area, [term(type, value)])
  expect([found.allocation, found.basis]).toEqual([
    allocation,
    allocation === 'unallocated' ? 'none' : 'contract',
  ])
})

describe('an area', () => {
  const warranty = term('warranty', { kind: 'performance' })
  const disclaimer = term('warranty_disclaimer', { asIs: false, accuracyOfOutput: true })

  test('is shared when clauses point both ways, and cites both', () => {
    const found = row('model_behaviour', [warranty, disclaimer])
    expect(found.allocation).toBe('shared')
    expect(found.terms).toEqual([warranty, disclaimer])
    expect(found.note).toMatch(/warrants.*disclaims/)
  })

  test('is whose a person says it is, with the reason', () => {
    const decision = {
      area: 'model_behaviour',
      allocation: 'customer',
      reason: 'We test it.',
      decidedBy: 'Ada',
    } as const
    expect(row('model_behaviour', [warranty], [decision])).toMatchObject({
      allocation: 'customer',
      basis: 'decision',
      note: 'We test it. (decided by Ada)',
      terms: [warranty],
    })
  })

  test('rests on no rejected reading, and says when the reading is doubtful', () => {
    expect(row('model_behaviour', [{ ...warranty, review: 'rejected' }]).allocation).toBe('unallocated')
    expect(row('model_behaviour', [{ ...warranty, confidence: 0.3 }]).note).toMatch(/doubtful/)
  })
})
