import type { Says } from '../text/says.ts'
import type { Assurance } from './actor.ts'

/** Minutes for which a proof is good enough to change the ways into an account. */
export const freshProofMinutes = 15

/** What a session has shown of whose it is. */
export type Proof = {
  assurance: Assurance
  /** When it was shown, by the strongest means the account has. */
  provedAt: Date
  /** The account has an authenticator or a passkey. */
  hasSecondFactor: boolean
}

/**
 * What is missing before this session may add or remove a way into the account, or null. A password is not enough where
 * the account has more: whoever stole one would otherwise put an authenticator of his own in place of the owner's.
 */
export function lackingProof(
  { assurance, provedAt, hasSecondFactor }: Proof,
  now: Date,
): 'second factor' | 'again' | null {
  if (hasSecondFactor && assurance === 'password') return 'second factor'
  const isFresh = now.getTime() - provedAt.getTime() < freshProofMinutes * 60_000
  if (isFresh) return null
  return hasSecondFactor ? 'second factor' : 'again'
}

/** The sentence for a change that came without such a proof. */
export const proofSays: Says = {
  id: `Pastikan dulu bahwa ini Anda: bukti terakhir lebih dari ${freshProofMinutes} menit yang lalu, atau belum dengan pengaman kedua. Muat ulang halaman ini.`,
  en: `Show first that it is you: the last proof is more than ${freshProofMinutes} minutes old, or was without the second factor. Reload this page.`,
}
