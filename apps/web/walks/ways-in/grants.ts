import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { castEmail } from '@semai/testkit/people'
import { anInvitation } from './links.ts'
import type { Scene, Way } from './scene.ts'
import { brief, why } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const notThere = '404'
const onlyGivers = '403 Hanya: administrator platform, atau admin lokal untuk peran di instansinya sendiri.'

/** With the grants of somebody changed for as long as it takes. */
async function during(
  scene: Scene,
  who: CastName,
  change: string,
  work: () => Promise<string>,
): Promise<string> {
  const { pool } = scene.database
  const person = [cast[who].personId]
  await pool.query(`update role_grant set ${change} where person_id = $1`, person)
  const said = await work()
  await pool.query(
    `update role_grant set revoked_at = null, valid_until = null, valid_from = certified_at where person_id = $1`,
    person,
  )
  return said
}

const invite = (visitor: Visitor, given: Record<string, string>) =>
  visitor.post('/kelola/orang?/invite', { name: 'Orang Lain', email: 'naik@contoh.test', ...given })

async function grantOf(scene: Scene, who: CastName): Promise<string> {
  const { rows } = await scene.database.pool.query<{ id: string }>(
    `select id from role_grant where person_id = $1 limit 1`,
    [cast[who].personId],
  )
  return rows[0]!.id
}

/** Roles that somebody does not have, no longer has, or would like more of. */
export const grants: readonly Way[] = [
  {
    tries: 'administering people with a password alone',
    comes: notThere,
    by: async (scene) => brief(await (await scene.signedIn('local admin')).get('/kelola/orang')),
  },
  {
    tries: 'administering people without the role',
    comes: notThere,
    by: async (scene) => brief(await (await scene.awake('author')).get('/kelola/orang')),
  },
  {
    tries: 'inviting without the role, by the action alone',
    comes: notThere,
    by: async (scene) => brief(await invite(await scene.awake('author'), { role: 'author' })),
  },
  {
    tries: 'a role that was taken back while its session goes on',
    comes: notThere,
    async by(scene) {
      const admin = await scene.awake('local admin')
      return during(scene, 'local admin', 'revoked_at = now()', async () =>
        brief(await admin.get('/kelola/orang')),
      )
    },
  },
  {
    tries: 'a role past its last day while its session goes on',
    comes: notThere,
    async by(scene) {
      const admin = await scene.awake('local admin')
      const asked = { role: 'author', organisation: 'puskesmas-sukamaju' }
      return during(scene, 'local admin', 'valid_until = now()', async () =>
        brief(await invite(admin, asked)),
      )
    },
  },
  {
    tries: 'a role before its first day',
    comes: notThere,
    async by(scene) {
      const admin = await scene.awake('local admin')
      return during(scene, 'local admin', `valid_from = now() + interval '1 day'`, async () =>
        brief(await admin.get('/kelola/orang')),
      )
    },
  },
  {
    tries: 'a local administrator making another one',
    comes: onlyGivers,
    by: async (scene) =>
      why(
        await invite(await scene.awake('local admin'), {
          role: 'local_admin',
          organisation: 'pemerintah-kabupaten-sukamaju',
        }),
      ),
  },
  {
    tries: 'a local administrator making an administrator of the platform',
    comes: onlyGivers,
    by: async (scene) => why(await invite(await scene.awake('local admin'), { role: 'administrator' })),
  },
  {
    tries: 'a local administrator inviting for the institution of others',
    comes: onlyGivers,
    by: async (scene) =>
      why(
        await invite(await scene.awake('local admin'), {
          role: 'author',
          organisation: 'dinas-sosial-tirtasari',
        }),
      ),
  },
  {
    tries: 'a local administrator inviting for the province above',
    comes: onlyGivers,
    by: async (scene) =>
      why(
        await invite(await scene.awake('local admin'), {
          role: 'author',
          organisation: 'pemerintah-provinsi-lintang',
        }),
      ),
  },
  {
    tries: 'a role nobody has heard of',
    comes: '422 Ada 1 hal yang perlu diperbaiki Pilih salah satu dari daftar.',
    by: async (scene) => why(await invite(await scene.awake('local admin'), { role: '__proto__' })),
  },
  {
    tries: 'giving a role to oneself, by an invitation to the own address',
    comes:
      '409 Alamat surel ini sudah punya akun. Masuklah dengan akun itu; peran baru ditambahkan oleh yang mengundang.',
    async by(scene) {
      const path = await anInvitation(scene, castEmail('local admin'))
      const [password, again] = ['perahu kayu di teluk', 'perahu kayu di teluk']
      return why(await scene.visitor().post(path, { name: 'Wayan Sudarma', password, again }))
    },
  },
  {
    tries: 'taking back a role in the institution of others',
    comes: onlyGivers,
    async by(scene) {
      const grant = await grantOf(scene, 'author elsewhere')
      return why(await (await scene.awake('local admin')).post('/kelola/orang?/revoke', { grant }))
    },
  },
  {
    tries: 'a recovery link for somebody of another institution',
    comes: '403 Hanya: admin lokal instansinya atau administrator platform.',
    async by(scene) {
      const person = cast['author elsewhere'].personId!
      return why(await (await scene.awake('local admin')).post('/kelola/orang?/recover', { person }))
    },
  },
  {
    tries: 'a recovery link for the administrator of the platform, who comes from the own institution',
    comes: '403 Hanya: yang boleh memberi semua peran orang itu.',
    async by(scene) {
      const person = cast.administrator.personId!
      const belongs = (to: string) =>
        scene.database.pool.query(`update person set organisation_id = ${to} where id = $1`, [person])
      await belongs(`(select id from organisation where slug = 'pemerintah-kabupaten-sukamaju')`)
      const said = why(await (await scene.awake('local admin')).post('/kelola/orang?/recover', { person }))
      await belongs('null')
      return said
    },
  },
  {
    tries: 'the draft of another institution, by its number',
    comes: '404 404 404',
    async by(scene) {
      const owner = await scene.signedIn('author')
      const { location } = await owner.post('/naskah/baru', {
        organisation: 'dinas-kesehatan-sukamaju',
        kind: 'innovation',
      })
      const other = await scene.signedIn('author elsewhere')
      const save = {
        method: 'PUT',
        body: '{"revision":0,"content":{}}',
        headers: { 'content-type': 'application/json' },
      }
      const answers = [
        await other.get(location),
        await other.get(`${location}/banding`),
        await other.ask(`${location}/simpan`, save),
      ]
      return location.startsWith('/naskah/') ? answers.map(({ status }) => status).join(' ') : location
    },
  },
]
