import { EventEmitter, once } from 'node:events'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const file = join(import.meta.dirname, 'shared-take.ts')

/** A process with two limiters of three requests each, which takes what it is asked and says what was allowed. */
const child = `
import { rateLimiter } from ${JSON.stringify(join(import.meta.dirname, 'rate-limit.ts'))}
import { sharedTake } from ${JSON.stringify(file)}
const now = new Date()
const takes = Object.fromEntries(['forms', 'api'].map((name) => [name, sharedTake(name, rateLimiter({ perMinute: 1, burst: 3 }))]))
process.on('message', ({ ask }) => ask && process.send({ answer: takes[ask]('192.0.2.1', now).allowed }))
process.send({ answer: 'ready' })
`

type Told = { answer?: unknown; given?: unknown }

function start(told: EventEmitter) {
  const flags = ['--input-type=module', '--eval', child]
  const one = fork('-', [], { execArgv: flags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  one.on('message', (message: Told) => {
    if ('given' in message) told.emit('given', message, one)
  })
  const ask = async (limiter: string) => {
    one.send({ ask: limiter })
    return answerOf(one)
  }
  return { one, ask, ready: answerOf(one) }
}

async function answerOf(one: ReturnType<typeof fork>): Promise<unknown> {
  for (;;) {
    const [message] = (await once(one, 'message')) as [Told]
    if ('answer' in message) return message.answer
  }
}

test('what one process gave counts in the other, for the limiter it was given by and no other', async () => {
  const told = new EventEmitter()
  const [first, second] = [start(told), start(told)]
  try {
    await Promise.all([first.ready, second.ready])
    const given = once(told, 'given')
    expect([await first.ask('forms'), await first.ask('forms'), await first.ask('forms')]).toEqual([
      true,
      true,
      true,
    ])
    const [message] = (await given) as [{ limiter: string; given: [string, number][] }]
    expect(message.limiter).toBe('forms')
    second.one.send(message)
    const taken = message.given[0]![1]
    const left = Array.from({ length: 3 - taken }, () => true)
    for (const allowed of left) expect(await second.ask('forms')).toBe(allowed)
    expect(await second.ask('forms')).toBe(false)
    expect(await second.ask('api')).toBe(true)
  } finally {
    first.one.kill()
    second.one.kill()
  }
})
