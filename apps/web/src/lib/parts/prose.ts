export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; address: string }

/** A sentence cut at its `**weight**` and `[links](address)`, in order and with nothing lost between them. */
export function marksIn(sentence: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of sentence.matchAll(/\*\*(.+?)\*\*|\[(.+?)\]\((\S+?)\)/g)) {
    if (found.index > from) pieces.push({ kind: 'text', text: sentence.slice(from, found.index) })
    const [whole, strong, text, address] = found
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (text !== undefined && address !== undefined) pieces.push({ kind: 'link', text, address })
    from = found.index + whole.length
  }
  if (from < sentence.length) pieces.push({ kind: 'text', text: sentence.slice(from) })
  return pieces
}
