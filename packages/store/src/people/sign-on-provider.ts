import * as client from 'openid-client'
import { isOnThisMachine } from '@semai/domain/people/sign-on-settings'
import type { SignOnSettings } from '@semai/domain/people/sign-on-settings'

/** Why a sign-on did not come about: the provider does not answer; the person turned back; anything else. */
export type SignOnReason = 'unavailable' | 'cancelled' | 'refused'

/** An expected failure of a sign-on at the provider; `cause` is for the log. */
export class SignOnTrouble extends Error {
  readonly reason: SignOnReason

  constructor(reason: SignOnReason, cause: unknown) {
    super(`sign-on: ${reason}`, { cause })
    this.name = 'SignOnTrouble'
    this.reason = reason
  }
}

/** What is kept of a question to the provider until it is answered. */
export type SentSignOn = { state: string; nonce: string; verifier: string; isAgain: boolean }

/** Whom the provider says it recognised, and how. */
export type Recognised = {
  issuer: string
  subject: string
  email: string | null
  /** The provider checked that the address is the person's. */
  isVerified: boolean
  acr: string | null
  amr: string[]
}

const answerWithinSeconds = 10
/** Short, so that one that went down is noticed before people are sent there. */
const rememberedMs = 60_000
const remembered = new Map<string, { at: number; configuration: Promise<client.Configuration> }>()

/**
 * What the provider publishes of itself, asked at most once a minute.
 * @throws SignOnTrouble unavailable.
 */
export function providerOf(settings: SignOnSettings, now: Date): Promise<client.Configuration> {
  const { issuer, clientId } = settings
  const key = `${issuer} ${clientId}`
  const known = remembered.get(key)
  if (known && now.getTime() - known.at < rememberedMs) return known.configuration
  const configuration = discover(settings)
  remembered.set(key, { at: now.getTime(), configuration })
  configuration.catch(() => remembered.delete(key)) // asked again by the next who comes
  return configuration
}

/** @throws SignOnTrouble unavailable when the provider does not answer with what a provider publishes. */
async function discover({ issuer, clientId, clientSecret }: SignOnSettings): Promise<client.Configuration> {
  try {
    return await client.discovery(new URL(issuer), clientId, undefined, secretAsAsked(clientSecret), {
      timeout: answerWithinSeconds,
      ...(isOnThisMachine(issuer) ? { execute: [client.allowInsecureRequests] } : {}),
    })
  } catch (problem) {
    throw new SignOnTrouble('unavailable', problem)
  }
}

/** The secret goes as the provider says it takes it: in the body, or as it is usual where it says nothing. */
function secretAsAsked(clientSecret: string): client.ClientAuth {
  const [post, basic] = [client.ClientSecretPost(clientSecret), client.ClientSecretBasic(clientSecret)]
  return (server, ...asked) =>
    server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
      ? post(server, ...asked)
      : basic(server, ...asked)
}

/**
 * Where to send the browser, and what to keep until it comes back: code flow with PKCE, state and nonce. `isAgain` asks the
 * provider to recognise the person anew.
 * @throws SignOnTrouble unavailable.
 */
export async function signOnAddress(
  settings: SignOnSettings,
  { redirectUri, lang, isAgain, now }: { redirectUri: string; lang: string; isAgain: boolean; now: Date },
): Promise<{ address: string; sent: SentSignOn }> {
  const configuration = await providerOf(settings, now)
  const verifier = client.randomPKCECodeVerifier()
  const sent = { state: client.randomState(), nonce: client.randomNonce(), verifier, isAgain }
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: sent.state,
    nonce: sent.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: lang,
    ...(isAgain ? { prompt: 'login', max_age: '0' } : {}),
  })
  return { address: address.href, sent }
}

/**
 * Whom the provider recognised, after it confirmed that the answer in this address is its own, to this question.
 * @throws SignOnTrouble.
 */
export async function recognisedBy(
  settings: SignOnSettings,
  { address, sent, now }: { address: URL; sent: SentSignOn; now: Date },
): Promise<Recognised> {
  const configuration = await providerOf(settings, now)
  try {
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: sent.state,
      expectedNonce: sent.nonce,
      pkceCodeVerifier: sent.verifier,
      idTokenExpected: true,
      ...(sent.isAgain ? { maxAge: 60 } : {}),
    })
    const claims = tokens.claims()!
    const said =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? { ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims }
        : claims
    return recognisedIn(said, configuration.serverMetadata().issuer)
  } catch (problem) {
    throw new SignOnTrouble(reasonOf(problem), problem)
  }
}

/** Where the provider ends its own session, and leads back from; null where it has no such place or does not answer. */
export async function signOutAddress(
  settings: SignOnSettings,
  { backTo, now }: { backTo: string; now: Date },
): Promise<string | null> {
  const configuration = await providerOf(settings, now).catch(() => null)
  if (!configuration?.serverMetadata().end_session_endpoint) return null
  return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href
}

function recognisedIn(said: Record<string, unknown> & { sub: string }, issuer: string): Recognised {
  const { sub: subject, email, email_verified: isVerified, acr, amr } = said
  const methods = Array.isArray(amr) ? amr.filter((one): one is string => typeof one === 'string') : []
  return {
    issuer,
    subject,
    email: typeof email === 'string' ? email.trim().toLowerCase() : null,
    isVerified: isVerified === true,
    acr: typeof acr === 'string' ? acr.slice(0, 200) : null,
    amr: methods.slice(0, 10).map((one) => one.slice(0, 40)),
  }
}

const passing = new Set(['temporarily_unavailable', 'server_error'])
const silent = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

function reasonOf(problem: unknown): SignOnReason {
  if (problem instanceof client.AuthorizationResponseError) {
    if (problem.error === 'access_denied') return 'cancelled'
    return passing.has(problem.error) ? 'unavailable' : 'refused'
  }
  if (problem instanceof TypeError) return 'unavailable' // no connection
  const { code } = problem as { code?: string }
  return code !== undefined && silent.has(code) ? 'unavailable' : 'refused'
}
