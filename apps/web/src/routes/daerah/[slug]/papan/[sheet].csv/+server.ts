import { error } from '@sveltejs/kit'
import {
  besideSheet,
  lateSheet,
  moneySheet,
  regionSheets,
  yearsSheet,
} from '@semai/domain/boards/region-sheets'
import type { RegionSheet } from '@semai/domain/boards/region-sheets'
import type { PlainSheet } from '@semai/domain/scaling/coverage-sheet'
import { placeMoney } from '@semai/store/action-plans/place-money.queries'
import type { BoardRegion } from '@semai/store/boards/region-board.queries'
import { regionLate } from '@semai/store/boards/region-late.queries'
import { yearsOfPlace } from '@semai/store/continuity/place-years.queries'
import { plainCsv } from '@semai/store/exchange/plain-csv'
import { besideLike } from '#lib/boards/beside-like.ts'
import { openRegionBoard } from '#lib/boards/open-region-board.ts'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

/** So many of each kind stand in the sheet of what is late. */
const most = 1_000

const sheets: Record<RegionSheet, (locals: App.Locals, region: BoardRegion) => Promise<PlainSheet>> = {
  tahun: async ({ db, actor, today }, { code }) => yearsSheet(await yearsOfPlace(db, actor, { code, today })),
  anggaran: async ({ db, actor }, region) => moneySheet(await placeMoney(db, actor, region)),
  terlambat: async ({ db, actor, today, origin }, { code }) =>
    lateSheet(await regionLate(db, actor, { code, today, limit: most }), origin),
  sebanding: async (locals, region) => besideSheet(await besideLike(locals, region)),
}

export const GET: RequestHandler = ({ params: { slug, sheet }, locals }) =>
  page(async () => {
    const region = await openRegionBoard(locals, slug)
    const name = regionSheets.find((one) => one === sheet)
    if (name === undefined) error(404, 'Not Found')
    return csvFile(`semai-${slug}-${name}`, plainCsv(await sheets[name](locals, region)))
  })
