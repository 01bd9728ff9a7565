import { parseArgs } from 'node:util'
import { backTest } from '@semai/analytics/adopters/back-test'
import type { BackTest } from '@semai/analytics/adopters/back-test'
import type { Ranking } from '@semai/analytics/adopters/learn-hazard'
import { nextAdopters } from '@semai/analytics/adopters/next-adopters'
import type { NextAdopter, NextAdopters } from '@semai/analytics/adopters/next-adopters'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { progress } from '../progress.ts'
import { backTestAnswer, learningOf, learningOptions, splitsBefore } from './adopter-answer.ts'
import { endOf, shownTime, timeOption } from './adoption-clock.ts'
import { adoptionOptions, readAdoptions } from './adoption-input.ts'
import type { AdoptionInput } from './adoption-input.ts'
import { numberOption, onlyOf, printJson, printTable, seedOf } from './answer.ts'
import { analysed } from './table.ts'

const options = {
  ...adoptionOptions,
  ...learningOptions,
  at: { type: 'string' },
  innovation: { type: 'string' },
  place: { type: 'string' },
  top: { type: 'string', default: '10' },
  reasons: { type: 'string', default: '3' },
  'rank-by': { type: 'string', default: 'auto' },
} as const

const rankings: readonly Ranking[] = ['model', 'popularity', 'neighbours', 'nearest', 'random']

type Values = ReturnType<typeof valuesOf>

function valuesOf(argv: string[]) {
  return parseArgs({ args: argv, options }).values
}

/** Who adopts next, with chances, limits and reasons. */
export async function run(argv: string[]): Promise<ExitCode> {
  const values = valuesOf(argv)
  const input = await readAdoptions(values)
  const { diffusion, clock, names, nodes } = input
  const learning = learningOf(values, clock)
  const at =
    values.at === undefined ? endOf(diffusion.cascades.time, clock) : timeOption('at', values.at, clock)
  const rankBy = onlyOf('rank-by', values['rank-by'], ['auto', ...rankings])
  const tested = rankBy === 'auto' ? lookedBack(input, values, { ...learning, at }) : null
  const by: Ranking = rankBy === 'auto' ? (tested?.use ?? 'model') : rankBy
  const innovation = values.innovation ?? input.asked ?? 'all'
  const found = analysed(() =>
    nextAdopters(diffusion, {
      ...learning,
      at,
      by,
      cascade: innovation === 'all' ? undefined : numberOf(innovation, names, 'innovation'),
      node: values.place === undefined ? undefined : numberOf(values.place, nodes, 'place'),
      reasons: numberOption('reasons', values.reasons, { min: 0, whole: true }),
    }),
  )
  const top = values.top === 'all' ? Infinity : numberOption('top', values.top, { min: 1, whole: true })
  const ranked = found.ranked.slice(0, top)
  if (values.json) {
    printJson({
      at: shownTime(at, clock),
      horizon: learning.horizon,
      ...answerOf(found, input),
      next: ranked.map((one, i) => ({ rank: i + 1, ...nextOf(one, input) })),
      backTest: tested && backTestAnswer(tested, input),
    })
  } else {
    printReadable(ranked, input)
    console.log(`Ranked by ${by}${whyOf(tested)}.`)
  }
  return 0
}

/**
 * The back-test on what came before the moment, with fewer splits where the first had nothing to learn from; null, with the
 * reason said, where there is too little for one.
 */
function lookedBack(
  { diffusion }: AdoptionInput,
  values: Values,
  learning: ReturnType<typeof learningOf> & { at: number },
): BackTest | null {
  const drawing = {
    k: numberOption('k', values.k, { min: 1, whole: true }),
    replicates: numberOption('bootstrap', values.bootstrap, { min: 0, max: 100_000, whole: true }),
    seed: seedOf(values.seed),
  }
  const count = numberOption('splits', values.splits, { min: 1, whole: true })
  const { at, horizon } = learning
  for (let splits = splitsBefore(at, horizon, count); ; splits = splits.slice(1)) {
    try {
      return backTest(diffusion, { ...learning, ...drawing, splits })
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem
      if (splits.length > 1) continue
      progress(`No back-test: ${problem.message}. The model is used without one.`)
      return null
    }
  }
}

function numberOf(name: string, names: readonly string[], option: string): number {
  const found = names.indexOf(name)
  if (found >= 0) return found
  throw new Refusal('invalid', `--${option}: there is no "${name}" in the files.`)
}

function nextOf({ cascade, node, ...rest }: NextAdopter, { names, nodes }: AdoptionInput) {
  return { cascade: names[cascade], node: nodes[node], ...rest }
}

function answerOf({ by, ranked, hazard, periods, rows, adopters }: NextAdopters, { names }: AdoptionInput) {
  const { link, clusters, clustered, converged, vcov } = hazard
  const of = (values: ArrayLike<number>) =>
    Object.fromEntries(hazard.names.map((name, j) => [name, values[j]]))
  const scale = (values: Float64Array) =>
    Object.fromEntries(hazard.names.slice(1).map((name, j) => [name, values[j]]))
  return {
    rankedBy: by,
    atRisk: ranked.length,
    innovations: names.length,
    learntFrom: { periods, rows, adopters },
    model: {
      link,
      converged,
      clusters,
      clustered,
      coef: of(hazard.coef),
      se: of(hazard.se),
      z: of(hazard.z),
      p: of(hazard.p),
      lower: of(hazard.lower),
      upper: of(hazard.upper),
      mean: scale(hazard.mean),
      sd: scale(hazard.sd),
      vcov,
    },
  }
}

function printReadable(ranked: readonly NextAdopter[], input: AdoptionInput): void {
  printTable(
    ranked.map((one, i) => {
      const { cascade, node, chance, lower, upper, reasons } = nextOf(one, input)
      const why = reasons.map(
        ({ name, contribution }) => `${name} ${contribution < 0 ? '' : '+'}${contribution.toFixed(2)}`,
      )
      return { rank: i + 1, cascade, node, chance, lower, upper, reasons: why.join(', ') }
    }),
  )
}

function whyOf(tested: BackTest | null): string {
  if (!tested) return ''
  const beats = tested.modelBeatsAll ? 'beats' : 'does not beat'
  return `: in the back-test the model ${beats} all others`
}
