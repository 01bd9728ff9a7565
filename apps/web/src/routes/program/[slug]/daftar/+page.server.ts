import { sidesOfProgramme } from '@semai/domain/scaling/scaling-programme'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { programmeClaims, programmeReplications } from '@semai/store/scaling/programme-spread.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const load: PageServerLoad = ({ params, url, locals: { db, actor } }) =>
  page(async () => {
    const programme = await programmeNamed(db, actor, params.slug)
    const asked = url.searchParams.get('sesudah') ?? ''
    const after = isId.test(asked) ? asked : null
    const side = sidesOfProgramme.find((one) => one === url.searchParams.get('letak')) ?? null
    const common = { name: programme.name, slug: programme.slug, side, isFirst: after === null }
    return url.searchParams.get('isi') === 'replikasi'
      ? {
          ...common,
          kind: 'replications' as const,
          replications: await programmeReplications(db, actor, programme, { side, after }),
        }
      : {
          ...common,
          kind: 'claims' as const,
          claims: await programmeClaims(db, actor, programme, { side, after }),
        }
  })
