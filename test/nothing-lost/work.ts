import { writeSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import { makeBackup } from '#app/services/backup/make.server.ts'
import { type House, openHouse } from '#app/services/house.server.ts'
import { decideTerm } from '#app/services/review/decide.server.ts'
import { termsOfFile } from '#db/terms.ts'
import { userAs } from '../app/as.ts'
import { readersHere } from '../app/readers-here.ts'

/**
 * A process that takes papers in, reviews their terms and exports, as fast as it can and until it is killed. It says on standard
 * output, at once, what it has acknowledged: one JSON value a line.
 */

const [, , folder = ''] = process.argv
const acknowledge = (done: Acknowledged) => writeSync(1, `${JSON.stringify(done)}\n`)

export type Acknowledged =
  | { kind: 'ready' }
  | { kind: 'uploaded'; fileId: string; sha256: string }
  | { kind: 'reviewed'; termId: string; review: 'confirmed' | 'rejected' }
  | { kind: 'exported'; file: string }

const paper = (n: string) => `# Services Agreement ${n}

This Agreement is made on 1 March 2025 between Corvane Systems Limited ("Supplier") and Halden Mutual plc ("Customer").

1. Term. This Agreement begins on 1 March 2025 and runs for two years.

2. Liability. Supplier's total liability under this Agreement is limited to the fees paid in the twelve months before the claim.

3. Law. This Agreement is governed by the laws of England and Wales.
`

async function takeIn(house: House, name: string): Promise<void> {
  const bytes = new TextEncoder().encode(paper(name))
  const { file } = await house.intake.accept({ fileName: `${name}.md`, bytes, actor: 'a test' })
  acknowledge({ kind: 'uploaded', fileId: file.id, sha256: file.sha256 })
  await house.intake.idle()
  await review(house, file.id)
}

async function review(house: House, fileId: string): Promise<void> {
  for (const [i, term] of (await termsOfFile(house.db, fileId)).entries()) {
    const decided = i % 2 === 0 ? 'confirmed' : 'rejected'
    await decideTerm(
      house,
      term,
      { version: 0, kind: decided, reason: 'as the test has it' },
      userAs('legal'),
    )
    acknowledge({ kind: 'reviewed', termId: term.id, review: decided })
  }
}

const house = await openHouse(
  { dataFolder: folder },
  { root: process.cwd(), log: pino({ level: 'silent' }), readers: readersHere() },
)
acknowledge({ kind: 'ready' })
// Each process begins with another kind of work, so that all of them are met early and late.
for (let n = process.pid; ; n++) {
  const name = `${process.pid}-${Date.now()}-${n}`
  if (n % 3 > 0) await takeIn(house, name)
  else {
    const file = path.join(folder, 'exports', `${name}.tar`)
    await makeBackup(house, file, new Date())
    acknowledge({ kind: 'exported', file })
  }
}
