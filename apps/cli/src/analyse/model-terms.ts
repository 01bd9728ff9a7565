import { Refusal } from '@semai/domain/refusal'
import { written } from './formula.ts'
import type { Expression } from './formula.ts'

/** What a model is made of: products of variables, main effects first, and the calls that are no columns. */
export type ModelTerms = {
  intercept: boolean
  /** Variables by how they are written, in order of appearance. */
  variables: Map<string, Expression>
  /** Each term as the variables it multiplies. */
  terms: string[][]
  strata: Expression[]
  cluster: Expression[]
}

/**
 * Spells out + - * / : ^ and parentheses as R does: `a * b` is a, b and a:b. `.` stands for `others`.
 * @throws Refusal for what a formula of terms can not hold.
 */
export function modelTerms(terms: Expression, others: readonly string[]): ModelTerms {
  const found: ModelTerms = { intercept: true, variables: new Map(), terms: [], strata: [], cluster: [] }
  const list = spell(terms, found, others)
  const order = [...found.variables.keys()]
  found.terms = list
    .map((term) => [...term].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    .sort((a, b) => a.length - b.length)
  return found
}

type Terms = string[][]

function spell(part: Expression, found: ModelTerms, others: readonly string[]): Terms {
  const inner = (part: Expression) => spell(part, found, others)
  if (part.kind === 'group') return inner(part.inner)
  if (part.kind === 'number' && (part.value === 0 || part.value === 1)) {
    found.intercept = part.value === 1
    return []
  }
  if (part.kind === 'minus') {
    withoutTerms(part.of, [], found, others)
    return []
  }
  if (part.kind === 'name' && part.name === '.') {
    return distinctTerms(others.flatMap((name) => inner({ kind: 'name', name })))
  }
  if (part.kind === 'operation' && '+-*/:^'.includes(part.sign)) return combined(part, found, others)
  if (part.kind === 'call' && (part.name === 'strata' || part.name === 'cluster')) {
    found[part.name].push(...part.args)
    return []
  }
  if (part.kind !== 'name' && part.kind !== 'call') {
    throw new Refusal('invalid', `A formula has no term "${written(part)}": write I(${written(part)}).`)
  }
  const name = written(part)
  found.variables.set(name, part)
  return [[name]]
}

function combined(
  { sign, left, right }: Extract<Expression, { kind: 'operation' }>,
  found: ModelTerms,
  others: readonly string[],
): Terms {
  const a = spell(left, found, others)
  if (sign === '-') return withoutTerms(right, a, found, others)
  if (sign === '^') return power(a, right)
  const b = spell(right, found, others)
  if (sign === '+') return distinctTerms([...a, ...b])
  if (sign === ':') return products(a, b)
  if (sign === '*') return distinctTerms([...a, ...b, ...products(a, b)])
  return distinctTerms([...a, ...products([a.flat()], b)])
}

function withoutTerms(part: Expression, from: Terms, found: ModelTerms, others: readonly string[]): Terms {
  if (part.kind === 'number' && part.value <= 1) {
    found.intercept = part.value === 0
    return from
  }
  const gone = spell(part, found, others).map(keyOf)
  return from.filter((term) => !gone.includes(keyOf(term)))
}

function power(terms: Terms, exponent: Expression): Terms {
  if (exponent.kind !== 'number' || !Number.isInteger(exponent.value) || exponent.value < 1) {
    throw new Refusal('invalid', 'Terms are raised to a whole number; write I(x^2) for a square.')
  }
  let all = terms
  for (let i = 1; i < exponent.value && i < 8; i++) all = distinctTerms([...all, ...products(all, terms)])
  return all
}

function products(a: Terms, b: Terms): Terms {
  return distinctTerms(a.flatMap((left) => b.map((right) => [...new Set([...left, ...right])])))
}

function distinctTerms(terms: Terms): Terms {
  return [...new Map(terms.map((term) => [keyOf(term), term])).values()]
}

function keyOf(term: readonly string[]): string {
  return JSON.stringify([...term].sort())
}
