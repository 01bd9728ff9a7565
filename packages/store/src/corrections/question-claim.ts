import { correctionLifecycle } from '@semai/domain/corrections/correction.lifecycle'
import { dayIn } from '@semai/domain/time/clock'
import { dateWords } from '@semai/domain/time/date-words'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { tellOfCorrection } from './correction-news.ts'

/** A claim that a citizen questions: who runs which innovation where. */
export type QuestionedClaim = {
  id: string
  innovationId: string
  innovation: string
  region: string
  organisationId: string
}

/**
 * A question to whoever runs something, as a correction: it is in their queue, they are told of it, and what they
 * answer is public. The claim stays as it is.
 * @returns the id of the correction.
 */
export async function questionClaim(
  db: Tx,
  { claim, words, now }: { claim: QuestionedClaim; words: string | null; now: Date },
): Promise<string> {
  const id = uuidv7()
  const said = `Warga menyatakan "${claim.innovation}" tidak berjalan di ${claim.region}.`
  await db
    .insertInto('correction')
    .values({
      id,
      subject_kind: 'innovation',
      innovation_id: claim.innovationId,
      region_code: null,
      subject_organisation_id: null,
      organisation_id: claim.organisationId,
      claim_id: claim.id,
      state: correctionLifecycle.initial,
      wrong: words === null ? said : `${said} "${words}"`,
      right:
        'Periksa di tempat, lalu jawab apakah layanannya masih berjalan. Jawaban Anda dibaca semua orang.',
      source: `Suara warga, ${dateWords('id', dayIn(now))}`,
      change_path: null,
      change_version: null,
      received_at: now,
      moved_at: now,
    })
    .execute()
  await tellOfCorrection(db, { id, title: claim.innovation, ownerId: claim.organisationId, now })
  return id
}
