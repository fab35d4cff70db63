import type { Role } from './permissions.ts'

/** Who acts in a request. */
export interface User {
  id: string
  name: string
  /** What the trail calls them. */
  email: string
  role: Role
  /** Ids of the business units they are bound to; none: they see every unit. */
  units: string[]
}

/** Separation of duties: nobody approves what they proposed. Both are e-mail addresses, as the trail has them. */
export const differentPerson = (user: Pick<User, 'email'>, proposer: string): boolean =>
  user.email.trim().toLowerCase() !== proposer.trim().toLowerCase()
