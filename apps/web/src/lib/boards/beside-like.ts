import { regionsBeside } from '@semai/store/boards/region-board.queries'
import type { BoardRegion } from '@semai/store/boards/region-board.queries'
import { regionsLike } from '@semai/store/regions/peers.queries'

/** The region itself and those like it, nearest first, each with what it has. Two queries. */
export async function besideLike({ db, actor }: Pick<App.Locals, 'db' | 'actor'>, region: BoardRegion) {
  const all = [region, ...(await regionsLike(db, region.code))]
  const counts = await regionsBeside(
    db,
    actor,
    all.map(({ code }) => code),
  )
  return counts.map((row, i) => ({ ...row, name: all[i]!.name, slug: all[i]!.slug }))
}
export type Beside = Awaited<ReturnType<typeof besideLike>>[number]
