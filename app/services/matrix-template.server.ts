import { recordEvent } from '#db/events.ts'
import { matrixTemplate, setMatrixTemplate } from '#db/matrices.ts'
import { placesIn } from '#exporters/matrix-in-template.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

/** Takes a Word file with named places as the form of every matrix. @throws TemplateProblem */
export async function takeMatrixTemplate(
  { db, originals }: House,
  user: User,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<void> {
  const places = await placesIn(bytes)
  const sha256 = await originals.put(bytes)
  await db.transaction().execute(async (trx) => {
    await setMatrixTemplate(trx, { fileName, sha256, madeBy: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: 'took as the Word template of matrices',
      subject: 'matrix_template',
      subjectId: sha256,
      detail: { fileName, places },
    })
  })
}

/** Back to the layout that comes with Carveout. */
export async function dropMatrixTemplate({ db }: House, user: User): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const own = await matrixTemplate(trx)
    if (!own) return
    await setMatrixTemplate(trx, null)
    await recordEvent(trx, {
      actor: user.email,
      action: 'dropped the Word template of matrices',
      subject: 'matrix_template',
      subjectId: own.sha256,
      detail: { fileName: own.file_name },
    })
  })
}
