import { choleskySolve } from '../numbers/cholesky.ts'
import { dot } from '../numbers/dot.ts'
import { climb } from '../numbers/newton.ts'
import type { Summit, View } from '../numbers/newton.ts'
import type { Basis } from '../numbers/orthogonal-columns.ts'
import { chiSquareUpper, normalQuantile } from '../numbers/tails.ts'
import type { Estimates } from './estimates.ts'

/** Tests that a coefficient is 0, and its limits, by the penalised likelihood with all other coefficients free. */
export type PenalisedTests = {
  penalisedLogLik: number
  chiSquare: Float64Array
  p: Float64Array
  lower: Float64Array
  upper: Float64Array
}

type Fitted = { basis: Basis; found: Estimates; confidence: number }

/**
 * Profile tests and limits of a penalised fit; a limit that can not be reached is infinite.
 * Cost: about ten climbs a coefficient.
 * Source: Heinze & Schemper (2002), Statistics in Medicine 21.
 */
export function penalisedTests(
  look: (at: Float64Array) => View,
  summit: Summit,
  { basis, found, confidence }: Fitted,
): PenalisedTests {
  const wanted = normalQuantile((1 + confidence) / 2)
  const signed = (j: number) => signedRoot(look, summit, { basis, found }, j)
  const chiSquare = found.coef.map((_, j) => signed(j)(0) ** 2)
  const limit = (side: 1 | -1) =>
    found.coef.map((coef, j) =>
      solve(signed(j), side * wanted, { from: coef, step: side * wanted * found.se[j]! }),
    )
  return {
    penalisedLogLik: summit.value,
    chiSquare,
    p: chiSquare.map((value) => chiSquareUpper(value, 1)),
    lower: limit(-1),
    upper: limit(1),
  }
}

/** ±√(2 (best - best with coefficient j held)), with the sign of the held value less the estimate. */
function signedRoot(
  look: (at: Float64Array) => View,
  { at, factor, value }: Summit,
  { basis, found }: Omit<Fitted, 'confidence'>,
  j: number,
): (held: number) => number {
  const size = at.length
  const along = basis.back.slice(j * size, (j + 1) * size)
  const away = choleskySolve(factor!, size, along)
  const reach = dot(along, away)
  return (held) => {
    const distance = held - found.coef[j]!
    const start = at.map((place, i) => place + (away[i]! * distance) / reach)
    const best = climb(look, size, {
      start,
      held: along,
      turns: 200,
      settled: (_, __, promised) => promised <= 1e-16,
    })
    return Math.sign(distance) * Math.sqrt(Math.max(0, 2 * (value - best.value)))
  }
}

/** Where a rising function that is 0 at `from` reaches `wanted`: secants, kept inside what is known to enclose it. */
function solve(
  rising: (x: number) => number,
  wanted: number,
  { from, step }: { from: number; step: number },
): number {
  let [near, nearValue] = [from, -wanted]
  let [far, farValue] = [from + step, rising(from + step) - wanted]
  for (let turn = 0; turn < 20 && farValue * nearValue > 0; turn++) {
    ;[near, nearValue] = [far, farValue]
    far = from + (far - from) * 1.5
    farValue = rising(far) - wanted
  }
  if (!(farValue * nearValue <= 0)) return Math.sign(step) * Infinity
  for (let turn = 0; turn < 60 && Math.abs(far - near) > 1e-9 * Math.abs(step); turn++) {
    const x = near - (nearValue * (far - near)) / (farValue - nearValue)
    const value = rising(x) - wanted
    if (Math.abs(value) < 1e-10) return x
    if (value * farValue < 0) [near, nearValue] = [far, farValue]
    else nearValue /= 2 // Illinois: or one end would never move
    ;[far, farValue] = [x, value]
  }
  return far
}
