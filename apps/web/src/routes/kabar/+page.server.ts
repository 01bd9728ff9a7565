import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { readAllNotices, readNotice } from '@semai/store/notices/notice.commands'
import { inbox } from '@semai/store/notices/notice.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { momentCursor, writeCursor } from '#lib/site/text-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const after = momentCursor(url.searchParams.get('cursor')) ?? undefined
  const { rows, next } = await inbox(db, actor, { after })
  return { notices: rows, next: next && writeCursor([next.at.toISOString(), next.id]) }
}

export const actions: Actions = {
  open: (event) =>
    form(event, z.object({ notice: z.uuid() }), async ({ notice }) => {
      const { db, actor, now, lang } = event.locals
      redirect(303, href(lang, await readNotice(db, actor, { id: notice, now })))
    }),
  all: async ({ locals: { db, actor, now, lang } }) => {
    await readAllNotices(db, actor, now)
    redirect(303, href(lang, '/kabar'))
  },
}
