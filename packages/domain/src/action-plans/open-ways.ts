import { daysOf } from './budget-calendar.ts'
import type { BudgetRules } from './budget-calendar.ts'
import type { ChainKind } from './budget-chain.ts'
import { wayOutNames, waysOut } from './ways-out.ts'
import type { WayOut, WayOutName } from './ways-out.ts'

/** A way out and whether it can be taken today; `first` and `last` day where the rules name a period. */
export type OpenWay = WayOut & {
  name: WayOutName
  isOpen: boolean
  first: string | null
  last: string | null
}

/** The lawful ways on after a window of a budget year was missed. `today` is `YYYY-MM-DD`. */
export function openWays(
  rules: BudgetRules,
  { chain, year, today }: { chain: ChainKind; year: number; today: string },
): OpenWay[] {
  return wayOutNames.flatMap((name) => {
    const way = waysOut[name]
    if (!way.chains.includes(chain)) return []
    const period = rules.ways[name]
    const [first, last] = period === undefined ? [null, null] : daysOf(period, year)
    const isOpen = first === null || last === null || (first <= today && today <= last)
    return [{ ...way, name, isOpen, first, last }]
  })
}
