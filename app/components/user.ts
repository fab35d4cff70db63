import { useRouteLoaderData } from '@remix-run/react'
import { can, type Right, type Role } from '../services/permissions.ts'

/** What of the root's data is about the reader. */
export interface RootUser {
  user: { id: string; name: string; email: string; role: Role } | null
  demo: boolean
}

const useRootUser = () => useRouteLoaderData<() => RootUser>('root')

/** Who looks at the page; null before sign-in. */
export const useUser = () => useRootUser()?.user ?? null

/** Whether the reader has a right: hides what the server would refuse anyway. */
export function useCan(right: Right): boolean {
  const user = useUser()
  return user !== null && can(user.role, right)
}

/** Whether this is the demo, where anybody signs in as any role. */
export const useDemo = () => useRootUser()?.demo ?? false
