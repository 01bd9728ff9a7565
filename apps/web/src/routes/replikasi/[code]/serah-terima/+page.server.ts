import { budgetPage } from '@semai/store/action-plans/budget.queries'
import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { planPage } from '@semai/store/action-plans/plan.queries'
import { nameContact, readContacts } from '@semai/store/pulse/handover.commands'
import { handoverOf } from '@semai/store/pulse/handover.queries'
import { pulsesOf } from '@semai/store/pulse/pulse.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { forkPage } from '@semai/store/replications/fork.queries'
import { replicationPage } from '@semai/store/replications/replication-page.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { code }, locals: { db, actor, now, today, lang } }) =>
  page(async () => {
    const handover = await handoverOf(db, actor, { code, now })
    const replication = await replicationPage(db, actor, { code, now, today })
    const { pulses } = await pulsesOf(db, actor, { code, now, today })
    const budget = await budgetPage(db, actor, { code, rules: budgetRulesFrom(process.env), now, today })
    const fork = await forkPage(db, actor, { code, now })
    const plan = await planPage(db, actor, { code, now })
    return {
      handover,
      replication,
      pulse: pulses[0] ?? null,
      budget: { years: budget.years, warnings: budget.warnings },
      fork: fork.content && { version: fork.newest, parts: fork.content.components.length },
      activities: plan.agreed?.content.activities.map(({ name, output }) => ({ name, output })) ?? [],
      today,
      reasons: await reasonWords(db, lang),
    }
  })

export const actions: Actions = {
  name: (event) =>
    form(event, z.object({ person: z.uuid() }), async ({ person }) => {
      const { db, actor, now } = event.locals
      await nameContact(db, actor, { code: event.params.code, person, now })
      return { done: 'named' as const }
    }),
  contacts: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now } = event.locals
      return {
        done: 'contacts' as const,
        contacts: await readContacts(db, actor, { code: event.params.code, now }),
      }
    }),
}
