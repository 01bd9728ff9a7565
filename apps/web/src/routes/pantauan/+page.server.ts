import { runsRounds } from '@semai/domain/rounds/round-parties'
import { roundList } from '@semai/store/rounds/round.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  rounds: await roundList(db, actor),
  mayRun: runsRounds.allows(actor, null),
})
