import { igaForm } from '@semai/domain/innovations/iga-form'
import { igaPackPage } from '@semai/store/innovations/iga-pack.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => ({
    iga: await igaPackPage(db, actor, params.slug),
    fewestWords: igaForm.fewestWords,
  }))
