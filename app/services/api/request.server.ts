import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { UploadedFile } from '../incoming.server.ts'
import { parseUpload } from '../uploads.server.ts'
import type { Operation } from './operation.ts'
import { ApiProblem, invalid } from './problem.ts'

const maxJsonBytes = 2_000_000

export interface Body {
  body: unknown
  files: UploadedFile[]
  /** To be called once the operation is through. */
  release(): Promise<void>
}

const problemOf = { 400: 'invalid_request', 413: 'too_large', 507: 'fault' } as const

const nothingAside = async () => undefined

/** The body of a request, checked against what the operation takes. @throws ApiProblem */
export async function bodyOf(
  request: Request,
  { body, files }: Operation,
  dataFolder: string,
): Promise<Body> {
  if (!body) return { body: undefined, files: [], release: nothingAside }
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const wanted = files ? 'multipart/form-data' : 'application/json'
  if (type !== wanted)
    throw new ApiProblem('wrong_content_type', `Send it as ${wanted}, and say so in Content-Type.`)
  if (files) {
    const upload = await parseUpload(request, dataFolder)
    if ('error' in upload) throw new ApiProblem(problemOf[upload.status], upload.error)
    const { agreementId, ...fields } = upload.fields
    return {
      body: checked(body, { ...fields, agreement: agreementId }),
      files: upload.files,
      release: upload.release,
    }
  }
  return { body: checked(body, await jsonOf(request)), files: [], release: nothingAside }
}

export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw invalid(parsed.error)
  return parsed.data
}

async function jsonOf(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > maxJsonBytes)
      throw new ApiProblem('too_large', 'JSON may have 2 MB at most. Send less at once.')
    chunks.push(part.value)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new ApiProblem('invalid_request', 'The body is no JSON. Check its quotes and commas.')
  }
}

/** The same request again has the same hash, however its form was cut into parts. */
export function requestHash(method: string, path: string, { body, files }: Omit<Body, 'release'>): string {
  const parts = [method, path, body, files.map(({ fileName, sha256 }) => [fileName, sha256])]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
