import { insertPerson } from '#db/people.ts'
import { answer } from '../../app/services/api/answer.server.ts'
import { bearerOf, makeToken } from '../../app/services/tokens.server.ts'
import { paced } from './as.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

interface Asked {
  token?: string
  method?: string
  json?: unknown
  form?: FormData
  key?: string
}

/** A register with two papers and two deployments, and a caller of its API with a token that reads and one that writes. */
export async function openApi() {
  const { house, close } = await openTestHouse()
  const somebody = person('administrator')
  const secrets = { read: '', write: '' }
  await insertPerson(house.db, somebody)
  const agreementIds = []
  for (const [vendor, days] of [
    ['Corvane Systems', 60],
    ['Corvane Data', 90],
  ] as const) {
    const paper = `# Services agreement\n\nThis agreement is made on 1 March 2025.\n\n## 1. Term\n\nThe initial term is twelve (12) months. It renews automatically for successive terms of twelve (12) months unless either party gives notice of non-renewal at least ${days} days before the end of the term.\n\n## 2. Liability\n\nThe Supplier's total aggregate liability is limited to the fees paid in the twelve months before the claim.\n`
    const upload = { fileName: `${days}.md`, bytes: Buffer.from(paper), vendor, actor: 'a test' }
    agreementIds.push((await house.intake.accept(upload)).agreementId)
  }
  await house.intake.idle()
  await described(house, { name: 'Claims triage copilot', riskClass: 'high', agreementIds })
  await described(house, { name: 'Second system' })
  for (const scope of ['read', 'write'] as const)
    secrets[scope] = (await makeToken(house, somebody, { owner: somebody.email, name: scope, scope })).secret

  async function ask(path: string, { token = secrets.write, method, json, form, key }: Asked = {}) {
    const sender = token ? await bearerOf(house, `Bearer ${token}`) : null
    const response = await answer(
      new Request(`http://localhost/api/v1${path}`, {
        method: method ?? (json || form ? 'POST' : 'GET'),
        body: form ?? (json === undefined ? undefined : JSON.stringify(json)),
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...(key && { 'Idempotency-Key': key }),
        },
      }),
      { house, paced, visitor: sender?.user ?? null, token: sender?.token ?? null },
    )
    const type = response.headers.get('Content-Type') ?? ''
    const body: Record<string, unknown> = type.includes('json') ? await response.json() : {}
    return { status: response.status, type, headers: response.headers, body }
  }

  return { house, close, somebody, secrets, ask }
}
