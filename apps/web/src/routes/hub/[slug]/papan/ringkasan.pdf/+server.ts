import { readsHubBoard } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { briefAnswer } from '#lib/boards/brief-answer.ts'
import { page } from '#lib/server/answer.ts'
import { boardTexts } from '#lib/texts/boards.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, url, locals }) =>
  page(async () => {
    const hub = await hubNamed(locals.db, locals.actor, slug)
    if (!hub.readsBoard) throw new Refusal('forbidden', only(readsHubBoard))
    const place = boardTexts[locals.lang].hubTitle(hub.name)
    return briefAnswer(locals, url, {
      scope: { kind: 'hub', hub },
      place,
      path: `/hub/${slug}/papan`,
      file: slug,
    })
  })
