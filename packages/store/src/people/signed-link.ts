import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@semai/domain/refusal'
import type { Db, Tx } from '../db/transaction.ts'
import { hashOfToken } from './secret-token.ts'
import { siteKey } from './site-key.ts'

/** What a link is for: one purpose, about one record, until a moment. */
export type LinkContent = { purpose: string; subject: string; expires: Date }

/** A text for the end of an address: its content, readable, and a seal that only this site can make. */
export async function signLink(
  db: Db,
  { purpose, subject, expires }: LinkContent,
  now: Date,
): Promise<string> {
  const content = Buffer.from(JSON.stringify([purpose, subject, Math.floor(expires.getTime() / 1000)]))
  const seal = await sealOf(db, content, now)
  return `${content.toString('base64url')}.${seal.toString('base64url')}`
}

/**
 * The content of a link that this site signed for the purpose and whose time has not passed. Opening it changes
 * nothing; `spendLink` is for the button.
 * @throws Refusal not-found for anything altered, for another purpose, or past its time.
 */
export async function readLink(db: Db, purpose: string, link: string, now: Date): Promise<LinkContent> {
  const [body = '', seal = '', ...rest] = link.split('.')
  const content = Buffer.from(body, 'base64url')
  const given = Buffer.from(seal, 'base64url')
  const wanted = await sealOf(db, content, now)
  const isOurs =
    rest.length === 0 &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted) &&
    // base64url has more than one spelling of the same bytes; only ours counts
    content.toString('base64url') === body &&
    given.toString('base64url') === seal
  if (!isOurs) throw noSuchLink()
  const [kind, subject, seconds] = JSON.parse(content.toString()) as [string, string, number]
  if (kind !== purpose) throw noSuchLink()
  const expires = new Date(seconds * 1000)
  if (now >= expires) throw noSuchLink()
  return { purpose, subject, expires }
}

/**
 * The link has done its work: it never does it again.
 * @throws Refusal not-found as `readLink`; conflict when it was used before.
 */
export async function spendLink(db: Tx, purpose: string, link: string, now: Date): Promise<LinkContent> {
  const content = await readLink(db, purpose, link, now)
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('signed_link_use')
    .values({ link_hash: hashOfToken(link), purpose, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted === 1n) return content
  throw new Refusal('conflict', {
    id: 'Tautan ini sudah dipakai. Mintalah tautan baru bila masih diperlukan.',
    en: 'This link has been used. Ask for a new one if you still need it.',
  })
}

async function sealOf(db: Db, content: Buffer, now: Date): Promise<Buffer> {
  return createHmac('sha256', await siteKey(db, 'links', now))
    .update(content)
    .digest()
}

function noSuchLink(): Refusal {
  return new Refusal('not-found', {
    id: 'Tautan ini tidak berlaku: mungkin terpotong, sudah lewat waktunya, atau bukan untuk halaman ini. Mintalah yang baru.',
    en: 'This link is not valid: it may be cut short, past its time, or meant for another page. Ask for a new one.',
  })
}
