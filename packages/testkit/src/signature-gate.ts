import { createHash, createHmac } from 'node:crypto'
import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** What Signature Version 4 is made of. `headers` by lower-case name; `path` and `query` as they were sent. */
export type Signed = {
  method: string
  path: string
  query: string
  headers: Readonly<Record<string, string>>
  signedHeaders: readonly string[]
  /** `20130524/us-east-1/s3/aws4_request`. */
  scope: string
  payload: string
  secret: string
}

/**
 * The signature of a request, in hexadecimal. Written from the description and not from the client under test; the
 * examples of the same description are its test.
 * Source: AWS, Authenticating Requests: Using the Authorization Header (Signature Version 4), Amazon S3 API Reference.
 */
export function signatureV4({
  method,
  path,
  query,
  headers,
  signedHeaders,
  scope,
  payload,
  secret,
}: Signed): string {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
  const canonical = [method, path, pairs.sort().join('&'), lines.join(''), signedHeaders.join(';'), payload]
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical.join('\n'))].join('\n')
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`)
  return hmac(key, text).toString('hex')
}

/** A server before another that lets through only what is signed with `secret` and arrives as it was signed. */
export function signatureGate(behind: { port: number; secret: string }): Server {
  return createServer((incoming, outgoing) => void judge(incoming, outgoing, behind))
}

async function judge(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { port, secret }: { port: number; secret: string },
): Promise<void> {
  const body = Buffer.concat((await incoming.toArray()) as Buffer[])
  const refusal = refusalOf(incoming, body, secret)
  if (refusal === null) return passOn(incoming, outgoing, { body, port })
  outgoing.writeHead(403, { 'content-type': 'application/xml' })
  outgoing.end(`<?xml version="1.0"?><Error><Code>${refusal}</Code></Error>`)
}

function refusalOf(
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
  secret: string,
): string | null {
  const form =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, scope = '', signedHeaders = '', given] = form.exec(headers.authorization ?? '') ?? []
  const payload = String(headers['x-amz-content-sha256'] ?? '')
  const [path = '', query = ''] = url.split('?')
  const own = signatureV4({
    method,
    path,
    query,
    headers: headers as Record<string, string>,
    signedHeaders: signedHeaders.split(';'),
    scope,
    payload,
    secret,
  })
  if (own !== given) return 'SignatureDoesNotMatch'
  return payload === 'UNSIGNED-PAYLOAD' || payload === sha256(body) ? null : 'XAmzContentSHA256Mismatch'
}

function passOn(
  { method, url, headers }: IncomingMessage,
  outgoing: ServerResponse,
  { body, port }: { body: Buffer; port: number },
): void {
  const inner = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(outgoing)
  })
  inner.on('error', () => outgoing.destroy())
  inner.end(body)
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
