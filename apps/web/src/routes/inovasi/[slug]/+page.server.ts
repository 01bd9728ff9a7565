import { redirect } from '@sveltejs/kit'
import { takesToScale } from '@semai/domain/scaling/scaling-programme'
import { Refusal } from '@semai/domain/refusal'
import { innovationPage, mergedAddress } from '@semai/store/innovations/innovation-page.queries'
import { filesOfInnovation } from '@semai/store/innovations/innovation-file.queries'
import { mayWriteFor } from '@semai/store/innovations/may-write'
import { programmeEventList } from '@semai/store/programme-events/programme-event.queries'
import { voiceCounts } from '@semai/store/voices/voice.queries'
import { programmeList } from '@semai/store/scaling/programme.queries'
import { page } from '#lib/server/answer.ts'
import { recordData } from '#lib/server/record-data.ts'
import { href } from '#lib/site/lang.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today, lang } }) =>
  page(async () => {
    const innovation = await innovationPage(db, actor, params.slug).catch(async (problem: unknown) => {
      const merged = problem instanceof Refusal ? await mergedAddress(db, params.slug) : null
      if (merged === null) throw problem
      redirect(301, href(lang, `/inovasi/${merged}`))
    })
    const files = filesOfInnovation(db, actor, innovation.id)
    const data = await recordData(db, actor, { innovation, files, url, today })
    const isOurs = actor.grants.length > 0 && (await mayWriteFor(db, actor, innovation.organisationId))
    const mayDeclare = actor.grants.some(({ role }) => role === 'author' || role === 'local_admin')
    const [events, voices, programmes] = await Promise.all([
      programmeEventList(db, actor, { innovationCode: innovation.code }),
      voiceCounts(db, innovation.id),
      programmeList(db, actor, { innovation: innovation.id }),
    ])
    const mayWeigh = programmes.length === 0 && (isOurs || takesToScale.allows(actor, null))
    return { ...data, isOurs, mayDeclare, events, voices, programmes, mayWeigh }
  })
