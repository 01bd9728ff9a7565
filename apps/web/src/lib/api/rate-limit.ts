/** `perMinute` 0 switches the limit off. `burst`: how many requests may come at once. */
export type Allowance = { perMinute: number; burst: number }

export type Permission = {
  allowed: boolean
  /** Whole requests left before the next refusal. */
  remaining: number
  /** Seconds until the bucket is full again. */
  resetSeconds: number
  /** Seconds until one request is possible; 0 when it already is. */
  retrySeconds: number
}

type Bucket = { tokens: number; at: number }

/** Addresses remembered at most; the longest unseen are forgotten first, which only ever favours the visitor. */
const remembered = 20_000

export type RateLimiter = {
  /** Takes one token of this client, when there is one. */
  take(client: string, now: Date): Permission
  /** Takes the tokens that were given to this client elsewhere, below nothing if need be. */
  takenElsewhere(client: string, count: number, now: Date): void
}

/** A token bucket for each client, in memory: full at first, refilled steadily, one token a request. */
export function rateLimiter({ perMinute, burst }: Allowance): RateLimiter {
  const buckets = new Map<string, Bucket>()
  const perSecond = perMinute / 60

  /** The tokens of a client at a moment, seconds. */
  function tokensOf(client: string, at: number): number {
    const before = buckets.get(client) ?? { tokens: burst, at }
    return Math.min(burst, before.tokens + Math.max(0, at - before.at) * perSecond)
  }

  function leave(client: string, bucket: Bucket): void {
    buckets.delete(client)
    buckets.set(client, bucket)
    if (buckets.size > remembered) forgetOldest(buckets)
  }

  function takenElsewhere(client: string, count: number, now: Date): void {
    const at = now.getTime() / 1000
    leave(client, { tokens: tokensOf(client, at) - count, at })
  }

  function take(client: string, now: Date): Permission {
    if (perMinute === 0) return { allowed: true, remaining: burst, resetSeconds: 0, retrySeconds: 0 }
    const at = now.getTime() / 1000
    const tokens = tokensOf(client, at)
    const allowed = tokens >= 1
    const left = allowed ? tokens - 1 : tokens
    leave(client, { tokens: left, at })
    return {
      allowed,
      remaining: Math.max(0, Math.floor(left)),
      resetSeconds: Math.ceil((burst - left) / perSecond),
      retrySeconds: allowed ? 0 : Math.ceil((1 - left) / perSecond),
    }
  }

  return { take, takenElsewhere }
}

/**
 * Who a request is counted for: an IPv4 address as it is, an IPv6 address by its first 64 bits, since one
 * subscriber has all the rest.
 */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::')
    ? Array.from({ length: 8 - front.length - back.length }, () => '0')
    : []
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}

/** The allowance from configuration: `SEMAI_API_PER_MINUTE` (0: no limit) and `SEMAI_API_BURST`. */
export function allowanceOf(environment: Record<string, string | undefined>): Allowance {
  return {
    perMinute: wholeNumber(environment.SEMAI_API_PER_MINUTE, 600),
    burst: Math.max(1, wholeNumber(environment.SEMAI_API_BURST, 200)),
  }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === '') return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`rate limit: not a whole number: ${text}`)
  return number
}

function forgetOldest(buckets: Map<string, Bucket>) {
  const oldest = buckets.keys().next().value
  if (oldest !== undefined) buckets.delete(oldest)
}
