export type Lang = 'id' | 'en'

/** The language a path is written in: English under `/en`, Indonesian everywhere else. */
export function langOf(pathname: string): Lang {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id'
}

/**
 * The path without its language: `/en/katalog` and `/katalog` are both `/katalog`. It begins with one slash: as a link,
 * two would lead to another site.
 */
export function plainPath(pathname: string): string {
  const plain = langOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname
  return plain.replace(/^[/\\]{2,}/, '/')
}

/**
 * Where a path of the site (with its search part, if any) lives in a language; other addresses stay as they are. What no header can
 * carry, such as a part of an address somebody made up, is written the way addresses write it.
 */
export function href(lang: Lang, written: string): string {
  const path = unfit.test(written)
    ? written.replace(/[^\x21-\x7e]+/g, (signs) => encodeURIComponent(signs.toWellFormed()))
    : written
  if (lang === 'id' || !path.startsWith('/')) return path
  return path === '/'
    ? '/en'
    : path.startsWith('/?') || path.startsWith('/#')
      ? `/en${path.slice(1)}`
      : `/en${path}`
}

/** Looked for first: a list has hundreds of links, hardly one of which has anything to replace. */
const unfit = /[^\x21-\x7e]/
