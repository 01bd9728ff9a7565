import { lackingProof, proofSays } from '@semai/domain/people/proof'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { proofOf } from './proof.queries.ts'
import type { ProofState } from './proof.queries.ts'

/**
 * The session proved a moment ago whose it is, by the strongest means the account has.
 * @throws Refusal forbidden otherwise, also when the session is not the person's or is over.
 */
export async function refuseStaleProof(
  db: Db,
  { personId, sessionId, now }: { personId: string | null; sessionId: string; now: Date },
): Promise<ProofState> {
  const proof = await proofOf(db, sessionId)
  const isTheirs = proof !== undefined && proof.personId === personId
  if (!isTheirs || lackingProof(proof, now) !== null) throw new Refusal('forbidden', proofSays)
  return proof
}
