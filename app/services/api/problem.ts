import type { ZodError } from 'zod'
import { z } from 'zod'

/** What went wrong, as RFC 9457 has it: `code` for programs, `detail` for people, with what to do. */
export const ProblemBody = z.object({
  type: z.string().describe('An address that names the kind of problem.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What happened and what to do about it.'),
  code: z.string().describe('The kind of problem, for programs: "not_found".'),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

const titles = {
  invalid_request: [400, 'The request is not understood'],
  invalid_cursor: [400, 'The place in the list is not known'],
  no_token: [401, 'Nobody is signed in'],
  scope_missing: [403, 'The token may only read'],
  right_missing: [403, 'The role lacks the right'],
  not_found: [404, 'There is nothing at this address'],
  wrong_method: [405, 'That can’t be done at this address'],
  conflict: [409, 'It does not fit what is there'],
  key_in_use: [409, 'The first request of this key is still being worked on'],
  too_large: [413, 'The request is too large'],
  wrong_content_type: [415, 'The request’s content type is not taken here'],
  key_reused: [422, 'The key was used for another request'],
  too_many: [429, 'Too many requests'],
  fault: [500, 'The fault is in Carveout'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof titles
export const problemCodes = Object.keys(titles)

/** Thrown anywhere below an operation; it becomes the answer. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  constructor(
    readonly code: ProblemCode,
    /** A sentence on what happened and one on what to do. */
    readonly detail: string,
    readonly more: { errors?: ProblemBody['errors']; headers?: Record<string, string> } = {},
  ) {
    super(detail)
  }
}

export function problemResponse({ code, detail, more }: ApiProblem): Response {
  const [status, title] = titles[code]
  const body: ProblemBody = {
    type: `/api/docs#problem-${code}`,
    title,
    status,
    detail,
    code,
    ...(more.errors && { errors: more.errors }),
  }
  return Response.json(body, {
    status,
    headers: { ...more.headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}

/** What of a request does not fit its schema, field by field. */
export const invalid = (error: ZodError): ApiProblem =>
  new ApiProblem(
    'invalid_request',
    'Some fields are wrong: see "errors". Put them right and send it again.',
    {
      errors: error.issues.map((issue) => ({
        field: issue.path.map(String).join('.'),
        message: issue.message,
      })),
    },
  )

/** @param what "deployment" */
export const notFound = (what: string): ApiProblem =>
  new ApiProblem('not_found', `There is no such ${what}. Look up its id in the list of ${what}s.`)
