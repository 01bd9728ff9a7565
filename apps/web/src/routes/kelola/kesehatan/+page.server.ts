import { healthFindings } from '@semai/domain/health/site-health'
import { siteHealth } from '@semai/store/health/site-health.queries'
import { page } from '#lib/server/answer.ts'
import { productVersion } from '@semai/store/db/product-folder'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { db, actor, now } }) =>
  page(async () => {
    const health = await siteHealth(db, actor, { env: process.env, product: productVersion(), now })
    return { findings: healthFindings(health, now), now }
  })
