import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody the provider knows. */
export type Known = { sub: string; email: string; email_verified: boolean }

/** A provider of OpenID Connect on this machine. */
export type LocalProvider = {
  /** What the site is started with. */
  env: Record<string, string>
  issuer: string
  /** Who sits at the browser: the provider recognises this person without asking; null turns back. */
  who: Known | null
  /** Opens for the site at this address. Before, and after `close`, it answers nothing but 503. */
  open(site: string): void
  close(): void
  stop(): Promise<void>
}

const clientId = 'semai'
const clientSecret = 'rahasia-untuk-uji-coba-saja'

/** `oidc-provider`, which is certified, with one client and people who need not type anything. */
export async function localProvider(): Promise<LocalProvider> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null = null
  const server = createServer((request, response) => {
    if (answer) void answer(request, response)
    else response.writeHead(503).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const local: LocalProvider = {
    env: {
      SEMAI_OIDC_ISSUER: issuer,
      SEMAI_OIDC_CLIENT_ID: clientId,
      SEMAI_OIDC_CLIENT_SECRET: clientSecret,
      SEMAI_OIDC_NAME: 'Akun Contoh',
    },
    issuer,
    who: null,
    open: (site) => (answer = answering(local, site)),
    close: () => (answer = null),
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
  return local
}

function answering(local: LocalProvider, site: string) {
  const known = new Map<string, Known>()
  const provider = new Provider(local.issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${site}/masuk/layanan/kembali`],
        post_logout_redirect_uris: [`${site}/keluar`],
      },
    ],
    cookies: { keys: ['uji coba'] },
    jwks: { keys: [signingKey()] },
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    renderError: (context: { type: string; body: unknown }, out: unknown) => {
      context.type = 'json'
      context.body = out
    },
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], auth_time: null },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/orang/${uid}` },
    findAccount: (_, id) => Promise.resolve({ accountId: id, claims: () => Promise.resolve(known.get(id)!) }),
    async loadExistingGrant({ oidc: { client, session, provider } }) {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/orang/')) return callback(request, response)
    const { who } = local
    if (who) known.set(who.sub, who)
    const result = who
      ? { login: { accountId: who.sub, acr: 'urn:contoh:dua', amr: ['pwd', 'otp'] } }
      : { error: 'access_denied' }
    return provider.interactionFinished(request, response, result)
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'uji', use: 'sig', alg: 'RS256' }
}
