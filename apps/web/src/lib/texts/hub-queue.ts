import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Menunggu hub',
  none: 'Tidak ada yang menunggu.',
  kinds: {
    reports: 'laporan triwulan untuk diverifikasi',
    forms: 'bentuk replikasi untuk dikonfirmasi',
    claims: 'klaim untuk diverifikasi',
    corrections: 'koreksi yang menunggu instansi',
    milestones: 'tonggak lewat dari rencana',
    engagements: 'pendampingan lewat dari janji',
  },
  forms: { adoption: 'adopsi', adaptation: 'adaptasi', modification: 'modifikasi' },
  quarter: (text: string) => `triwulan ${text}`,
  days: (days: string) => `${days} hari`,
  beyond: (days: string) => `lewat ${days} hari kerja`,
  more: (count: string) => `dan ${count} lagi`,
  allEngagements: 'Lihat semua pendampingan',
  says: 'Yang paling lama menunggu di atas. Hub tidak memverifikasi miliknya sendiri; koreksi dijawab instansi pemilik catatannya.',
  lateMilestone: (name: string, day: string) => `${name}: hari ke-${day} belum ada`,
  milestoneClock: (median: string, lower: string, upper: string, cases: string) =>
    `biasanya hari ke-${median} (${lower} sampai ${upper}, ${cases} replikasi)`,
  wasStuck: (days: string) => `pernah tersendat di sini, lewat setelah ${days} hari`,
  overcame: (names: string) => `hambatan serupa: ${names}`,
}

const en: SameTexts<typeof id> = {
  title: 'Waiting for the hub',
  none: 'Nothing is waiting.',
  kinds: {
    reports: 'quarterly reports to verify',
    forms: 'forms of replication to confirm',
    claims: 'claims to verify',
    corrections: 'corrections waiting for an institution',
    milestones: 'milestones behind their plan',
    engagements: 'engagements over their promised time',
  },
  forms: { adoption: 'adoption', adaptation: 'adaptation', modification: 'modification' },
  quarter: (text) => `quarter ${text}`,
  days: (days) => `${days} days`,
  beyond: (days) => `${days} working days over`,
  more: (count) => `and ${count} more`,
  allEngagements: 'See all engagements',
  says: 'Those that wait longest stand first. A hub verifies nothing of its own; corrections are answered by the institution that owns the record.',
  lateMilestone: (name, day) => `${name}: not there on day ${day}`,
  milestoneClock: (median, lower, upper, cases) =>
    `usually there on day ${median} (${lower} to ${upper}, ${cases} replications)`,
  wasStuck: (days) => `was stuck here too, got past after ${days} days`,
  overcame: (names) => `similar obstacle: ${names}`,
}

/** Texts of what waits for a hub, of milestones later than usual, and of who got past an obstacle. */
export const hubQueueTexts = { id, en }
