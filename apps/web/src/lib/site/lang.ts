export type Lang = 'id' | 'en'

/** The language a path is written in: English under `/en`, Indonesian everywhere else. */
export function langOf(pathname: string): Lang {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id'
}

/** The path without its language: `/en/katalog` and `/katalog` are both `/katalog`. */
export function plainPath(pathname: string): string {
  return langOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname
}

/** Where a path of the site (with its search part, if any) lives in a language; other addresses stay as they are. */
export function href(lang: Lang, path: string): string {
  if (lang === 'id' || !path.startsWith('/')) return path
  return path === '/'
    ? '/en'
    : path.startsWith('/?') || path.startsWith('/#')
      ? `/en${path.slice(1)}`
      : `/en${path}`
}
