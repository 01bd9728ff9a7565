import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { staleAfterDays } from '@semai/domain/innovations/innovation'
import { dayIn } from '@semai/domain/time/clock'
import { freshnessCounts, freshnessPage } from '@semai/store/innovations/freshness.queries'
import { answerBySheet } from '@semai/store/innovations/freshness-sheet.commands'
import { makeRunningLink } from '@semai/store/innovations/still-running.commands'
import { form, notAccepted, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { readCursor, writeCursor } from '#lib/site/text-cursor.ts'
import { lifeTexts } from '#lib/texts/life.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, now } }) => {
  const [day, id] = readCursor(url.searchParams.get('cursor'), 2) ?? []
  const after = id === undefined ? undefined : { confirmedOn: day || null, id }
  const since = dayIn(new Date(now.getTime() - staleAfterDays * 86_400_000))
  const [board, counts] = await Promise.all([
    freshnessPage(db, actor, { after }),
    freshnessCounts(db, actor, since),
  ])
  const next = board.next && writeCursor([board.next.confirmedOn ?? '', board.next.id])
  const answers = actor.grants.some(({ role }) => role === 'author' || role === 'local_admin')
  return { rows: board.rows, next, counts, answers }
}

const noFile = { id: lifeTexts.id.board.noFile, en: lifeTexts.en.board.noFile }

export const actions: Actions = {
  ask: (event) =>
    form(event, z.object({ code: z.string().max(40) }), async ({ code }) => {
      const { db, actor, now, lang, origin } = event.locals
      const made = await makeRunningLink(db, actor, { which: { code }, now })
      const link = `${origin}${href(lang, `/masih-berjalan/${made.link}`)}`
      return { done: 'asked' as const, code, ...made, link }
    }),
  sheet: async ({ request, locals: { db, actor, now } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const file = given.get('sheet')
      if (!(file instanceof File) || file.size === 0) {
        throw new Refusal('invalid', noFile, [{ field: 'sheet', says: noFile }])
      }
      const bytes = Buffer.from(await file.arrayBuffer())
      return { done: 'answered' as const, count: await answerBySheet(db, actor, { bytes, now }) }
    })
  },
}
