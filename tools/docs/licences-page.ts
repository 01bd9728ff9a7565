import { dependencies } from '../check/licences.ts'

/** The names and licences of all packages the product is run and built with, from the lock file. */
export function licencesPage(root: string): string {
  const list = dependencies(root)
  const rows = list.map(({ name, version, licence, use }) => `| ${name} | ${version} | ${licence} | ${use} |`)
  const counts = Map.groupBy(list, ({ licence }) => licence)
  const summary = [...counts]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([licence, packages]) => `${licence}: ${packages.length}`)
  return [
    '# Licences of dependencies',
    '',
    'Made by `npm run docs` from `package-lock.json`; not edited by hand. Only some are shipped to readers of the site;',
    '"running" means installed for `npm start`, "building" means used by tests, checks and the build.',
    '',
    `${list.length} packages. ${summary.join(' · ')}`,
    '',
    '| package | version | licence | for |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
