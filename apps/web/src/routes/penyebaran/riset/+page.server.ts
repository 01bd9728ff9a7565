import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { hubSeats } from '@semai/store/analyses/hub-seats.queries'
import { keptSeeding } from '@semai/store/analyses/kept-seeding'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { seedingQuestion } from '#lib/spread/seeding-question.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const [{ answer: network }, points, hubs] = await Promise.all([
    keptAnalysis(db, 'network'),
    regionPoints(db),
    hubSeats(db, actor),
  ])
  const adopters = points.filter(({ kind, hasGovernment }) => kind !== 'province' && hasGovernment)
  const { budget, must, typed, faults } = seedingQuestion(url.searchParams, adopters)
  const isAsked = network?.enough === true && Object.keys(faults).length === 0
  return {
    points,
    typed,
    faults,
    isKnown: network?.enough === true,
    answer: isAsked ? keptSeeding(network, { budget, must, hubs }) : null,
  }
}
