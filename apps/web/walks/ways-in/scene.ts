import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { codeAt, timeStep } from '@semai/store/people/totp'
import type { CastName } from '@semai/testkit/cast'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople } from '@semai/testkit/people'
import { freePort } from '../free-port.ts'
import { serveSite } from '../served-site.ts'
import { localProvider } from '../sign-on-provider.ts'
import type { LocalProvider } from '../sign-on-provider.ts'
import { Visitor } from './visitor.ts'

/** A running site with the cast, a provider of sign-on, and the owner's hand on the database. */
export type Scene = {
  site: string
  provider: LocalProvider
  database: OpenedDatabase
  /** A browser that knows nothing of the site. */
  visitor(): Visitor
  /** A browser in which this person signed in by password. */
  signedIn(name: CastName): Promise<Visitor>
  /** The same, and the session has proved a second factor. */
  awake(name: CastName): Promise<Visitor>
  stop(): Promise<void>
}

export async function openScene(): Promise<Scene> {
  const provider = await localProvider()
  const port = await freePort()
  const site = `http://localhost:${port}`
  const served = await serveSite({ PORT: String(port), SEMAI_URL: site, ...provider.env })
  provider.open(site)
  const database = await openDatabase({ role: 'owner', poolSize: 2 }, { SEMAI_DATA: served.data })
  await castAgencies(database.db)
  await castPeople(database.db)
  const scene: Scene = {
    site,
    provider,
    database,
    visitor: () => new Visitor(site),
    async signedIn(name) {
      const visitor = new Visitor(site)
      const answer = await visitor.post('/masuk', { email: castEmail(name), password: castPassword })
      if (answer.status !== 303) throw new Error(`${name} did not get in: ${answer.status}`)
      return visitor
    },
    async awake(name) {
      const visitor = await scene.signedIn(name)
      await database.pool.query(
        `update session set assurance = 'second_factor' where person_id = $1 and ended_at is null`,
        [cast[name].personId],
      )
      return visitor
    },
    async stop() {
      await database.close()
      await served.stop()
      await provider.stop()
    },
  }
  return scene
}

/** Each way begins with nothing counted against anybody, and every account as the cast has it. */
export async function cleanSlate({ database: { pool } }: Scene): Promise<void> {
  await pool.query(`delete from sign_in_failure`)
  await pool.query(`delete from recovery_code`)
  await pool.query(`delete from passkey`)
  await pool.query(`delete from sign_on_link`)
  await pool.query(`delete from api_token`)
  await pool.query(`update person set totp_secret = null, totp_last_step = null`)
}

/** A code app for whoever is signed in: its key, the ten codes, and the number of the present code. */
export async function codeApp(visitor: Visitor): Promise<{ secret: Buffer; codes: string[] }> {
  const page = await visitor.get('/akun/pengaman')
  const letters = /<span class="mono">([A-Z2-7 ]+)<\/span>/.exec(page.text)![1]!
  const sealed = /name="sealed" value="([^"]+)"/.exec(page.text)![1]!
  const secret = bytesOf(letters)
  const answer = await visitor.post('/akun/pengaman?/app', { sealed, code: codeNow(secret) })
  const codes = [...answer.text.matchAll(/<li>([a-z2-9]{5}-[a-z2-9]{5})<\/li>/g)].map(([, code]) => code!)
  if (codes.length !== 10) throw new Error(`No code app: ${answer.status}`)
  return { secret, codes }
}

/** The code the app shows so many half minutes from now. */
export function codeNow(secret: Buffer, halfMinutes = 0): string {
  return codeAt(secret, timeStep(new Date()) + halfMinutes)
}

/** The bytes of a key as a code app reads it. */
export function bytesOf(letters: string): Buffer {
  const bits = [...letters.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}

/** One way to get in, or further, without right: what is tried, what has to come of it, and the trying. */
export type Way = { tries: string; comes: string; by: (scene: Scene) => Promise<string> }
