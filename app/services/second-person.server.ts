import { activePeople } from '#db/other-people.ts'
import type { House } from './house.server.ts'
import { can, type Right, Role } from './permissions.ts'

/**
 * The other people who have a right, without those named: who may do what the person in front of us may not do alone. Empty
 * when this register has one user.
 */
export async function othersWho({ db }: House, right: Right, without: string[]): Promise<string[]> {
  return (await activePeople(db)).flatMap(({ email, role }) => {
    const known = Role.safeParse(role)
    return known.success && can(known.data, right) && !without.includes(email) ? [email] : []
  })
}
