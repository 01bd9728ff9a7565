import { redirect } from '@sveltejs/kit'
import type { Refusal } from '@semai/domain/refusal'
import { SignOnTrouble } from '@semai/store/people/sign-on-provider'
import { href } from '#lib/site/lang.ts'
import type { Lang } from '#lib/site/lang.ts'
import type { SignOnTroubleWord } from '#lib/site/sign-on-trouble.ts'

/** Where the provider sends the browser back to: the address to register there, one for both languages. */
export function returnAddress(origin: string): string {
  return `${origin}/masuk/layanan/kembali`
}

const words = { unavailable: 'tidak-menjawab', cancelled: 'batal', refused: 'gagal' } as const

/** A sign-on that did not come about ends at the sign-in page, which says why; the log keeps what the provider said. */
export function backToSignIn(
  problem: SignOnTrouble | Refusal | 'unknown',
  { lang, next }: { lang: Lang; next: string | null },
): never {
  const word: SignOnTroubleWord =
    problem === 'unknown'
      ? 'belum-terhubung'
      : problem instanceof SignOnTrouble
        ? words[problem.reason]
        : 'lewat'
  if (problem instanceof SignOnTrouble && problem.reason !== 'cancelled') log(problem)
  const asked = new URLSearchParams({ layanan: word, ...(next === null ? {} : { lanjut: next }) })
  redirect(303, `${href(lang, '/masuk')}?${asked}`)
}

function log({ reason, cause }: SignOnTrouble): void {
  const trouble = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'warn', signOn: reason, trouble }))
}
