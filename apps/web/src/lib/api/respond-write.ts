import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import type { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { scopeNames } from '@semai/domain/people/token'
import { formFaults } from '@semai/domain/text/form-faults'
import { onlyOnce } from '@semai/store/tokens/idempotency'
import type { Answered } from '@semai/store/tokens/idempotency'
import type { Db } from '@semai/store/db/transaction'
import { statusOf } from '#lib/server/answer.ts'
import type { Lang } from '#lib/site/lang.ts'
import { problemOf, readerLang } from './problem.ts'
import { permit, problemResponse } from './respond.ts'
import type { WriteOperation } from './write-operation.ts'

/** The longest body that is read. */
const longest = 200_000

type Input<Body extends z.ZodType> = {
  params: Record<string, string>
  body: z.infer<Body>
  event: RequestEvent
  db: Db
}

/**
 * The handler of one thing a program does with a token: counts the request, asks for the token and its scope, parses what was sent,
 * and does it once for each Idempotency-Key. Every no is a problem+json sentence in the reader's language.
 */
export function answerWrite<Body extends z.ZodType, Answer extends z.ZodType>(
  operation: WriteOperation<Body, Answer>,
  work: (
    input: Input<Body>,
  ) => Promise<{ status?: number; answer: z.infer<Answer> | Record<string, unknown> }>,
): RequestHandler {
  return async (event) => {
    const lang = readerLang(event.request, event.url)
    const { headers, refusal } = permit(event, lang)
    if (refusal) return refusal
    try {
      refuseToken(event, operation.scope)
      const params = paramsOf(operation, event)
      const sent = operation.body === null ? '' : await bodyOf(event.request)
      const body = (operation.body === null ? undefined : parsed(operation.body, sent)) as z.infer<Body>
      const answered = await once(event, { sent }, async (db) => {
        const { status = operation.created ? 201 : 200, answer } = await work({ params, body, event, db })
        return { status, answer }
      })
      return written(answered, headers)
    } catch (problem) {
      return refusedWrite(problem, lang, headers)
    }
  }
}

function refuseToken({ locals }: RequestEvent, scope: keyof typeof scopeNames): void {
  if (locals.token === null) throw new NoToken()
  if (locals.token.includes(scope)) return
  throw new Refusal('forbidden', {
    id: `Token ini tidak dibuat untuk: ${scopeNames[scope].id}. Buat token baru di /akun/token.`,
    en: `This token was not made to: ${scopeNames[scope].en}. Make a new one at /en/akun/token.`,
  })
}

class NoToken extends Error {}

function paramsOf({ params }: { params: z.ZodObject }, event: RequestEvent): Record<string, string> {
  const read = params.safeParse(event.params)
  if (read.success) return read.data as Record<string, string>
  throw new Refusal('not-found', {
    id: 'Tidak ada data di alamat ini.',
    en: 'There is no record at this address.',
  })
}

async function bodyOf(request: Request): Promise<string> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json'))
    throw new Refusal('invalid', notJson)
  const sent = await request.text()
  if (sent.length > longest) throw new Refusal('invalid', tooLong)
  return sent
}

function parsed<Body extends z.ZodType>(shape: Body, sent: string): z.infer<Body> {
  let given: unknown
  try {
    given = JSON.parse(sent)
  } catch {
    throw new Refusal('invalid', notJson)
  }
  const read = shape.safeParse(given)
  if (read.success) return read.data
  throw new Refusal('invalid', unfit, formFaults(read.error))
}

async function once(
  { request, url, locals: { db, actor, now } }: RequestEvent,
  { sent }: { sent: string },
  work: (db: Db) => Promise<Answered>,
): Promise<Answered> {
  const key = request.headers.get('idempotency-key')
  if (key === null || request.method === 'GET') return work(db)
  if (!/^[\x21-\x7e]{1,120}$/.test(key)) throw new Refusal('invalid', badKey)
  return onlyOnce(db, actor, { key, asked: `${request.method} ${url.pathname} ${sent}`, now }, work)
}

function written({ status, answer }: Answered, headers: Record<string, string>): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  const own = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }
  return new Response(JSON.stringify(answer), { status, headers: { ...headers, ...own } })
}

function refusedWrite(problem: unknown, lang: Lang, headers: Record<string, string>): Response {
  if (problem instanceof NoToken) return needsToken(lang, headers)
  if (!(problem instanceof Refusal)) throw problem
  const faults = problem.faults.map(({ field, says }) => ({ where: field, says: says[lang] }))
  const said = {
    ...problemOf(problem.code, lang, faults),
    status: statusOf[problem.code],
    detail: problem.says[lang],
  }
  return problemResponse(said, lang, headers)
}

/** What a request without a valid token is told. */
export function needsToken(lang: Lang, headers: Record<string, string> = {}): Response {
  const said = { status: 401, title: noToken.title[lang], detail: noToken.detail[lang] }
  return problemResponse(said, lang, { ...headers, 'www-authenticate': 'Bearer realm="semai"' })
}

const noToken = {
  title: { id: 'Perlu token', en: 'A token is needed' },
  detail: {
    id: 'Sertakan "Authorization: Bearer" dengan token yang masih berlaku. Token dibuat di /akun/token.',
    en: 'Send "Authorization: Bearer" with a token that is still valid. Tokens are made at /en/akun/token.',
  },
}
const notJson = {
  id: 'Isi permintaan tidak dapat dibaca. Kirim JSON dengan Content-Type: application/json.',
  en: 'The body of the request cannot be read. Send JSON with Content-Type: application/json.',
}
const tooLong = { id: 'Isi permintaan terlalu panjang.', en: 'The body of the request is too long.' }
const unfit = {
  id: 'Perbaiki bagian yang disebut pada "faults", lalu kirim lagi.',
  en: 'Mend the parts named in "faults" and send it again.',
}
const badKey = {
  id: 'Idempotency-Key terdiri dari 1 sampai 120 huruf tanpa spasi.',
  en: 'An Idempotency-Key has 1 to 120 characters without spaces.',
}
