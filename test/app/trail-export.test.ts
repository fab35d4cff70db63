import { expect, test } from 'vitest'
import { openDatabase } from '#db/connect.ts'
import { recordEvent } from '#db/events.ts'
import { trailFile } from '../../app/services/trail.server.ts'

test('what begins like a formula leaves the trail as text', async () => {
  const db = await openDatabase({ dataFolder: ':memory:' })
  for (const actor of ['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)'])
    await recordEvent(db, { actor, action: 'signed in', subject: 'person', subjectId: 'x' })
  const file = await trailFile({ db }, 'trail.csv', new URLSearchParams(), 'maria@halden.example')
  const csv = Buffer.from(file?.bytes ?? []).toString()
  expect(csv).toContain(`'=HYPERLINK`)
  expect(csv).not.toMatch(/(^|,)"?[=+@-]/m)
  await db.destroy()
})
