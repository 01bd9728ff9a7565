import { seedingLimits } from '@semai/domain/analyses/seeding'

/** What is wrong with a question, by field. */
export type SeedingFaults = { budget?: 'range'; must?: { unknown: string[] } | 'many' }

export type SeedingQuestion = {
  budget: number
  /** Region codes. */
  must: string[]
  typed: { budget: string; must: string }
  faults: SeedingFaults
}

const usual = '5'

/** Reads the question of the address. Names are told by their whole text, whatever the case. */
export function seedingQuestion(
  query: URLSearchParams,
  regions: readonly { code: string; name: string }[],
): SeedingQuestion {
  const typed = { budget: (query.get('jumlah') ?? usual).trim(), must: (query.get('wajib') ?? '').trim() }
  const byName = new Map(regions.map(({ code, name }) => [name.toLowerCase(), code]))
  const names = typed.must.split(',').flatMap((name) => name.trim() || [])
  const unknown = names.filter((name) => !byName.has(name.toLowerCase()))
  const must = [...new Set(names.flatMap((name) => byName.get(name.toLowerCase()) ?? []))]
  const budget = Number(typed.budget)
  const isCount = /^\d+$/.test(typed.budget) && budget >= 1 && budget <= seedingLimits.most
  const faults: SeedingFaults = {}
  if (!isCount) faults.budget = 'range'
  if (unknown.length > 0) faults.must = { unknown }
  else if (isCount && must.length > budget) faults.must = 'many'
  return { budget, must, typed, faults }
}
