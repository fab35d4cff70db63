import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAdmission } from '../../app/services/admit.server.ts'
import { can, Role, type RouteRights, routeRights } from '../../app/services/permissions.ts'
import { userAs } from './as.ts'
import { startApp, type TestApp, type Visitor } from './server.ts'

const build: ServerBuild = await import(path.resolve('build/server/index.js'))
const routes = Object.values(build.routes).flatMap((route) => (route ? [route] : []))

/** The routes from the root to this one, as an address of it goes through them. */
function chainOf(id: string): typeof routes {
  const route = routes.find((r) => r.id === id)
  return route ? [...(route.parentId ? chainOf(route.parentId) : []), route] : []
}

/** An address of the route, with "x" for every parameter. */
const addressOf = (id: string) =>
  `/${chainOf(id)
    .flatMap((route) => (route.path ? [route.path.replaceAll(/:\w+|\*/g, 'x')] : []))
    .join('/')}`

/** What the table says of a role (null: a visitor) at a route. */
function expected(id: string, method: 'GET' | 'POST', role: Role | null): 'in' | 401 | 403 | 404 {
  const asked: (RouteRights | undefined)[] =
    method === 'GET' ? chainOf(id).map((r) => routeRights[r.id]) : [routeRights[id]]
  for (const entry of asked) {
    const right = method === 'GET' ? entry?.read : entry?.change
    if (!right) return 404
    if (right === 'anyone') continue
    if (!role) return 401
    if (!can(role, right)) return 403
  }
  return 'in'
}

/** Routes that only give others their frame have no address of their own. */
const walked = routes.filter(
  (route) => route.id !== 'root' && !routes.some((r) => r.parentId === route.id && r.index),
)
const roles = [...Role.options, null]

let app: TestApp
const visitors = new Map<Role | null, Visitor>()
beforeAll(async () => {
  app = await startApp({ CARVEOUT_DEMO: '1' })
  for (const role of roles) visitors.set(role, role ? await app.as(role) : app.visitor())
})
afterAll(() => app.stop())

test('every route has an entry in the table, and every entry a route', () => {
  expect(routes.map((route) => route.id).filter((id) => !routeRights[id])).toEqual([])
  expect(Object.keys(routeRights).filter((id) => !build.routes[id])).toEqual([])
})

test('a route that somebody adds without an entry lets nobody in', () => {
  const added = {
    ...build.routes,
    'routes/new': { ...routes[0], id: 'routes/new', path: 'new', parentId: 'root' },
  }
  const admit = createAdmission(added as ServerBuild['routes'])
  expect(admit({ method: 'GET', pathname: '/new' }, userAs('administrator'))).toMatchObject({
    ok: false,
    status: 404,
  })
})

test('every route answers every role, and a visitor, as the table says', async () => {
  const admit = createAdmission(build.routes)
  const wrong: string[] = []
  let checked = 0
  for (const { id } of walked)
    for (const method of ['GET', 'POST'] as const)
      for (const role of roles) {
        checked++
        const to = addressOf(id)
        const wanted = expected(id, method, role)
        const decided = admit({ method, pathname: to }, role && userAs(role))
        const decision = decided.ok ? 'in' : decided.status
        if (decision !== wanted)
          wrong.push(`${method} ${to} as ${role}: table ${wanted}, decided ${decision}`)
        // Over the wire: every refusal, and every page that may be read. What may be changed is not changed here.
        if (wanted === 'in' && method === 'POST') continue
        const visitor = visitors.get(role) ?? app.visitor()
        const answer = method === 'GET' ? await visitor.get(to) : await visitor.post(to)
        await answer.arrayBuffer()
        const status = /^\/sign-in(\?to=|$)/.test(answer.headers.get('location') ?? '') ? 401 : answer.status
        const right = wanted === 'in' ? status !== 401 && status !== 403 : status === wanted
        if (!right) wrong.push(`${method} ${to} as ${role}: table ${wanted}, answered ${status}`)
      }
  console.info(
    `${walked.length} routes × ${roles.length} (roles and a visitor) × 2 methods = ${checked} checked`,
  )
  expect(wrong).toEqual([])
}, 400_000)

test('critical harm: legal and compliance approve it, and nobody clicks past them', async () => {
  const as = (role: Role) => visitors.get(role) ?? app.visitor()
  const base = '/deployments/refund-mover'
  // Described as Low in spite of what the answers force.
  await as('security').post('/deployments/new', {
    name: 'Refund mover',
    purpose: 'Pays refunds.',
    'answer.money': 'moves',
    riskClass: 'low',
    classException: 'The sums are small.',
  })
  const pageOf = async (role: Role, page: string) =>
    (await (await as(role).get(base + page)).text()).replaceAll('<!-- -->', '').replaceAll('&quot;', '"')
  const seen = /name="seen" value="(\{[^}]*\})"/.exec(await pageOf('legal', '/controls'))?.[1] ?? ''
  const sign = async (role: Role, saw = seen) => {
    const fields = { purpose: 'class', verdict: 'approved', seen: saw }
    const answer = await as(role).post(`${base}/sign`, fields)
    return answer.status === 302 ? (answer.headers.get('location') ?? '') : answer.status
  }
  for (const role of ['administrator', 'procurement', 'auditor'] as const)
    expect(await sign(role), role).toBe(403)
  // Who proposed it, who has no seat, and who signs what they did not see.
  expect(await sign('security')).toContain('refused=Security%20has%20no%20seat')
  expect(await sign('legal', '{}')).toContain('refused=It%20changed%20while%20you%20looked')
  const open = () =>
    ['IT', 'Legal', 'Compliance'].filter((seat) =>
      gate.includes(`The class is not approved. ${seat}: not signed`),
    )
  let gate = await pageOf('it', '/launch')
  expect(open()).toEqual(['IT', 'Legal', 'Compliance'])
  for (const [role, left] of [
    ['it', ['Legal', 'Compliance']],
    ['legal', ['Compliance']],
    ['compliance', []],
  ] as const) {
    expect(await sign(role)).toBe(`${base}/controls`)
    gate = await pageOf('it', '/launch')
    expect(open()).toEqual(left)
  }
  // Another answer is another class: every name on the old one lapses.
  await as('security').post(`${base}/edit`, {
    name: 'Refund mover',
    purpose: 'Pays refunds.',
    'answer.money': 'moves',
    'answer.safety': 'yes',
    riskClass: 'critical',
  })
  expect(await pageOf('it', '/launch')).toContain('but changed since')
}, 60_000)

test('refusals are in the trail, with who and what', async () => {
  const administrator = visitors.get('administrator')
  await visitors.get('auditor')?.post('/vendors/new', { name: 'Mine' })
  const page = await (await administrator?.get('/settings/trail?actor=auditor'))?.text()
  expect(page).toContain('was refused')
  expect(page).toContain('/vendors/new')
})

test('exports are in the trail', async () => {
  await visitors.get('auditor')?.get('/deadlines.ics')
  const page = await (await visitors.get('administrator')?.get('/settings/trail?action=exported'))?.text()
  expect(page).toContain('/deadlines.ics')
})

test('every answer, a refusal too, carries the headers that keep a browser from being used against us', async () => {
  for (const to of ['/', '/sign-in', '/deadlines.ics', '/vendors/new']) {
    const { headers } = await (visitors.get('auditor') ?? app.visitor()).get(to)
    expect(headers.get('x-content-type-options'), to).toBe('nosniff')
    expect(headers.get('x-frame-options'), to).toBe('DENY')
    expect(headers.get('referrer-policy'), to).toBe('same-origin')
    expect(headers.get('content-security-policy'), to).toContain("frame-ancestors 'none'")
    expect(headers.get('x-powered-by'), to).toBeNull()
  }
})

test('scripts run only under a nonce that each answer has anew', async () => {
  const pageOf = async () => {
    const answer = await (visitors.get('auditor') ?? app.visitor()).get('/')
    const policy = answer.headers.get('content-security-policy') ?? ''
    return { policy, nonce: /'nonce-([^']+)'/.exec(policy)?.[1], html: await answer.text() }
  }
  const { policy, nonce, html } = await pageOf()
  expect((await pageOf()).nonce).not.toBe(nonce)
  expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`)
  expect(policy).not.toMatch(/unsafe-eval|(script-src|style-src) [^;]*unsafe-inline/)
  for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
})
