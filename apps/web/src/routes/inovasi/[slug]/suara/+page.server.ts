import { redirect } from '@sveltejs/kit'
import { absentForm, usefulForm } from '@semai/domain/voices/voice.form'
import { sayAbsent, sayUseful } from '@semai/store/voices/voice.commands'
import { voicePage } from '@semai/store/voices/voice.queries'
import { form, page } from '#lib/server/answer.ts'
import { refuseFlood } from '#lib/server/public-forms.ts'
import { deviceOf, hasSaid, rememberSaid } from '#lib/server/said-before.ts'
import { href } from '#lib/site/lang.ts'
import { voiceTexts } from '#lib/texts/voices.ts'
import type { Actions, PageServerLoad } from './$types'

const thanks = Object.keys(voiceTexts.id.thanks) as (keyof typeof voiceTexts.id.thanks)[]

export const load: PageServerLoad = ({ params: { slug }, url, locals: { db, actor } }) =>
  page(async () => ({
    ...(await voicePage(db, actor, slug)),
    region: url.searchParams.get('daerah'),
    thanks: thanks.find((one) => one === url.searchParams.get('terima')) ?? null,
  }))

export const actions: Actions = {
  useful: (event) =>
    form(event, usefulForm, async ({ region }) => {
      refuseFlood(event)
      const { slug } = event.params
      const { db, now, lang } = event.locals
      const about = `useful ${slug} ${region ?? ''}`
      const said = hasSaid(event, about)
        ? 'already'
        : await sayUseful(db, { slug, region: region || undefined, device: deviceOf(event), now })
      rememberSaid(event, about)
      const terima = said === 'counted' ? 'berguna' : 'sudah'
      redirect(303, href(lang, `/inovasi/${slug}/suara?terima=${terima}`))
    }),
  absent: (event) =>
    form(event, absentForm, async ({ claim, words }) => {
      refuseFlood(event)
      const { db, now, lang } = event.locals
      const about = `absent ${claim}`
      const said = hasSaid(event, about)
        ? 'already'
        : await sayAbsent(db, { claim, words, device: deviceOf(event), now })
      rememberSaid(event, about)
      const terima = said === 'counted' ? 'diterima' : 'sudah'
      redirect(303, href(lang, `/inovasi/${event.params.slug}/suara?terima=${terima}`))
    }),
}
