import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'

/** What a browser says of a file before it sends it in pieces. */
export const announced = z.object({
  name: z
    .string()
    .max(300)
    .transform((name) => name.toWellFormed().replace(/\p{Cc}/gu, '') || 'berkas'),
  bytes: z.int().min(0).max(2_000_000_000),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})

/**
 * A piece of an upload as it was sent: its bytes, where it begins, and its hash where the sender can tell.
 * @throws Refusal invalid when it does not say where it begins, or did not arrive whole.
 */
export async function sentPiece(
  request: Request,
): Promise<{ start: number; piece: Buffer; sha256: string | null }> {
  const start = Number(request.headers.get('upload-offset') ?? Number.NaN)
  const sha256 = request.headers.get('upload-sha256')
  if (!Number.isSafeInteger(start)) throw noOffset
  return { start, piece: Buffer.from(await request.arrayBuffer().catch(cutOff)), sha256 }
}

const noOffset = new Refusal('invalid', {
  id: 'Kepala upload-offset harus menyebut awal potongan.',
  en: 'The header upload-offset must say where the piece begins.',
})

function cutOff(): never {
  throw new Refusal('invalid', {
    id: 'Sambungan terputus sebelum potongan ini tiba utuh. Kirim lagi.',
    en: 'The line was lost before this piece arrived whole. Send it again.',
  })
}
