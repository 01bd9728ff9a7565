import { signLink } from '@semai/store/people/signed-link'
import { cast } from '@semai/testkit/cast'
import { castEmail } from '@semai/testkit/people'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'

const hour = 3_600_000
const password = 'perahu kayu di teluk'
const twice = { password, again: password }

let invited = 0

/** An invitation of the local administrator, to an address of its own; its path. */
export async function anInvitation(scene: Scene, email = `tamu${++invited}@contoh.test`): Promise<string> {
  const admin = await scene.awake('local admin')
  const answer = await admin.post('/kelola/orang?/invite', {
    name: 'Tamu Contoh',
    email,
    role: 'author',
    organisation: 'dinas-kesehatan-sukamaju',
  })
  return /\/undangan\/[\w-]{43}/.exec(answer.text)![0]
}

const accept = (scene: Scene, path: string, given: Record<string, string> = {}) =>
  scene.visitor().post(path, { name: 'Tamu Contoh', ...twice, ...given })

/** A recovery link of the author of the cast, for a purpose and until a moment; the end of its address. */
export function aLink({ database: { db } }: Scene, purpose = 'recovery', forMs = hour): Promise<string> {
  const now = new Date()
  const subject = cast.author.personId!
  return signLink(db, { purpose, subject, expires: new Date(now.getTime() + forMs) }, now)
}

const recover = (scene: Scene, link: string) => scene.visitor().post(`/pulihkan/${link}`, twice)

/** The text with one sign changed for another that could stand there. */
export function altered(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}

const invalid =
  '404 Undangan ini tidak berlaku: mungkin sudah dipakai, ditarik, atau lewat waktunya. Mintalah yang baru kepada admin Anda.'
const noLink =
  '404 Tautan ini tidak berlaku: mungkin terpotong, sudah lewat waktunya, atau bukan untuk halaman ini. Mintalah yang baru.'

/** Invitations and recovery links, used by whom or when they should not. */
export const links: readonly Way[] = [
  {
    tries: 'an invitation past its time',
    comes: invalid,
    async by(scene) {
      const path = await anInvitation(scene)
      await scene.database.pool.query(`update invitation set expires_at = now() where accepted_at is null`)
      return why(await scene.visitor().get(path))
    },
  },
  {
    tries: 'an invitation that was taken up',
    comes: invalid,
    async by(scene) {
      const path = await anInvitation(scene)
      await accept(scene, path)
      return why(await accept(scene, path))
    },
  },
  {
    tries: 'an invitation that a newer one replaced',
    comes: invalid,
    async by(scene) {
      const path = await anInvitation(scene, 'dua.kali@contoh.test')
      await anInvitation(scene, 'dua.kali@contoh.test')
      return why(await accept(scene, path))
    },
  },
  {
    tries: 'an invitation with one sign altered',
    comes: invalid,
    by: async (scene) => why(await accept(scene, altered(await anInvitation(scene), 20))),
  },
  {
    tries: 'an invitation in capitals',
    comes: invalid,
    async by(scene) {
      const [, token = ''] = (await anInvitation(scene)).split('/undangan/')
      return why(await accept(scene, `/undangan/${token.toUpperCase()}`))
    },
  },
  {
    tries: 'an invitation taken up under another address',
    comes: 'an account of the invited address, and none of the other',
    async by(scene) {
      const path = await anInvitation(scene, 'yang.diundang@contoh.test')
      await accept(scene, path, { email: 'orang.lain@contoh.test', username: 'orang.lain@contoh.test' })
      const { rows } = await scene.database.pool.query<{ email: string }>(
        `select email from person where email in ('yang.diundang@contoh.test', 'orang.lain@contoh.test')`,
      )
      return rows.map(({ email }) => email).join() === 'yang.diundang@contoh.test'
        ? 'an account of the invited address, and none of the other'
        : JSON.stringify(rows)
    },
  },
  {
    tries: 'an invitation to an address that has an account, for a second one',
    comes:
      '409 Alamat surel ini sudah punya akun. Masuklah dengan akun itu; peran baru ditambahkan oleh yang mengundang.',
    by: async (scene) => why(await accept(scene, await anInvitation(scene, castEmail('author')))),
  },
  {
    tries: 'an invitation with a role of the guest’s own choice beside it',
    comes: 'author',
    async by(scene) {
      const path = await anInvitation(scene, 'pilih.sendiri@contoh.test')
      await accept(scene, path, { role: 'administrator', organisation: '' })
      const { rows } = await scene.database.pool.query<{ role: string }>(
        `select g.role from role_grant g join person p on p.id = g.person_id where p.email = 'pilih.sendiri@contoh.test'`,
      )
      return rows.map(({ role }) => role).join()
    },
  },
  {
    tries: 'an invitation of somebody who may no longer give the role',
    comes:
      '404 Yang mengundang Anda tidak lagi boleh memberi peran ini. Mintalah undangan baru kepada admin yang sekarang.',
    async by(scene) {
      const path = await anInvitation(scene)
      const { pool } = scene.database
      const admin = [cast['local admin'].personId]
      await pool.query(`update role_grant set revoked_at = now() where person_id = $1`, admin)
      const said = why(await accept(scene, path))
      await pool.query(`update role_grant set revoked_at = null where person_id = $1`, admin)
      return said
    },
  },
  {
    tries: 'a recovery link past its time',
    comes: noLink,
    by: async (scene) => why(await recover(scene, await aLink(scene, 'recovery', -1))),
  },
  {
    tries: 'a recovery link a second time',
    comes: '409 Tautan ini sudah dipakai. Mintalah tautan baru bila masih diperlukan.',
    async by(scene) {
      const link = await aLink(scene)
      const { rows } = await scene.database.pool.query<{ hash: string }>(
        `select password_hash as hash from person where id = $1`,
        [cast.author.personId],
      )
      await recover(scene, link)
      const said = why(await recover(scene, link))
      await scene.database.pool.query(`update person set password_hash = $2 where id = $1`, [
        cast.author.personId,
        rows[0]!.hash,
      ])
      return said
    },
  },
  {
    tries: 'a recovery link with one sign of its seal altered',
    comes: noLink,
    async by(scene) {
      const link = await aLink(scene)
      return why(await recover(scene, altered(link, link.length - 10)))
    },
  },
  {
    tries: 'a recovery link whose subject was changed to the administrator',
    comes: noLink,
    async by(scene) {
      const [body = '', seal] = (await aLink(scene)).split('.')
      const said = Buffer.from(body, 'base64url').toString()
      const other = said.replace(cast.author.personId!, cast.administrator.personId!)
      return why(await recover(scene, `${Buffer.from(other).toString('base64url')}.${seal}`))
    },
  },
  {
    tries: 'a link of another purpose for a new password',
    comes: noLink,
    by: async (scene) => why(await recover(scene, await aLink(scene, 'still running'))),
  },
  {
    tries: 'a recovery link as an invitation',
    comes: invalid,
    by: async (scene) => why(await accept(scene, `/undangan/${await aLink(scene)}`)),
  },
  {
    tries: 'an invitation as a recovery link',
    comes: noLink,
    by: async (scene) => why(await recover(scene, (await anInvitation(scene)).slice('/undangan/'.length))),
  },
  {
    tries: 'opening an invitation and a recovery link, as mail programs do ahead of people',
    comes: '200 200 200 200',
    async by(scene) {
      const [path, link] = [await anInvitation(scene), await aLink(scene)]
      const visitor = scene.visitor()
      const all: string[] = []
      for (const each of [path, path, `/pulihkan/${link}`, `/pulihkan/${link}`])
        all.push(brief(await visitor.get(each)))
      return all.join(' ')
    },
  },
]
