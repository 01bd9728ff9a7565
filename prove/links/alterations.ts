import { createHmac } from 'node:crypto'
import type { Random } from '@semai/analytics/numbers/random'

/** What is altered: a link, another one for another record, and one for another purpose. */
export type Genuine = { link: string; other: string; elsewhere: string }

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const strange = ['.', '=', '+', '/', '%', ' ', '\n', '\u0000', 'é', 'А', '\u200B', '~', '?', '#']

const pick = <One>(random: Random, list: ArrayLike<One>): One => list[random.below(list.length)]!
const partsOf = (link: string) => link.split('.') as [body: string, seal: string]
const contentOf = (link: string) =>
  JSON.parse(Buffer.from(partsOf(link)[0], 'base64url').toString()) as [string, string, number]
const bodyOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url')
const at = (random: Random, link: string) => random.below(link.length)

/** Ways to alter a link, each by its name; what comes back may by chance be the link itself. */
export const alterations: Readonly<Record<string, (genuine: Genuine, random: Random) => string>> = {
  'one character changed': ({ link }, random) => {
    const i = at(random, link)
    return link.slice(0, i) + pick(random, alphabet) + link.slice(i + 1)
  },
  'one character made strange': ({ link }, random) => {
    const i = at(random, link)
    return link.slice(0, i) + pick(random, strange) + link.slice(i + 1)
  },
  'one character left out': ({ link }, random) => {
    const i = at(random, link)
    return link.slice(0, i) + link.slice(i + 1)
  },
  'one character more': ({ link }, random) => {
    const i = random.below(link.length + 1)
    return link.slice(0, i) + pick(random, [...alphabet, ...strange]) + link.slice(i)
  },
  'two neighbours swapped': ({ link }, random) => {
    const i = random.below(link.length - 1)
    return link.slice(0, i) + link[i + 1]! + link[i]! + link.slice(i + 2)
  },
  'case turned': ({ link }, random) => {
    const i = at(random, link)
    const one = link[i]!
    return (
      link.slice(0, i) +
      (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()) +
      link.slice(i + 1)
    )
  },
  'cut short': ({ link }, random) => link.slice(0, random.below(link.length)),
  'seal of another record': ({ link, other }) => `${partsOf(link)[0]}.${partsOf(other)[1]}`,
  'parts swapped': ({ link }) => partsOf(link).toReversed().join('.'),
  'a part repeated': ({ link }, random) => `${link}.${pick(random, partsOf(link))}`,
  'a part missing': ({ link }, random) =>
    pick(random, [...partsOf(link), `${partsOf(link)[0]}.`, `.${partsOf(link)[1]}`]),
  'another record written in': ({ link, other }) => {
    const [purpose, , seconds] = contentOf(link)
    return `${bodyOf([purpose, contentOf(other)[1], seconds])}.${partsOf(link)[1]}`
  },
  'a later day written in': ({ link }, random) => {
    const [purpose, subject, seconds] = contentOf(link)
    return `${bodyOf([purpose, subject, seconds + 1 + random.below(100_000_000)])}.${partsOf(link)[1]}`
  },
  'another purpose written in': ({ elsewhere, link }) => {
    const [, subject, seconds] = contentOf(elsewhere)
    return `${bodyOf([contentOf(link)[0], subject, seconds])}.${partsOf(elsewhere)[1]}`
  },
  'made for another purpose': ({ elsewhere }) => elsewhere,
  'sealed with another key': ({ link }, random) => {
    const [body] = partsOf(link)
    const key = Buffer.from(Array.from({ length: 32 }, () => random.below(256)))
    const seal = createHmac('sha256', key).update(Buffer.from(body, 'base64url')).digest('base64url')
    return `${body}.${seal}`
  },
  'spelt another way': ({ link }, random) => {
    const [body, seal] = partsOf(link)
    const text = Buffer.from(body, 'base64url').toString('base64')
    return pick(random, [
      `${text}.${seal}`,
      `${body}=.${seal}`,
      `${body}.${seal}=`,
      `${body} .${seal}`,
      ` ${link}`,
    ])
  },
}
