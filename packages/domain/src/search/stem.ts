/** Finds the root of an Indonesian word; the same word always has the same root. */
export type Stemmer = (word: string) => string

const particles = ['lah', 'kah', 'tah', 'pun']
const possessives = ['nya', 'ku', 'mu']
const suffixes = ['kan', 'an', 'i', 'in']

/**
 * Prefixes, each with the letters that may follow it and the first letter of the root it swallowed:
 * `memindah` is mem + (p)indah since mem- before a vowel always hides a p.
 */
const prefixes: readonly { prefix: string; before: RegExp; swallowed: string }[] = [
  { prefix: 'menge', before: /^./, swallowed: '' },
  { prefix: 'penge', before: /^./, swallowed: '' },
  { prefix: 'meng', before: /^[aiueoghkx]/, swallowed: '' },
  { prefix: 'meng', before: /^[aiueo]/, swallowed: 'k' },
  { prefix: 'peng', before: /^[aiueoghkx]/, swallowed: '' },
  { prefix: 'peng', before: /^[aiueo]/, swallowed: 'k' },
  { prefix: 'meny', before: /^[aiueo]/, swallowed: 's' },
  { prefix: 'peny', before: /^[aiueo]/, swallowed: 's' },
  { prefix: 'mem', before: /^[bfvp]/, swallowed: '' },
  { prefix: 'mem', before: /^[aiueo]/, swallowed: 'p' },
  { prefix: 'pem', before: /^[bfvp]/, swallowed: '' },
  { prefix: 'pem', before: /^[aiueo]/, swallowed: 'p' },
  { prefix: 'men', before: /^[cdjzst]/, swallowed: '' },
  { prefix: 'men', before: /^[aiueo]/, swallowed: 't' },
  { prefix: 'pen', before: /^[cdjzst]/, swallowed: '' },
  { prefix: 'pen', before: /^[aiueo]/, swallowed: 't' },
  { prefix: 'me', before: /^[lrwymn]/, swallowed: '' },
  { prefix: 'pe', before: /^[^aiueo]/, swallowed: '' },
  { prefix: 'memper', before: /^./, swallowed: '' },
  { prefix: 'ber', before: /^./, swallowed: '' },
  { prefix: 'per', before: /^./, swallowed: '' },
  { prefix: 'ter', before: /^./, swallowed: '' },
  { prefix: 'be', before: /^r|^kerja/, swallowed: '' },
  { prefix: 'per', before: /^[aiueo]/, swallowed: 'r' },
  { prefix: 'te', before: /^r/, swallowed: '' },
  { prefix: 'bel', before: /^ajar/, swallowed: '' },
  { prefix: 'pel', before: /^ajar/, swallowed: '' },
  { prefix: 'di', before: /^./, swallowed: '' },
  { prefix: 'ke', before: /^./, swallowed: '' },
  { prefix: 'se', before: /^./, swallowed: '' },
  { prefix: 'antar', before: /^./, swallowed: '' },
  { prefix: 'anti', before: /^./, swallowed: '' },
  // Spoken: `ngecek`, `ngurus`, `nyari`, `nyapu`, `nulis`, `mikir`.
  { prefix: 'nge', before: /^./, swallowed: '' },
  { prefix: 'ng', before: /^[aiueogh]/, swallowed: '' },
  { prefix: 'ng', before: /^[aiueo]/, swallowed: 'k' },
  { prefix: 'ny', before: /^[aiueo]/, swallowed: 'c' },
  { prefix: 'ny', before: /^[aiueo]/, swallowed: 's' },
  { prefix: 'n', before: /^[aiueo]/, swallowed: 't' },
  { prefix: 'm', before: /^[aiueo]/, swallowed: 'p' },
]

/** Affixes of words that are in no list of roots: only pairs that names hardly ever have at both ends. */
const confixes: readonly RegExp[] = [
  /^(?:peng|peny|pem|pen|per|pe|ke)(.{4,})an$/,
  /^(?:meng|meny|mem|men|me|di)(.{4,})(?:kan|i)$/,
  /^(?:memper|diper)(.{4,})$/,
]

/** A form left after taking affixes off. */
type Bare = {
  form: string
  /** Prefixes taken off. */
  prefixes: number
  /** Letters put back that a nasal prefix had swallowed. */
  restored: number
}

/**
 * A stemmer that strips affixes until a known root is left, in the spirit of Nazief–Adriani: every way of
 * taking off up to three prefixes and three endings is tried, and the root that explains most letters of
 * the word wins, so that `pemerintahan` is about `pemerintah` and not about `perintah`; at a tie the one
 * with fewer prefixes and no letter put back (`memberikan` → `beri`, not `ikan`). A word without a known
 * root keeps its form, but for `-nya` and affix pairs. Answers are remembered.
 */
export function stemmer(roots: ReadonlySet<string>): Stemmer {
  const remembered = new Map<string, string>()
  return (word) => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const root = rootOf(word, roots)
    if (remembered.size > 200_000) remembered.clear()
    remembered.set(word, root)
    return root
  }
}

function rootOf(word: string, roots: ReadonlySet<string>): string {
  if (roots.has(word) || word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const found = withoutEndings(word)
    .flatMap((form) => withoutPrefixes({ form, prefixes: 0, restored: 0 }))
    .filter((bare) => bare.form.length >= 3 && roots.has(bare.form))
  let best: Bare | undefined
  for (const bare of found) if (best === undefined || explainsMore(bare, best)) best = bare
  return best?.form ?? rootOfUnknown(word)
}

function explainsMore(bare: Bare, than: Bare): boolean {
  const difference = bare.form.length - bare.restored - (than.form.length - than.restored)
  if (difference !== 0) return difference > 0
  if (bare.prefixes !== than.prefixes) return bare.prefixes < than.prefixes
  return bare.restored < than.restored
}

/** The word with 0 to 3 endings taken off, in the order a speaker put them on. */
function withoutEndings(word: string): string[] {
  const noParticle = [word, ...cut(word, particles)]
  const noOwner = noParticle.flatMap((form) => [form, ...cut(form, possessives)])
  const noSuffix = noOwner.flatMap((form) => [form, ...cut(form, suffixes)])
  // `digitalisasi`, `vaksinasi`: a borrowed ending.
  return noSuffix.flatMap((form) => [form, ...cut(form, ['isasi', 'asi'])])
}

function cut(word: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => word.length - ending.length >= 3 && word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
}

function withoutPrefixes(bare: Bare): Bare[] {
  if (bare.prefixes === 3 || bare.form.length < 4) return [bare]
  const shorter = prefixes
    .filter(
      ({ prefix, before }) => bare.form.startsWith(prefix) && before.test(bare.form.slice(prefix.length)),
    )
    .map(({ prefix, swallowed }) => ({
      form: swallowed + bare.form.slice(prefix.length),
      prefixes: bare.prefixes + 1,
      restored: swallowed.length,
    }))
  return [bare, ...shorter.flatMap(withoutPrefixes)]
}

function rootOfUnknown(word: string): string {
  const bare = word.length >= 7 && word.endsWith('nya') ? word.slice(0, -3) : word
  for (const confix of confixes) {
    const inner = confix.exec(bare)?.[1]
    if (inner !== undefined) return inner
  }
  return bare
}
