import type { AnyNotice } from '@semai/domain/notices/notice-words'

const aPulse = { code: 'REP-0001', adopter: 'Dinas Sukamaju', innovation: 'Obat Tiba' }
/** A duty as a notice names it. */
export const aDuty = {
  kind: 'milestone',
  on: '2026-03-01',
  detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan', innovation: 'Obat Tiba', milestone: 'plan' },
} as const

const aRound = { code: 'pkri-2026', round: 'PKRI 2026' }
const aDeadline = { ...aRound, until: '2026-04-01T09:00:00.000Z' }

/** One notice of each kind, as it is kept. */
export const eachNotice: readonly AnyNotice[] = [
  { kind: 'edit_submitted', detail: { edit: 'e1', title: 'Antar Obat', unit: 'Puskesmas Sukamaju' } },
  { kind: 'edit_returned', detail: { edit: 'e1', title: 'Antar Obat' } },
  { kind: 'edit_published', detail: { slug: 'antar-obat', title: 'Antar Obat' } },
  { kind: 'handover_offered', detail: { slug: 'antar-obat', title: 'Antar Obat' } },
  { kind: 'handover_answered', detail: { slug: 'antar-obat', title: 'Antar Obat', isAccepted: false } },
  { kind: 'correction_received', detail: { correction: 'k1', title: 'Antar Obat', isReply: true } },
  { kind: 'correction_answered', detail: { correction: 'k1', title: 'Antar Obat', isChanged: true } },
  {
    kind: 'reply_asked',
    detail: { id: 'x1', title: 'Antar Obat', region: 'Kabupaten Sukamaju', until: '2026-04-01' },
  },
  { kind: 'voice_received', detail: { title: 'Antar Obat', region: 'Kabupaten Sukamaju' } },
  { kind: 'news_due', detail: { count: 3, title: 'Antar Obat' } },
  {
    kind: 'replication_interest',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'replication_for_you',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'replication_moved',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Obat Tiba', step: 'run' },
  },
  { kind: 'origin_updated', detail: { innovation: 'Antar Obat', slug: 'antar-obat' } },
  {
    kind: 'replica_blueprint',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  { kind: 'form_confirmed', detail: { code: 'REP-0001', innovation: 'Antar Obat' } },
  { kind: 'origin_draft_submitted', detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas' } },
  { kind: 'origin_draft_returned', detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas' } },
  {
    kind: 'origin_draft_endorsed',
    detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas', slug: 'antar-obat' },
  },
  {
    kind: 'budget_window',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      link: 'kua_ppas',
      year: 2027,
      days: 23,
      isMissed: false,
    },
  },
  {
    kind: 'report_submitted',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      report: 'r1',
      year: 2026,
      quarter: 1,
    },
  },
  {
    kind: 'report_checked',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      report: 'r1',
      year: 2026,
      quarter: 1,
      step: 'verify',
    },
  },
  {
    kind: 'study_visit_asked',
    detail: { id: 'v1', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'study_visit_moved',
    detail: { id: 'v1', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat', step: 'accept' },
  },
  { kind: 'deadline_near', detail: { duty: aDuty } },
  { kind: 'deadline_passed', detail: { duty: aDuty } },
  { kind: 'duties_week', detail: { today: '2026-03-02', count: 2, late: 1, duties: [aDuty] } },
  {
    kind: 'need_moved',
    detail: { need: 'n1', title: 'Obat tidak sampai', organisation: 'Dinas Kesehatan', step: 'demand' },
  },
  {
    kind: 'need_idea',
    detail: { need: 'n1', title: 'Obat tidak sampai', organisation: 'Dinas Kesehatan', edit: 'e1' },
  },
  {
    kind: 'need_matched',
    detail: {
      need: 'n1',
      title: 'Obat tidak sampai',
      organisation: 'Dinas Kesehatan',
      innovation: 'Antar Obat',
    },
  },
  { kind: 'pulse_due', detail: { ...aPulse, until: '2026-04-15' } },
  { kind: 'pulse_near', detail: { ...aPulse, until: '2026-04-15' } },
  { kind: 'pulse_lapsed', detail: aPulse },
  { kind: 'pulse_said_stopped', detail: aPulse },
  { kind: 'handover_needed', detail: { ...aPulse, cause: 'left' } },
  { kind: 'pulse_check', detail: { sample: 's1', adopter: 'Dinas Sukamaju', innovation: 'Obat Tiba' } },
  { kind: 'engagement_begun', detail: { id: 'p1', team: 'Tim Lintang', organisation: 'Dinas Sukamaju' } },
  {
    kind: 'engagement_moved',
    detail: { id: 'p1', team: 'Tim Lintang', organisation: 'Dinas Sukamaju', move: 'stage' },
  },
  {
    kind: 'hub_maturity_moved',
    detail: { hub: 'Provinsi Lintang', slug: 'provinsi-lintang', year: 2026, step: 'review' },
  },
  { kind: 'finding_moved', detail: { id: 'f1', slug: 'ot', programme: 'OT', unit: 'Dinas', step: 'close' } },
  { kind: 'round_asked', detail: aDeadline },
  { kind: 'round_near', detail: aDeadline },
  { kind: 'round_extended', detail: { ...aDeadline, locus: 'l1', name: 'Antar Obat' } },
  {
    kind: 'round_presents',
    detail: { ...aRound, locus: 'l1', name: 'Antar Obat', at: '2026-05-04T02:00:00.000Z', place: 'Aula' },
  },
  { kind: 'round_assigned', detail: { ...aRound, count: 2 } },
  { kind: 'round_assess_near', detail: { ...aRound, count: 2, until: '2026-05-20' } },
  { kind: 'round_published', detail: aRound },
  {
    kind: 'grant_given',
    detail: { role: 'author', organisation: 'Puskesmas Sukamaju', until: '2027-01-31' },
  },
  { kind: 'grant_revoked', detail: { role: 'auditor', organisation: null } },
  { kind: 'grant_expiring', detail: { role: 'hub', organisation: 'Provinsi Lintang', until: '2026-04-01' } },
  {
    kind: 'grant_lapsing',
    detail: { role: 'hub', organisation: 'Provinsi Lintang', until: '2026-04-01' },
  },
  { kind: 'device_new', detail: { device: 'Firefox, Linux' } },
  { kind: 'recovery_link', detail: {} },
  { kind: 'password_changed', detail: {} },
  { kind: 'authenticator_set', detail: { isReplaced: true } },
  { kind: 'recovery_code_used', detail: { left: 9 } },
  { kind: 'passkey_added', detail: {} },
  { kind: 'passkey_removed', detail: {} },
  { kind: 'factor_reset', detail: {} },
]
