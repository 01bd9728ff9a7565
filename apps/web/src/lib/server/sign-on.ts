import { signOnFrom } from '@semai/domain/people/sign-on-settings'
import type { SignOnSettings } from '@semai/domain/people/sign-on-settings'

const found = signOnFrom(process.env)
if (found.kind === 'broken') {
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', trouble: found.says }))
}

/** The provider people may sign in with; null when none is set, or not rightly: the log and `semai doctor` say so. */
export const signOnProvider: SignOnSettings | null = found.kind === 'on' ? found.settings : null
