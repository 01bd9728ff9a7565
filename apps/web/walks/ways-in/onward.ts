import { castEmail, castPassword } from '@semai/testkit/people'
import type { Way } from './scene.ts'

/** Where a page may be told to lead after signing in, and where that leads: a path of this site, or the desk. */
const onwards: readonly [next: string, leads: string][] = [
  ['https://jahat.test/', '/kerja'],
  ['http:jahat.test', '/kerja'],
  ['//jahat.test', '/kerja'],
  ['///jahat.test', '/kerja'],
  ['/\\jahat.test', '/kerja'],
  ['\\\\jahat.test', '/kerja'],
  ['/\t/jahat.test', '/kerja'],
  ['/\n/jahat.test', '/kerja'],
  [' //jahat.test', '/kerja'],
  ['/%09/jahat.test', '/%09/jahat.test'],
  ['/%2F%2Fjahat.test', '/%2F%2Fjahat.test'],
  ['%2F%2Fjahat.test', '/kerja'],
  ['/..//jahat.test', '/kerja'],
  ['/.//jahat.test', '/kerja'],
  ['/%2e//jahat.test', '/kerja'],
  ['/a/../..//jahat.test', '/kerja'],
  ['/@jahat.test', '/@jahat.test'],
  ['@jahat.test', '/kerja'],
  ['//localhost@jahat.test', '/kerja'],
  ['http://localhost:80@jahat.test/', '/kerja'],
  ['//jahat%E3%80%82test', '/kerja'],
  ['／／jahat.test', '/kerja'],
  ['javascript:alert(1)', '/kerja'],
  ['data:text/html,<script>alert(1)</script>', '/kerja'],
  ['/akun\r\nSet-Cookie: semai_sesi=x', '/kerja'],
  ['/akun%0d%0aSet-Cookie:%20semai_sesi=x', '/akun%0d%0aSet-Cookie:%20semai_sesi=x'],
  ['/en//jahat.test', '/en//jahat.test'],
  ['/akun#//jahat.test', '/akun'],
  ['', '/kerja'],
  ['/kelola/orang?cursor=a', '/kelola/orang?cursor=a'],
]

/** Links that would lead whoever signs in to somewhere else. */
export const onward: readonly Way[] = onwards.map(([next, leads]): Way => ({
  tries: `going on to ${JSON.stringify(next)}`,
  comes: `303 ${leads} and 303 /en${leads}`,
  async by(scene) {
    const typed = { email: castEmail('author'), password: castPassword, next }
    const answers = [
      await scene.visitor().post('/masuk', typed),
      await scene.visitor().post('/en/masuk', typed),
    ]
    const extra = answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])
    const isClean = extra.every((set) => /^semai_(sesi|peranti)=[\w-]{43};/.test(set))
    return isClean
      ? answers.map((one) => `${one.status} ${one.headers.location}`).join(' and ')
      : String(extra)
  },
}))
