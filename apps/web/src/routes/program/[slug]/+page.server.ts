import { findingCounts } from '@semai/store/scaling/finding.queries'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { programmeSides } from '@semai/store/scaling/programme-spread.queries'
import { nationalClaims, regionPoints } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const programme = await programmeNamed(db, actor, params.slug)
    const codes = programme.innovations.map(({ code }) => code)
    const [claims, regions, sides, findings] = await Promise.all([
      nationalClaims(db, actor, codes),
      regionPoints(db),
      programmeSides(db, actor, programme),
      findingCounts(db, { slug: programme.slug, today }),
    ])
    return { programme, claims, regions, sides, findings, mayOpen: actor.personId !== null, today }
  })
