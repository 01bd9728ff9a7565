import { z } from 'zod'
import { regionCode } from '@semai/domain/exchange/record-parts'
import { statesSeenBy } from '@semai/domain/lifecycle'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import { serviceSectors } from '@semai/domain/needs/service-sectors'
import { demandCounts } from '@semai/store/needs/demand-counts.queries'
import { draftNeeds, needList, needOrganisations } from '@semai/store/needs/need.queries'
import { provinceNames } from '@semai/store/regions/province-names.queries'
import { momentCursor, writeCursor } from '#lib/site/text-cursor.ts'
import type { PageServerLoad } from './$types'

const states = statesSeenBy(needLifecycle, 'public')
const asked = z.object({
  provinsi: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  daerah: regionCode.optional().catch(undefined),
  instansi: z.string().max(200).optional().catch(undefined),
  layanan: z.enum(serviceSectors).optional().catch(undefined),
  keadaan: z.enum(states).optional().catch(undefined),
})

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const {
    provinsi: province,
    daerah: region,
    instansi: organisation,
    layanan: sector,
    keadaan: state,
  } = asked.parse(Object.fromEntries(url.searchParams))
  const cursor = momentCursor(url.searchParams.get('cursor'))
  const after = cursor ? { statedAt: cursor.at, id: cursor.id } : undefined
  const isSignedIn = actor.personId !== null
  const [list, demand, provinces, organisations, drafts] = await Promise.all([
    needList(db, { province, region, organisation, sector, state }, { after }),
    state === 'unmet' && after === undefined ? demandCounts(db) : [],
    provinceNames(db),
    isSignedIn ? needOrganisations(db, actor) : [],
    isSignedIn ? draftNeeds(db, actor) : [],
  ])
  return {
    rows: list.rows,
    next: list.next && writeCursor([list.next.statedAt.toISOString(), list.next.id]),
    isContinued: after !== undefined,
    filter: { province, region, organisation, sector, state },
    demand,
    states,
    provinces,
    mayWrite: organisations.length > 0,
    drafts,
  }
}
