import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet, argon2id. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const derive = promisify(argon2)

/** The password as it is kept: argon2id with a salt of its own, in the usual text form. About 30 ms. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(nonce)}$${text(tag)}`
}

/**
 * Whether the password is the one kept. Without a kept one it takes as long and answers no, so that time does not tell
 * which addresses have an account.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept ?? (await nobody()))
  if (!parts) return false
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number)
  const nonce = Buffer.from(parts[4]!, 'base64')
  const wanted = Buffer.from(parts[5]!, 'base64')
  const message = password.normalize('NFKC')
  const tag = await derive('argon2id', {
    message,
    nonce,
    tagLength: wanted.length,
    memory: memory!,
    passes: passes!,
    parallelism: parallelism!,
  })
  return timingSafeEqual(tag, wanted) && kept !== null
}

let decoy: Promise<string> | null = null
function nobody(): Promise<string> {
  return (decoy ??= hashPassword(randomBytes(16).toString('hex')))
}

function text(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
