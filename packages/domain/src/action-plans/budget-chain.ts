import type { OrganisationKind } from '../organisations/organisation.ts'
import type { Says } from '../text/says.ts'

export const recordedLinks = [
  'renja_rkpd',
  'kua_ppas',
  'rka',
  'dpa',
  'rka_kl',
  'dipa',
  'rkap',
  'work_plan',
  'realisation',
] as const
/** A link of a budget chain that is recorded with number, date and amount. */
export type RecordedLink = (typeof recordedLinks)[number]
/** A link of a budget chain: the commitment is a record of its own. */
export type BudgetLink = RecordedLink | 'commitment'

/** What each link is called. */
export const linkNames: Record<BudgetLink, Says> = {
  commitment: { id: 'Komitmen', en: 'Commitment' },
  renja_rkpd: { id: 'Renja/RKPD', en: 'Annual work plan (Renja/RKPD)' },
  kua_ppas: { id: 'KUA-PPAS', en: 'Budget policy (KUA-PPAS)' },
  rka: { id: 'RKA', en: 'Draft budget (RKA)' },
  dpa: { id: 'DPA', en: 'Budget document (DPA)' },
  rka_kl: { id: 'RKA-K/L', en: 'Draft budget (RKA-K/L)' },
  dipa: { id: 'DIPA', en: 'Budget document (DIPA)' },
  rkap: { id: 'RKAP', en: 'Company budget (RKAP)' },
  work_plan: { id: 'Rencana kerja dan anggaran', en: 'Work plan and budget' },
  realisation: { id: 'Realisasi', en: 'Spent' },
}

/** A chain: its links in their order, and the one that makes money available. */
export type BudgetChain = { title: Says; links: readonly BudgetLink[]; allocates: RecordedLink }
export type ChainKind = 'local' | 'central' | 'company' | 'other'

/** The chains of the programme. Source: product.md D; a company's own is its RKAP. */
export const budgetChains: Record<ChainKind, BudgetChain> = {
  local: {
    title: { id: 'Anggaran daerah (APBD)', en: 'Local budget (APBD)' },
    links: ['commitment', 'renja_rkpd', 'kua_ppas', 'rka', 'dpa', 'realisation'],
    allocates: 'dpa',
  },
  central: {
    title: { id: 'Anggaran negara (APBN)', en: 'State budget (APBN)' },
    links: ['commitment', 'rka_kl', 'dipa', 'realisation'],
    allocates: 'dipa',
  },
  company: {
    title: { id: 'Anggaran perusahaan', en: 'Company budget' },
    links: ['commitment', 'rkap', 'realisation'],
    allocates: 'rkap',
  },
  other: {
    title: { id: 'Anggaran sendiri', en: 'Own budget' },
    links: ['commitment', 'work_plan', 'realisation'],
    allocates: 'work_plan',
  },
}

const chains: Partial<Record<OrganisationKind, ChainKind>> = {
  government: 'local',
  ministry: 'central',
  agency: 'central',
  police: 'central',
  state_company: 'company',
  regional_company: 'company',
}

/**
 * The chain by which an institution gets its money: not the unit's kind, but that of what it belongs to.
 * @example chainOf('police') // 'central'
 */
export function chainOf(institution: OrganisationKind): ChainKind {
  return chains[institution] ?? 'other'
}

export const fundingKinds = ['apbd', 'apbn', 'dak', 'village_fund', 'grant', 'csr', 'partner'] as const
/** Where money comes from that is not of the adopter's own chain. */
export type FundingKind = (typeof fundingKinds)[number]

export const fundingNames: Record<FundingKind, Says> = {
  apbd: { id: 'APBD pemerintah lain', en: 'Local budget of another government' },
  apbn: { id: 'APBN', en: 'State budget' },
  dak: { id: 'DAK', en: 'Special allocation fund (DAK)' },
  village_fund: { id: 'Dana desa', en: 'Village fund' },
  grant: { id: 'Hibah', en: 'Grant' },
  csr: { id: 'TJSL/CSR', en: 'Corporate social responsibility' },
  partner: { id: 'Mitra', en: 'Partner' },
}

export const partnerKinds = ['private', 'foreign', 'ngo', 'community'] as const
/** What a partner is. */
export type PartnerKind = (typeof partnerKinds)[number]

export const partnerNames: Record<PartnerKind, Says> = {
  private: { id: 'Swasta', en: 'Private' },
  foreign: { id: 'Luar negeri', en: 'Foreign' },
  ngo: { id: 'Lembaga swadaya masyarakat', en: 'Non-governmental organisation' },
  community: { id: 'Masyarakat', en: 'Community' },
}
