import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import type { Deployment } from '#domain/register/deployment.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { describeDeployment } from '../../../app/services/deployment.server.ts'
import { sign } from '../../../app/services/governance/sign.server.ts'
import { signablesOf } from '../../../app/services/governance/signables.server.ts'
import { type House, type HouseConfig, openHouse } from '../../../app/services/house.server.ts'
import type { Role } from '../../../app/services/permissions.ts'
import type { User } from '../../../app/services/user.server.ts'
import { readersHere } from '../readers-here.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** An empty register in a folder of its own. */
export async function openTestHouse(
  settings: Partial<HouseConfig> = {},
): Promise<{ house: House; close(): Promise<void> }> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'carveout-governance-'))
  const house = await openHouse(
    { dataFolder, ...settings },
    { root, log: pino({ level: 'silent' }), readers: readersHere() },
  )
  return {
    house,
    async close() {
      await house.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A person in a role: "legal" is legal@example.com. */
export const person = (role: Role, name: string = role): User => ({
  id: name,
  name,
  email: `${name}@example.com`,
  role,
  units: [],
})

/** A deployment that nobody but its describer has touched. */
export function described(
  house: House,
  more: Partial<DeploymentInput> = {},
  by = 'it@example.com',
): Promise<Deployment> {
  const input = DeploymentInput.parse({
    name: 'Refund helper',
    purpose: 'Says who gets a refund.',
    status: 'pilot',
    answers: {},
    riskClass: 'low',
    agreementIds: [],
    ...more,
  })
  return describeDeployment(house, { email: by }, input)
}

/** Somebody signs what stands there now. */
export async function signAs(
  house: House,
  user: User,
  deployment: Deployment,
  purpose: string,
): Promise<void> {
  const signable = await signablesOf(house, deployment, purpose)
  if (!signable) throw new Error('nothing to sign')
  const { page: _, ...rest } = signable
  await sign(house, user, { ...rest, purpose, deployment, verdict: 'approved', note: '', saw: rest.now })
}
