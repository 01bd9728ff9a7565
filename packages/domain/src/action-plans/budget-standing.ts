import type { Says } from '../text/says.ts'
import { budgetChains, linkNames } from './budget-chain.ts'
import type { BudgetLink, ChainKind, FundingKind, RecordedLink } from './budget-chain.ts'

/** A link as it is recorded for a budget year. Amounts are whole rupiah; days are `YYYY-MM-DD`. */
export type LinkRecord = {
  year: number
  link: RecordedLink
  number: string | null
  on: string | null
  code: string | null
  amount: number | null
}
/** Money of another source in a budget year. */
export type FundingRecord = {
  year: number
  kind: FundingKind
  pledged: number
  allocated: number
  spent: number
}
/** What was promised for a budget year. */
export type PledgeRecord = { year: number; amount: number }

/** All that is known of the money of a replication. */
export type BudgetRecords = {
  chain: ChainKind
  pledges: readonly PledgeRecord[]
  links: readonly LinkRecord[]
  funding: readonly FundingRecord[]
}
/** Money of one year over the own chain and the other sources. Whole rupiah. */
export type BudgetYear = { year: number; pledged: number; allocated: number; spent: number }

/** Pledged, allocated and spent for each year that anything is known of, the earliest first. */
export function budgetYears({ chain, pledges, links, funding }: BudgetRecords): BudgetYear[] {
  const years = new Set([...pledges, ...links, ...funding].map(({ year }) => year))
  const { allocates } = budgetChains[chain]
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const ofLink = (link: RecordedLink) =>
        sum(links.flatMap((one) => (one.year === year && one.link === link ? [one.amount ?? 0] : [])))
      const others = funding.filter((one) => one.year === year)
      const pledged = sum(pledges.flatMap((one) => (one.year === year ? [one.amount] : [])))
      return {
        year,
        pledged: pledged + sum(others.map((one) => one.pledged)),
        allocated: ofLink(allocates) + sum(others.map((one) => one.allocated)),
        spent: ofLink('realisation') + sum(others.map((one) => one.spent)),
      }
    })
}

/** Where a chain stands in a year: each link with its record, or none yet. */
export type ChainStanding = { link: BudgetLink; isThere: boolean; record: LinkRecord | null }

/** The links of the chain in their order, with what is recorded of them for the year. */
export function chainStanding({ chain, pledges, links }: BudgetRecords, year: number): ChainStanding[] {
  return budgetChains[chain].links.map((link) => {
    const record = links.find((one) => one.year === year && one.link === link) ?? null
    const isPledged = pledges.some((one) => one.year === year)
    return { link, record, isThere: link === 'commitment' ? isPledged : record !== null }
  })
}

/** Something about the money of a year that a reader should know; it holds nothing up. */
export type BudgetWarning = { year: number; link: BudgetLink | null; says: Says }

/**
 * What does not fit in the recorded money: more spent than was made available, a link without the one before it or dated
 * before it, less made available than was promised, a code that does not look like one. By year, then by link.
 * @param code how a code of this chain looks; null where any will do.
 */
export function budgetWarnings(records: BudgetRecords, code: RegExp | null): BudgetWarning[] {
  return budgetYears(records).flatMap((money) => {
    const standing = chainStanding(records, money.year)
    return [
      ...moneyWarnings(money),
      ...standing.flatMap((one, i) => linkWarnings(standing, i, { year: money.year, code })),
    ]
  })
}

function moneyWarnings({ year, pledged, allocated, spent }: BudgetYear): BudgetWarning[] {
  const over: BudgetWarning = {
    year,
    link: 'realisation',
    says: {
      id: `Realisasi ${year} melebihi alokasi sebesar Rp ${plain(spent - allocated)}. Periksa angkanya, atau catat perubahan anggarannya.`,
      en: `Spending in ${year} exceeds what was allocated by Rp ${plain(spent - allocated)}. Check the figures, or record the change of the budget.`,
    },
  }
  const under: BudgetWarning = {
    year,
    link: null,
    says: {
      id: `Alokasi ${year} kurang Rp ${plain(pledged - allocated)} dari yang dijanjikan.`,
      en: `What was allocated for ${year} is Rp ${plain(pledged - allocated)} less than was promised.`,
    },
  }
  return [...(spent > allocated ? [over] : []), ...(allocated > 0 && allocated < pledged ? [under] : [])]
}

function linkWarnings(
  standing: readonly ChainStanding[],
  at: number,
  { year, code }: { year: number; code: RegExp | null },
): BudgetWarning[] {
  const { link, record } = standing[at]!
  if (record === null) return []
  const name = linkNames[link]
  const warnings: Says[] = []
  const before = standing[at - 1]!
  if (!before.isThere) {
    warnings.push({
      id: `${name.id} ${year} sudah tercatat, ${linkNames[before.link].id} belum.`,
      en: `${name.en} of ${year} is recorded, but not yet: ${linkNames[before.link].en}.`,
    })
  }
  if (before.record?.on && record.on && record.on < before.record.on) {
    warnings.push({
      id: `${name.id} ${year} bertanggal sebelum ${linkNames[before.link].id}.`,
      en: `${name.en} of ${year} is dated before ${linkNames[before.link].en}.`,
    })
  }
  if (code !== null && record.code !== null && !code.test(record.code)) {
    warnings.push({
      id: `Kode "${record.code}" pada ${name.id} ${year} tidak berbentuk seperti biasanya. Periksa lagi dokumennya.`,
      en: `The code "${record.code}" of ${name.en} ${year} does not look like one. Check the document again.`,
    })
  }
  return warnings.map((says) => ({ year, link, says }))
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Digits with points between thousands. */
function plain(amount: number): string {
  return String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')
}
