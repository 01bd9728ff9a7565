import { describe, expect, test } from 'vitest'
import { allowanceOf, clientOf, rateLimiter } from './rate-limit.ts'

const start = new Date('2026-03-01T00:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('a token bucket', () => {
  test('gives its burst at once, then one request a second at 60 a minute', () => {
    const { take } = rateLimiter({ perMinute: 60, burst: 2 })
    expect(take('a', start)).toEqual({ allowed: true, remaining: 1, resetSeconds: 1, retrySeconds: 0 })
    expect(take('a', start)).toEqual({ allowed: true, remaining: 0, resetSeconds: 2, retrySeconds: 0 })
    expect(take('a', start)).toEqual({ allowed: false, remaining: 0, resetSeconds: 2, retrySeconds: 1 })
    expect(take('a', later(1)).allowed).toBe(true)
    expect(take('a', later(1)).allowed).toBe(false)
  })

  test('is one for each client', () => {
    const { take } = rateLimiter({ perMinute: 60, burst: 1 })
    expect([take('a', start), take('a', start), take('b', start)].map(({ allowed }) => allowed)).toEqual([
      true,
      false,
      true,
    ])
  })

  test('counts what another process of the site gave', () => {
    const { take, takenElsewhere } = rateLimiter({ perMinute: 60, burst: 3 })
    takenElsewhere('a', 2, start)
    expect(take('a', start)).toMatchObject({ allowed: true, remaining: 0 })
    takenElsewhere('a', 1, start)
    expect(take('a', start)).toEqual({ allowed: false, remaining: 0, resetSeconds: 4, retrySeconds: 2 })
    expect(take('b', start).allowed).toBe(true)
  })

  test('is switched off by 0', () => {
    const { take } = rateLimiter({ perMinute: 0, burst: 1 })
    expect([take('a', start).allowed, take('a', start).allowed]).toEqual([true, true])
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, client) => {
  expect(clientOf(address)).toBe(client)
})

test('the allowance comes from configuration and refuses what is not a whole number', () => {
  expect(allowanceOf({})).toEqual({ perMinute: 600, burst: 200 })
  expect(allowanceOf({ SEMAI_API_PER_MINUTE: '0', SEMAI_API_BURST: '5' })).toEqual({ perMinute: 0, burst: 5 })
  expect(() => allowanceOf({ SEMAI_API_PER_MINUTE: 'banyak' })).toThrow(RangeError)
})
