import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import type { Says } from '@semai/domain/text/says'
import { keepReport } from '@semai/store/monitoring/report.commands'
import { z } from 'zod'
import { readerLang } from '#lib/api/problem.ts'
import { change } from '#lib/server/change.ts'
import type { RequestEvent } from './$types'

/** How many reports one request may carry: each is a transaction of its own. */
const atOnce = 10
const sent = z.object({ reports: z.array(z.record(z.string(), z.unknown())).min(1).max(atOnce) })

/**
 * Takes reports that a browser kept, up to ten at once. Each is answered by its key: stored, there already, stored beside
 * another of its quarter, or refused with the sentence why; one that is refused holds up none of the others.
 */
export const POST = change(async (event) => {
  const { reports } = sent.parse(await event.request.json())
  const answers = []
  for (const report of reports) answers.push(await keepOne(event as RequestEvent, report))
  return { status: 200, answer: { reports: answers } }
})

async function keepOne(
  { request, url, locals: { db, actor, now } }: RequestEvent,
  given: Record<string, unknown>,
) {
  const key = String(given['key'])
  try {
    const parsed = reportForm.safeParse(given)
    if (!parsed.success) throw new Refusal('invalid', faultsOf(parsed.error))
    const { id, code, outcome } = await keepReport(db, actor, { said: parsed.data, now })
    return { key, outcome, path: `/replikasi/${code}/laporan/${id}` }
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return { key, outcome: 'refused', says: problem.says[readerLang(request, url)] }
  }
}

/** The faults of a report as one text: the browser that kept it shows it beside the report. */
function faultsOf(error: z.ZodError): Says {
  const faults = formFaults(error)
  const joined = (lang: keyof Says) => faults.map(({ says }) => says[lang]).join(' ')
  return { id: joined('id'), en: joined('en') }
}
