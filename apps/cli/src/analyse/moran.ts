import { parseArgs } from 'node:util'
import { joinCounts } from '@semai/analytics/spatial/join-counts'
import { localMoran, permutationLocalMoran } from '@semai/analytics/spatial/local-moran'
import { geary, moran } from '@semai/analytics/spatial/moran'
import { permutationJoins, permutationMoran } from '@semai/analytics/spatial/permutation'
import { weightSums } from '@semai/analytics/spatial/weights'
import type { Weights } from '@semai/analytics/spatial/weights'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable, seedOf } from './answer.ts'
import { spatialOptions, weightsOf } from './spatial-input.ts'
import { analysed, fullColumn, numberColumn, readTable } from './table.ts'

type Shuffling = { permutations: number; seed: number | string }

/** Spatial autocorrelation of a value, or of colours, over regions: Moran, Geary, local Moran, join counts. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...spatialOptions,
      value: { type: 'string' },
      join: { type: 'string' },
      permutations: { type: 'string', default: '999' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const table = await readTable(needed('input', values.input))
  const { ids, weights, style, links, used } = await weightsOf(table, values)
  const permutations = numberOption('permutations', values.permutations, { min: 0, max: 1e6, whole: true })
  const shuffling = { permutations, seed: seedOf(values.seed) }
  const value = values.value ?? (values.join === undefined || table.header.includes('x') ? 'x' : undefined)
  const numeric = value === undefined ? null : numberColumn(used, value)
  const colours = values.join === undefined ? null : fullColumn(used, values.join)
  const { islands, ...sums } = analysed(() => weightSums(weights))
  const result = {
    style,
    regions: ids.length,
    links,
    islands: islands.map((i) => ids[i]),
    dropped: table.rows.length - ids.length,
    ...sums,
    ...(numeric && analysed(() => ofValues(numeric, weights, ids, shuffling))),
    joinCounts: colours && analysed(() => ofColours(colours, weights, shuffling)),
    ...shuffling,
  }
  if (values.json) printJson(result)
  else printReadable(result)
  return 0
}

function ofValues(x: Float64Array, weights: Weights, ids: readonly string[], shuffling: Shuffling) {
  const some = shuffling.permutations > 0
  const shuffled = some ? permutationMoran(x, weights, shuffling) : null
  const local = localMoran(x, weights)
  const pPermutation = some && local ? permutationLocalMoran(x, weights, shuffling) : null
  return {
    moran: { ...moran(x, weights), permutation: shuffled?.moran ?? null },
    geary: { ...geary(x, weights), permutation: shuffled?.geary ?? null },
    local: local && { id: ids, ...local, pPermutation },
  }
}

function ofColours(colours: readonly string[], weights: Weights, shuffling: Shuffling) {
  const { pairs, unlike, ...rest } = joinCounts(colours, weights)
  const shuffled = shuffling.permutations > 0 ? permutationJoins(colours, weights, shuffling) : null
  const withP = Object.entries(pairs).map(([name, pair]) => [
    name,
    { ...pair, permutation: shuffled?.[name] ?? null },
  ])
  return {
    ...rest,
    pairs: Object.fromEntries(withP) as typeof pairs,
    unlike: { ...unlike, permutation: shuffled?.['unlike'] ?? null },
  }
}

type Readable = Partial<ReturnType<typeof ofValues>> & {
  joinCounts: ReturnType<typeof ofColours> | null
  regions: number
  islands: readonly unknown[]
}

function printReadable({ regions, islands, moran, geary, joinCounts }: Readable): void {
  console.log(`${regions} regions, ${islands.length} without neighbours\n`)
  const lines = [
    moran && { statistic: "Moran's I", value: moran.I, ...moran },
    geary && { statistic: "Geary's C", value: geary.C, ...geary },
  ].filter((line) => line !== undefined)
  printTable(
    lines.map(({ statistic, value, expected, randomisation, permutation }) => ({
      statistic,
      value,
      expected,
      variance: randomisation?.variance,
      z: randomisation?.z,
      p: randomisation?.pTwoSided,
      'p permuted': permutation?.pTwoSided,
    })),
  )
  if (!joinCounts) return
  if (lines.length > 0) console.log()
  printTable(
    Object.entries({ ...joinCounts.pairs, unlike: joinCounts.unlike }).map(([joins, one]) => ({
      joins,
      count: one.count,
      expected: one.expected,
      variance: one.variance,
      z: one.z,
      p: one.pTwoSided,
    })),
  )
}
