import { personByEmail } from '#db/people.ts'
import type { House } from './house.server.ts'

/**
 * The register as a person sees it, for what is made for them while they are away: feeds and reminders. Undefined for somebody
 * who may no longer sign in. An address that is nobody's, such as a team's, and the demo's people see the whole.
 */
export async function asPerson(house: House, email: string): Promise<House | undefined> {
  const person = await personByEmail(house.db, email)
  if (person?.disabledAt) return undefined
  return person ? house.as({ units: person.units }) : house
}
