import type { Role } from './permissions.ts'

/** Who acts in a request. */
export interface User {
  id: string
  name: string
  /** What the trail calls them. */
  email: string
  role: Role
}

/** Who acts, until there is sign-in: whoever sits at this machine. */
export const localUser: User = {
  id: 'local',
  name: 'Local user',
  email: 'local user',
  role: 'administrator',
}
