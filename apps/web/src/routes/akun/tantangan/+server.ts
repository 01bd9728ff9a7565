import { offerPasskey } from '@semai/store/people/passkey.commands'
import { change } from '#lib/server/change.ts'
import { passkeysHere } from '#lib/server/entering.ts'

/** What the script of the page asks the device: to make a passkey. */
export const POST = change(async (event) => {
  const { db, actor, session, now } = event.locals
  const site = passkeysHere(event)
  return { status: 200, answer: await offerPasskey(db, actor, { sessionId: session!.id, site, now }) }
})
