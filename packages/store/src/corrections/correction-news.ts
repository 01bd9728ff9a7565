import { answeredCorrectionStates, correctionHandler } from '@semai/domain/corrections/correction.lifecycle'
import type { Correction, CorrectionStep } from '@semai/domain/corrections/correction.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { ownerOf } from '../organisations/owner-path.ts'

type Received = { id: string; title: string; ownerId: string | null; now: Date }

/** Whoever may answer for the institution is told of a correction that came in. */
export async function tellOfCorrection(db: Tx, { id, title, ownerId, now }: Received): Promise<void> {
  if (ownerId === null) return
  const subject = { ...(await ownerOf(db, ownerId)), state: 'received' as const, isSender: false }
  const to = await peopleAllowed<Correction>(db, correctionHandler, { subject, now })
  const detail = { correction: id, title, isReply: false }
  await notify(db, { kind: 'correction_received', detail, to, at: now })
}

type Moved = {
  correction: Correction & { id: string; subject: string }
  step: CorrectionStep
  to: Correction['state']
  now: Date
}

/** The institution is told what its sender replied, and of an answer; nobody of what they did themselves. */
export async function tellOfCorrectionStep(db: Tx, actor: Actor, { correction, step, to, now }: Moved) {
  const isAnswer = answeredCorrectionStates.includes(to)
  if (!isAnswer && step !== 'reply') return
  const allowed = await peopleAllowed<Correction>(db, correctionHandler, { subject: correction, now })
  const others = allowed.filter((id) => id !== actor.personId)
  const about = { correction: correction.id, title: correction.subject }
  await (isAnswer
    ? notify(db, {
        kind: 'correction_answered',
        detail: { ...about, isChanged: to === 'accepted' },
        to: others,
        at: now,
      })
    : notify(db, { kind: 'correction_received', detail: { ...about, isReply: true }, to: others, at: now }))
}
