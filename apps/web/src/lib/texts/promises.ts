import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Kebutuhan, replikasi, dan anggarannya',
  needs: 'Kebutuhan',
  noNeeds: 'Belum ada kebutuhan yang dinyatakan.',
  needCounts: (all: string, unmet: string) => `${all} dinyatakan, ${unmet} belum ada jawabannya.`,
  allNeeds: 'Semua kebutuhannya',
  replications: 'Replikasi',
  noReplications: 'Belum ada replikasi yang dicatat di sini.',
  replicationCount: (all: string) => `${all} disiapkan, berjalan, atau terhenti.`,
  budget: 'anggaran',
  allReplications: 'Semua replikasinya',
  money: 'Komitmen dan anggaran',
  noMoney: 'Belum ada komitmen atau anggaran yang dicatat.',
  pledged: 'Dijanjikan',
  allocated: 'Dialokasikan',
  spent: 'Dibelanjakan',
  telling: (telling: string, all: string) =>
    `Semua tahun, dari ${telling} dari ${all} replikasi yang mencatatnya.`,
}

const en: SameTexts<typeof id> = {
  title: 'Needs, replications and their budgets',
  needs: 'Needs',
  noNeeds: 'No need has been stated yet.',
  needCounts: (all, unmet) => `${all} stated, ${unmet} without an answer yet.`,
  allNeeds: 'All of its needs',
  replications: 'Replications',
  noReplications: 'No replication is recorded here yet.',
  replicationCount: (all) => `${all} prepared, running or stopped.`,
  budget: 'budget',
  allReplications: 'All of its replications',
  money: 'Commitments and budgets',
  noMoney: 'No commitment or budget is recorded yet.',
  pledged: 'Promised',
  allocated: 'Allocated',
  spent: 'Spent',
  telling: (telling, all) => `All years, from ${telling} of ${all} replications that record it.`,
}

export const promiseTexts = { id, en }
