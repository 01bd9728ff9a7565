import type { ServerResponse } from 'node:http'
import { WrittenHeaders } from './written-headers.ts'

const Platform = globalThis.Response
type Body = ConstructorParameters<typeof Platform>[0]

/**
 * A `Response` whose text or bytes stay what they are. The platform's own makes a stream of them, which the adapter
 * reads back chunk by chunk: a quarter of what this process spends on a list as JSON. Whoever asks for more than
 * status, headers and the written body (`text()`, `body`, `clone()` …) is given the platform's, made then.
 */
class WrittenResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  readonly written: Written
  #platform: Response | null = null

  constructor(written: Written, init: ResponseInit = {}) {
    this.status = init.status ?? 200
    this.statusText = init.statusText ?? ''
    this.headers = new WrittenHeaders(init.headers) as unknown as Headers
    this.written = written
    if (typeof written === 'string' && !this.headers.has('content-type')) {
      this.headers.set('content-type', 'text/plain;charset=UTF-8')
    }
  }

  asPlatform(): Response {
    const { status, statusText, headers } = this
    this.#platform ??= new Platform(this.written as Body, { status, statusText, headers: [...headers] })
    return this.#platform
  }
}

type Written = string | Uint8Array | null

for (const name of Object.getOwnPropertyNames(Platform.prototype)) {
  if (['constructor', 'status', 'statusText', 'headers'].includes(name)) continue
  Object.defineProperty(WrittenResponse.prototype, name, {
    get(this: WrittenResponse) {
      const value: unknown = Reflect.get(this.asPlatform(), name)
      return typeof value === 'function' ? value.bind(this.asPlatform()) : value
    },
  })
}
Object.setPrototypeOf(WrittenResponse.prototype, Platform.prototype)

/** From now on `new Response` of this process keeps text and bytes as they are; anything else is the platform's. */
export function keepResponsesWritten(): void {
  globalThis.Response = new Proxy(Platform, {
    construct(platform, [body = null, init]: [Body?, ResponseInit?]) {
      const isWritten = body === null || typeof body === 'string' || body instanceof Uint8Array
      const isUsual = init?.status === undefined || (init.status >= 200 && init.status <= 599) // else it is refused
      return isWritten && isUsual ? new WrittenResponse(body, init) : new platform(body, init)
    },
  })
}

/** Sends an answer with its text or bytes in one piece. @returns false when it has none: then nothing was sent. */
export function sendWritten(answer: Response, response: ServerResponse): boolean {
  if (!(answer instanceof WrittenResponse)) return false
  const { status, headers, written } = answer
  const head = (headers as unknown as WrittenHeaders).lines()
  if (written !== null && !headers.has('content-length')) {
    head.push('content-length', String(Buffer.byteLength(written)))
  }
  response.writeHead(status, head)
  response.end(written ?? undefined)
  return true
}
