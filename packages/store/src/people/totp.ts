import { createHmac } from 'node:crypto'

const stepSeconds = 30
const digits = 6
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The time step of a moment: half minutes since 1970. */
export function timeStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/**
 * The code of a time step, six digits.
 * Source: RFC 6238 over RFC 4226, HMAC-SHA-1 as authenticator apps expect it.
 * @example codeAt(Buffer.from('12345678901234567890'), 1) // '287082'
 */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The time step a typed code belongs to: this one or its neighbours, for clocks that differ by half a minute, and only
 * after `lastStep`, so that no code works twice. Null for a wrong or used code.
 */
export function stepOfCode(
  secret: Buffer,
  typed: string,
  { now, lastStep }: { now: Date; lastStep: number | null },
): number | null {
  const code = typed.replaceAll(/\s/g, '')
  const here = timeStep(now)
  const found = [here, here - 1, here + 1].find(
    (step) => step > (lastStep ?? -1) && codeAt(secret, step) === code,
  )
  return found ?? null
}

/** A secret as people type it into an app: base 32 in groups of four. */
export function secretInLetters(secret: Buffer): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of secret) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  if (bits > 0) text += letters[(held << (5 - bits)) & 31]
  return text.match(/.{1,4}/g)!.join(' ')
}

/** What an authenticator app reads from a picture or a link. */
export function authenticatorAddress(
  secret: Buffer,
  { issuer, account }: { issuer: string; account: string },
): string {
  const parameters = new URLSearchParams({ secret: secretInLetters(secret).replaceAll(' ', ''), issuer })
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?${parameters}`
}
