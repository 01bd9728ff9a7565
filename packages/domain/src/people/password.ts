import type { Says } from '../text/says.ts'

const shortest = 12
const longest = 200

/** Words that everybody tries first on such a site; compared without case, digits and signs at the ends. */
const guessedFirst = new Set([
  'password',
  'passwordpassword',
  'katasandi',
  'katasandisaya',
  'katasandikatasandi',
  'indonesia',
  'indonesiaraya',
  'semaisemai',
  'adminadmin',
  'administrator',
  'qwertyuiop',
  'rahasiarahasia',
  'bismillah',
  'pelayananpublik',
])

/**
 * Why a password is not accepted, or null. Length counts, not a mix of signs: at least 12 characters, none of those
 * everybody tries first, not one character or a run over and over, and not the person's own name or address.
 * Source: NIST SP 800-63B, section 3.1.1.
 * @example passwordFault('kopi', { name: 'Sari', email: 'sari@contoh.id' })?.en // 'Use at least 12 characters; …'
 */
export function passwordFault(
  password: string,
  { name, email }: { name: string; email: string },
): Says | null {
  const length = [...password].length
  if (length < shortest) {
    return {
      id: `Pakai sedikitnya ${shortest} karakter; beberapa kata yang mudah Anda ingat sudah cukup.`,
      en: `Use at least ${shortest} characters; a few words you can remember will do.`,
    }
  }
  if (length > longest)
    return { id: `Pakai paling banyak ${longest} karakter.`, en: `Use at most ${longest} characters.` }
  return isGuessable(password, [name, email, email.split('@')[0]!]) ? guessable : null
}

const guessable: Says = {
  id: 'Kata sandi ini mudah ditebak. Pilih yang lain, misalnya tiga atau empat kata yang tidak berkaitan.',
  en: 'This password is easy to guess. Choose another, such as three or four words that do not belong together.',
}

function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = password.toLowerCase()
  const bare = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, '').replaceAll(/\s/g, '')
  return (
    guessedFirst.has(bare) ||
    new Set(plain).size < 5 ||
    isRun(plain) ||
    own.some((word) => word.length >= 4 && bare === word.toLowerCase().replaceAll(/[^a-z]/g, ''))
  )
}

/** Each character follows the one before it: 123456789012, abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0)!)
  const steps = codes.slice(1).map((code, i) => code - codes[i]!)
  return steps.filter((step) => step === steps[0]).length >= steps.length - 1 && Math.abs(steps[0] ?? 0) <= 1
}
