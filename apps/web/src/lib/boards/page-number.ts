const highest = 500

/** The page a link asks for, from 1; anything else is the first. */
export function pageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,2}$/.test(text) ? Math.min(Number(text), highest) : 1
}

/** The neighbours of a numbered page as addresses; the first has no number. */
export function neighbours(path: string, page: number, hasMore: boolean) {
  const to = (n: number) => (n === 1 ? path : `${path}?tersendat=${n}`)
  return { previous: page > 1 ? to(page - 1) : null, next: hasMore && page < highest ? to(page + 1) : null }
}
