import { placeMoney } from '@semai/store/action-plans/place-money.queries'
import { regionLate } from '@semai/store/boards/region-late.queries'
import { yearsOfPlace } from '@semai/store/continuity/place-years.queries'
import { besideLike } from '#lib/boards/beside-like.ts'
import { openRegionBoard } from '#lib/boards/open-region-board.ts'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals }) =>
  page(async () => {
    const { db, actor, today } = locals
    const region = await openRegionBoard(locals, params.slug)
    const [years, money, late, beside] = await Promise.all([
      yearsOfPlace(db, actor, { code: region.code, today }),
      placeMoney(db, actor, region),
      regionLate(db, actor, { code: region.code, today }),
      besideLike(locals, region),
    ])
    return { region, years, money, late, beside, today }
  })
