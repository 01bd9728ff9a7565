import { expect, test } from 'vitest'
import { deviceOf, hasSaid, rememberSaid } from './said-before.ts'

/** A browser with its cookies, as far as these functions look. */
function browser() {
  const kept = new Map<string, string>()
  const event = {
    cookies: {
      get: (name: string) => kept.get(name),
      set: (name: string, value: string) => void kept.set(name, value),
    },
    locals: { origin: 'https://contoh.test' },
    request: new Request('https://contoh.test', {
      headers: { 'user-agent': 'Rekaan', 'accept-language': 'id' },
    }),
    getClientAddress: () => '203.0.113.7',
  } as unknown as Parameters<typeof hasSaid>[0]
  return { event, kept }
}

test('a browser remembers what it said, and nothing it did not say', () => {
  const { event } = browser()
  expect(hasSaid(event, 'a')).toBe(false)
  rememberSaid(event, 'a')
  expect([hasSaid(event, 'a'), hasSaid(event, 'b')]).toEqual([true, false])
})

test('it remembers the latest sixty, as marks that name nothing', () => {
  const { event, kept } = browser()
  for (let i = 0; i < 70; i++) rememberSaid(event, `inovasi-${i}`)
  expect([hasSaid(event, 'inovasi-9'), hasSaid(event, 'inovasi-10')]).toEqual([false, true])
  expect([...kept.values()][0]).toMatch(/^([\w-]{8}\.){59}[\w-]{8}$/)
})

test('a device is its network, its browser and its languages', () => {
  expect(deviceOf(browser().event)).toBe('203.0.113.7|Rekaan|id')
})
