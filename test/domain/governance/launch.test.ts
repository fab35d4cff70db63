import { expect, test } from 'vitest'
import { type LaunchFacts, launchGate } from '#domain/governance/launch.ts'

const facts = (accepted: { by: string; until: string } | null): LaunchFacts => ({
  stopped: null,
  gaps: [
    { rule: 'cap', title: 'General cap', severity: 'critical', state: 'missing', found: 'Nothing', accepted },
  ],
  unread: [],
  papers: 1,
  classSeats: [],
  controls: [],
  uses: [{ title: 'FAQ', stance: 'allowed', problems: [] }],
  logCheck: { at: '2026-11-01', findings: 0 },
  cardReady: true,
  launchSeats: [],
})

test('a critical gap stands against a launch', () => {
  expect(launchGate(facts(null), [], '/deployments/faq')).toMatchObject({
    pass: false,
    reasons: [{ check: 'contract', why: 'Critical gap: General cap. Nothing.' }],
    accepted: [],
  })
})

test('one whose risk somebody took lets it pass, and is named with who and until when', () => {
  const gate = launchGate(facts({ by: 'lee@example.com', until: '2027-03-31' }), [], '/deployments/faq')
  expect(gate).toMatchObject({
    pass: true,
    reasons: [],
    accepted: [{ why: 'Critical gap: General cap. lee@example.com took the risk until 2027-03-31.' }],
  })
})
