import { askPasskey } from '@semai/store/people/passkey-sign-in.commands'
import { change } from '#lib/server/change.ts'
import { passkeysHere } from '#lib/server/entering.ts'

/** What the script of a page asks the device: for any passkey of this site, or for one of whoever is signed in. */
export const POST = change(async (event) => {
  const { db, actor, session, now } = event.locals
  const site = passkeysHere(event)
  const proving = session && { id: session.id, personId: actor.personId! }
  return { status: 200, answer: await askPasskey(db, { session: proving, site, now }) }
})
