import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { filesOf, readingOf } from '#db/files.ts'
import { indexAgreement, indexClauses, indexDeployment, indexTerms, indexVendor } from '#db/search-index.ts'
import { claimMaking, clearNotes, finishMaking, indexAllNotes, isMade } from '#db/search-making.ts'
import { termsOfFile } from '#db/terms.ts'
import { vendors } from '#db/vendors.ts'
import { breathe } from '../breathe.server.ts'
import type { House } from '../house.server.ts'
import type { Sweep } from '../sweep.server.ts'

/**
 * Makes the whole index of the search where it is missing or was made by an older release: after an update, after an import.
 * One agreement a transaction, so that people go on working meanwhile; what they change is indexed by their own change.
 */
export async function makeIndex({ db }: House): Promise<void> {
  if (await isMade(db)) return
  await db.transaction().execute(async (trx) => {
    await claimMaking(trx)
    for (const vendor of await vendors(trx)) await indexVendor(trx, vendor.id, vendor)
    for (const deployment of await deployments(trx)) await indexDeployment(trx, deployment.id, deployment)
    await clearNotes(trx)
    await indexAllNotes(trx)
  })
  for (const { id } of await agreements(db)) {
    await breathe()
    await db.transaction().execute(async (trx) => {
      await claimMaking(trx)
      const [agreement] = await agreements(trx, { ids: [id] })
      if (!agreement) return
      await indexAgreement(trx, id, agreement)
      const file = (await filesOf(trx, id)).find((one) => one.state === 'read')
      const reading = file && (await readingOf(trx, file.id))
      if (!reading) return
      await indexClauses(trx, file, reading.document)
      await indexTerms(trx, file, await termsOfFile(trx, file.id))
    })
  }
  await finishMaking(db)
}

export const searchIndexSweep: Sweep = { name: 'search index', everyMinutes: 1, run: makeIndex }
