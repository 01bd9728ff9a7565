import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { softPasskey } from '@semai/testkit/soft-passkey'
import type { Saying, SoftPasskey } from '@semai/testkit/soft-passkey'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const unfit =
  '422 Jawaban kunci sandi ini tidak dapat diterima: mungkin terlambat, sudah dipakai, atau untuk situs lain. Coba sekali lagi dari awal.'
const unknown =
  '403 Kunci sandi ini tidak dikenal di situs ini; mungkin sudah dihapus dari akunnya. Pakai kunci lain, atau masuk dengan kata sandi.'

const question = async (visitor: Visitor, path = '/masuk/tantangan'): Promise<string> => {
  const { text } = await visitor.ask(path, { method: 'POST', headers: { accept: 'application/json' } })
  return (JSON.parse(text) as { challenge: string }).challenge
}

const handle = (name: CastName) =>
  Buffer.from(cast[name].personId!.replaceAll('-', ''), 'hex').toString('base64url')

/** A passkey in the account of somebody of the cast. */
async function withPasskey(scene: Scene, name: CastName = 'local admin'): Promise<SoftPasskey> {
  const key = softPasskey()
  const answer = await add(scene, await scene.signedIn(name), key)
  if (answer.status !== 200) throw new Error(`No passkey: ${why(answer)}`)
  return key
}

async function add(scene: Scene, visitor: Visitor, key: SoftPasskey, saying: Partial<Saying> = {}) {
  const challenge = saying.challenge ?? (await question(visitor, '/akun/tantangan'))
  const credential = key.made({ challenge, origin: scene.site, rpId: 'localhost', ...saying })
  return visitor.post('/akun/pengaman?/passkey', { credential, name: 'Telepon' })
}

async function show(scene: Scene, key: SoftPasskey, saying: Partial<Saying> = {}, visitor = scene.visitor()) {
  const challenge = saying.challenge ?? (await question(visitor))
  const usual = { challenge, origin: scene.site, rpId: 'localhost', userHandle: handle('local admin') }
  return visitor.post('/masuk/kunci', { credential: key.shown({ ...usual, ...saying }) })
}

const shown = (tries: string, comes: string, saying: Partial<Saying>): Way => ({
  tries,
  comes,
  by: async (scene) => why(await show(scene, await withPasskey(scene), saying)),
})

/** Passkeys that are not ours, or answers to another question. */
export const passkeys: readonly Way[] = [
  {
    tries: 'an answer of a passkey a second time',
    comes: `303 /kerja, then ${unfit}`,
    async by(scene) {
      const key = await withPasskey(scene)
      const challenge = await question(scene.visitor())
      const first = brief(await show(scene, key, { challenge }))
      return `${first}, then ${why(await show(scene, key, { challenge }))}`
    },
  },
  {
    tries: 'one answer in five browsers at the same moment',
    comes: '303 422 422 422 422',
    async by(scene) {
      const key = await withPasskey(scene)
      const challenge = await question(scene.visitor())
      const answers = await Promise.all(Array.from({ length: 5 }, () => show(scene, key, { challenge })))
      return answers
        .map(({ status }) => status)
        .sort()
        .join(' ')
    },
  },
  {
    tries: 'an answer after five minutes',
    comes: unfit,
    async by(scene) {
      const key = await withPasskey(scene)
      const challenge = await question(scene.visitor())
      await scene.database.pool.query(`update passkey_challenge set expires_at = now()`)
      return why(await show(scene, key, { challenge }))
    },
  },
  shown('an answer to a question nobody put', unfit, { challenge: 'A'.repeat(43) }),
  shown('an answer given on another site', unfit, { origin: 'https://jahat.test' }),
  shown('an answer given on another port of the host', unfit, { origin: 'http://localhost:1' }),
  shown('an answer of a passkey bound to another site', unfit, { rpId: 'jahat.test' }),
  shown('an answer of a device that did not recognise its owner', unfit, { flags: 0x01 }),
  shown('an answer that says it made a passkey', unfit, { type: 'webauthn.create' }),
  shown('a passkey that says it is the administrator’s', unknown, { userHandle: handle('administrator') }),
  {
    tries: 'a passkey nobody here has',
    comes: unknown,
    by: async (scene) => why(await show(scene, softPasskey())),
  },
  {
    tries: 'the number of a known passkey with the signature of another',
    comes: unfit,
    async by(scene) {
      const key = await withPasskey(scene)
      const visitor = scene.visitor()
      const usual = { origin: scene.site, rpId: 'localhost', userHandle: handle('local admin') }
      const forged = JSON.parse(
        softPasskey().shown({ challenge: await question(visitor), ...usual }),
      ) as object
      const answer = JSON.stringify({ ...forged, id: key.id, rawId: key.id })
      return why(await visitor.post('/masuk/kunci', { credential: answer }))
    },
  },
  {
    tries: 'a passkey that was removed',
    comes: unknown,
    async by(scene) {
      const key = await withPasskey(scene)
      await scene.database.pool.query(`delete from passkey`)
      return why(await show(scene, key))
    },
  },
  {
    tries: 'a copied passkey, whose count stands still',
    comes: unfit,
    async by(scene) {
      const key = await withPasskey(scene)
      await show(scene, key, { count: 5 })
      return why(await show(scene, key, { count: 5 }))
    },
  },
  {
    tries: 'the question of signing in, to prove a session',
    comes: unfit,
    async by(scene) {
      const key = await withPasskey(scene)
      const challenge = await question(scene.visitor())
      return why(await show(scene, key, { challenge }, await scene.signedIn('local admin')))
    },
  },
  {
    tries: 'the question of another session, to prove this one',
    comes: unfit,
    async by(scene) {
      const key = await withPasskey(scene)
      const challenge = await question(await scene.signedIn('local admin'))
      return why(await show(scene, key, { challenge }, await scene.signedIn('local admin')))
    },
  },
  {
    tries: 'the own passkey, to prove somebody else’s session',
    comes: unknown,
    async by(scene) {
      const key = await withPasskey(scene, 'inspectorate')
      await withPasskey(scene)
      const victim = await scene.signedIn('local admin')
      return why(await show(scene, key, { userHandle: handle('inspectorate') }, victim))
    },
  },
  {
    tries: 'adding the attacker’s passkey with a stolen password',
    comes: '403',
    async by(scene) {
      await withPasskey(scene)
      const thief = await scene.signedIn('local admin')
      const { status } = await thief.ask('/akun/tantangan', { method: 'POST' })
      return String(status)
    },
  },
  {
    tries: 'adding a passkey by the question of somebody else',
    comes: unfit,
    async by(scene) {
      const challenge = await question(await scene.signedIn('inspectorate'), '/akun/tantangan')
      return why(await add(scene, await scene.signedIn('local admin'), softPasskey(), { challenge }))
    },
  },
  {
    tries: 'adding a passkey made on another site',
    comes: unfit,
    by: async (scene) =>
      why(
        await add(scene, await scene.signedIn('local admin'), softPasskey(), {
          origin: 'https://jahat.test',
        }),
      ),
  },
  {
    tries: 'adding the passkey of somebody else to the own account',
    comes: '409 Kunci sandi ini sudah tersimpan.',
    async by(scene) {
      const key = await withPasskey(scene)
      return why(await add(scene, await scene.signedIn('inspectorate'), key))
    },
  },
  {
    tries: 'removing the passkey of somebody else',
    comes: '404, and it leads in: 303',
    async by(scene) {
      const key = await withPasskey(scene)
      const { rows } = await scene.database.pool.query<{ id: string }>(`select id from passkey`)
      const other = await scene.signedIn('author')
      const { status } = await other.post('/akun/pengaman?/remove', { passkey: rows[0]!.id })
      return `${status}, and it leads in: ${(await show(scene, key)).status}`
    },
  },
  ...['', '{}', 'null', '[1]', '{"id":"a","rawId":"b"}', '"\\u0000"', 'x'.repeat(59_000)].map(
    (answer): Way => ({
      tries: `an answer that is none: ${JSON.stringify(answer.slice(0, 24))}`,
      comes: unfit,
      by: async (scene) => why(await scene.visitor().post('/masuk/kunci', { credential: answer })),
    }),
  ),
]
