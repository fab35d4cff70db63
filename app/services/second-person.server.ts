import { people } from '#db/people.ts'
import type { House } from './house.server.ts'
import { can, type Right, Role } from './permissions.ts'

/**
 * The other people who have a right, without those named: who may do what the person in front of us may not do alone. Empty
 * when this register has one user.
 */
export async function othersWho({ db }: House, right: Right, without: string[]): Promise<string[]> {
  return (await people(db)).flatMap(({ email, role, disabledAt }) => {
    if (disabledAt) return []
    const known = Role.safeParse(role)
    return known.success && can(known.data, right) && !without.includes(email) ? [email] : []
  })
}
