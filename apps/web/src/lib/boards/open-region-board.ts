import { readsRegionBoard } from '@semai/domain/boards/region-board'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { boardRegion } from '@semai/store/boards/region-board.queries'
import type { BoardRegion } from '@semai/store/boards/region-board.queries'

/** The region whose board is asked for. @throws Refusal not-found, or forbidden for whom it is not. */
export async function openRegionBoard(
  { db, actor }: Pick<App.Locals, 'db' | 'actor'>,
  slug: string,
): Promise<BoardRegion> {
  const region = await boardRegion(db, actor, slug)
  if (!region.readsBoard) throw new Refusal('forbidden', only(readsRegionBoard))
  return region
}
