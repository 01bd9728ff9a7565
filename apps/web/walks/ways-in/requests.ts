import { connect } from 'node:net'
import { castEmail, castPassword } from '@semai/testkit/people'
import { anInvitation } from './links.ts'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'
import type { Asking, Visitor } from './visitor.ts'

const own = { email: castEmail('author'), password: castPassword }

/** Whether whoever asked this of the sign-out page is signed in afterwards. */
async function signOutBy(scene: Scene, path: string, asking: Asking): Promise<string> {
  const visitor = await scene.signedIn('author')
  const session = visitor.session!
  const { status } = await visitor.ask(path, asking)
  visitor.session = session
  return `${status}, and still signed in: ${brief(await visitor.get('/akun'))}`
}

const stays = (status: number) => `${status}, and still signed in: 200`

/** The first line of what is answered to bytes that no browser sends. */
function raw(scene: Scene, text: string): Promise<string> {
  const { hostname, port } = new URL(scene.site)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.once('error', fail)
    socket.once('data', (bytes) => {
      done(bytes.toString().split('\r\n')[0]!)
      socket.destroy()
    })
  })
}

/** Wrong passwords of one account from as many addresses as a header can name. */
async function guesses(scene: Scene, headers: (i: number) => Record<string, string>): Promise<string> {
  const visitor = scene.visitor()
  let last = ''
  for (let i = 0; i < 6; i++) {
    last = brief(await visitor.post('/masuk', { ...own, password: `tebakan ke-${i}` }, headers(i)))
  }
  return last
}

const signedInOnly = async (visitor: Visitor, path: string, headers: Record<string, string>) =>
  brief(await visitor.get(path, headers))

/** Requests that come from elsewhere, or are not what they say. */
export const requests: readonly Way[] = [
  {
    tries: 'a form of another site',
    comes: stays(403),
    by: (scene) => signOutBy(scene, '/keluar', { form: [], headers: { origin: 'https://jahat.test' } }),
  },
  {
    tries: 'a form of a page without an origin',
    comes: stays(403),
    by: (scene) => signOutBy(scene, '/keluar', { form: [], headers: { origin: 'null' } }),
  },
  {
    tries: 'a form of the same host on another port',
    comes: stays(403),
    by: (scene) => signOutBy(scene, '/keluar', { form: [], headers: { origin: 'http://localhost:1' } }),
  },
  {
    tries: 'a form of a host that begins like ours',
    comes: stays(403),
    by: (scene) => signOutBy(scene, '/keluar', { form: [], headers: { origin: `${scene.site}.jahat.test` } }),
  },
  {
    tries: 'a form that keeps its origin to itself',
    comes: stays(403),
    by: (scene) =>
      signOutBy(scene, '/keluar', { form: [], headers: { origin: null, 'sec-fetch-site': 'cross-site' } }),
  },
  {
    tries: 'a form of a program that says nothing of where it comes from',
    comes: stays(403),
    by: (scene) => signOutBy(scene, '/keluar', { form: [], headers: { origin: null } }),
  },
  ...['text/plain', 'application/json', 'multipart/form-data; boundary=x', ''].map((type): Way => ({
    tries: `a form of another site, sent as "${type}"`,
    comes: stays(403),
    by: (scene) =>
      signOutBy(scene, '/keluar', {
        body: '{}',
        headers: { origin: 'https://jahat.test', 'content-type': type || null },
      }),
  })),
  {
    tries: 'asking a passkey’s question from another site',
    comes: '403',
    by: async (scene) =>
      brief(
        await scene
          .visitor()
          .ask('/masuk/tantangan', { method: 'POST', headers: { origin: 'https://jahat.test' } }),
      ),
  },
  ...['/keluar', '/keluar?/default', '/keluar?_method=POST'].map((path): Way => ({
    tries: `signing somebody out by a picture of ${path}`,
    comes: stays(200),
    by: (scene) => signOutBy(scene, path, {}),
  })),
  ...['x-http-method-override', 'x-method-override', 'x-http-method'].map((name): Way => ({
    tries: `a reading request with ${name}: POST`,
    comes: stays(200),
    by: (scene) => signOutBy(scene, '/keluar', { headers: { [name]: 'POST' } }),
  })),
  ...['PUT', 'PATCH', 'DELETE'].map((method): Way => ({
    tries: `${method} of a page`,
    comes: stays(404),
    by: (scene) => signOutBy(scene, '/keluar', { method }),
  })),
  {
    tries: 'a host of the sender’s choice, with an origin that fits it',
    comes: '403',
    by: async (scene) =>
      brief(await scene.visitor().post('/masuk', own, { host: 'jahat.test', origin: 'http://jahat.test' })),
  },
  {
    tries: 'a forwarded host of the sender’s choice, for the link of an invitation',
    comes: 'the link leads to the site itself',
    async by(scene) {
      const admin = await scene.awake('local admin')
      const fields = {
        name: 'Tamu',
        email: 'tuan.rumah@contoh.test',
        role: 'author',
        organisation: 'puskesmas-sukamaju',
      }
      const forged = { 'x-forwarded-host': 'jahat.test', 'x-forwarded-proto': 'https' }
      const { text } = await admin.post('/kelola/orang?/invite', fields, forged)
      const [link = text] = /http[^"]*\/undangan\//.exec(text) ?? []
      return link === `${scene.site}/undangan/` ? 'the link leads to the site itself' : link
    },
  },
  {
    tries: 'a host of the sender’s choice, for the addresses in a page',
    comes: 'the page names the site itself',
    async by(scene) {
      const { text } = await scene.visitor().get('/masuk', { host: 'jahat.test' })
      return text.includes('jahat.test') || !text.includes(scene.site)
        ? text
        : 'the page names the site itself'
    },
  },
  ...['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip', 'true-client-ip'].map((name): Way => ({
    tries: `guessing from another address each time, as ${name} says`,
    comes: '409',
    by: (scene) =>
      guesses(scene, (i) => ({ [name]: name === 'forwarded' ? `for=198.51.100.${i}` : `198.51.100.${i}` })),
  })),
  ...['x-original-url', 'x-rewrite-url', 'x-sveltekit-pathname'].map((name): Way => ({
    tries: `the front page with ${name}: /kelola/orang`,
    comes: '200',
    async by(scene) {
      const { status, text } = await (await scene.signedIn('author')).get('/', { [name]: '/kelola/orang' })
      return text.includes('Yang memegang akun') ? 'the people' : String(status)
    },
  })),
  ...['x-user-id', 'remote-user', 'x-remote-user', 'authorization'].map((name): Way => ({
    tries: `${name} in place of a session`,
    comes: '303 /masuk?lanjut=%2Fakun',
    by: (scene) => signedInOnly(scene.visitor(), '/akun', { [name]: 'administrator@contoh.test' }),
  })),
  ...[
    '/keluar?/rahasia',
    '/akun?/invite',
    '/kelola/orang?/toString',
    '/kelola/orang?/__proto__',
    '/kelola/orang?/default',
  ].map((path): Way => ({
    tries: `the form action ${path}`,
    comes: '404',
    by: async (scene) => brief(await (await scene.awake('local admin')).post(path, {})),
  })),
  {
    tries: 'an allowed action with a forbidden one behind it',
    comes: '404',
    by: async (scene) => brief(await (await scene.signedIn('author')).post('/kelola/orang?/end&/invite', {})),
  },
  {
    tries: 'two addresses in one form, the own one with the password first',
    comes: '403 Alamat surel atau kata sandi tidak cocok. Periksa keduanya, atau pulihkan kata sandi.',
    by: async (scene) =>
      why(
        await scene.visitor().ask('/masuk', {
          form: [
            ['email', castEmail('head')],
            ['email', 'administrator@contoh.test'],
            ['password', `${castPassword}!`],
          ],
        }),
      ),
  },
  {
    tries: 'a list and an object where a text belongs',
    comes: '422 Ada 2 hal yang perlu diperbaiki Isi bagian ini. Isi bagian ini.',
    by: async (scene) =>
      why(
        await scene.visitor().ask('/masuk', {
          form: [
            ['email[]', castEmail('author')],
            ['password[$ne]', ''],
          ],
        }),
      ),
  },
  {
    tries: 'a body of a million bytes',
    comes: '413',
    by: async (scene) => brief(await scene.visitor().post('/masuk', { ...own, next: '/'.repeat(1_000_000) })),
  },
  {
    tries: 'a password of a hundred thousand signs, to keep the processor busy',
    comes: '422 Ada 1 hal yang perlu diperbaiki Ringkas sampai 1000 karakter.',
    by: async (scene) => why(await scene.visitor().post('/masuk', { ...own, password: 'a'.repeat(100_000) })),
  },
  {
    tries: 'a NUL behind a known address',
    comes: '422 Ada 1 hal yang perlu diperbaiki Tulis alamat surel lengkap, seperti nama@instansi.go.id.',
    by: async (scene) =>
      why(await scene.visitor().post('/masuk', { ...own, email: `${own.email}\0@jahat.test` })),
  },
  {
    tries: 'a NUL in a name that is kept',
    comes: '303, kept without it: TamuContoh',
    async by(scene) {
      const path = await anInvitation(scene, 'nol@contoh.test')
      const password = 'perahu kayu di teluk'
      const typed = { name: 'Tamu\0Contoh', password, again: password }
      const { status } = await scene.visitor().post(path, typed)
      const { rows } = await scene.database.pool.query<{ name: string }>(
        `select name from person where email = 'nol@contoh.test'`,
      )
      return `${status}, kept without it: ${rows[0]?.name}`
    },
  },
  {
    tries: 'a NUL in a draft',
    comes: '200, kept without it',
    async by(scene) {
      const author = await scene.signedIn('author')
      const { location } = await author.post('/naskah/baru', { organisation: 'dinas-kesehatan-sukamaju' })
      const body = JSON.stringify({ revision: 0, content: { name: 'Puskesmas\0Keliling' } })
      const headers = { 'content-type': 'application/json' }
      const { status } = await author.ask(`${location}/simpan`, { method: 'PUT', body, headers })
      const { text } = await author.get(location)
      return `${status}, ${text.includes('PuskesmasKeliling') ? 'kept without it' : 'not kept'}`
    },
  },
  {
    tries: 'a NUL in an address',
    comes: '404',
    by: async (scene) => brief(await scene.visitor().get('/akun%00')),
  },
  {
    tries: 'a header smuggled into the request line',
    comes: 'HTTP/1.1 400 Bad Request',
    by: (scene) => raw(scene, `GET /akun HTTP/1.1 x\r\nHost: localhost\r\n\r\n`),
  },
  {
    tries: 'two lengths of one body',
    comes: 'HTTP/1.1 400 Bad Request',
    by: (scene) =>
      raw(
        scene,
        'POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
  },
  {
    tries: 'a form with no host at all',
    comes: 'HTTP/1.1 400 Bad Request',
    by: (scene) => raw(scene, 'POST /masuk HTTP/1.1\r\nContent-Length: 0\r\n\r\n'),
  },
  {
    tries: 'a browser that reads our page for another site’s script',
    comes: 'no permission for other origins',
    async by(scene) {
      const { headers } = await (
        await scene.signedIn('author')
      ).get('/akun', { origin: 'https://jahat.test' })
      const allowed = headers['access-control-allow-origin']
      return allowed === undefined ? 'no permission for other origins' : allowed
    },
  },
]
