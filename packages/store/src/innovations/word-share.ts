/**
 * About what share (0 to 1) of the texts answers a tsquery, from the shares of single words as if words came
 * independently. A word that is only begun (`ktp:*`) counts four times; one that is not listed has share `unlisted`.
 * @throws RangeError for a text that is not a tsquery.
 * @example wordShare("'ktp' & !'kia'", new Map([['ktp', 0.5], ['kia', 0.2]]), 0.001) // 0.4
 */
export function wordShare(tsquery: string, shares: ReadonlyMap<string, number>, unlisted: number): number {
  const tokens = tsquery.match(/'(?:[^']|'')*'(?::[*A-D]+)?|<(?:-|\d+)>|[!&|()]|[^\s!&|()<']+/g) ?? []
  if (tokens.length === 0) return 0
  const reader = { tokens, at: 0, tsquery, shareOf: (word: string) => shares.get(word) ?? unlisted }
  const share = either(reader)
  if (reader.at < tokens.length) throw unreadable(tsquery)
  return share
}

type Reader = {
  tokens: readonly string[]
  at: number
  tsquery: string
  shareOf: (word: string) => number
}

function either(reader: Reader): number {
  let share = both(reader)
  while (reader.tokens[reader.at] === '|') {
    reader.at += 1
    share = 1 - (1 - share) * (1 - both(reader))
  }
  return share
}

function both(reader: Reader): number {
  let share = single(reader)
  while (/^[&<]/.test(reader.tokens[reader.at] ?? '')) {
    reader.at += 1
    share *= single(reader)
  }
  return share
}

function single(reader: Reader): number {
  const token = reader.tokens[reader.at++]
  if (token === '!') return 1 - single(reader)
  if (token === '(') {
    const share = either(reader)
    if (reader.tokens[reader.at++] !== ')') throw unreadable(reader.tsquery)
    return share
  }
  if (token === undefined || /^[&|)<]/.test(token)) throw unreadable(reader.tsquery)
  const [, quoted, bare, marks = ''] = /^(?:'((?:[^']|'')*)'|([^:]+))(:[*A-D]+)?$/.exec(token) ?? []
  const share = reader.shareOf((quoted ?? bare ?? '').replaceAll("''", "'"))
  return marks.includes('*') ? Math.min(1, share * 4) : share
}

function unreadable(tsquery: string): RangeError {
  return new RangeError(`wordShare: not a tsquery: ${tsquery}`)
}
