import { cast } from '@semai/testkit/cast'
import { castEmail, castPassword } from '@semai/testkit/people'
import { codeApp, codeNow } from './scene.ts'
import type { Scene, Way } from './scene.ts'
import { aLink, altered } from './links.ts'
import { brief } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const toSignIn = '303 /masuk?lanjut=%2Fakun'

/** What the account page answers to a browser with this cookie for a session. */
async function answerTo(scene: Scene, session: string): Promise<string> {
  const visitor = scene.visitor()
  visitor.session = session
  return brief(await visitor.get('/akun'))
}

const sessionOf = async (scene: Scene): Promise<Visitor> => scene.signedIn('author')

/** Sessions that are over, made up, or somebody else's. */
export const sessions: readonly Way[] = [
  {
    tries: 'no session at all',
    comes: toSignIn,
    by: async (scene) => brief(await scene.visitor().get('/akun')),
  },
  {
    tries: 'a session that was made up',
    comes: toSignIn,
    by: (scene) => answerTo(scene, 'A'.repeat(43)),
  },
  {
    tries: 'a session with one sign altered',
    comes: toSignIn,
    by: async (scene) => answerTo(scene, altered((await sessionOf(scene)).session!, 7)),
  },
  {
    tries: 'the hash of a session, as somebody finds it in a stolen backup',
    comes: toSignIn,
    async by(scene) {
      await sessionOf(scene)
      const { rows } = await scene.database.pool.query<{ hash: Buffer }>(
        `select token_hash as hash from session where ended_at is null limit 1`,
      )
      return answerTo(scene, rows[0]!.hash.toString('base64url'))
    },
  },
  {
    tries: 'the mark of a known browser as a session',
    comes: toSignIn,
    by: async (scene) => answerTo(scene, (await sessionOf(scene)).cookies.get('semai_peranti')!),
  },
  {
    tries: 'SQL as a session',
    comes: toSignIn,
    by: (scene) => answerTo(scene, `' or true --`),
  },
  {
    tries: 'a session after its owner signed out',
    comes: toSignIn,
    async by(scene) {
      const visitor = await sessionOf(scene)
      const session = visitor.session!
      await visitor.post('/keluar', {})
      return answerTo(scene, session)
    },
  },
  {
    tries: 'a session that its owner ended from another browser',
    comes: toSignIn,
    async by(scene) {
      const [stolen, own] = [await sessionOf(scene), await sessionOf(scene)]
      const { rows } = await scene.database.pool.query<{ id: string }>(
        `select id from session where person_id = $1 and ended_at is null order by created_at desc limit 2`,
        [cast.author.personId],
      )
      await own.post('/akun?/end', { session: rows[1]!.id })
      return answerTo(scene, stolen.session!)
    },
  },
  {
    tries: 'ending the session of somebody else',
    comes: '404 and it goes on: 200',
    async by(scene) {
      const [victim, other] = [await sessionOf(scene), await scene.signedIn('head')]
      const { rows } = await scene.database.pool.query<{ id: string }>(
        `select id from session where person_id = $1 and ended_at is null order by created_at desc limit 1`,
        [cast.author.personId],
      )
      const { status } = await other.post('/akun?/end', { session: rows[0]!.id })
      return `${status} and it goes on: ${brief(await victim.get('/akun'))}`
    },
  },
  {
    tries: 'a session past its thirty days',
    comes: toSignIn,
    async by(scene) {
      const { session } = await sessionOf(scene)
      await scene.database.pool.query(`update session set expires_at = now() where ended_at is null`)
      return answerTo(scene, session!)
    },
  },
  {
    tries: 'a session after the password was changed',
    comes: toSignIn,
    async by(scene) {
      const { session } = await sessionOf(scene)
      await scene
        .visitor()
        .post(`/pulihkan/${await aLink(scene)}`, { password: castPassword, again: castPassword })
      return answerTo(scene, session!)
    },
  },
  {
    tries: 'a session of an account that was closed',
    comes: toSignIn,
    async by(scene) {
      const { session } = await sessionOf(scene)
      const close = (at: string) =>
        scene.database.pool.query(`update person set deactivated_at = ${at} where id = $1`, [
          cast.author.personId,
        ])
      await close('now()')
      const said = await answerTo(scene, session!)
      await close('null')
      return said
    },
  },
  {
    tries: 'a session fixed in the victim’s browser before signing in',
    comes: `the fixed one: ${toSignIn}, the own one: 200`,
    async by(scene) {
      const fixed = 'F'.repeat(43)
      const victim = scene.visitor()
      victim.session = fixed
      await victim.post('/masuk', { email: castEmail('author'), password: castPassword })
      return `the fixed one: ${await answerTo(scene, fixed)}, the own one: ${await answerTo(scene, victim.session!)}`
    },
  },
  {
    tries: 'the attacker’s own session, left in the victim’s browser before signing in',
    comes: toSignIn,
    async by(scene) {
      const attacker = await scene.signedIn('head')
      const victim = scene.visitor()
      victim.session = attacker.session!
      await victim.post('/masuk', { email: castEmail('author'), password: castPassword })
      return answerTo(scene, attacker.session!)
    },
  },
  {
    tries: 'a session known from before its second factor was proved',
    comes: toSignIn,
    async by(scene) {
      const { secret } = await codeApp(await scene.signedIn('local admin'))
      const victim = await scene.signedIn('local admin')
      const known = victim.session!
      await victim.post('/masuk/kode', { code: codeNow(secret, 1) })
      return answerTo(scene, known)
    },
  },
  {
    tries: 'reading the session by a script, or from another site',
    comes: 'HttpOnly; Path=/; SameSite=Lax, no Domain',
    async by(scene) {
      const answer = await scene
        .visitor()
        .post('/masuk', { email: castEmail('author'), password: castPassword })
      const [set = ''] = answer.headers['set-cookie'] ?? []
      const words = set
        .split('; ')
        .slice(1)
        .filter((word) => !word.startsWith('Expires='))
      return `${words.sort().join('; ')}${/domain/i.test(set) ? '' : ', no Domain'}`
    },
  },
]
