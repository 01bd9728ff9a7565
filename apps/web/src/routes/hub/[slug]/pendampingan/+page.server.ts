import { redirect } from '@sveltejs/kit'
import { readsHubBoard, runsHub } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import {
  endTeamForm,
  engagementForm,
  leaveForm,
  memberForm,
  teamForm,
} from '@semai/domain/mentoring/mentoring.form'
import { Refusal } from '@semai/domain/refusal'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { engagementList } from '@semai/store/mentoring/engagement.queries'
import { startEngagement } from '@semai/store/mentoring/engagement-start.commands'
import { mentoringRules } from '@semai/store/mentoring/mentoring-rules'
import { addMember, endTeam, formTeam, leaveTeam } from '@semai/store/mentoring/team.commands'
import { hubTeams } from '@semai/store/mentoring/team.queries'
import { fromMovedCursor, toMovedCursor } from '#lib/boards/moved-cursor.ts'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals: { db, actor, today } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    if (!hub.readsBoard) throw new Refusal('forbidden', only(readsHubBoard))
    const after = fromMovedCursor(url.searchParams.get('sesudah'))
    const [teams, engagements, { stages }] = await Promise.all([
      hubTeams(db, actor, { hub, today }),
      engagementList(db, actor, { hubId: hub.organisationId, today, after }),
      mentoringRules(db),
    ])
    return {
      hub,
      teams,
      rows: engagements.rows,
      next: engagements.next && toMovedCursor(engagements.next),
      stages: stages.filter(({ isRetired }) => !isRetired),
      mayRun: runsHub.allows(actor, hub),
      today,
    }
  })

const back = (lang: 'id' | 'en', slug: string) => redirect(303, href(lang, `/hub/${slug}/pendampingan#tim`))

export const actions: Actions = {
  team: (event) =>
    form(event, teamForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await formTeam(db, actor, { slug: event.params.slug, said, now })
      back(lang, event.params.slug)
    }),
  member: (event) =>
    form(event, memberForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await addMember(db, actor, { said, now })
      back(lang, event.params.slug)
    }),
  leave: (event) =>
    form(event, leaveForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await leaveTeam(db, actor, { said, now })
      back(lang, event.params.slug)
    }),
  end: (event) =>
    form(event, endTeamForm, async ({ team }) => {
      const { db, actor, now, lang } = event.locals
      await endTeam(db, actor, { team, now })
      back(lang, event.params.slug)
    }),
  start: (event) =>
    form(event, engagementForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const id = await startEngagement(db, actor, { said, now })
      redirect(303, href(lang, `/pendampingan/${id}`))
    }),
}
