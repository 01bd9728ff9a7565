import { redirect } from '@sveltejs/kit'
import { addLocusForm, drawLociForm, extendForm, presentationForm } from '@semai/domain/rounds/round.form'
import {
  assignAssessor,
  assignBalanced,
  planPresentation,
  unassign,
} from '@semai/store/rounds/assign.commands'
import { addLocus, drawLoci, extendLocus, removeLocus } from '@semai/store/rounds/locus.commands'
import { lociBoard } from '@semai/store/rounds/round.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { isLocusId, locusAfter } from '#lib/rounds/locus-after.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { code }, url, locals: { db, actor, now } }) =>
  page(async () => {
    const asked = url.searchParams.get('kelompok') ?? ''
    const group = isLocusId(asked) ? asked : null
    const { next, ...board } = await lociBoard(db, actor, { code, group, after: locusAfter(url), now })
    return { ...board, group, next: next && writeCursor([next.name, next.id]) }
  })

const locus = z.object({ locus: z.uuid() })
const person = z.object({ locus: z.uuid(), person: z.uuid() })
const assessment = z.object({ locus: z.uuid(), assessment: z.uuid() })

export const actions: Actions = {
  draw: (event) =>
    form(event, drawLociForm, async (said) => {
      const { db, actor, now } = event.locals
      return { added: await drawLoci(db, actor, { code: event.params.code, said, now }) }
    }),
  add: (event) =>
    form(event, addLocusForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await addLocus(db, actor, { code, said, now })
      redirect(303, href(lang, `/pantauan/${code}/lokus`))
    }),
  remove: (event) =>
    form(event, locus, async (said) => {
      const { db, actor, now } = event.locals
      await removeLocus(db, actor, { code: event.params.code, ...said, now })
      return { saved: true as const }
    }),
  extend: (event) =>
    form(event, extendForm, async (said) => {
      const { db, actor, now } = event.locals
      await extendLocus(db, actor, { code: event.params.code, said, now })
      return { saved: true as const }
    }),
  even: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now } = event.locals
      return { named: await assignBalanced(db, actor, { code: event.params.code, now }) }
    }),
  assign: (event) =>
    form(event, person, async (said) => {
      const { db, actor, now } = event.locals
      await assignAssessor(db, actor, { code: event.params.code, ...said, now })
      return { saved: true as const }
    }),
  unassign: (event) =>
    form(event, assessment, async (said) => {
      const { db, actor, now } = event.locals
      await unassign(db, actor, { code: event.params.code, ...said, now })
      return { saved: true as const }
    }),
  present: (event) =>
    form(event, presentationForm, async (said) => {
      const { db, actor, now } = event.locals
      await planPresentation(db, actor, { code: event.params.code, said, now })
      return { saved: true as const }
    }),
}
