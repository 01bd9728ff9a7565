import type { Says } from '../text/says.ts'
import { daysBetween } from '../time/clock.ts'
import type { ReplicationState } from './replication.lifecycle.ts'
import { milestoneKinds } from './replication.ts'
import type { Milestone, MilestoneKind } from './replication.ts'

/** Something a reader of a replication should know; it holds nothing up. */
export type MilestoneWarning = { kind: MilestoneKind; says: Says }

/** Milestones without which later ones stand on sand: each with those that should have come before it. */
const before: Partial<Record<MilestoneKind, readonly MilestoneKind[]>> = {
  plan: ['choice'],
  commitment: ['plan'],
}

/** What should be there once the work itself has begun. */
const expectedAtWork: readonly MilestoneKind[] = ['choice', 'plan', 'commitment']

/** What each milestone is called. */
export const milestoneNames: Record<MilestoneKind, Says> = {
  need: { id: 'Identifikasi kebutuhan', en: 'Need identified' },
  choice: { id: 'Pemilihan dan berita acara', en: 'Choice and its minute' },
  interest_letter: { id: 'Surat minat', en: 'Letter of interest' },
  study_visit: { id: 'Studi tiru', en: 'Study visit' },
  agreement: { id: 'Nota kesepakatan atau PKS', en: 'Memorandum or agreement' },
  knowledge_transfer: { id: 'Kesepakatan alih pengetahuan', en: 'Agreement on knowledge transfer' },
  team: { id: 'SK tim', en: 'Decree of the team' },
  plan: { id: 'Rencana aksi', en: 'Action plan' },
  commitment: { id: 'Komitmen ditandatangani', en: 'Commitment signed' },
  regulation: { id: 'Regulasi', en: 'Regulation' },
  training: { id: 'Pelatihan petugas', en: 'Staff trained' },
}

/**
 * What is late, out of order or missing, in the order of the milestones; none once it runs or is over. `today` is
 * `YYYY-MM-DD`.
 */
export function milestoneWarnings(
  milestones: readonly Milestone[],
  { state, today }: { state: ReplicationState; today: string },
): MilestoneWarning[] {
  if (state !== 'preparing' && state !== 'implementing') return []
  const known = new Map(milestones.map((one) => [one.kind, one]))
  const isReached = (kind: MilestoneKind) => (known.get(kind)?.reachedOn ?? null) !== null
  return milestoneKinds.flatMap((kind) => {
    if (isReached(kind)) {
      return (before[kind] ?? [])
        .filter((earlier) => !isReached(earlier))
        .map((earlier) => outOfOrder(kind, earlier))
    }
    const plannedOn = known.get(kind)?.plannedOn ?? null
    if (plannedOn !== null && plannedOn < today) return [late(kind, daysBetween(plannedOn, today))]
    return state === 'implementing' && expectedAtWork.includes(kind) ? [missing(kind)] : []
  })
}

function outOfOrder(kind: MilestoneKind, earlier: MilestoneKind): MilestoneWarning {
  const says = {
    id: `${milestoneNames[kind].id} sudah ada, ${milestoneNames[earlier].id.toLowerCase()} belum tercatat.`,
    en: `${milestoneNames[kind].en} is there, but not yet: ${milestoneNames[earlier].en.toLowerCase()}.`,
  }
  return { kind, says }
}

function late(kind: MilestoneKind, days: number): MilestoneWarning {
  const says = {
    id: `${milestoneNames[kind].id} lewat ${days} hari dari rencana.`,
    en: `${milestoneNames[kind].en}: ${days} ${days === 1 ? 'day' : 'days'} behind its plan.`,
  }
  return { kind, says }
}

function missing(kind: MilestoneKind): MilestoneWarning {
  const says = {
    id: `Pelaksanaan sudah dimulai, ${milestoneNames[kind].id.toLowerCase()} belum tercatat.`,
    en: `The work has begun, but not yet recorded: ${milestoneNames[kind].en.toLowerCase()}.`,
  }
  return { kind, says }
}
