import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What only the top of the product has. */
const SIGN = 'package-lock.json'

/**
 * The folder the product stands in, with its data and migrations: the nearest one above this file that holds the
 * lock file. The built site carries this code at another depth than the sources do, so no fixed path is right.
 */
export function productFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, SIGN))) return from
  const above = dirname(from)
  if (above === from) throw new Error(`No ${SIGN} above ${import.meta.dirname}: is the product whole?`)
  return productFolder(above)
}

/** The version of the product, as its package says. */
export function productVersion(): string {
  const text = readFileSync(join(productFolder(), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
