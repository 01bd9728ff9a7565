import type { ComplaintWords } from './complaint-words.ts'
import {
  births,
  closings,
  introductionFillers,
  introductions,
  kinship,
  strongPlaces,
  strongTitles,
  weakPlaces,
  weakTitles,
} from './personal-cues.ts'
import { removedMark } from './personal-numbers.ts'
import { tellsCapitals } from './text-tokens.ts'
import type { Token } from './text-tokens.ts'

/** A text being read: its pieces and what its words and letters tell. */
type Reading = { tokens: Token[]; words: ComplaintWords; hasCase: boolean }

/** Marks as dropped all that names a person or where they live. */
export function dropNames(tokens: Token[], words: ComplaintWords): void {
  const reading: Reading = { tokens, words, hasCase: tellsCapitals(tokens, words) }
  dropUnknown(reading)
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return
    dropAfterTitle(reading, at)
    dropAfterIntroduction(reading, at)
    dropPlace(reading, at)
    if (kinship.has(token.lower)) dropKin(reading, at)
    if (births.has(token.lower)) dropAhead(reading, at + 1, { most: 8, stops: () => false })
  })
  if (reading.hasCase) dropCapitalRuns(reading)
  dropSignature(reading)
  dropBeside(reading)
}

/** What is in no list of words, single letters, and names that are also words where only the list can tell. */
function dropUnknown({ tokens, words, hasCase }: Reading): void {
  tokens.forEach((token) => {
    if (token.kind !== 'word') return
    const isUnknown = token.lower.length === 1 || !words.isOrdinary(token.lower)
    if (isUnknown || (!hasCase && words.is('name', token.lower))) drop(token)
  })
}

function drop(token: Token, isName = token.kind === 'word'): void {
  token.isDropped = true
  token.isName ||= isName
}

/** Whether a word looks like a name where one may stand. */
function looksLikeName({ words, hasCase }: Reading, token: Token): boolean {
  if (token.kind !== 'word') return false
  if (token.isDropped || words.is('name', token.lower) || words.is('maybe', token.lower)) return true
  return hasCase && token.isCapital && !words.is('service', token.lower) && !words.is('role', token.lower)
}

/** Whether a name ends before this word. */
function isSmall({ words, hasCase }: Reading, { lower, isCapital }: Token): boolean {
  return words.is('function', lower) || (!(hasCase && isCapital) && words.isVerb(lower))
}

/** Drops from here to the end of the sentence, at most so many words, passing over dots of abbreviations. */
function dropAhead(
  { tokens }: Reading,
  from: number,
  { most, stops }: { most: number; stops: (token: Token) => boolean },
): void {
  let left = most
  for (let at = from; at < tokens.length && left > 0; at++) {
    const token = tokens[at]!
    if (token.kind === 'line' || /[!?;]/.test(token.text) || stops(token)) return
    if (token.text === '.' && tokens[at + 1]?.isFirst !== false) return
    if (token.kind !== 'sign' || token.isDropped) left -= 1
    if (token.kind !== 'sign') drop(token)
  }
}

/** The next piece that is no sign, within the same line. */
function nextWord(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < Math.min(from + 4, tokens.length); at++) {
    const { kind, isDropped } = tokens[at]!
    if (kind === 'line') return null
    if (kind !== 'sign' || isDropped) return at
  }
  return null
}

function dropAfterTitle(reading: Reading, at: number): void {
  const { tokens, words } = reading
  const title = tokens[at]!
  const isStrong =
    strongTitles.has(title.lower) || (/^(?:h|dr|ir|kh|r)$/.test(title.lower) && title.isCapital)
  if (!isStrong && !weakTitles.has(title.lower)) return
  let next = nextWord(tokens, at + 1)
  for (let taken = 0; next !== null && taken < 5; taken++) {
    const token = tokens[next]!
    if (!title.isDropped && taken === 0 && /[,!?]/.test(tokens[at + 1]!.text)) return
    const isPlain =
      isSmall(reading, token) || words.is('role', token.lower) || words.is('service', token.lower)
    const isTaken = isStrong && taken === 0 ? !isPlain : looksLikeName(reading, token)
    if (!isTaken) return
    drop(token, true)
    if (taken === 0) dropLandmark(reading, at)
    next = nextWord(tokens, next + 1)
  }
}

/** `depan gereja, sebelah rumah om …`: what lies beside somebody's house says where it is. */
function dropLandmark({ tokens }: Reading, title: number): void {
  if (!/^(?:rumah|warung|toko|kios)$/.test(tokens[title - 1]?.lower ?? '')) return
  const near = tokens.findIndex(
    ({ lower }, at) =>
      at >= title - 7 && at < title && /^(?:dekat|depan|sebelah|samping|belakang|seberang)$/.test(lower),
  )
  if (near >= 0) for (let at = near; at < title; at++) drop(tokens[at]!, false)
}

function dropAfterIntroduction(reading: Reading, at: number): void {
  const { tokens } = reading
  const cue = introductions.find((cue) => cue.every((word, i) => tokens[at + i]?.lower === word))
  if (cue === undefined) return
  let from = at + cue.length
  while (from < tokens.length && isBetween(tokens[from]!)) from += 1
  dropAhead(reading, from, {
    most: 6,
    stops: (token) => isSmall(reading, token) || token.text === ',' || token.lower === 'alamat',
  })
}

function isBetween({ kind, text, lower }: Token): boolean {
  return /^[:,.=–-]$/.test(text) || kind === 'line' || introductionFillers.has(lower)
}

function dropPlace(reading: Reading, at: number): void {
  const { tokens } = reading
  const { lower } = tokens[at]!
  if (strongPlaces.has(lower) || (lower === 'tinggal' && tokens[at + 1]?.lower === 'di')) {
    let from = at + 1
    while (
      from < tokens.length &&
      (isBetween(tokens[from]!) || /^(?:di|rumah|kami|tinggal|lengkap)$/.test(tokens[from]!.lower))
    )
      from += 1
    dropAhead(reading, from, { most: 10, stops: (token) => isSmall(reading, token) })
    return
  }
  if (!weakPlaces.has(lower)) return
  let next = nextWord(tokens, at + 1)
  for (let taken = 0; next !== null && taken < 6; taken++) {
    const token = tokens[next]!
    const isNumbered = token.kind === 'number' || /^(?:no|nomor|km|blok|rt|rw)$/.test(token.lower)
    const before = tokens[next - 1]!
    const isHouse = isNumbered && (taken > 0 || /^(?:jalan|gang|s[dm]\w{0,3})$/.test(lower))
    if (/[,.]/.test(before.text) && !isNumbered && !token.isCapital) return
    if (!isHouse && !looksLikeName(reading, token) && !leadsToNumber(reading, next)) return
    drop(token)
    next = nextWord(tokens, next + 1)
  }
}

/** `jalan cemara indah no 7`: what stands between the street and its number is its name. */
function leadsToNumber(reading: Reading, at: number): boolean {
  for (let ahead = at; ahead < Math.min(at + 3, reading.tokens.length - 1); ahead++) {
    const [token, next] = [reading.tokens[ahead]!, reading.tokens[ahead + 1]!]
    if (token.kind !== 'word' || isSmall(reading, token)) return false
    if (/^(?:no|nomor|blok|gang|gg)$/.test(next.lower) || (!reading.hasCase && next.text === removedMark))
      return true
  }
  return false
}

function dropKin(reading: Reading, at: number): void {
  const { tokens } = reading
  const isTaken = (token: Token | undefined) =>
    token?.kind === 'word' &&
    !isSmall(reading, token) &&
    (token.isDropped || !reading.words.is('service', token.lower))
  const before = tokens[at - 1]
  if (!isTaken(before)) return
  drop(tokens[at]!)
  for (let back = at - 1; back >= at - 3 && isTaken(tokens[back]); back--) drop(tokens[back]!)
  for (let next = at + 1; next <= at + 3 && isTaken(tokens[next]); next++) drop(tokens[next]!)
}

/** Words with capitals in a row: one name among them makes all of them names, and so does nothing that is a service. */
function dropCapitalRuns({ tokens, words }: Reading): void {
  for (let at = 0; at < tokens.length; at++) {
    let end = at
    while (tokens[end]?.kind === 'word' && tokens[end]!.isCapital) end += 1
    const run = tokens.slice(at, end)
    at = Math.max(at, end - 1)
    const inner = run.filter((token) => !token.isFirst)
    if (run.length === 0) continue
    const named = run.some((token) => token.isDropped || words.is('name', token.lower))
    const served = run.some(({ lower }) => words.is('service', lower) || words.is('role', lower))
    const isPlain = (token: Token) =>
      words.is('service', token.lower) ||
      words.is('role', token.lower) ||
      (token.isFirst && words.is('function', token.lower))
    const chosen = named ? run : served ? inner.filter(({ lower }) => words.is('maybe', lower)) : inner
    for (const token of chosen) if (!isPlain(token) && !titles(token)) drop(token)
  }
}

function titles({ lower }: Token): boolean {
  return strongTitles.has(lower) || weakTitles.has(lower)
}

/** A short last line, or a few words after the thanks, is who wrote it. */
function dropSignature(reading: Reading): void {
  const { tokens } = reading
  const last = tokens.findLastIndex(({ kind }) => kind === 'line')
  const thanks = tokens.findLastIndex(({ kind, lower }) => kind === 'word' && closings.has(lower))
  const dash = tokens.findLastIndex(({ text, gap }) => /^[-–—~]$/.test(text) && gap !== '')
  for (const [from, most] of [
    [last, 4],
    [thanks, 4],
    [dash, 5],
  ] as const) {
    if (from < 0) continue
    const rest = tokens.slice(from + 1).filter(({ kind }) => kind === 'word' || kind === 'number')
    if (rest.length === 0 || rest.length > most) continue
    if (from === last && rest.some((token) => isSmall(reading, token))) continue
    for (const token of rest) drop(token)
  }
}

/** What stands beside a name and may be part of it is. */
function dropBeside(reading: Reading): void {
  const { tokens, words, hasCase } = reading
  const joins = (token: Token | undefined, other: Token | undefined) =>
    token?.kind === 'word' &&
    !token.isDropped &&
    other?.kind === 'word' &&
    other.isName &&
    (words.is('maybe', token.lower) || words.is('name', token.lower)) &&
    (!hasCase || token.isCapital || !other.isCapital)
  for (let at = 0; at < tokens.length; at++) if (joins(tokens[at], tokens[at - 1])) drop(tokens[at]!)
  for (let at = tokens.length - 1; at >= 0; at--) if (joins(tokens[at], tokens[at + 1])) drop(tokens[at]!)
}
