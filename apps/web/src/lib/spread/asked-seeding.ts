import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { hubSeats } from '@semai/store/analyses/hub-seats.queries'
import { keptSeeding } from '@semai/store/analyses/kept-seeding'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { seedingQuestion } from './seeding-question.ts'

/**
 * What the page on where to begin is asked, and its answer: null without a network, or where the question can not be answered.
 * `options` ask `semai analyse spread seeding` the same. Three queries.
 */
export async function askedSeeding(query: URLSearchParams, { db, actor }: Pick<App.Locals, 'db' | 'actor'>) {
  const [{ answer: network, ...kept }, points, hubs] = await Promise.all([
    keptAnalysis(db, 'network'),
    regionPoints(db),
    hubSeats(db, actor),
  ])
  const adopters = points.filter(({ kind, hasGovernment }) => kind !== 'province' && hasGovernment)
  const { budget, must, typed, faults } = seedingQuestion(query, adopters)
  const isAsked = network?.enough === true && Object.keys(faults).length === 0
  const options = Object.entries({ budget: String(budget), must: must.join(','), hubs: hubs.join(',') })
  return {
    points,
    typed,
    faults,
    kept,
    isKnown: network?.enough === true,
    answer: isAsked ? keptSeeding(network, { budget, must, hubs }) : null,
    options: options.flatMap(([name, value]) => (value === '' ? [] : [`--${name} ${value}`])).join(' '),
  }
}
