import { fail } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { z } from 'zod'
import { renderSVG } from 'uqr'
import { passkeyName } from '@semai/domain/people/passkey.form'
import { passkeySite } from '@semai/domain/people/passkey-site'
import { Refusal } from '@semai/domain/refusal'
import { changePassword } from '@semai/store/people/change-password.commands'
import { addPasskey, removePasskey } from '@semai/store/people/passkey.commands'
import { passkeysOf } from '@semai/store/people/passkey.queries'
import {
  confirmAuthenticator,
  offerAuthenticator,
  offeredSecret,
} from '@semai/store/people/second-factor.commands'
import { arrivedNow } from '@semai/store/people/sign-on-attempt'
import { linkSignOn, unlinkSignOn } from '@semai/store/people/sign-on.commands'
import { signOnsOf } from '@semai/store/people/sign-on.queries'
import { authenticatorAddress, secretInLetters } from '@semai/store/people/totp'
import { form } from '#lib/server/answer.ts'
import { passkeysHere, provedNow } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { forgetSignOn, keepSession, signOnToken } from '#lib/server/session-cookies.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { accountTexts } from '#lib/texts/account.ts'
import type { Actions, PageServerLoad } from './$types'

/** A new offer of an authenticator each time the page is opened; nothing is in force before a code of it was typed. */
export const load: PageServerLoad = async (event) => {
  const { db, actor, origin } = event.locals
  const { hasAuthenticator, hasPassword } = await provedNow(event, '/akun/pengaman')
  const isOffered = !hasAuthenticator || event.url.searchParams.get('ganti') === 'aplikasi'
  const [passkeys, provider, offer] = await Promise.all([
    passkeysOf(db, actor.personId!),
    providerFor(event),
    isOffered ? newOffer(event) : null,
  ])
  const device = placeOf(event).device
  return {
    passkeys,
    provider,
    offer,
    hasAuthenticator,
    hasPassword,
    device,
    hasPasskeySite: passkeySite(origin) !== null,
    origin,
  }
}

async function newOffer({ locals: { db, actor, session, now, origin } }: RequestEvent) {
  const { secret, sealed } = await offerAuthenticator(db, actor, now)
  return { ...shownSecret(secret, session!.name, origin), sealed }
}

/** The provider of sign-on, since when it leads to this person, and whom it recognised in this browser a moment ago. */
async function providerFor(event: RequestEvent) {
  if (signOnProvider === null) return null
  const { db, actor, now } = event.locals
  const [links, arrived] = await Promise.all([
    signOnsOf(db, actor.personId!),
    arrivedNow(db, signOnToken(event), now),
  ])
  const linked = links.find(({ issuer }) => issuer === signOnProvider!.issuer)
  return {
    name: signOnProvider.name,
    linkedAt: linked?.linkedAt ?? null,
    arrived: arrived && { email: arrived.email },
  }
}

const appForm = z.object({ sealed: z.string().min(1).max(500), code: z.string().min(1).max(20) })
const passkeyForm = z.object({ credential: z.string().max(60_000), name: passkeyName })

const passwordForm = z.object({ password: z.string().min(1).max(1_000), again: z.string().max(1_000) })

export const actions: Actions = {
  password: (event) =>
    form(event, passwordForm, async ({ password, again }) => {
      const { db, actor, session, now } = event.locals
      if (password !== again) throw differ
      await changePassword(db, actor, { password, sessionId: session!.id, now })
      return { made: 'password' as const, codes: null }
    }),
  app: async (event) => {
    const { db, actor, session, now, origin } = event.locals
    let sealed = ''
    const result = await form(event, appForm, async (typed) => {
      sealed = typed.sealed
      const made = await confirmAuthenticator(db, actor, { ...typed, sessionId: session!.id, now })
      keepSession(event, made.session)
      return { made: 'app' as const, codes: made.codes }
    })
    if ('made' in result) return result
    // A wrong code is tried again on the same offer: the app has it already.
    const secret = await offeredSecret(db, actor, sealed, now)
    const again = secret === null ? null : { ...shownSecret(secret, session!.name, origin), sealed }
    return fail(result.status, { ...result.data, again })
  },
  passkey: (event) =>
    form(event, passkeyForm, async ({ credential, name }) => {
      const { db, actor, session, now } = event.locals
      const site = passkeysHere(event)
      const made = await addPasskey(db, actor, {
        answer: credential,
        name,
        sessionId: session!.id,
        site,
        now,
      })
      keepSession(event, made.session)
      return { made: 'passkey' as const, codes: made.codes }
    }),
  remove: (event) =>
    form(event, z.object({ passkey: z.uuid() }), async ({ passkey }) => {
      const { db, actor, session, now } = event.locals
      await removePasskey(db, actor, { passkeyId: passkey, sessionId: session!.id, now })
      return { made: 'removal' as const, codes: null }
    }),
  link: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, session, now } = event.locals
      const token = signOnToken(event)
      forgetSignOn(event)
      await linkSignOn(db, actor, { token, sessionId: session!.id, now })
      return { made: 'link' as const, codes: null }
    }),
  unlink: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, session, now } = event.locals
      const issuer = signOnProvider?.issuer ?? ''
      await unlinkSignOn(db, actor, { issuer, sessionId: session!.id, now })
      return { made: 'unlink' as const, codes: null }
    }),
}

const says = { id: accountTexts.id.invitation.differ, en: accountTexts.en.invitation.differ }
const differ = new Refusal('invalid', says, [{ field: 'again', says }])

function shownSecret(secret: Buffer, account: string, origin: string) {
  const address = authenticatorAddress(secret, { issuer: `Semai ${new URL(origin).host}`, account })
  const picture = renderSVG(address, { border: 2, whiteColor: '#ffffff', blackColor: '#000000' })
  return { letters: secretInLetters(secret), address, picture }
}
