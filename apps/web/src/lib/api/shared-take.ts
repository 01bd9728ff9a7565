import type { Permission, RateLimiter } from './rate-limit.ts'

/** What one process of the site tells the others: how many tokens which of its limiters gave to whom. */
type Given = { limiter: string; given: [client: string, count: number][] }

const tellEveryMs = 100

/**
 * One allowance for all processes of the site: ten times a second each tells the others what it gave. A client can
 * get more than its allowance only within that tenth of a second. `limiter` names what is limited: each name counts by itself. Alone in
 * its process, it is the limiter's own.
 */
export function sharedTake(limiter: string, { take, takenElsewhere }: RateLimiter): RateLimiter['take'] {
  if (process.send === undefined) return take
  const untold = new Map<string, number>()
  process.on('message', (message) => {
    if (!isGiven(message) || message.limiter !== limiter) return
    const now = new Date()
    for (const [client, count] of message.given) takenElsewhere(client, count, now)
  })
  const tell = () => {
    if (untold.size === 0 || !process.connected) return
    process.send!({ limiter, given: [...untold] } satisfies Given)
    untold.clear()
  }
  setInterval(tell, tellEveryMs).unref()

  return (client: string, now: Date): Permission => {
    const permission = take(client, now)
    if (permission.allowed) untold.set(client, (untold.get(client) ?? 0) + 1)
    return permission
  }
}

function isGiven(message: unknown): message is Given {
  return typeof message === 'object' && message !== null && 'given' in message && 'limiter' in message
}
