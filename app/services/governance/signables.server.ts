import type { Deployment } from '#domain/register/deployment.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { classApproval, classSeen } from './class-approval.server.ts'
import { launchSeen } from './launch.server.ts'
import type { Signing } from './sign.server.ts'
import { openStop, resumeSeen } from './stop.server.ts'

export type Signable = Pick<Signing, 'what' | 'now' | 'seats' | 'proposer'> & {
  /** The page of the deployment on which it is signed. */
  page: string
}

/** What there is to sign under a purpose, as it stands now; undefined when there is nothing. */
export async function signablesOf(
  house: House,
  deployment: Deployment,
  purpose: string,
): Promise<Signable | undefined> {
  if (purpose === 'class') {
    const { seats, proposer } = await classApproval(house, deployment)
    return {
      what: 'the class of',
      page: 'controls',
      now: classSeen(house, deployment),
      seats: seats.map((s) => s.seat),
      proposer,
    }
  }
  const { checklists } = house.playbooks.governance
  const state = await deploymentState(house, deployment, new Date().toISOString().slice(0, 10))
  if (purpose === 'launch')
    return {
      what: 'the launch of',
      page: 'launch',
      now: await launchSeen(house, deployment, state),
      seats: checklists.seats[deployment.riskClass],
      proposer: null,
    }
  const stop = await openStop(house, deployment)
  if (stop && purpose === `resume:${stop.id}`)
    return {
      what: 'taking up again of',
      page: 'stop',
      now: await resumeSeen(house, deployment, stop),
      seats: checklists.resumeSeats[deployment.riskClass],
      proposer: null,
    }
  return undefined
}
