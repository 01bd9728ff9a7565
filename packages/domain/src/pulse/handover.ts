import { involvedInReplication, writesReplication } from '../replications/replication-parties.ts'
import type { ReplicationParties } from '../replications/replication-parties.ts'
import type { ReplicationState } from '../replications/replication.lifecycle.ts'
import type { Rule } from '../people/access.ts'
import type { Says } from '../text/says.ts'

export const handoverCauses = ['left', 'other', 'nobody'] as const
/** Why a replication needs a hand-over: its contact holds no role any more, or a pulse says that another or nobody looks after it. */
export type HandoverCause = (typeof handoverCauses)[number]

export const handoverCauseNames: Record<HandoverCause, Says> = {
  left: {
    id: 'yang mengurusnya tidak lagi memegang peran di unit ini',
    en: 'whoever looked after it holds no role in this unit any more',
  },
  other: {
    id: 'dijawab bahwa kini orang lain yang mengurusnya',
    en: 'the answer says that somebody else looks after it now',
  },
  nobody: {
    id: 'dijawab bahwa belum ada yang mengurusnya',
    en: 'the answer says that nobody looks after it',
  },
}

/** States in which somebody has to look after a replication. */
export const lookedAfterStates: readonly ReplicationState[] = [
  'preparing',
  'implementing',
  'running',
  'institutionalised',
]

/** Who names whoever looks after it: its adopter. */
export const namesContact: Rule<Pick<ReplicationParties, 'adopter'>> = writesReplication

/** Who reads the hand-over pack: both sides, those who guide or check, and the ministries. */
export const readsPack: Rule<ReplicationParties> = involvedInReplication
