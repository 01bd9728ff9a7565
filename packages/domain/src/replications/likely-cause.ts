import type { Says } from '../text/says.ts'
import { daysBetween } from '../time/clock.ts'
import { milestoneWarnings } from './milestone-warnings.ts'
import type { Milestone } from './replication.ts'
import type { ReplicationState } from './replication.lifecycle.ts'

/** What a board knows of an open replication. Days are `YYYY-MM-DD`. */
export type OpenReplication = {
  state: ReplicationState
  milestones: readonly Milestone[]
  /** By when the adopter was asked to answer a recommendation. */
  answerBy: string | null
  budgetLine: string | null
}

/**
 * What most likely holds it up, said from its own record only: an answer that is due, a milestone behind its plan or missing,
 * no budget line. Never a judgement of people; where the record shows nothing, it says so.
 */
export function likelyCause(
  { state, milestones, answerBy, budgetLine }: OpenReplication,
  { today }: { today: string },
): Says {
  if (state === 'proposed') return unanswered(answerBy, today)
  const [first] = milestoneWarnings(milestones, { state, today })
  if (first !== undefined) return first.says
  const reached = new Set(milestones.flatMap(({ kind, reachedOn }) => (reachedOn === null ? [] : [kind])))
  if (state === 'preparing' && !reached.has('choice')) {
    return {
      id: 'Pemilihan dan berita acaranya belum tercatat.',
      en: 'The choice and its minute are not on record yet.',
    }
  }
  if (!reached.has('plan'))
    return { id: 'Rencana aksi belum tercatat.', en: 'The action plan is not on record yet.' }
  if (!reached.has('commitment')) {
    return { id: 'Komitmen belum ditandatangani.', en: 'The commitment is not signed yet.' }
  }
  if (budgetLine === null) return { id: 'Pos anggaran belum diisi.', en: 'No budget line is filled in yet.' }
  return {
    id: 'Catatannya lengkap; sebabnya tidak terlihat dari sini. Tanyakan kepada unitnya.',
    en: 'Its record is complete; the cause cannot be seen from here. Ask the unit.',
  }
}

function unanswered(answerBy: string | null, today: string): Says {
  const days = answerBy === null ? 0 : daysBetween(answerBy, today)
  if (days <= 0) return { id: 'Saran belum dijawab.', en: 'The recommendation is not answered yet.' }
  return {
    id: `Saran belum dijawab; batasnya lewat ${days} hari.`,
    en: `The recommendation is not answered yet; that was due ${days} ${days === 1 ? 'day' : 'days'} ago.`,
  }
}
