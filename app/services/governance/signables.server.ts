import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { classApproval, classSeen } from './class-approval.server.ts'
import type { Signing } from './sign.server.ts'

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
  return undefined
}
