import { castEmail } from '@semai/testkit/people'
import type { CastName } from '@semai/testkit/cast'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'
import { Visitor } from './visitor.ts'

const late = '303 /masuk?layanan=lewat'
const refused = '303 /masuk?layanan=gagal'
const signedIn = '303 /kerja'

const known = (name: CastName, given = {}) => ({
  sub: `di-sana-${name.replaceAll(' ', '-')}`,
  email: castEmail(name),
  email_verified: true,
  ...given,
})

/** Goes to the provider and back as far as the last step; the path with which the browser would come back. */
async function awayAndBack(scene: Scene, visitor: Visitor): Promise<string> {
  const { location } = await visitor.get('/masuk/layanan')
  const there = new Visitor(scene.provider.issuer)
  let path = location.slice(scene.provider.issuer.length)
  for (let step = 0; step < 5; step++) {
    const answer = await there.get(path)
    if (answer.location.startsWith(`${scene.site}/`)) return answer.location.slice(scene.site.length)
    path = answer.location
  }
  throw new Error(`The provider did not lead back: ${path}`)
}

/** Somebody whose account at the provider is linked, and the provider recognises them. */
async function linked(scene: Scene, name: CastName = 'author'): Promise<void> {
  scene.provider.who = known(name)
  const visitor = await scene.signedIn(name)
  await visitor.get(await awayAndBack(scene, visitor))
  const answer = await visitor.post('/akun/pengaman?/link', {})
  if (!answer.text.includes('Terhubung.')) throw new Error(`Not linked: ${why(answer)}`)
}

/** What comes of the answer of the provider, changed on its way back. */
const changed = (tries: string, comes: string, change: (search: URLSearchParams) => void): Way => ({
  tries,
  comes,
  async by(scene) {
    await linked(scene)
    const visitor = scene.visitor()
    const [path = '', search = ''] = (await awayAndBack(scene, visitor)).split('?')
    const said = new URLSearchParams(search)
    change(said)
    return brief(await visitor.get(`${path}?${said}`))
  },
})

const linking = (tries: string, given: object, name: CastName = 'author'): Way => ({
  tries,
  comes:
    '403 Alamat surel di layanan masuk itu berbeda dari alamat surel akun ini, atau belum diperiksa di sana. Samakan dulu alamatnya, lalu hubungkan lagi.',
  async by(scene) {
    scene.provider.who = known(name, given)
    const visitor = await scene.signedIn('author')
    await visitor.get(await awayAndBack(scene, visitor))
    return why(await visitor.post('/akun/pengaman?/link', {}))
  },
})

/** Sign-ons that were used, changed, begun by somebody else, or are of somebody nobody here knows. */
export const signOn: readonly Way[] = [
  {
    tries: 'the answer of a provider a second time',
    comes: `${signedIn}, then ${late}`,
    async by(scene) {
      await linked(scene)
      const visitor = scene.visitor()
      const path = await awayAndBack(scene, visitor)
      const cookie = visitor.cookies.get('semai_layanan')!
      const first = brief(await visitor.get(path))
      const again = scene.visitor()
      again.cookies.set('semai_layanan', cookie)
      return `${first}, then ${brief(await again.get(path))}`
    },
  },
  {
    tries: 'the answer to the attacker’s sign-on, in the victim’s browser',
    comes: late,
    async by(scene) {
      await linked(scene)
      return brief(await scene.visitor().get(await awayAndBack(scene, scene.visitor())))
    },
  },
  {
    tries: 'the answer to the attacker’s sign-on, where the victim has begun one',
    comes: refused,
    async by(scene) {
      await linked(scene)
      const path = await awayAndBack(scene, scene.visitor())
      const victim = scene.visitor()
      await victim.get('/masuk/layanan')
      return brief(await victim.get(path))
    },
  },
  {
    tries: 'a code of one sign-on with the state of another',
    comes: refused,
    async by(scene) {
      await linked(scene)
      const stolen = new URLSearchParams((await awayAndBack(scene, scene.visitor())).split('?')[1])
      const visitor = scene.visitor()
      const [path = '', search = ''] = (await awayAndBack(scene, visitor)).split('?')
      const said = new URLSearchParams(search)
      said.set('code', stolen.get('code')!)
      return brief(await visitor.get(`${path}?${said}`))
    },
  },
  changed('a state with one sign altered', refused, (said) => said.set('state', `${said.get('state')}x`)),
  changed('no state', refused, (said) => said.delete('state')),
  changed('two states', refused, (said) => said.append('state', said.get('state')!)),
  changed('a code that was made up', refused, (said) => said.set('code', 'A'.repeat(43))),
  changed('no code', refused, (said) => said.delete('code')),
  changed('the word of another provider', refused, (said) => said.set('iss', 'https://jahat.test')),
  changed('the word of nobody', refused, (said) => said.delete('iss')),
  {
    tries: 'a sign-on after a quarter of an hour',
    comes: late,
    async by(scene) {
      await linked(scene)
      const visitor = scene.visitor()
      const path = await awayAndBack(scene, visitor)
      await scene.database.pool.query(`update sign_on_attempt set expires_at = now()`)
      return brief(await visitor.get(path))
    },
  },
  {
    tries: 'a nonce exchanged in the database',
    comes: late,
    async by(scene) {
      await linked(scene)
      const [one, other] = [scene.visitor(), scene.visitor()]
      const path = await awayAndBack(scene, one)
      await awayAndBack(scene, other)
      await scene.database.pool.query(
        `update sign_on_attempt a set content = b.content from sign_on_attempt b where a.token_hash <> b.token_hash`,
      )
      return brief(await one.get(path))
    },
  },
  {
    tries: 'somebody the provider knows and nobody here does',
    comes: '303 /masuk?layanan=belum-terhubung&lanjut=%2Fakun%2Fpengaman, and no account more',
    async by(scene) {
      const people = async () =>
        (await scene.database.pool.query<{ n: number }>(`select count(*)::int as n from person`)).rows[0]!.n
      const before = await people()
      scene.provider.who = { sub: 'orang-baru', email: 'orang.baru@contoh.test', email_verified: true }
      const visitor = scene.visitor()
      const said = brief(await visitor.get(await awayAndBack(scene, visitor)))
      return `${said}, and ${(await people()) === before ? 'no account more' : 'an account more'}`
    },
  },
  {
    tries: 'the address of an account, vouched for, by somebody who never signed in here',
    comes: '303 /masuk?lanjut=%2Fakun',
    async by(scene) {
      scene.provider.who = known('administrator')
      const visitor = scene.visitor()
      await visitor.get(await awayAndBack(scene, visitor))
      return brief(await visitor.get('/akun'))
    },
  },
  linking('linking an address the provider has not checked', { email_verified: false }),
  linking('linking an address the provider says it checked, in words', { email_verified: 'true' }),
  linking('linking the account of somebody else', {}, 'head'),
  {
    tries: 'linking what another account is linked to',
    comes: '409',
    async by(scene) {
      await linked(scene)
      scene.provider.who = { ...known('head'), sub: known('author').sub }
      const visitor = await scene.signedIn('head')
      await scene.database.pool.query(`update sign_on_link set person_id = person_id`)
      await visitor.get('/masuk/layanan')
      return String((await visitor.post('/akun/pengaman?/link', {})).status)
    },
  },
  {
    tries: 'past the second factor of the account by the word of a provider that saw two',
    comes: '303 /masuk/kode?lanjut=%2Fkerja, and people: 404',
    async by(scene) {
      await linked(scene, 'local admin')
      await scene.database.pool.query(`update person set totp_secret = 'x' where email = $1`, [
        castEmail('local admin'),
      ])
      const visitor = scene.visitor()
      const said = brief(await visitor.get(await awayAndBack(scene, visitor)))
      return `${said}, and people: ${brief(await visitor.get('/kelola/orang'))}`
    },
  },
  {
    tries: 'a closed account by its provider',
    comes: '303 /masuk?layanan=belum-terhubung&lanjut=%2Fakun%2Fpengaman',
    async by(scene) {
      await linked(scene, 'head')
      const close = (at: string) =>
        scene.database.pool.query(`update person set deactivated_at = ${at} where email = $1`, [
          castEmail('head'),
        ])
      await close('now()')
      const visitor = scene.visitor()
      const said = brief(await visitor.get(await awayAndBack(scene, visitor)))
      await close('null')
      return said
    },
  },
  {
    tries: 'a sign-on that should lead on to another site',
    comes: signedIn,
    async by(scene) {
      await linked(scene)
      const visitor = scene.visitor()
      const { get } = visitor
      visitor.get = (path, headers) =>
        get.call(visitor, path === '/masuk/layanan' ? `${path}?lanjut=//jahat.test` : path, headers)
      return brief(await visitor.get(await awayAndBack(scene, visitor)))
    },
  },
]
