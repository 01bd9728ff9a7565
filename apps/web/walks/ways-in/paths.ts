import type { Way } from './scene.ts'
import { brief } from './visitor.ts'

const toSignIn = (path: string) => `303 /masuk?lanjut=${encodeURIComponent(path)}`

/** What is answered to whoever has not signed in, for each spelling of the page about people. */
const spellings: readonly [path: string, comes: string][] = [
  ['/kelola/orang', toSignIn('/kelola/orang')],
  ['/en/kelola/orang', `303 /en/masuk?lanjut=${encodeURIComponent('/kelola/orang')}`],
  ['/kelola/orang/', '308 ../orang'],
  ['/kelola/orang//', '404'],
  ['//kelola/orang', toSignIn('/kelola/orang')],
  ['/kelola//orang', '404'],
  ['/./kelola/orang', toSignIn('/kelola/orang')],
  ['/masuk/../kelola/orang', toSignIn('/kelola/orang')],
  ['/masuk/%2e%2e/kelola/orang', toSignIn('/kelola/orang')],
  ['/masuk/%252e%252e/kelola/orang', '404'],
  ['/masuk/..%2fkelola/orang', '404'],
  ['/masuk/..;/kelola/orang', '404'],
  ['/kelola%2Forang', '404'],
  ['/kelola%252Forang', '404'],
  ['/kelola%5Corang', '404'],
  ['/%6belola/orang', toSignIn('/%6belola/orang')],
  ['/KELOLA/ORANG', '404'],
  ['/kelola/orang;a=b', '404'],
  ['/kelola/orang.json', '404'],
  ['/kelola/orang%20', '404'],
  ['/kelola/orang%00', '404'],
  ['/kelola/orang%', '400'],
  ['/kelola/orang%C0%AF', '400'],
  ['/en/en/kelola/orang', '404'],
  ['/kelola/orang?x-sveltekit-invalidated=01', '400'],
]

/** The pages of the few, asked for by other spellings and by the framework's own side doors. */
export const paths: readonly Way[] = [
  ...spellings.map(([path, comes]): Way => ({
    tries: `the page about people as ${path}`,
    comes,
    by: async (scene) => brief(await scene.visitor().get(path)),
  })),
  ...['/kelola/orang/__data.json', '/kelola/orang/__data.json?x-sveltekit-invalidated=01'].map(
    (path): Way => ({
      tries: `the data of the page about people, as ${path}`,
      comes: 'a way to sign in, and nobody’s name',
      async by(scene) {
        const { text } = await scene.visitor().get(path)
        const isRefused = /"redirect"|"error"/.test(text) && !text.includes('@contoh.test')
        return isRefused ? 'a way to sign in, and nobody’s name' : text.slice(0, 200)
      },
    }),
  ),
  {
    tries: 'the data of the page about people, signed in without the role',
    comes: 'nobody’s name',
    async by(scene) {
      const { text } = await (await scene.signedIn('author')).get('/kelola/orang/__data.json')
      return text.includes('inspectorate@contoh.test') ? text.slice(0, 200) : 'nobody’s name'
    },
  },
  {
    tries: 'the head of the page about people, which has no body to show',
    comes: '404',
    by: async (scene) => brief(await scene.visitor().ask('/kelola/orang', { method: 'HEAD' })),
  },
  ...[
    '/../package.json',
    '/_app/../../package.json',
    '/..%2f..%2fpackage.json',
    '/.semai/postgres.log',
    '/.env',
  ].map((path): Way => ({
    tries: `a file beside the site, as ${path}`,
    comes: '404',
    by: async (scene) => brief(await scene.visitor().get(path)),
  })),
]
