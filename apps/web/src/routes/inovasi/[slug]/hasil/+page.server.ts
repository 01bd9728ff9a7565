import { effectRegionsFrom } from '@semai/domain/monitoring/effect-panel'
import { innovationResults } from '@semai/store/monitoring/results.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

const regions = effectRegionsFrom(process.env)

export const load: PageServerLoad = ({ params: { slug }, locals: { db, actor } }) =>
  page(() => innovationResults(db, actor, { slug, regions }))
