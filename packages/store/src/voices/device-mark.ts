import { dayIn } from '@semai/domain/time/clock'
import { createHmac, randomBytes } from 'node:crypto'
import type { Tx } from '../db/transaction.ts'

/** What a request tells of its device (address, browser, languages); it is hashed here and goes no further. */
export type Device = string

/**
 * Whether a device says this for the first time today. What is stored is a keyed hash of device and record; the key is
 * drawn anew each day and deleted with the marks of its day, by the first write of a later day, so that nothing ties
 * what was said to a device or to what else it said.
 */
export async function isFirstToday(
  db: Tx,
  { device, about, now }: { device: Device; about: string; now: Date },
): Promise<boolean> {
  const day = dayIn(now)
  await db.deleteFrom('voice_salt').where('day', '<', day).execute()
  await db
    .insertInto('voice_salt')
    .values({ day, salt: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { salt } = await db
    .selectFrom('voice_salt')
    .select('salt')
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  const mark = createHmac('sha256', salt).update(`${about}\n${device}`).digest()
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('voice_device')
    .values({ day, mark })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted === 1n
}
