import { error, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { passkeySite } from '@semai/domain/people/passkey-site'
import type { PasskeySite } from '@semai/domain/people/passkey-site'
import { lackingProof } from '@semai/domain/people/proof'
import { Refusal } from '@semai/domain/refusal'
import { proofOf } from '@semai/store/people/proof.queries'
import type { ProofState } from '@semai/store/people/proof.queries'
import { endSession } from '@semai/store/people/session.commands'
import type { SessionMethod } from '@semai/store/people/schema'
import type { SignedIn } from '@semai/store/people/sign-in.commands'
import { keepSignedIn } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'

/** The browser is this person's from now on, whoever was signed in before, and goes on: to the second factor where one is due. */
export async function enterAs(
  event: RequestEvent,
  signedIn: SignedIn,
  { next, isWhole }: { next: string; isWhole: boolean },
): Promise<never> {
  const { lang } = event.locals
  await leave(event)
  keepSignedIn(event, signedIn)
  const isDue = signedIn.hasSecondFactor && !isWhole
  redirect(303, href(lang, isDue ? withNext('/masuk/kode', next) : next))
}

/** Whoever was signed in here no longer is. @returns how that session began; null when nobody was. */
export async function leave({ locals }: RequestEvent): Promise<SessionMethod | null> {
  const { db, actor, session, now } = locals
  if (session === null) return null
  return endSession(db, actor, { sessionId: session.id, now }).catch(alreadyOver)
}

/** What this session has proved; somebody who has to prove it anew is led to do so, and back to this page. */
export async function provedNow(event: RequestEvent, page: string): Promise<ProofState> {
  const { db, session, now, lang } = event.locals
  const proof = await proofOf(db, session!.id)
  if (!proof) error(404, 'Not Found')
  const lacks = lackingProof(proof, now)
  if (lacks === null) return proof
  redirect(303, href(lang, withNext(lacks === 'again' ? '/masuk/ulang' : '/masuk/kode', page)))
}

/** A path with where to go on to afterwards. */
export function withNext(path: string, next: string): string {
  return `${path}?${new URLSearchParams({ lanjut: next })}`
}

/** @throws Refusal invalid at an address for which browsers make no passkeys. */
export function passkeysHere({ locals }: Pick<RequestEvent, 'locals'>): PasskeySite {
  const site = passkeySite(locals.origin)
  if (site !== null) return site
  throw new Refusal('invalid', {
    id: 'Kunci sandi tidak dapat dipakai di alamat situs ini: peramban memerlukan nama situs dan HTTPS. Pakai kata sandi dan aplikasi kode.',
    en: 'Passkeys cannot be used at the address of this site: browsers need the name of a site and HTTPS. Use the password and a code app.',
  })
}

/** Another page of the same browser was quicker. */
function alreadyOver(problem: unknown): null {
  if (problem instanceof Refusal) return null
  throw problem
}
