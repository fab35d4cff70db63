import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { RiskClass } from '#domain/policy/risk.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'

const Catalogue = z.object({
  agreements: z.array(
    z.object({
      file: z.string(),
      vendor: z.string(),
      details: AgreementInput,
    }),
  ),
  deployments: z.array(
    DeploymentInput.omit({ agreementIds: true, riskClass: true }).extend({
      /** Files of the agreements it rests on. */
      restsOn: z.array(z.string()),
      riskClass: RiskClass,
    }),
  ),
})
export type Catalogue = z.infer<typeof Catalogue>

/** The samples as the register takes them. @param root the project's folder */
export function sampleCatalogue(root: string): Catalogue & { bytesOf(file: string): Buffer } {
  const folder = path.join(root, 'samples')
  return {
    ...Catalogue.parse(JSON.parse(readFileSync(path.join(folder, 'catalogue.json'), 'utf8'))),
    bytesOf: (file) => readFileSync(path.join(folder, 'files', file)),
  }
}
