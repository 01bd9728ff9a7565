import { error, fail } from '@sveltejs/kit'
import type { ActionFailure, RequestEvent } from '@sveltejs/kit'
import type { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import type { FieldFault } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import type { Says } from '@semai/domain/text/says'

export const statusOf = { 'not-found': 404, forbidden: 403, conflict: 409, invalid: 422 } as const

/** What comes back to a form that was not accepted: what was typed, and the sentence for the form and for each field. */
export type NotAccepted = { typed: Record<string, string>; faults: readonly FieldFault[]; says: Says | null }

/** For loads: a refusal becomes the error page of its status; everything else is a bug and goes on. */
export async function page<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (problem) {
    if (problem instanceof Refusal) {
      error(statusOf[problem.code], { message: problem.message, says: problem.says })
    }
    throw problem
  }
}

/** The form that was sent. What no form sends, such as plain text, gets the error page of its status. */
export async function sentForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (problem) {
    if (problem instanceof TypeError) error(400, noForm.en, { says: noForm })
    throw problem
  }
}

/**
 * For form actions: reads the form by its schema and does the work. A field that does not fit and an expected no come
 * back to the same form with what was typed, secrets excepted. Files and repeated fields need a reader of their own.
 */
export async function form<Shape extends z.ZodType, Done>(
  { request }: Pick<RequestEvent, 'request'>,
  shape: Shape,
  work: (input: z.infer<Shape>) => Promise<Done>,
): Promise<Done | ActionFailure<NotAccepted>> {
  const given = await request.formData().catch(() => null)
  if (given === null) return fail(statusOf.invalid, { typed: {}, faults: [], says: cutOff })
  return notAccepted(given, async () => {
    const parsed = shape.safeParse(Object.fromEntries(textsOf(given)))
    if (!parsed.success) throw new Refusal('invalid', unfit, formFaults(parsed.error))
    return work(parsed.data)
  })
}

/** For form actions that read their form themselves: an expected no comes back with what was typed. */
export async function notAccepted<Done>(
  given: FormData,
  work: () => Promise<Done>,
): Promise<Done | ActionFailure<NotAccepted>> {
  try {
    return await work()
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    const typed = Object.fromEntries(textsOf(given).filter(([name]) => !secret.test(name)))
    return fail(statusOf[problem.code], { typed, faults: problem.faults, says: problem.says })
  }
}

function textsOf(given: FormData): [string, string][] {
  // A zero byte is nothing anybody types, and no database takes it.
  return [...given].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\0', '')] as [string, string]] : [],
  )
}

const cutOff: Says = {
  id: 'Kiriman ini tidak tiba utuh. Isi lagi, lalu kirim.',
  en: 'This did not arrive whole. Fill it in again and send it.',
}
const unfit: Says = { id: 'Ada isian yang perlu diperbaiki.', en: 'Something typed needs mending.' }

const noForm: Says = {
  id: 'Isian tidak terbaca. Buka halamannya lagi, lalu kirim lewat formulir di sana.',
  en: 'What was sent cannot be read. Open the page again and send the form on it.',
}

/** Fields whose content never goes back into a page. */
const secret = /^(password|again|code|token|credential)/i
