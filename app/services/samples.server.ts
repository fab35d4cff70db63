import { insertClassification } from '#db/classifications.ts'
import { deployments, insertDeployment } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { sampleCatalogue } from '#samples/catalogue.ts'
import type { House } from './house.server.ts'

/** Loads the sample agreements and deployments; what is in the register already is left as it is. */
export async function loadSamples(house: House, actor: string): Promise<void> {
  const catalogue = sampleCatalogue(house.root)
  const agreementOf = new Map<string, string>()
  for (const { file, vendor, details } of catalogue.agreements) {
    const bytes = catalogue.bytesOf(file)
    const { agreementId } = await house.intake.accept({
      fileName: file,
      bytes,
      vendor,
      details,
      kind: details.kind,
      actor,
    })
    agreementOf.set(file, agreementId)
  }
  await house.intake.idle()
  const known = new Set((await deployments(house.db)).map((d) => d.name))
  for (const { restsOn, ...input } of catalogue.deployments) {
    if (known.has(input.name)) continue
    await house.db.transaction().execute(async (trx) => {
      const agreementIds = restsOn.flatMap((file) => agreementOf.get(file) ?? [])
      const { id, riskClass } = await insertDeployment(trx, { ...input, agreementIds })
      await insertClassification(trx, id, input, actor)
      await recordEvent(trx, {
        actor,
        action: 'described',
        subject: 'deployment',
        subjectId: id,
        detail: { riskClass },
      })
    })
  }
}
