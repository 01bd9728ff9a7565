import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite({ SEMAI_WEB_PROCESSES: '2', SEMAI_API_PER_MINUTE: '1', SEMAI_API_BURST: '3' })
}, 120_000)

afterAll(() => site.stop())

test('two processes answer at one address and give a reader one allowance together', async () => {
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200])
  const further: number[] = []
  const next = async () => further[further.push(await ask()) - 1]
  await expect.poll(next, { interval: 150 }).toBe(429)
  expect(further.length).toBeLessThan(4) // each process by itself would have given three
  expect([await ask(), await ask()]).toEqual([429, 429])
})

/** The status of an API read on a connection of its own; connections go to the processes in turn. */
function ask(): Promise<number> {
  return new Promise((done, fail) => {
    const read = (response: IncomingMessage) =>
      response.resume().once('end', () => done(response.statusCode!))
    get(`${site.url}/api/instansi?limit=1`, { agent: false }, read).once('error', fail)
  })
}
