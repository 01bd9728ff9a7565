import { z } from 'zod'
import { dataLicence } from '@semai/domain/exchange/datasets'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { AnyOperation } from './operation.ts'
import type { AnyWriteOperation } from './write-operation.ts'

type Json = Record<string, unknown>

const problem = z
  .object({
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    faults: z.array(z.object({ where: z.string(), says: z.string() })).optional(),
  })
  .describe('What went wrong (RFC 9457), in the language of the reader.')

/** What the document describes: reads open to all, and what programs do with a token. */
export type Described = { reads: readonly AnyOperation[]; writes: readonly AnyWriteOperation[] }

/** The OpenAPI 3.1 document of the API, drawn from the shapes the handlers parse with. */
export function openApi({ reads, writes }: Described, origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Semai: API',
      version: schemaVersion,
      summary: 'Which public-service innovations exist in Indonesia, where they run, how they spread.',
      description:
        'Reads are open to every origin, without a key. Lists go on with `cursor`; answers carry an ETag, so ask again with If-None-Match. ' +
        'Texts that nobody has confirmed are not given. For whole datasets use the files under /data. ' +
        'Writing needs a personal token (made at /akun/token), which does no more than its person may; send an Idempotency-Key with ' +
        'every POST, so that a request sent twice is done once.',
      license: { name: dataLicence.short, url: dataLicence.url },
    },
    servers: [{ url: origin }],
    paths: pathsOf({ reads, writes }),
    components: {
      schemas: { problem: schemaOf(problem) },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token: semai_…' },
      },
    },
  }
}

function pathsOf({ reads, writes }: Described): Json {
  const paths: Record<string, Json> = {}
  for (const read of reads) paths[read.path] = { get: operationObject(read) }
  for (const write of writes) paths[write.path] = { ...paths[write.path], [write.method]: writeObject(write) }
  return paths
}

function writeObject({ name, says, scope, method, params, body, answer, created }: AnyWriteOperation): Json {
  return {
    operationId: name,
    summary: says,
    description: `Scope of the token: ${scope}.`,
    security: [{ token: [] }],
    parameters: [...parameters('path', params), ...(method === 'post' ? [idempotencyKey] : []), lang],
    ...(body !== null && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [created ? 201 : 200]: {
        description: says,
        content: { 'application/json': { schema: schemaOf(answer) } },
      },
      401: refusal('There is no token, or it is not valid.'),
      403: refusal('The person or the token may not do this.'),
      404: refusal('There is no such record, or it is not yours to see.'),
      409: refusal('The record has moved on, or the Idempotency-Key was used for another request.'),
      422: refusal('Something that was sent does not fit.'),
      429: refusal('Too many requests; Retry-After says when to come back.'),
    },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A text of your own for this request; sent again within a week, it is answered the same and done once.',
  schema: { type: 'string', minLength: 1, maxLength: 120 },
}

function operationObject({ name, says, params, query, answer }: AnyOperation): Json {
  return {
    operationId: name,
    summary: says,
    parameters: [...parameters('path', params), ...parameters('query', query), lang],
    responses: {
      200: { description: says, content: { 'application/json': { schema: schemaOf(answer) } } },
      304: { description: 'Unchanged since the version named in If-None-Match.' },
      400: refusal('A parameter is unknown or cannot be read.'),
      404: refusal('There is no such record.'),
      429: refusal('Too many requests; Retry-After says when to come back.'),
    },
  }
}

const lang = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'Language of sentences; Accept-Language decides without it.',
  schema: { type: 'string', enum: ['id', 'en'] },
}

function refusal(description: string): Json {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
  }
}

function parameters(where: 'path' | 'query', shape: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as Json
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    }
  })
}

/** The schema of an answer, standing alone: parts that zod names are put where they are used. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io })
  return inlined(schema, (schema.$defs ?? {}) as Record<string, Json>) as Json
}

function inlined(node: unknown, parts: Record<string, Json>): unknown {
  if (Array.isArray(node)) return node.map((each) => inlined(each, parts))
  if (typeof node !== 'object' || node === null) return node
  const { $ref, $defs: _, ...rest } = node as Json
  const named = typeof $ref === 'string' ? parts[$ref.replace('#/$defs/', '')] : {}
  return Object.fromEntries(
    Object.entries({ ...named, ...rest }).map(([key, value]) => [key, inlined(value, parts)]),
  )
}
