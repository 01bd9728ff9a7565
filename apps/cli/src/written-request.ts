import { WrittenHeaders } from './written-headers.ts'

const Platform = globalThis.Request
type Input = ConstructorParameters<typeof Platform>[0]

/**
 * A `Request` that only asks: address, method and headers, no body. The platform's own takes as long to make as a
 * list takes to be looked up. Whoever wants more of it (`clone()`, `text()` …) is given the platform's, made then.
 */
class WrittenRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly signal: AbortSignal
  readonly body = null
  #platform: Request | null = null

  constructor(url: URL, { method, headers, signal }: Asking) {
    this.url = url.href
    this.method = method
    this.headers = new WrittenHeaders(headers) as unknown as Headers
    this.signal = signal
  }

  asPlatform(): Request {
    const { url, method, headers, signal } = this
    this.#platform ??= new Platform(url, { method, headers: [...headers], signal })
    return this.#platform
  }
}

/** What the adapter gives for a request it was asked. */
type Asking = { method: 'GET' | 'HEAD'; headers: [string, string][]; signal: AbortSignal }

for (const name of Object.getOwnPropertyNames(Platform.prototype)) {
  if (['constructor', 'url', 'method', 'headers', 'signal', 'body'].includes(name)) continue
  Object.defineProperty(WrittenRequest.prototype, name, {
    get(this: WrittenRequest) {
      const value: unknown = Reflect.get(this.asPlatform(), name)
      return typeof value === 'function' ? value.bind(this.asPlatform()) : value
    },
  })
}
Object.setPrototypeOf(WrittenRequest.prototype, Platform.prototype)

/** From now on `new Request` of this process, made of an address to be read, is light; any other is the platform's. */
export function keepRequestsWritten(): void {
  globalThis.Request = new Proxy(Platform, {
    construct(platform, [input, init]: [Input, RequestInit?]) {
      if (input instanceof WrittenRequest) return new platform(input.asPlatform(), init)
      const url = typeof input === 'string' && isAsking(init) ? URL.parse(input) : null
      const isUsual = url !== null && url.username === '' && url.password === '' // else the platform refuses it
      return isUsual ? new WrittenRequest(url, init as unknown as Asking) : new platform(input, init)
    },
  })
}

function isAsking(init: RequestInit | undefined): boolean {
  const isRead = init?.method === 'GET' || init?.method === 'HEAD'
  return (
    isRead && init.body === undefined && init.signal instanceof AbortSignal && Array.isArray(init.headers)
  )
}
