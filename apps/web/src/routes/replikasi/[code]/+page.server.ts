import { redirect } from '@sveltejs/kit'
import { factsForm, milestoneForm, replicationStepForm } from '@semai/domain/replications/replication.form'
import { saveMilestone } from '@semai/store/replications/milestone.commands'
import { saveFacts } from '@semai/store/replications/replication-facts.commands'
import { replicationPage } from '@semai/store/replications/replication-page.queries'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { visitsOfReplication } from '@semai/store/study-visits/visits-of-replication'
import { form, page } from '#lib/server/answer.ts'
import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today, lang } }) =>
  page(async () => {
    const replication = await replicationPage(db, actor, { code: params.code, now, today })
    const visits = replication.seesReasons ? await visitsOfReplication(db, actor, params.code) : []
    const regions = replication.mayWrite ? await regionPoints(db) : []
    const places = regions.flatMap(({ code, name, hasGovernment }) => (hasGovernment ? [{ code, name }] : []))
    const [reason, seenAt] = [await reasonWords(db, lang), now.toISOString()]
    return { replication, visits, places, reasons: reason, today, seenAt }
  })

export const actions: Actions = {
  step: (event) =>
    form(event, replicationStepForm, async ({ cause, ...given }) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await takeReplicationStep(db, actor, { ...given, code, cause: cause || undefined, now, updateMonth })
      redirect(303, href(lang, `/replikasi/${code}`))
    }),
  milestone: (event) =>
    form(event, milestoneForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await saveMilestone(db, actor, { code: event.params.code, said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}#tonggak`))
    }),
  facts: (event) =>
    form(event, factsForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await saveFacts(db, actor, { code: event.params.code, said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}`))
    }),
}
