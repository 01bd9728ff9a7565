import type { ComplaintWords } from './complaint-words.ts'
import { removedMark } from './personal-numbers.ts'

/** A word, a number, a sign or the end of a line; `lower` is the word in lower case. */
export type Token = {
  text: string
  lower: string
  kind: 'word' | 'number' | 'sign' | 'line'
  /** What stood before it. */
  gap: string
  isFirst: boolean
  isCapital: boolean
  isDropped: boolean
  /** Dropped as part of a name: what stands beside it may be too. */
  isName: boolean
}

const written = /\n|\p{L}+(?:['’‘`´-]\p{L}+)*2?|\d[\d.,:]*|[^\s]/gu
const abbreviated =
  /^(?:h|hj|dr|drg|drs|dra|ir|prof|bpk|bp|sdr|sdri|tn|ny|nn|jl|jln|gg|no|kh|st|s|m|\p{L})$/iu

/** The text in pieces, with where its sentences begin. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  let isFirst = true
  for (const found of text.matchAll(written)) {
    const [piece] = found
    const kind = kindOf(piece)
    const before = tokens.at(-1)
    const isCapital = kind === 'word' && /^\p{Lu}/u.test(piece)
    tokens.push({
      text: piece,
      lower: piece.toLowerCase().replaceAll(/['’‘`´]/g, ''),
      kind,
      gap: text.slice(end, found.index),
      isFirst: isFirst && kind === 'word',
      isCapital,
      isDropped: piece === removedMark,
      isName: false,
    })
    end = found.index + piece.length
    if (kind === 'word' || kind === 'number') isFirst = false
    if (kind === 'line' || /[!?:]/.test(piece)) isFirst = true
    if (piece === '.') isFirst = !(before?.kind === 'word' && abbreviated.test(before.text))
  }
  return tokens
}

function kindOf(piece: string): Token['kind'] {
  if (piece === '\n') return 'line'
  if (/^\p{L}/u.test(piece)) return 'word'
  return /^\d/.test(piece) ? 'number' : 'sign'
}

/** Whether capital letters tell anything: not in texts that are all capitals, all small, or capital at every word. */
export function tellsCapitals(tokens: readonly Token[], words: ComplaintWords): boolean {
  // A sentence begins with a capital in any case, and a service may have one.
  const ordinary = tokens.filter(
    ({ kind, lower, isFirst }) =>
      kind === 'word' && !isFirst && words.isOrdinary(lower) && !words.is('service', lower),
  )
  const capitals = ordinary.filter(({ isCapital }) => isCapital).length
  return tokens.some(({ isCapital }) => isCapital) && capitals <= ordinary.length * 0.5
}

/** The text of what was not dropped; a run that was is one mark. */
export function textOf(tokens: readonly Token[]): string {
  let text = ''
  let isOpen = false
  for (const token of tokens) {
    if (token.isDropped) {
      if (!isOpen) text += `${text === '' || token.gap !== '' || /\w$/.test(text) ? ' ' : ''}${removedMark}`
      isOpen = true
      continue
    }
    text += isOpen && token.kind === 'word' ? ` ${token.text}` : token.gap + token.text
    isOpen = isOpen && token.kind === 'sign' && /[.,/-]/.test(token.text)
  }
  return text
    .replaceAll(/…(?:[\s.,/'’-]*…)+/g, removedMark)
    .replaceAll(/[ \t]+/g, ' ')
    .replace(/[\s,;-]+$/, '')
    .trim()
}
