import { readsHubBoard } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { earlyWarnings } from '@semai/store/continuity/early-warning.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { fromWarningCursor, toWarningCursor } from '#lib/lasting/warning-cursor.ts'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals: { db, actor, today } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    if (!hub.readsBoard) throw new Refusal('forbidden', only(readsHubBoard))
    const after = fromWarningCursor(url.searchParams.get('sesudah'))
    const { rows, counts, next } = await earlyWarnings(db, actor, { scope: hub, today, after })
    return { hub: { name: hub.name, slug: hub.slug }, rows, counts, next: next && toWarningCursor(next) }
  })
