import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { budgetRules } from '@semai/domain/action-plans/budget-calendar'
import type { BudgetRules } from '@semai/domain/action-plans/budget-calendar'
import type { ChainKind } from '@semai/domain/action-plans/budget-chain'
import { productFolder } from '../db/product-folder.ts'

const known = new Map<string, BudgetRules>()

/**
 * The calendars of budgets this site goes by: the file that `SEMAI_BUDGET_RULES` names, or the shipped
 * `data/budget/rules.json`. Read once for each process.
 * @throws RangeError naming the file when it can not be read or is no such calendar.
 */
export function budgetRulesFrom(env: Readonly<Record<string, string | undefined>>): BudgetRules {
  const file = env['SEMAI_BUDGET_RULES']?.trim() || join(productFolder(), 'data/budget/rules.json')
  const found = known.get(file)
  if (found) return found
  try {
    const rules = budgetRules.parse(JSON.parse(readFileSync(file, 'utf8')))
    known.set(file, rules)
    return rules
  } catch (problem) {
    throw new RangeError(`${file} is no calendar of budgets: ${String(problem).slice(0, 300)}`, {
      cause: problem,
    })
  }
}

/** How codes of a chain look; null where any will do. */
export function codePattern({ codes }: BudgetRules, chain: ChainKind): RegExp | null {
  const pattern = codes[chain]
  return pattern === undefined ? null : new RegExp(pattern)
}
