import { connectedParts, partsProblem } from './connected-parts.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { fairScore, fitOf, placeExtremes } from './rasch-fit.ts'
import type { Fit } from './rasch-fit.ts'
import { jointData, jointFit } from './rasch-joint.ts'
import type { JointData, RaschEstimates } from './rasch-joint.ts'
import { marginalFit } from './rasch-marginal.ts'
import { ratingsOf } from './rating-scale.ts'
import type { Ratings } from './rating-scale.ts'
import { codedReadings, countsOf, meansOf } from './readings.ts'
import type { CodedReadings, Reading } from './readings.ts'

/** Measures of one kind of element, in logits. */
export type RaschMeasures = Fit & {
  names: string[]
  /** Higher is better for entries, more severe for judges, harder for criteria; NaN when nothing tells. */
  measure: Float64Array
  /** From the whole information, and as if all other measures were known (as many programs print). */
  se: Float64Array
  conditionalSe: Float64Array
  /** Where all readings lay at one end: the measure is of a score 0.3 points inside, or leans on the distribution. */
  extreme: ('low' | 'high' | null)[]
  /** Sum of categories (0 is the lowest), and readings. */
  score: Float64Array
  count: Float64Array
}

export type Rasch = {
  method: 'joint' | 'marginal'
  entry: RaschMeasures
  judge: RaschMeasures
  criterion: RaschMeasures
  /** Step from category k - 1 to k, adding to zero; `values[k]` is the score that is category k. */
  thresholds: { value: Float64Array; se: Float64Array }
  values: number[]
  /** The score each entry may expect of an average judge on an average criterion, and the raw mean. */
  fair: Float64Array
  rawMean: Float64Array
  logLikelihood: number
  iterations: number
  /** Of the entries' distribution; null for the joint method, which knows none. */
  population: RaschEstimates['population']
  /** Share of the entries' variance of measures that is not error. */
  reliability: number
  warnings: string[]
  posterior: EntryPosterior
}

/**
 * Many-facet Rasch rating scale model: log(P_k / P_(k-1)) = entry - judge - criterion - step_k. Categories are the
 * distinct scores; judges, criteria and steps add to zero each.
 *
 * `joint` estimates every measure for itself; it spreads them too far when entries have few readings (for one kind of
 * element with L readings an entry by about L / (L - 1)). `marginal` takes entries from a normal distribution, whose
 * mean and spread it estimates, and is consistent however few they are; its entry measures are shrunken means.
 * @throws RangeError when readings fall into parts that share neither judge nor entry (it names them), fewer than two
 *   or more than 100 different scores remain, or the measures run to infinity.
 * Cost: some ten Newton steps of O(readings · categories + (judges + criteria + categories)³); marginal some 25 times that.
 * Source: Linacre (1989), Many-facet Rasch measurement; Andrich (1978), Psychometrika 43.
 */
export function rasch(
  readings: readonly Reading[],
  { method = 'joint' }: { method?: Rasch['method'] } = {},
): Rasch {
  const coded = codedReadings(readings, 'rasch')
  refuseParts(coded)
  const ratings = ratingsOf(coded, method === 'joint', 'rasch')
  const data = jointData(ratings)
  refuseParts({ entry: data.entry, judge: data.facets[0]! })
  const fit = method === 'joint' ? jointFit(data) : marginalFit(data)
  const split = fit.help.length - data.top
  const steps = fit.help.subarray(split)
  const [entry, judge, criterion = nobody] = measuresOf(ratings, data, fit)
  const { logLikelihood, iterations, population } = fit
  return {
    method,
    entry: entry!,
    judge: judge!,
    criterion,
    thresholds: { value: steps.map((step) => -step), se: fit.helpSe.slice(split) },
    values: ratings.values,
    fair: entry!.measure.map((measure) => fairScore(measure, steps, ratings.values)),
    rawMean: meansOf(coded.entry, coded.score),
    logLikelihood,
    iterations,
    population,
    reliability: reliabilityOf(entry!),
    warnings: [...warningsOf(coded, ratings), ...unmeasured(entry!)],
    posterior: posteriorOf(fit, entry!),
  }
}

function refuseParts(factors: Parameters<typeof connectedParts>[0]): void {
  const problem = partsProblem(connectedParts(factors).filter(({ judges }) => judges.length > 0))
  if (problem) throw new RangeError(`rasch: ${problem}`)
}

const none = new Float64Array()
const nobody: RaschMeasures = {
  names: [],
  measure: none,
  se: none,
  conditionalSe: none,
  infit: none,
  outfit: none,
  extreme: [],
  score: none,
  count: none,
}

/** Measures of all levels of each factor: those of the fit, and the extreme ones placed among them. */
function measuresOf(ratings: Ratings, data: JointData, fit: RaschEstimates): RaschMeasures[] {
  const { factors, category, extremes, values } = ratings
  const placed = placesOf(ratings, data, fit)
  const known = { help: placed.map(({ help }) => help), steps: fit.help.subarray(fit.help.length - data.top) }
  const fits = fitOf(ratings, known)
  const informed = placeExtremes(ratings, known)
  const sides = factors.map(({ names }) => names.map((): 'low' | 'high' | null => null))
  extremes.toReversed().forEach(({ factor, level, side }, k) => {
    sides[factor]![level] = side
    fits[factor]!.information[level] = informed[k]!
    placed[factor]!.se[level] = 1 / Math.sqrt(informed[k]!)
  })
  return factors.map((factor, f) => {
    const [score, count] = [new Float64Array(factor.names.length), countsOf(factor)]
    factor.codes.forEach((code, r) => (score[code]! += category[r]!))
    const { infit, outfit, information } = fits[f]!
    return {
      names: factor.names,
      measure: f === 0 ? placed[f]!.help : placed[f]!.help.map((x) => -x),
      se: placed[f]!.se,
      conditionalSe: information.map((value) => 1 / Math.sqrt(value)),
      infit,
      outfit,
      score,
      count,
      extreme: sides[f]!.map((side, k) => side ?? endOf(score[k]!, count[k]! * (values.length - 1))),
    }
  })
}

/** What the fit says of each level, NaN where it says nothing. */
function placesOf(
  { factors }: Ratings,
  { facets }: JointData,
  { theta, thetaSe, help, helpSe }: RaschEstimates,
) {
  let from = 0
  return factors.map(({ names }, f) => {
    if (f === 0) return { help: theta.map((x, i) => (thetaSe[i]! >= 0 ? x : NaN)), se: thetaSe.slice() }
    const place = new Map(facets[f - 1]!.names.map((name, k) => [name, from + k]))
    from += place.size
    const spread = (of: Float64Array) => Float64Array.from(names, (name) => of[place.get(name) ?? -1] ?? NaN)
    return { help: spread(help), se: spread(helpSe) }
  })
}

function endOf(score: number, most: number): 'low' | 'high' | null {
  return score === 0 ? 'low' : score === most ? 'high' : null
}

/** Variance of the measures less their mean squared error, over it; of entries that are not extreme. */
function reliabilityOf({ measure, se, extreme }: RaschMeasures): number {
  const used = Array.from(measure, (value, i) => ({ value, se: se[i]! })).filter(
    (_, i) => extreme[i] === null,
  )
  const mean = used.reduce((sum, { value }) => sum + value / used.length, 0)
  const variance = used.reduce((sum, { value }) => sum + (value - mean) ** 2 / (used.length - 1), 0)
  const error = used.reduce((sum, own) => sum + own.se ** 2 / used.length, 0)
  return Math.max(0, 1 - error / variance)
}

function posteriorOf({ posterior }: RaschEstimates, { measure, se }: RaschMeasures): EntryPosterior {
  return { ...posterior, centre: measure, own: posterior.own.map((own, i) => (own > 0 ? own : se[i]!)) }
}

function unmeasured({ names, measure }: RaschMeasures): string[] {
  const lost = names.filter((_, i) => Number.isNaN(measure[i]))
  return lost.length > 0
    ? [`entry ${lost.join(', ')}: only read by extreme judges, who tell nothing; no measure`]
    : []
}

function warningsOf({ score }: CodedReadings, { values, extremes, factors }: Ratings): string[] {
  const says: string[] = []
  const lost = [...new Set(score)].filter((value) => !values.includes(value))
  if (lost.length > 0)
    says.push(`scores ${lost.join(', ')} were given to extreme levels only and have no step of their own`)
  const whole = values.every((value) => Number.isInteger(value))
  const span = values.at(-1)! - values[0]!
  if (whole && span > values.length - 1)
    says.push(
      `${span + 1 - values.length} scores between ${values[0]} and ${values.at(-1)} were never given; the steps pass over them`,
    )
  for (const [factor, kind] of ['entry', 'judge', 'criterion'].entries()) {
    const own = extremes
      .filter((one) => one.factor === factor)
      .map(({ level }) => factors[factor]!.names[level]!)
    if (own.length > 0) says.push(`${kind} ${own.join(', ')}: extreme, measured at 0.3 points inside`)
  }
  return says
}
