import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '../root.tsx'
import { can, type Right } from '../services/permissions.ts'

/** Who looks at the page; null before sign-in. */
export const useUser = () => useRouteLoaderData<typeof loader>('root')?.user ?? null

/** Whether the reader has a right: hides what the server would refuse anyway. */
export function useCan(right: Right): boolean {
  const user = useUser()
  return user !== null && can(user.role, right)
}

/** Whether this is the demo, where anybody signs in as any role. */
export const useDemo = () => useRouteLoaderData<typeof loader>('root')?.demo ?? false
