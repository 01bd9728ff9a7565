import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castEmail, castPassword } from '@semai/testkit/people'
import type { CastName } from '@semai/testkit/cast'
import { codes } from './ways-in/codes.ts'
import { grants } from './ways-in/grants.ts'
import { links } from './ways-in/links.ts'
import { onward } from './ways-in/onward.ts'
import { passkeys } from './ways-in/passkeys.ts'
import { paths } from './ways-in/paths.ts'
import { requests } from './ways-in/requests.ts'
import { cleanSlate, openScene } from './ways-in/scene.ts'
import type { Scene } from './ways-in/scene.ts'
import { sessions } from './ways-in/sessions.ts'
import { signOn } from './ways-in/sign-on.ts'
import { tokens } from './ways-in/tokens.ts'
import { why } from './ways-in/visitor.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.stop())
beforeEach(() => cleanSlate(scene))

const ways = [
  ...links,
  ...sessions,
  ...grants,
  ...requests,
  ...paths,
  ...onward,
  ...codes,
  ...passkeys,
  ...signOn,
  ...tokens,
]

test.each(ways)('$tries: $comes', async ({ comes, by }) => {
  expect(await by(scene)).toBe(comes)
})

test('there are more than fifty ways, each its own', () => {
  const tried = ways.map(({ tries }) => tries)
  expect(new Set(tried).size).toBe(tried.length)
  expect(tried.length).toBeGreaterThan(50)
})

const people: CastName[] = ['author', 'head', 'hub', 'mentor', 'analyst', 'co-manager', 'sector ministry']
const guess = (email: string) => scene.visitor().post('/masuk', { email, password: `${castPassword}?` })

test('an address with an account is answered as one without, and as fast', async () => {
  const answers = new Set<string>()
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (const [i, name] of people.entries()) {
    for (const [kind, email] of [
      ['known', castEmail(name)],
      ['unknown', `tidak.ada.${i}@contoh.test`],
    ] as const) {
      const began = performance.now()
      answers.add(why(await guess(email)))
      times[kind].push(performance.now() - began)
    }
  }
  expect([...answers]).toEqual([
    '403 Alamat surel atau kata sandi tidak cocok. Periksa keduanya, atau pulihkan kata sandi.',
  ])
  const median = (of: number[]) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)]!
  const ratio = median(times.known) / median(times.unknown)
  expect(ratio).toBeGreaterThan(0.4) // an answer without the 30 ms of a password would be ten times as fast
  expect(ratio).toBeLessThan(2.5)
})
