import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { can, type Right, rights, routeRights } from './permissions.ts'
import type { User } from './user.server.ts'

export type Admission =
  | { ok: true /** Documents leave the register: the trail says so. */; export: boolean }
  | { ok: false; status: 401 | 403 | 404; why: string }

interface Node {
  id: string
  path?: string
  index?: boolean
  caseSensitive?: boolean
  children: Node[]
}

/** Remix's flat list of routes as the tree that its matcher takes. */
function treeOf(routes: ServerBuild['routes']): Node[] {
  const nodes = new Map<string, Node>()
  for (const route of Object.values(routes)) if (route) nodes.set(route.id, { ...route, children: [] })
  const roots: Node[] = []
  for (const route of Object.values(routes)) {
    const node = route && nodes.get(route.id)
    if (!node) continue
    const parent = route.parentId && nodes.get(route.parentId)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

/** The page's address behind Remix's own requests for its data. */
const pageOf = (pathname: string) => pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')

/**
 * Decides by the table of permissions, before any loader or action runs, whether a request goes through. Every route that
 * the address matches is asked, parents too, whichever of them the request names; a route without an entry lets nobody in.
 */
export function createAdmission(routes: ServerBuild['routes']) {
  const tree = treeOf(routes)
  return (request: { method: string; pathname: string }, user: User | null): Admission => {
    const matches = matchRoutes(tree as Parameters<typeof matchRoutes>[0], pageOf(request.pathname))
    if (!matches) return { ok: true, export: false }
    const reading = ['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    const last = matches.at(-1)
    const asked = reading ? matches : matches.filter((match) => match === last)
    for (const { route } of asked) {
      const entry = route.id === undefined ? undefined : routeRights[route.id]
      const right = reading ? entry?.read : entry?.change
      if (!right) return { ok: false, status: 404, why: 'There is nothing at this address.' }
      if (right === 'anyone') continue
      if (!user) return { ok: false, status: 401, why: 'Sign in first.' }
      if (!can(user.role, right)) return { ok: false, status: 403, why: refusal(right) }
    }
    return { ok: true, export: reading && asked.some(({ route }) => isExport(route.id)) }
  }
}

const isExport = (id: string | undefined) => id !== undefined && routeRights[id]?.read === 'register.export'

const refusal = (right: Right) => `Your role may not ${rights[right].does}.`
