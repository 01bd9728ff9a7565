import type { ByteRange } from '@semai/store/files/file-store'

/**
 * The part of `size` bytes that a `Range` asks for: one range only, since more are a way to make a server work. Anything
 * else is answered whole, as the standard allows.
 * @returns null for the whole, `unsatisfiable` when the part lies behind the end.
 * Source: RFC 9110, 14.1 and 14.2.
 * @example byteRange('bytes=-3', 10) // { first: 7, last: 9 }
 */
export function byteRange(asked: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(size - 1, Number(to))
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'unsatisfiable' : { first, last }
}
