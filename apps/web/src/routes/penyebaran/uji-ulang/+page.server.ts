import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { namedInnovations } from '@semai/store/analyses/next-adopter.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => {
  const { answer, ...kept } = await keptAnalysis(db, 'back_test')
  const alone = answer?.alone ?? []
  const names = await namedInnovations(
    db,
    actor,
    alone.map(({ innovation }) => innovation),
  )
  const known = alone.flatMap(({ innovation, ...one }) => {
    const named = names.find(({ code }) => code === innovation)
    return named ? [{ ...one, ...named }] : []
  })
  return { kept, answer: answer && { ...answer, alone: known } }
}
