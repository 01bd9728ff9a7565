import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { needDeciders } from '@semai/domain/needs/need-access'
import { weighedNeedStates } from '@semai/domain/needs/need.lifecycle'
import { decisionForm, selectionTable } from '@semai/domain/needs/selection'
import { mayWrite } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { matchPage } from '@semai/store/needs/match-page'
import {
  changeCandidate,
  openIdea,
  recordDecision,
  saveSelection,
} from '@semai/store/needs/selection.commands'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { form, notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { readSelection } from '#lib/needs/selection-fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params: { id }, locals: { db, actor, now, today, lang } }) =>
  page(async () => {
    const onlyTop = url.searchParams.get('top') === '1'
    const found = await matchPage(db, actor, { id, onlyTop, now })
    const isOpen = weighedNeedStates.includes(found.need.state)
    return {
      ...found,
      onlyTop,
      today,
      reasonNames: await reasonWords(db, lang),
      mayWeigh: found.need.isOwn && isOpen,
      mayDecide: needDeciders.allows(actor, found.need) && isOpen,
      mayOpenIdea: mayWrite.allows(actor, found.need) && isOpen,
    }
  })

const candidateForm = z.object({ innovation: z.uuid(), way: z.enum(['in', 'out']) })
const unfit = { id: 'Ada nilai atau bobot yang perlu diperbaiki.', en: 'A score or a weight needs mending.' }

export const actions: Actions = {
  candidate: (event) =>
    form(event, candidateForm, async ({ innovation, way }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await changeCandidate(db, actor, { id, innovationId: innovation, isIn: way === 'in', now })
      redirect(303, href(lang, `/kebutuhan/${id}/padanan#tabel`))
    }),
  save: async (event) => {
    const given = await sentForm(event.request)
    const { db, actor, now, lang } = event.locals
    const { id } = event.params
    return notAccepted(given, async () => {
      const { revision, table } = readSelection(given)
      const parsed = selectionTable.safeParse(table)
      if (!parsed.success) throw new Refusal('invalid', unfit, formFaults(parsed.error))
      await saveSelection(db, actor, { id, revision, table: parsed.data, now })
      redirect(303, href(lang, `/kebutuhan/${id}/padanan#tabel`))
    })
  },
  decide: (event) =>
    form(event, decisionForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await recordDecision(db, actor, { id, said, now })
      redirect(303, href(lang, `/kebutuhan/${id}#keputusan`))
    }),
  idea: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang } = event.locals
      redirect(303, href(lang, `/naskah/${await openIdea(db, actor, { id: event.params.id, now })}`))
    }),
}
