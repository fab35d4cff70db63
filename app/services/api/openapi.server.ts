import { z } from 'zod'
import { rights } from '../permissions.ts'
import { requestsAMinute } from './caller.server.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations/index.server.ts'
import { ProblemBody, problemCodes } from './problem.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

/** Query fields as parameters. */
function parametersOf({ query, path, method }: Operation): Json[] {
  const parameters: Json[] = []
  if (path.includes('{id}'))
    parameters.push({
      name: 'id',
      in: 'path',
      required: true,
      description: 'Its id, or the readable part of its address in the app.',
      schema: { type: 'string' },
    })
  if (query) {
    const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' })
    for (const [name, schema] of Object.entries(properties))
      parameters.push({ name, in: 'query', required: required.includes(name), schema })
  }
  if (method === 'post')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Any text of up to 200 characters. The same request with the same key within a day is done once and answered alike.',
      schema: { type: 'string', maxLength: 200 },
    })
  return parameters
}

function requestBodyOf({ body, files }: Operation): Json | undefined {
  if (!body) return undefined
  const schema = schemaOf(body, 'input')
  if (!files) return { required: true, content: { 'application/json': { schema } } }
  const file = {
    type: 'array',
    minItems: 1,
    items: { type: 'string', contentMediaType: 'application/octet-stream' },
    description: 'One or more files; the part may come several times.',
  }
  const form = { ...schema, properties: { file, ...(schema.properties as Json) }, required: ['file'] }
  return { required: true, content: { 'multipart/form-data': { schema: form } } }
}

function answerOf({ answer }: Operation): Json {
  const content =
    'mime' in answer
      ? { [answer.mime]: { schema: { type: 'string', contentMediaType: answer.mime } } }
      : { 'application/json': { schema: schemaOf(answer.schema, 'output') } }
  return {
    [answer.status]: { description: answer.status === 201 ? 'Done' : 'The answer', content },
    default: { $ref: '#/components/responses/Problem' },
  }
}

const described = (operation: Operation): Json => ({
  operationId: operation.id,
  tags: [operation.tag],
  summary: operation.summary,
  description: `For roles that may ${rights[operation.right].does}. Scope of the token: ${operation.method === 'get' ? 'read' : 'write'}.`,
  parameters: parametersOf(operation),
  requestBody: requestBodyOf(operation),
  responses: answerOf(operation),
})

/** The whole API as an OpenAPI 3.1 document, made from the schemas that check its requests. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Carveout',
      version: '1',
      description: [
        'The contract and vendor risk register, for scripts, pipelines and monitors.',
        `Send \`Authorization: Bearer TOKEN\`; make a token under API tokens, in the menu with your name, or with \`carveout token add\`. A token may send ${requestsAMinute} requests a minute.`,
        'Lists take `?limit=&after=` and give `{ items, next }`. Days are ISO 8601, money and durations as the terms have them.',
        `Problems are \`application/problem+json\` (RFC 9457); \`code\` is one of ${problemCodes.map((code) => `\`${code}\``).join(', ')}.`,
      ].join('\n\n'),
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { Problem: schemaOf(ProblemBody, 'output') },
    },
  }
  // Leaves out what is undefined.
  return JSON.parse(JSON.stringify(document)) as Json
}
