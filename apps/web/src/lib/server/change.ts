import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { statusOf } from '#lib/server/answer.ts'
import { problemOf, readerLang } from '#lib/api/problem.ts'

/**
 * The handler of a change that a script of ours asks for: what the work answers as JSON, an expected no as a problem with its sentence
 * in the reader's language and the fields it is about. Never kept in a cache.
 */
export function change(
  work: (event: RequestEvent) => Promise<{ status: number; answer: unknown }>,
): RequestHandler {
  return async (event) => {
    const lang = readerLang(event.request, event.url)
    try {
      const { status, answer } = await work(event)
      return json(status, answer)
    } catch (problem) {
      const refusal = refusalOf(problem)
      if (refusal === null) throw problem
      const faults = refusal.faults.map(({ field, says }) => ({ where: field, says: says[lang] }))
      const detail = refusal.says[lang]
      return json(statusOf[refusal.code], {
        ...problemOf(refusal.code, lang, faults),
        status: statusOf[refusal.code],
        detail,
      })
    }
  }
}

/** A body that is no JSON, or not of the shape that was asked for, is an expected no too. */
function refusalOf(problem: unknown): Refusal | null {
  if (problem instanceof Refusal) return problem
  if (problem instanceof z.ZodError) return new Refusal('invalid', unreadable, formFaults(problem))
  return problem instanceof SyntaxError ? new Refusal('invalid', unreadable) : null
}

const unreadable = {
  id: 'Isi permintaan tidak dapat dibaca. Kirim JSON dengan bagian yang diminta.',
  en: 'The body of the request cannot be read. Send JSON with the parts that are asked for.',
}

function json(status: number, answer: unknown): Response {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(answer), { status, headers })
}
