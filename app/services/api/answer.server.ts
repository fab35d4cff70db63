import contentDisposition from 'content-disposition'
import type { House } from '../house.server.ts'
import type { Paced } from '../originals/download.server.ts'
import { can, rights } from '../permissions.ts'
import { type Caller, callerOf, type Sender } from './caller.server.ts'
import { once } from './idempotency.server.ts'
import { openapi } from './openapi.server.ts'
import { type FileAnswer, NoQuery, type Operation } from './operation.ts'
import { operations } from './operations/index.server.ts'
import { ApiProblem, problemResponse } from './problem.ts'
import { bodyOf, checked, requestHash } from './request.server.ts'

const base = '/api/v1'

/** The answer to any request below /api/v1. Never throws: what goes wrong is an answer, too. */
export async function answer(
  request: Request,
  { house, paced, ...sender }: Sender & { house: House; paced: Paced },
): Promise<Response> {
  try {
    const url = new URL(request.url)
    const path = url.pathname.slice(base.length)
    if (path === '/openapi.json' && request.method === 'GET') return Response.json(openapi())
    const { operation, id } = find(request.method, path)
    const caller = await callerOf(request, sender)
    admit(operation, caller)
    return await run(operation, { house, paced, request, id, url, caller })
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    house.log.error({ err: error, url: request.url }, 'an API request failed')
    return problemResponse(
      new ApiProblem(
        'fault',
        'Nothing was half done. Try again; if it stays, look into the log of the server.',
      ),
    )
  }
}

/** @throws ApiProblem 404, or 405 with what the address allows */
function find(method: string, path: string): { operation: Operation; id: string } {
  const here = operations.flatMap((operation) => {
    const pattern = new RegExp(`^${operation.path.replaceAll('.', '\\.').replace('{id}', '([^/]+)')}$`)
    const match = pattern.exec(path)
    return match ? [{ operation, id: decoded(match[1] ?? '') }] : []
  })
  if (here.length === 0) throw new ApiProblem('not_found', 'See /api/docs for the addresses there are.')
  const found = here.find(({ operation }) => operation.method === method.toLowerCase())
  if (found) return found
  const Allow = here.map(({ operation }) => operation.method.toUpperCase()).join(', ')
  throw new ApiProblem('wrong_method', `${method} is not for this address; ${Allow} is.`, {
    headers: { Allow },
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new ApiProblem('not_found', 'The address is not well formed.')
  }
}

/** @throws ApiProblem when the token's scope or the person's role does not reach */
function admit({ method, right }: Operation, { user, scope }: Caller): void {
  if (method !== 'get' && scope === 'read')
    throw new ApiProblem('scope_missing', 'Use a token with the scope "write".')
  if (!can(user.role, right))
    throw new ApiProblem('right_missing', `The role of ${user.email} may not ${rights[right].does}.`)
}

async function run(
  operation: Operation,
  asked: { house: House; paced: Paced; request: Request; id: string; url: URL; caller: Caller },
): Promise<Response> {
  const { house, paced, request, id, url, caller } = asked
  const query = checked(operation.query ?? NoQuery, Object.fromEntries(url.searchParams))
  const { release, ...body } = await bodyOf(request, operation, house.config.dataFolder)
  try {
    const call = { house, user: caller.user, id, query, ...body }
    const { answer: shape } = operation
    if ('mime' in shape) return fileResponse((await operation.run(call)) as FileAnswer, paced)
    const work = async () => ({
      status: shape.status,
      json: JSON.stringify(shape.schema.parse(await operation.run(call))),
    })
    const done =
      operation.method === 'post'
        ? await once(
            house,
            {
              owner: caller.user.email,
              key: request.headers.get('Idempotency-Key'),
              hash: requestHash(request.method, url.pathname, body),
            },
            work,
          )
        : { ...(await work()), replayed: false }
    return new Response(done.json, {
      status: done.status,
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': 'private, no-store',
        ...(done.replayed && { 'Idempotent-Replayed': 'true' }),
      },
    })
  } finally {
    await release()
  }
}

const fileResponse = ({ fileName, mime, ...file }: FileAnswer, paced: Paced) =>
  new Response('size' in file ? paced(file.bytes) : new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': contentDisposition(fileName),
      ...('size' in file && { 'Content-Length': String(file.size) }),
      'Cache-Control': 'private, no-store, no-transform',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
