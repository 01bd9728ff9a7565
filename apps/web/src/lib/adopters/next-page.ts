/** Rows on a page of those who come next. */
export const nextSize = 25

/** After which rank a page of the list begins: of `?sesudah=`, where it is a number of a page; else at the first. */
export function afterRank(url: URL): number {
  const asked = url.searchParams.get('sesudah')
  return asked !== null && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0
}
