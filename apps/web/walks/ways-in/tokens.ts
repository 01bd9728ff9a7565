import { cast } from '@semai/testkit/cast'
import { castPassword } from '@semai/testkit/people'
import { aLink } from './links.ts'
import type { Scene, Way } from './scene.ts'
import { brief } from './visitor.ts'

/** A token of the author for these uses, made on its page. */
async function aToken(scene: Scene, scopes: readonly string[] = ['read', 'texts']): Promise<string> {
  const author = await scene.signedIn('author')
  const form = [['name', 'Program'], ['days', '30'], ...scopes.map((scope) => ['scopes', scope])] as [
    string,
    string,
  ][]
  const { text } = await author.ask('/akun/token?/make', { form })
  return /name="made"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="made"/.exec(text)!.slice(1).find(Boolean)!
}

const texts = (scene: Scene, token: string) =>
  scene.visitor().get('/api/naskah', { authorization: `Bearer ${token}` })

const write = (scene: Scene, headers: Record<string, string | null>) =>
  scene.visitor().ask('/api/naskah', {
    body: JSON.stringify({ organisation: 'dinas-kesehatan-sukamaju' }),
    headers: { 'content-type': 'application/json', 'idempotency-key': 'satu-kali', origin: null, ...headers },
  })

/** Tokens of programs that are over, made up, or used for more than they were made for. */
export const tokens: readonly Way[] = [
  { tries: 'a program without a token', comes: '401', by: async (scene) => brief(await write(scene, {})) },
  {
    tries: 'a token that was made up',
    comes: '401',
    by: async (scene) => brief(await texts(scene, 'A'.repeat(43))),
  },
  {
    tries: 'a token with one sign altered',
    comes: '401',
    async by(scene) {
      const token = await aToken(scene)
      return brief(await texts(scene, token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')))
    },
  },
  {
    tries: 'a token past its day',
    comes: '401',
    async by(scene) {
      const token = await aToken(scene)
      await scene.database.pool.query(
        `update api_token set created_at = now() - interval '2 days', expires_at = now()`,
      )
      return brief(await texts(scene, token))
    },
  },
  {
    tries: 'a token from before the password was changed',
    comes: '401',
    async by(scene) {
      const token = await aToken(scene)
      const twice = { password: castPassword, again: castPassword }
      await scene.visitor().post(`/pulihkan/${await aLink(scene)}`, twice)
      return brief(await texts(scene, token))
    },
  },
  {
    tries: 'a token to read, for writing',
    comes: '403',
    async by(scene) {
      const token = await aToken(scene, ['read'])
      return brief(await write(scene, { authorization: `Bearer ${token}` }))
    },
  },
  {
    tries: 'a token in place of a session, on a page',
    comes: '303 /masuk?lanjut=%2Fakun',
    async by(scene) {
      const token = await aToken(scene)
      return brief(await scene.visitor().get('/akun', { authorization: `Bearer ${token}` }))
    },
  },
  {
    tries: 'a token as the cookie of a session',
    comes: '303 /masuk?lanjut=%2Fakun',
    async by(scene) {
      const visitor = scene.visitor()
      visitor.session = await aToken(scene)
      return brief(await visitor.get('/akun'))
    },
  },
  {
    tries: 'the cookie of a session, for the API of programs, from another site',
    comes: '403',
    async by(scene) {
      const author = await scene.signedIn('author')
      const asking = {
        body: '{}',
        headers: { 'content-type': 'application/json', origin: 'https://jahat.test' },
      }
      return brief(await author.ask('/api/naskah', asking))
    },
  },
  {
    tries: 'making a token an hour after the proof',
    comes: '303 /masuk/ulang?lanjut=%2Fakun%2Ftoken',
    async by(scene) {
      const author = await scene.signedIn('author')
      await scene.database.pool.query(
        `update session set proved_at = now() - interval '1 hour' where person_id = $1`,
        [cast.author.personId],
      )
      return brief(await author.post('/akun/token?/make', { name: 'Program', days: '30', scopes: 'read' }))
    },
  },
]
