import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Db } from '../db/transaction.ts'
import { siteKey } from './site-key.ts'

const tagBytes = 16
const nonceBytes = 12

/** The bytes, readable for this site only (AES-256-GCM). `purpose` is part of the seal: it opens for no other. */
export async function seal(db: Db, purpose: string, bytes: Buffer, now: Date): Promise<Buffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', await siteKey(db, 'secrets', now), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** What was sealed for the purpose; null for anything else. */
export async function unseal(db: Db, purpose: string, sealed: Buffer, now: Date): Promise<Buffer | null> {
  try {
    const key = await siteKey(db, 'secrets', now)
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    decipher.setAAD(Buffer.from(purpose))
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

/** A hash that only this site can make: for short codes, which anyone could try out on a plain one. */
export async function keyedHash(db: Db, purpose: string, text: string, now: Date): Promise<Buffer> {
  return createHmac('sha256', await siteKey(db, 'secrets', now))
    .update(`${purpose} ${text}`)
    .digest()
}
