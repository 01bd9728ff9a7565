import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { PasskeySite } from '@semai/domain/people/passkey-site'
import { madePasskeyForm, shownPasskeyForm } from '@semai/domain/people/passkey.form'
import type { ShownPasskey } from '@semai/domain/people/passkey.form'
import { Refusal } from '@semai/domain/refusal'
import type { z } from 'zod'

/** Kinds of keys that are taken, by COSE number: ES256, EdDSA, RS256, which is every one in devices sold today. */
export const keyKinds = [-7, -8, -257]

/** Takes the question an answer is about out of those still open; false when there is no such question. */
export type TakesChallenge = (challenge: string) => Promise<boolean>

/** @throws Refusal invalid for a text that is no answer of a passkey. */
export function readShownPasskey(text: string): ShownPasskey {
  return read(shownPasskeyForm, text)
}

/**
 * The passkey a device made, after its answer was checked: for this site, to a question of ours, by a person the device recognised.
 * Kinds of devices are not told apart, so no attestation is asked for.
 * @throws Refusal invalid for any other answer.
 */
export async function checkMadePasskey(text: string, site: PasskeySite, takes: TakesChallenge) {
  const answer = read(madePasskeyForm, text)
  const { transports = [], ...response } = answer.response
  let challenge = ''
  const checked = await verifyRegistrationResponse({
    response: { ...answer, response, clientExtensionResults: {} },
    expectedChallenge: (said) => (challenge = said) !== '',
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    supportedAlgorithmIDs: keyKinds,
  }).catch(() => null)
  if (!checked?.verified || !(await takes(challenge))) throw unfitAnswer()
  const { credential, credentialDeviceType, credentialBackedUp, aaguid } = checked.registrationInfo
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports,
    isBackupEligible: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
    model: aaguid,
  }
}

/**
 * What a passkey showed, after its signature was checked: for this site, to a question of ours, by a person the device
 * recognised. Whether its count went on is for the caller to judge, who holds the row.
 * @returns null for any other answer.
 */
export async function checkShownPasskey(
  answer: ShownPasskey,
  publicKey: Buffer,
  { site, takes }: { site: PasskeySite; takes: TakesChallenge },
) {
  const { userHandle, ...response } = answer.response
  let challenge = ''
  const checked = await verifyAuthenticationResponse({
    response: {
      ...answer,
      response: userHandle ? { ...response, userHandle } : response,
      clientExtensionResults: {},
    },
    expectedChallenge: (said) => (challenge = said) !== '',
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    // The library refuses a count that stands still or goes back in one breath with a wrong signature; we tell them apart.
    credential: { id: answer.id, publicKey: new Uint8Array(publicKey), counter: -1 },
  }).catch(() => null)
  if (!checked?.verified || !(await takes(challenge))) return null
  const { newCounter, credentialBackedUp, credentialDeviceType } = checked.authenticationInfo
  const isBackupEligible = credentialDeviceType === 'multiDevice'
  return { signCount: newCounter, isBackedUp: credentialBackedUp, isBackupEligible }
}

/** The refusal of an answer that is not one of a passkey of this site to a question of this moment. */
export function unfitAnswer(): Refusal {
  return new Refusal('invalid', {
    id: 'Jawaban kunci sandi ini tidak dapat diterima: mungkin terlambat, sudah dipakai, atau untuk situs lain. Coba sekali lagi dari awal.',
    en: 'This answer of a passkey cannot be accepted: it may be late, used already, or meant for another site. Try once more from the beginning.',
  })
}

function read<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw unfitAnswer()
  }
}
