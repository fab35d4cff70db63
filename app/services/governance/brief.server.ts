import { seatWords } from '#domain/governance/sign-offs.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { launchState } from './launch.server.ts'
import { versionHistory } from './versions.server.ts'

/** What the one-page brief says of our own side: a sentence or a short list each. */
export async function governanceBrief(house: House, deployment: Deployment, date: string) {
  const { facts, gate } = await launchState(house, deployment, date)
  const { inUse } = await versionHistory(house, deployment)
  const unsigned = facts.classSeats.filter((seat) => seat.state !== 'signed')
  return {
    gate,
    stopped: facts.stopped,
    approval:
      unsigned.length === 0
        ? 'Approved by everybody it needs.'
        : `Not approved yet. ${unsigned.map(seatWords).join('. ')}.`,
    controls: facts.controls.map(({ id, title, standing, why }) => ({ id, title, standing, why })),
    served: facts.uses.filter((use) => use.stance === 'allowed').map((use) => use.title),
    refused: facts.uses.filter((use) => use.stance === 'prohibited').map((use) => use.title),
    versions: inUse.map(({ kind, name, version }) => ({ kind, name, version })),
  }
}
export type GovernanceBrief = Awaited<ReturnType<typeof governanceBrief>>
