import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { startBlueprintEdit } from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintPage } from '@semai/store/blueprints/blueprint.queries'
import { mayWriteFor } from '@semai/store/innovations/may-write'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor } }) =>
  page(async () => {
    const blueprint = await blueprintPage(db, actor, { slug: params.slug, version: askedVersion(url) })
    const isOurs = actor.grants.length > 0 && (await mayWriteFor(db, actor, blueprint.organisationId))
    return { blueprint, isOurs }
  })

export const actions: Actions = {
  write: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang } = event.locals
      const id = await startBlueprintEdit(db, actor, { slug: event.params.slug, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    }),
}
