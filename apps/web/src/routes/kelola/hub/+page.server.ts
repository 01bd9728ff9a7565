import { redirect } from '@sveltejs/kit'
import { decreeForm } from '@semai/domain/hubs/hub.form'
import { maturityAspects } from '@semai/domain/hubs/hub-maturity'
import { instrumentForm } from '@semai/domain/hubs/maturity-instrument.form'
import { recordDecree } from '@semai/store/hubs/decree.commands'
import { waitingAssessments } from '@semai/store/hubs/maturity.queries'
import { newestInstrument } from '@semai/store/hubs/maturity-instrument'
import { publishInstrument } from '@semai/store/hubs/maturity-instrument.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const [waiting, instrument] = await Promise.all([waitingAssessments(db, actor), newestInstrument(db)])
  const { version, note, levels, aspects, items, replyDays } = instrument
  return {
    waiting,
    isSaved: url.searchParams.has('tersimpan'),
    version,
    kept: {
      noteId: note.id,
      noteEn: note.en,
      levels: levels.map(({ id, en }) => `${id} | ${en}`).join('\n'),
      aspects: maturityAspects.map((aspect) => `${aspect} | ${aspects[aspect]}`).join('\n'),
      items: items
        .map(({ aspect, key, text, weight }) => [aspect, key, text.id, text.en, weight].join(' | '))
        .join('\n'),
      replyDays: String(replyDays),
    },
  }
}

export const actions: Actions = {
  decree: (event) =>
    form(event, decreeForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const slug = await recordDecree(db, actor, { said, now })
      redirect(303, href(lang, `/hub/${slug}`))
    }),
  instrument: (event) =>
    form(event, instrumentForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await publishInstrument(db, actor, { said, now })
      redirect(303, href(lang, '/kelola/hub?tersimpan=1'))
    }),
}
