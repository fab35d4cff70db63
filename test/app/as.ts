import { PassThrough } from 'node:stream'
import type { AppLoadContext } from '@remix-run/node'
import type { House } from '../../app/services/house.server.ts'
import { pacedBy } from '../../app/services/originals/download.server.ts'
import type { Role } from '../../app/services/permissions.ts'
import type { User } from '../../app/services/user.server.ts'

/** Somebody of a role: "legal" is legal@test.example. */
export const userAs = (role: Role, units: string[] = []): User => ({
  id: `test-${role}`,
  name: role,
  email: `${role}@test.example`,
  role,
  units,
})

/** As if nobody were in a hurry to receive. */
export const paced = pacedBy(new PassThrough())

/**
 * For tests of one loader or action: what it is handed when somebody of that role asks.
 *
 *   const response = await loader({ request, params: {}, context: contextAs(house, 'auditor') })
 */
export function contextAs(house: House, role: Role, units: string[] = []): AppLoadContext {
  const user = userAs(role, units)
  return { house, paced, user, visitor: user, sessionId: 'test' } as Partial<AppLoadContext> as AppLoadContext
}
