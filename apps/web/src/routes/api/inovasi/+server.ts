import { openInnovationList } from '@semai/store/innovations/innovation-list.queries'
import { innovationsRead } from '#lib/api/innovations-read.ts'
import { answer, preflight } from '#lib/api/respond.ts'
import { WrittenPage } from '#lib/api/written-page.ts'
import { askedList, cursorOf } from '#lib/catalogue/question.ts'

export const GET = answer(innovationsRead, async ({ query, event: { locals } }) => {
  const { question } = await askedList(locals, query, query)
  const { rows, next } = await openInnovationList(locals.db, locals.actor, question, locals.now)
  return new WrittenPage(rows, cursorOf(next, question.filter.order))
})

export const OPTIONS = preflight
