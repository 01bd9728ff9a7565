import { anyOf } from '../people/access.ts'
import {
  guidesReplication,
  involvedInReplication,
  writesReplication,
} from '../replications/replication-parties.ts'
import type { ReplicationParties } from '../replications/replication-parties.ts'
import type { Rule } from '../people/access.ts'
import type { Says } from '../text/says.ts'

export const pulseStates = ['due', 'asked', 'answered', 'lapsed'] as const
/** How a pulse stands. Computed from dates, never stored: it lapses by itself at the end of its last day. */
export type PulseState = (typeof pulseStates)[number]

export const pulseStateNames: Record<PulseState, Says> = {
  due: { id: 'Jatuh tempo, belum ada yang ditanya', en: 'due, nobody asked yet' },
  asked: { id: 'Ditanyakan, menunggu jawaban', en: 'asked, waiting for an answer' },
  answered: { id: 'Dijawab', en: 'answered' },
  lapsed: { id: 'Tidak dijawab', en: 'not answered' },
}

/** What the state of a pulse is computed from. */
export type PulseLife = { askedAt: unknown; answeredAt: unknown; untilOn: string }

/**
 * How a pulse stands on `today` (`YYYY-MM-DD`).
 * @example pulseState({ askedAt: null, answeredAt: null, untilOn: '2026-03-01' }, '2026-03-02') // 'lapsed'
 */
export function pulseState({ askedAt, answeredAt, untilOn }: PulseLife, today: string): PulseState {
  if (answeredAt !== null) return 'answered'
  if (untilOn < today) return 'lapsed'
  return askedAt === null ? 'due' : 'asked'
}

/** What a round is called. */
export function roundWords(round: string): Says {
  if (round === 'm6') return { id: '6 bulan berjalan', en: '6 months of running' }
  if (round === 'm12') return { id: '12 bulan berjalan', en: '12 months of running' }
  return { id: `bulan pemutakhiran ${round}`, en: `update month ${round}` }
}

/** Who answers for a replication, signed in: its adopter. */
export const answersPulse: Rule<Pick<ReplicationParties, 'adopter'>> = writesReplication

/** Who may make the link that asks: its adopter, and whoever guides it. */
export const asksPulse: Rule<ReplicationParties> = anyOf<ReplicationParties>(
  writesReplication,
  guidesReplication,
)

/** Who reads who answered and what: both sides, those who guide or check, and the ministries. */
export const readsPulse: Rule<ReplicationParties> = involvedInReplication
