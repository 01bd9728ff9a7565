import { innovationPage } from '@semai/store/innovations/innovation-page.queries'
import { familyClaims, relatives } from '@semai/store/spread/family.queries'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import { familyView } from '#lib/spread/family-view.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const { id, code, name, slug, origin, originSlug } = await innovationPage(db, actor, params.slug)
    const [kin, regions] = await Promise.all([relatives(db, actor, id), regionPoints(db)])
    const claims = await familyClaims(db, actor, [id, ...kin.map((one) => one.id)])
    const innovation = { code, name, slug, origin, originSlug }
    return { innovation, today, ...familyView(innovation, { kin, claims, regions, today }) }
  })
