import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** What a site answered, as somebody outside sees it. */
export type Answer = {
  status: number
  /** Where it leads, without the address of the site itself; empty when nowhere. */
  location: string
  headers: IncomingHttpHeaders
  text: string
}

export type Asking = {
  method?: string
  /** A form, in the order given; a name may come twice. */
  form?: readonly (readonly [name: string, value: string])[]
  body?: string | Buffer
  headers?: Record<string, string | null>
}

/**
 * Somebody with a program of their own instead of a browser: sends paths as they are written, cookies as they like, and any header.
 * Unless told otherwise it behaves as a browser on a page of the site does.
 */
export class Visitor {
  readonly site: string
  cookies = new Map<string, string>()

  constructor(site: string) {
    this.site = site
  }

  get(path: string, headers: Asking['headers'] = {}): Promise<Answer> {
    return this.ask(path, { headers })
  }

  post(path: string, fields: Record<string, string>, headers: Asking['headers'] = {}): Promise<Answer> {
    return this.ask(path, { form: Object.entries(fields), headers })
  }

  async ask(path: string, { method, form, body, headers = {} }: Asking = {}): Promise<Answer> {
    const typed = form && new URLSearchParams(form.map(([name, value]) => [name, value])).toString()
    const sent = body ?? typed
    const verb = method ?? (sent === undefined ? 'GET' : 'POST')
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const usual: Asking['headers'] = {
      accept: 'text/html',
      ...(cookie ? { cookie } : {}),
      ...(verb === 'GET' ? {} : { origin: this.site }),
      ...(typed === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) }),
    }
    const answer = await send(this.site, { path, verb, headers: { ...usual, ...headers }, sent })
    for (const set of answer.headers['set-cookie'] ?? []) this.keep(set)
    return answer
  }

  private keep(set: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
    if (/max-age=0(;|$)/i.test(set) || value === '') this.cookies.delete(name!)
    else this.cookies.set(name!, value!)
  }

  /** The token of the session, if the browser is signed in. */
  get session(): string | undefined {
    return this.cookies.get('semai_sesi')
  }

  set session(token: string) {
    this.cookies.set('semai_sesi', token)
  }
}

type Sending = {
  path: string
  verb: string
  headers: Record<string, string | null>
  sent: string | Buffer | undefined
}

function send(site: string, { path, verb, headers, sent }: Sending): Promise<Answer> {
  const { hostname, port } = new URL(site)
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null))
  return new Promise((done, fail) => {
    const asked = request(
      { hostname, port, path, method: verb, headers: given as Record<string, string>, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', fail)
        response.once('end', () => {
          const { location = '' } = response.headers
          done({
            status: response.statusCode!,
            location: location.startsWith(`${site}/`) ? location.slice(site.length) : location,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          })
        })
      },
    )
    asked.once('error', fail)
    asked.end(sent)
  })
}

/** What was answered in a few words: the status, and where it leads. */
export function brief({ status, location }: Answer): string {
  return location ? `${status} ${location}` : String(status)
}

/** The same with the sentence of the form or the error page that says why not. */
export function why(answer: Answer): string {
  const found =
    /role="alert"[^>]*>([\s\S]*?)<\/(?:div|section|p)>/.exec(answer.text) ??
    /<p class="lead[^"]*">([\s\S]*?)<\/p>/.exec(answer.text)
  const words = (found?.[1] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  return `${brief(answer)} ${words.trim()}`.trim()
}
