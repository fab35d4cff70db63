import { classifications } from '#db/classifications.ts'
import { signOffsOf } from '#db/sign-offs.ts'
import { classificationChanges } from '#domain/governance/classification.ts'
import { approvalNeed } from '#domain/governance/controls.ts'
import { type Seen, seatStates } from '#domain/governance/sign-offs.ts'
import { classify } from '#domain/policy/risk.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { hashOf } from './hash.server.ts'

/** What the approval of a class is bound to. */
export const classSeen = (house: House, { riskClass, answers, classException }: Deployment): Seen => ({
  class: riskClass,
  answers: hashOf(answers),
  exception: hashOf(classException ?? ''),
  // What the questions ask for; a publication that leaves them alone lets nothing lapse.
  'risk matrix': hashOf(house.playbooks.riskMatrix.questions),
})

/** Who set the class as it stands: they may not approve it. Null where the register did not keep it yet. */
export async function classProposer(house: House, deployment: Deployment): Promise<string | null> {
  const [newest] = await classifications(house.db, deployment.id)
  return newest?.setBy || null
}

/** Every class it had, newest first, each with what it changed of the one before. */
export async function classHistory(house: House, deployment: Deployment) {
  const versions = await classifications(house.db, deployment.id)
  return versions.map((version, i) => {
    const before = versions[i + 1]
    return {
      ...version,
      changes: before ? classificationChanges(before, version, house.playbooks.riskMatrix) : [],
    }
  })
}

/** Whether the class is approved, by whom it has to be, and what stands in the way. */
export async function classApproval(house: House, deployment: Deployment) {
  const forced = classify(deployment.answers, house.playbooks.riskMatrix).riskClass
  const need = approvalNeed({
    riskClass: deployment.riskClass,
    forced,
    answers: deployment.answers,
    rules: house.playbooks.governance.controls,
  })
  const signOffs = await signOffsOf(house.db, deployment.id, 'class')
  const seats = seatStates(need.seats, signOffs, classSeen(house, deployment))
  return {
    ...need,
    forced,
    seats,
    approved: seats.every((seat) => seat.state === 'signed'),
    proposer: await classProposer(house, deployment),
    history: signOffs,
  }
}
