import { lastingBy } from '@semai/domain/continuity/lasting'
import type { Continuity, LastingGroup } from '@semai/store/continuity/continuity.queries'
import type { Numbers, Shown } from './shown-figures.ts'

/** What /bertahan shows of curves, groups and factors; shares in millionths, rounded, as the stated queries tell them. */
export function lastingShown({ all, comparisons, factors }: Continuity): Shown {
  const compared = lastingBy.flatMap((by) => comparisons[by].groups.map((group) => [by, group] as const))
  return {
    groups: numbers(
      compared.flatMap(([by, { key, runs, stopped }]) => [
        [`${by} ${key} runs`, runs],
        [`${by} ${key} stopped`, stopped],
      ]),
    ),
    curve: numbers([['all', all] as const, ...compared].flatMap(([by, group]) => curveOf(by, group))),
    factors: numbers(
      factors === null
        ? []
        : [
            ['runs', factors.runs],
            ['stopped', factors.stopped],
            ['left out', factors.leftOut],
            ...factors.factors.flatMap(({ factor, level, runs, stopped }): [string, number][] =>
              level === null
                ? []
                : [
                    [`${factor} ${level} runs`, runs],
                    [`${factor} ${level} stopped`, stopped],
                  ],
            ),
          ],
    ),
  }
}

function curveOf(by: string, { key, curve }: LastingGroup): [string, number][] {
  if (curve === null) return []
  return curve.atRisk.flatMap(({ year, followed }): [string, number][] => {
    const { share } = curve.points.find(({ month }) => month === year * 12)!
    return [
      [`${by} ${key} ${year} followed`, followed],
      [`${by} ${key} ${year} share`, Math.round(1_000_000 * share)],
    ]
  })
}

function numbers(entries: readonly (readonly [string, number])[]): Numbers {
  return Object.fromEntries(entries.filter(([, n]) => n > 0))
}
