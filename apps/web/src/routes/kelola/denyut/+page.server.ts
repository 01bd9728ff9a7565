import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { staleAfterDays } from '@semai/domain/innovations/innovation'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { makePulseLink } from '@semai/store/pulse/pulse.commands'
import { pulseCounts, waitingPulses } from '@semai/store/pulse/pulse.queries'
import { comparePulseSheet, takePulseSheet, takenText } from '@semai/store/pulse/pulse-sheet.commands'
import { z } from 'zod'
import { form, notAccepted, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { readCursor, writeCursor } from '#lib/site/text-cursor.ts'
import { pulseTexts } from '#lib/texts/pulse.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)

export const load: PageServerLoad = async ({ url, locals: { db, actor, now, today } }) => {
  const [untilOn, id] = readCursor(url.searchParams.get('cursor'), 2) ?? []
  const after = untilOn && id ? { untilOn, id } : undefined
  const since = dayIn(new Date(now.getTime() - staleAfterDays * 86_400_000))
  const [board, counts] = await Promise.all([
    waitingPulses(db, actor, { today, after }),
    pulseCounts(db, actor, { since, today }),
  ])
  const next = board.next && writeCursor([board.next.untilOn, board.next.id])
  const answers = actor.grants.some(({ role }) => role === 'author' || role === 'local_admin')
  return { rows: board.rows, next, counts, answers }
}

const noFile = { id: pulseTexts.id.board.noFile, en: pulseTexts.en.board.noFile }
const sent = z.object({ lines: z.string().max(6_000_000).pipe(takenText) })

export const actions: Actions = {
  ask: (event) =>
    form(event, z.object({ id: z.string().max(40) }), async ({ id }) => {
      const { db, actor, now, lang, origin } = event.locals
      const made = await makePulseLink(db, actor, { id, now })
      return { done: 'asked' as const, id, ...made, link: `${origin}${href(lang, `/denyut/${made.link}`)}` }
    }),
  compare: async ({ request, locals: { db, actor, now } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const file = given.get('sheet')
      if (!(file instanceof File) || file.size === 0) {
        throw new Refusal('invalid', noFile, [{ field: 'sheet', says: noFile }])
      }
      const bytes = Buffer.from(await file.arrayBuffer())
      return { done: 'compared' as const, ...(await comparePulseSheet(db, actor, { bytes, now })) }
    })
  },
  take: (event) =>
    form(event, sent, async ({ lines }) => {
      const { db, actor, now } = event.locals
      return { done: 'taken' as const, count: await takePulseSheet(db, actor, { lines, now, updateMonth }) }
    }),
}
