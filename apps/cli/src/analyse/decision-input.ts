import type { Criterion, Decision } from '@semai/analytics/decision/criteria'
import { entropyWeights } from '@semai/analytics/decision/entropy-weights'
import { pairwiseWeights } from '@semai/analytics/decision/pairwise'
import { Refusal } from '@semai/domain/refusal'
import { needed, numberOption } from './answer.ts'
import { listOption, namedOption, neededColumn, usualColumn } from './column-choice.ts'
import { readJudgments } from './pairwise-input.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** The options that say which alternatives, criteria and weights a decision has. */
export const decisionOptions = {
  input: { type: 'string' },
  id: { type: 'string' },
  criteria: { type: 'string' },
  benefit: { type: 'string' },
  cost: { type: 'string' },
  weights: { type: 'string' },
  pairwise: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export type DecisionOptions = Partial<
  Record<'input' | 'id' | 'criteria' | 'benefit' | 'cost' | 'weights' | 'pairwise', string | undefined>
>

const usualIds = [
  'alt',
  'alternative',
  'alternatives',
  'id',
  'name',
  'entry',
  'proposal',
  'option',
  'innovation',
]

/**
 * The decision of a file: one row an alternative, one column a criterion.
 * @throws Refusal naming a column that is missing, a cell that is no number, or weights that do not fit.
 */
export async function readDecision(options: DecisionOptions): Promise<Decision> {
  const table = await readTable(needed('input', options.input))
  const id = idColumn(table, options.id)
  const alternatives = id === null ? table.rows.map((_, i) => String(i + 1)) : fullColumn(table, id)
  alternatives.forEach((name, i) => {
    if (alternatives.indexOf(name) < i)
      throw cellRefusal(table, i, id!, `"${name}" stands in an earlier row too`)
  })
  const names = criteriaOf(table, id, options)
  const columns = names.map((name) => numberColumn(table, name))
  const values = Float64Array.from({ length: names.length * alternatives.length }, (_, k) => {
    return columns[k % names.length]![Math.floor(k / names.length)]!
  })
  const costs = new Set(listOption(options.cost))
  const criteria = names.map((name): Criterion => ({
    name,
    direction: costs.has(name) ? 'cost' : 'benefit',
    weight: 1,
  }))
  return weighted({ alternatives, criteria, values }, options)
}

/** The column asked for; else a usual one, or a first column that is not of numbers. */
function idColumn(table: Table, asked: string | undefined): string | null {
  const usual = usualColumn(table, asked, usualIds)
  if (usual !== null) return usual
  const first = table.header[0]!
  return textColumn(table, first).some((text) => !isNumber(text)) ? first : null
}

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text))

/** Those named; else every column in which anything is a number. */
function criteriaOf(table: Table, id: string | null, { criteria, benefit, cost }: DecisionOptions): string[] {
  const [benefits, costs] = [listOption(benefit), listOption(cost)]
  const twice = costs.find((name) => benefits.includes(name))
  if (twice !== undefined)
    throw new Refusal('invalid', `"${twice}" is named both by --benefit and by --cost.`)
  const missing = [...benefits, ...costs, ...listOption(criteria)].find(
    (name) => !table.header.includes(name),
  )
  if (missing !== undefined) textColumn(table, missing) // refuses, and says what there is
  if (criteria !== undefined) return listOption(criteria)
  const named = (name: string) =>
    benefit === undefined ? name !== id && textColumn(table, name).some(isNumber) : benefits.includes(name)
  return table.header.filter((name) => costs.includes(name) || named(name))
}

async function weighted(decision: Decision, options: DecisionOptions): Promise<Decision> {
  const { weights, pairwise } = options
  const names = decision.criteria.map(({ name }) => name)
  const withWeights = (list: ArrayLike<number>): Decision => ({
    ...decision,
    criteria: decision.criteria.map((one, i) => ({ ...one, weight: list[i]! })),
  })
  if (pairwise !== undefined) {
    const { labels, matrix } = (await readJudgments(pairwise, undefined))[0]!
    const { eigenvector } = analysed(() => pairwiseWeights(matrix, labels.length))
    const byName = names.every((name) => labels.includes(name))
    if (byName) return withWeights(names.map((name) => eigenvector[labels.indexOf(name)]!))
    return withWeights(inOrder(eigenvector, { names, options, from: pairwise }))
  }
  if (weights === undefined || weights === 'equal') return decision
  if (weights === 'entropy') return withWeights(analysed(() => entropyWeights(decision)).weights)
  if (/\.(csv|xlsx|txt|tsv)$/i.test(weights))
    return withWeights(byNames(await weightsOfFile(weights), names, weights))
  if (weights.includes('=')) return withWeights(byNames(namedOption('weights', weights), names, '--weights'))
  return withWeights(
    inOrder(
      listOption(weights).map((text) => numberOption('weights', text)),
      { names, options, from: '--weights' },
    ),
  )
}

async function weightsOfFile(file: string): Promise<Map<string, string>> {
  const table = await readTable(file)
  const names = fullColumn(
    table,
    neededColumn(table, 'weights', undefined, ['criterion', 'criteria', 'name']),
  )
  const weights = numberColumn(
    table,
    neededColumn(table, 'weights', undefined, ['weight', 'weights', 'points']),
  )
  return new Map(names.map((name, i) => [name, String(weights[i])]))
}

function byNames(found: ReadonlyMap<string, string>, names: readonly string[], from: string): number[] {
  const strange = [...found.keys()].find((name) => !names.includes(name))
  if (strange !== undefined) {
    throw new Refusal('invalid', `${from}: "${strange}" is not a criterion. These are: ${names.join(', ')}.`)
  }
  return names.map((name) => {
    if (found.has(name)) return numberOption('weights', found.get(name)!)
    throw new Refusal('invalid', `${from}: no weight for "${name}".`)
  })
}

/** Weights without names go by the order of the criteria, which must then be the same wherever they are named. */
function inOrder(
  weights: ArrayLike<number>,
  {
    names,
    options: { criteria, benefit, cost },
    from,
  }: { names: readonly string[]; options: DecisionOptions; from: string },
): ArrayLike<number> {
  if (weights.length !== names.length) {
    throw new Refusal(
      'invalid',
      `${from}: ${weights.length} weights for ${names.length} criteria (${names.join(', ')}).`,
    )
  }
  const listed = [...listOption(benefit), ...listOption(cost)]
  if (criteria === undefined && benefit !== undefined && listed.join() !== names.join()) {
    throw new Refusal(
      'invalid',
      `${from}: weights without names, but criteria named in another order than the columns of the file ` +
        `(${names.join(', ')}): write NAME=WEIGHT, or give their order by --criteria.`,
    )
  }
  return weights
}
