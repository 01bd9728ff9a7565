import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** SPDX names of licences approved by the OSI (or, for type faces and dedications, free by the FSF). */
const accepted = new Set(
  `0BSD Apache-2.0 Artistic-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 EUPL-1.2 ISC MIT MIT-0 MPL-2.0
   LGPL-3.0-or-later OFL-1.1 PostgreSQL Python-2.0 Unicode-3.0 Unlicense Zlib`.split(/\s+/),
)

/** Licences that packages state in files of their own and not in today's form; read there. */
const statedInside: Readonly<Record<string, string>> = {
  'busboy@0.3.1': 'MIT',
  'dicer@0.3.0': 'MIT',
  'humanize-number@0.0.2': 'MIT',
  'only@0.0.2': 'MIT',
  'png-js@1.1.0': 'MIT',
  'streamsearch@0.1.2': 'MIT',
}

export type Dependency = { name: string; version: string; licence: string; use: 'running' | 'building' }

/** Every package of the lock file, own workspaces left out, by name. Reads no network and no node_modules. */
export function dependencies(root: string): Dependency[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>
  }
  const found = new Map<string, Dependency>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1)
    if (!name || !path.includes('node_modules/') || entry.link) continue
    const { version = '', dev } = entry
    const licence = entry.license ?? statedInside[`${name}@${version}`] ?? 'none stated'
    const before = found.get(`${name}@${version}`)
    const use = dev && before?.use !== 'running' ? 'building' : 'running'
    found.set(`${name}@${version}`, { name, version, licence, use })
  }
  return [...found.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
}

/** Dependencies whose licence is not one of the accepted; a choice (OR) needs one accepted, a sum (AND) all. */
export function licenceFindings(list: readonly Dependency[]): string[] {
  return list
    .filter(({ licence }) => !isAccepted(licence))
    .map(
      ({ name, version, licence }) =>
        `${name}@${version}: licence "${licence}" is not on the list of accepted ones.`,
    )
}

/** @example isAccepted('(MIT OR GPL-3.0-only)') // true */
export function isAccepted(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, '')
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((name) => accepted.has(name.trim())))
}
