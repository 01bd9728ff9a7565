/** The version an address asks for; null where it asks for none, 0 (which no version has) where it asks for nonsense. */
export function askedVersion(url: URL, name = 'versi'): number | null {
  const asked = url.searchParams.get(name)
  if (asked === null || asked === '') return null
  return /^\d{1,6}$/.test(asked) ? Number(asked) : 0
}
