import { cast } from '@semai/testkit/cast'
import { bytesOf, codeApp, codeNow } from './scene.ts'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const wrong =
  '422 Ada 1 hal yang perlu diperbaiki Kode ini tidak cocok. Ketik enam angka yang sedang ditampilkan aplikasi, atau salah satu kode cadangan.'

const prove = (visitor: Visitor, code: string) => visitor.post('/masuk/kode', { code, next: '/akun' })

/** Somebody with a code app, and a new browser with the password alone. */
async function withApp(scene: Scene) {
  const made = await codeApp(await scene.signedIn('local admin'))
  return { ...made, again: await scene.signedIn('local admin') }
}

/** Codes that are used, late, guessed or somebody else's. */
export const codes: readonly Way[] = [
  {
    tries: 'the code that set the app up, once more',
    comes: wrong,
    async by(scene) {
      const { secret, again } = await withApp(scene)
      return why(await prove(again, codeNow(secret)))
    },
  },
  {
    tries: 'a code that signed in another browser',
    comes: wrong,
    async by(scene) {
      const { secret, again } = await withApp(scene)
      const code = codeNow(secret, 1)
      await prove(again, code)
      return why(await prove(await scene.signedIn('local admin'), code))
    },
  },
  ...[-3, 3].map((halfMinutes): Way => ({
    tries: `a code ${halfMinutes} half minutes from now`,
    comes: wrong,
    async by(scene) {
      const { secret, again } = await withApp(scene)
      return why(await prove(again, codeNow(secret, halfMinutes)))
    },
  })),
  {
    tries: 'a code of before the one used last',
    comes: wrong,
    async by(scene) {
      const { secret, again } = await withApp(scene)
      await prove(again, codeNow(secret, 1))
      return why(await prove(await scene.signedIn('local admin'), codeNow(secret, 0)))
    },
  },
  {
    tries: 'the code of somebody else’s app',
    comes: wrong,
    async by(scene) {
      const { secret } = await codeApp(await scene.signedIn('inspectorate'))
      const { again } = await withApp(scene)
      return why(await prove(again, codeNow(secret, 1)))
    },
  },
  {
    tries: 'no code, in a form that has the field',
    comes: '422 Ada 1 hal yang perlu diperbaiki Isi bagian ini.',
    by: async (scene) => why(await prove((await withApp(scene)).again, '')),
  },
  {
    tries: 'guessing codes, a session for each five',
    comes: '422 422 422 422 422 409 409 409 409 409 409 409',
    async by(scene) {
      await withApp(scene)
      const answers: number[] = []
      for (let session = 0; session < 3; session++) {
        const visitor = await scene.signedIn('local admin')
        for (let i = 0; i < 4; i++) answers.push((await prove(visitor, '111111')).status)
      }
      return answers.join(' ')
    },
  },
  {
    tries: 'a recovery code a second time',
    comes: wrong,
    async by(scene) {
      const { codes, again } = await withApp(scene)
      await prove(again, codes[0]!)
      return why(await prove(await scene.signedIn('local admin'), codes[0]!))
    },
  },
  {
    tries: 'a recovery code of somebody else',
    comes: wrong,
    async by(scene) {
      const { codes } = await codeApp(await scene.signedIn('inspectorate'))
      const { again } = await withApp(scene)
      return why(await prove(again, codes[0]!))
    },
  },
  {
    tries: 'a recovery code that a newer app replaced',
    comes: wrong,
    async by(scene) {
      const visitor = await scene.signedIn('local admin')
      const { codes } = await codeApp(visitor)
      const page = await visitor.get('/akun/pengaman?ganti=aplikasi')
      const sealed = /name="sealed" value="([^"]+)"/.exec(page.text)![1]!
      const letters = /<span class="mono">([A-Z2-7 ]+)<\/span>/.exec(page.text)![1]!
      await visitor.post('/akun/pengaman?/app', { sealed, code: codeNow(bytesOf(letters)) })
      return why(await prove(await scene.signedIn('local admin'), codes[0]!))
    },
  },
  {
    tries: 'one recovery code in two browsers at the same moment',
    comes: '303 422',
    async by(scene) {
      const { codes } = await withApp(scene)
      const two = [await scene.signedIn('local admin'), await scene.signedIn('local admin')]
      const answers = await Promise.all(two.map((visitor) => prove(visitor, codes[0]!)))
      return answers
        .map(({ status }) => status)
        .sort()
        .join(' ')
    },
  },
  {
    tries: 'replacing the app of the owner with a password alone',
    comes: '303 /masuk/kode?lanjut=%2Fakun%2Fpengaman',
    by: async (scene) => brief(await (await withApp(scene)).again.get('/akun/pengaman?ganti=aplikasi')),
  },
  {
    tries: 'confirming, with a password alone, an app offered to the owner before',
    comes: '303 /masuk/kode?lanjut=%2Fakun%2Fpengaman',
    async by(scene) {
      const visitor = await scene.signedIn('local admin')
      const page = await visitor.get('/akun/pengaman')
      const sealed = /name="sealed" value="([^"]+)"/.exec(page.text)![1]!
      const { again } = await withApp(scene)
      return brief(await again.post('/akun/pengaman?/app', { sealed, code: '000000' }))
    },
  },
  {
    tries: 'an app offered to somebody else',
    comes: '422',
    async by(scene) {
      const { text } = await (await scene.signedIn('inspectorate')).get('/akun/pengaman')
      const sealed = /name="sealed" value="([^"]+)"/.exec(text)![1]!
      const visitor = await scene.signedIn('local admin')
      return String((await visitor.post('/akun/pengaman?/app', { sealed, code: '000000' })).status)
    },
  },
  {
    tries: 'the page that changes the ways in, an hour after the proof',
    comes: '303 /masuk/ulang?lanjut=%2Fakun%2Fpengaman',
    async by(scene) {
      const visitor = await scene.signedIn('author')
      await scene.database.pool.query(
        `update session set proved_at = now() - interval '1 hour' where person_id = $1`,
        [cast.author.personId],
      )
      return brief(await visitor.get('/akun/pengaman'))
    },
  },
  {
    tries: 'guessing the password again in a session somebody left open',
    comes: '422 422 422 422 422 409',
    async by(scene) {
      const left = await scene.signedIn('author')
      left.cookies.delete('semai_peranti') // the session was taken, not the browser
      const answers: number[] = []
      for (let i = 0; i < 6; i++) {
        answers.push((await left.post('/masuk/ulang', { password: `tebakan ke-${i}` })).status)
      }
      return answers.join(' ')
    },
  },
]
