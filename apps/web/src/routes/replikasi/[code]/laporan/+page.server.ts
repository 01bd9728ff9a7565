import { redirect } from '@sveltejs/kit'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { endedQuarter } from '@semai/domain/monitoring/reporting-quarter'
import { keepReport } from '@semai/store/monitoring/report.commands'
import { reportList } from '@semai/store/monitoring/report.queries'
import type { ReportCursor } from '@semai/store/monitoring/report.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const after = cursorOf(url.searchParams.get('cursor'))
    const list = await reportList(db, actor, { code: params.code, after, now })
    const next = list.next && `${list.next.year}-${list.next.quarter}-${list.next.id}`
    // Made here, so that a form that is sent twice is one report.
    return { list, next, key: crypto.randomUUID(), due: endedQuarter(today), person: actor.personId }
  })

/** Where the list goes on; anything else begins it. */
function cursorOf(typed: string | null): ReportCursor | undefined {
  const [, year, quarter, id] =
    /^(\d{4})-([1-4])-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(typed ?? '') ?? []
  return id === undefined ? undefined : { year: Number(year), quarter: Number(quarter), id }
}

export const actions: Actions = {
  keep: (event) =>
    form(event, reportForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { id, code } = await keepReport(db, actor, { said, now })
      redirect(303, href(lang, `/replikasi/${code}/laporan/${id}`))
    }),
}
