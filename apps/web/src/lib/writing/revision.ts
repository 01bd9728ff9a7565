import { Refusal } from '@semai/domain/refusal'

/**
 * The revision a form or a script says its text was typed on.
 * @throws Refusal invalid when it is none.
 */
export function revisionOf(typed: unknown): number {
  const revision = typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : null
  if (revision !== null) return revision
  throw new Refusal('invalid', {
    id: 'Naskah ini tidak menyebut revisinya. Muat ulang halaman, lalu simpan lagi.',
    en: 'This text does not say its revision. Load the page again, then save.',
  })
}
