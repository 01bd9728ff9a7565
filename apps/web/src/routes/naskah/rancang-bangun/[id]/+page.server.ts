import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { changedList } from '@semai/domain/blueprints/component-list'
import { stepNames } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import {
  saveBlueprint,
  settleBlueprintCopy,
  takeBlueprintStep,
} from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { freshKey } from '@semai/store/blueprints/fresh-key'
import { contentOfForm, listChangeOf } from '#lib/blueprints/blueprint-fields.ts'
import { toldOfForm } from '#lib/replications/fork-fields.ts'
import { form, notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { revisionOf } from '#lib/writing/revision.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now } }) =>
  page(async () => ({
    edit: await blueprintEditPage(db, actor, { id: params.id, now }),
    opened: url.searchParams.get('buka'),
  }))

const stepForm = z.object({
  step: z.enum(stepNames(blueprintEditLifecycle)),
  reason: z.string().max(2_000).optional(),
})
const copyForm = z.object({ copy: z.uuid(), use: z.enum(['yes', 'no']) })

export const actions: Actions = {
  save: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const typed = contentOfForm(given)
      const asked = String(given.get('do') ?? '')
      const change = listChangeOf(asked, freshKey)
      const content = change ? { ...typed, components: changedList(typed.components, change) } : typed
      const revision = revisionOf(given.get('revision'))
      const told = toldOfForm(given)
      const saved = await saveBlueprint(db, actor, {
        id: params.id,
        revision,
        content,
        ...(told && { told }),
        now,
      })
      if (saved.kind === 'conflict') throw savedBefore
      const place = change && change.do !== 'remove' ? `?buka=${change.key}#komponen-${change.key}` : ''
      const there = asked === 'changes' ? '#perubahan' : place
      redirect(303, href(lang, `/naskah/rancang-bangun/${params.id}${there}`))
    })
  },
  step: (event) =>
    form(event, stepForm, async ({ step, reason }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      const { kind, slug, replication, version } = await takeBlueprintStep(db, actor, {
        id,
        step,
        reason,
        now,
      })
      const published = kind === 'replica' ? `/replikasi/${replication}` : `/inovasi/${slug}`
      const next = version === null ? `/naskah/rancang-bangun/${id}` : `${published}/rancang-bangun`
      redirect(303, href(lang, next))
    }),
  copy: (event) =>
    form(event, copyForm, async ({ copy, use }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await settleBlueprintCopy(db, actor, { id, copyId: copy, isUsed: use === 'yes', now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    }),
}

const savedBefore = new Refusal('conflict', {
  id: 'Orang lain menyimpan lebih dulu. Naskah Anda tersimpan di samping: lihat di bawah, lalu pilih yang dipakai.',
  en: 'Somebody else saved first. Your text is kept beside: see below, then choose the one to use.',
})
