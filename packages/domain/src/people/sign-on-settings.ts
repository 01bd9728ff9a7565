/** A provider of OpenID Connect with whom people may sign in, and as whom this site is known there. */
export type SignOnSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

/** Off when nothing is set; broken, with what to mend, when it is set in part or wrongly. */
export type SignOn =
  { kind: 'off' } | { kind: 'broken'; says: string } | { kind: 'on'; settings: SignOnSettings }

/**
 * Reads `SEMAI_OIDC_ISSUER`, `SEMAI_OIDC_CLIENT_ID`, `SEMAI_OIDC_CLIENT_SECRET` and `SEMAI_OIDC_NAME`, the name on the button
 * (without it the host of the issuer). Without encryption a provider is taken on this machine only.
 */
export function signOnFrom(env: Readonly<Record<string, string | undefined>>): SignOn {
  const {
    SEMAI_OIDC_ISSUER: issuer,
    SEMAI_OIDC_CLIENT_ID: clientId,
    SEMAI_OIDC_CLIENT_SECRET: clientSecret,
    SEMAI_OIDC_NAME: name,
  } = env
  if (!issuer && !clientId && !clientSecret) return { kind: 'off' }
  if (!issuer || !clientId || !clientSecret) {
    return {
      kind: 'broken',
      says: 'Set all of SEMAI_OIDC_ISSUER, SEMAI_OIDC_CLIENT_ID and SEMAI_OIDC_CLIENT_SECRET, or none.',
    }
  }
  const host = hostOf(issuer)
  if (host === null) {
    return {
      kind: 'broken',
      says: 'SEMAI_OIDC_ISSUER must be an address that begins with https://, as the provider states it.',
    }
  }
  return { kind: 'on', settings: { issuer, clientId, clientSecret, name: name?.trim() || host } }
}

/** Whether an issuer is reached on this machine, where encryption adds nothing. */
export function isOnThisMachine(issuer: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
}

function hostOf(issuer: string): string | null {
  if (!URL.canParse(issuer)) return null
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(issuer)) ? hostname : null
}
