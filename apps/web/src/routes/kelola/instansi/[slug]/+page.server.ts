import { redirect } from '@sveltejs/kit'
import {
  mergeOrganisationForm,
  renameOrganisationForm,
  splitOrganisationForm,
} from '@semai/domain/organisations/restructuring.form'
import { moveKinds } from '@semai/domain/organisations/restructuring'
import { administeredAgency } from '@semai/store/organisations/agency-desk.queries'
import { renameOrganisation } from '@semai/store/organisations/organisation-change.commands'
import { mergeOrganisations } from '@semai/store/organisations/organisation-merge.commands'
import { splitOrganisation } from '@semai/store/organisations/organisation-split.commands'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

const made = ['added', 'renamed', 'merged', 'split'] as const

export const load: PageServerLoad = ({ params, url, locals: { db, actor } }) =>
  page(async () => ({
    ...(await administeredAgency(db, actor, params.slug)),
    made: made.find((one) => one === url.searchParams.get('jadi')) ?? null,
    carried: moveKinds.flatMap((kind) => {
      const count = url.searchParams.get(kind)
      return count !== null && /^\d{1,6}$/.test(count) ? [{ kind, count: Number(count) }] : []
    }),
  }))

export const actions: Actions = {
  rename: (event) =>
    form(event, renameOrganisationForm, async (given) => {
      const { db, actor, now, lang } = event.locals
      const slug = await renameOrganisation(db, actor, { slug: event.params.slug, ...given, now })
      redirect(303, href(lang, `/kelola/instansi/${slug}?jadi=renamed`))
    }),
  merge: (event) =>
    form(event, mergeOrganisationForm, async (given) => {
      const { db, actor, now, lang } = event.locals
      const done = await mergeOrganisations(db, actor, { from: event.params.slug, ...given, now })
      redirect(303, href(lang, `/kelola/instansi/${done.slug}?${told('merged', done.counts)}`))
    }),
  split: (event) =>
    form(event, splitOrganisationForm, async (given) => {
      const { db, actor, now, lang } = event.locals
      const done = await splitOrganisation(db, actor, { from: event.params.slug, ...given, now })
      redirect(303, href(lang, `/kelola/instansi/${done.slug}?${told('split', done.counts)}`))
    }),
}

/** What the page that is shown next says of it. */
function told(jadi: string, counts: Record<string, number>): URLSearchParams {
  const texts = Object.entries(counts).map(([kind, count]) => [kind, String(count)])
  return new URLSearchParams([['jadi', jadi], ...texts])
}
