import { regionPage } from '@semai/store/regions/region-page.queries'
import { stopsShownIn } from '@semai/store/replies/reply.queries'
import { citizenPromises } from '@semai/store/replications/citizen-promises.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { claimsIn } from '@semai/store/spread/spread.queries'
import { voicesIn } from '@semai/store/voices/voice.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today, lang } }) =>
  page(async () => {
    const { code, name, slug } = await regionPage(db, params.slug)
    const [claims, promises, stopped, voices, reasons] = await Promise.all([
      claimsIn(db, actor, code),
      citizenPromises(db, actor, code),
      stopsShownIn(db, { regionCode: code, today }),
      voicesIn(db, code),
      reasonWords(db, lang),
    ])
    const running = claims.filter(({ stoppedOn }) => stoppedOn === null).toReversed()
    return { region: { code, name, slug }, running, promises, stopped, voices, reasons, today }
  })
