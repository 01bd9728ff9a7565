/** The first level of the site, in the order of the menu. */
export const mainPaths = [
  '/katalog',
  '/daerah',
  '/instansi',
  '/penyebaran',
  '/replikasi',
  '/program',
  '/data',
] as const

/** Whether a page belongs to a part of the site; an innovation belongs to the catalogue it is listed in. */
export function isUnder(path: string, part: (typeof mainPaths)[number]): boolean {
  const own = path.startsWith('/inovasi/') ? `/katalog${path.slice(8)}` : path
  return own === part || own.startsWith(`${part}/`)
}
