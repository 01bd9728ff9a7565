import type { Says } from '../text/says.ts'
import { valueOf } from './blueprint.ts'
import type { Component, DetailName } from './blueprint.ts'
import { linksOf } from '../innovations/innovation-content.form.ts'

/** Version of the publiccode.yml standard that is written. Source: https://yml.publiccode.tools, core schema. */
const standardVersion = '0.4'

type DigitalPart = Extract<Component, { kind: 'digital_part' }>

const softwareTypes: Readonly<Record<string, string>> = {
  web: 'standalone/web',
  mobile: 'standalone/mobile',
  desktop: 'standalone/desktop',
  backend: 'standalone/backend',
  iot: 'standalone/iot',
  other: 'standalone/other',
  addon: 'addon',
  library: 'library',
  configuration: 'configurationFiles',
}

/** What the standard demands and the part does not say: things to fill in. */
export function missingForPubliccode(part: Component): Says[] {
  return needed.filter(({ met }) => !met(part as DigitalPart)).map(({ says }) => says)
}

const lines = (typed: string | null, by: RegExp) =>
  (typed ?? '')
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean)

const isGiven = (field: DetailName | 'title') => (part: Component) => valueOf(part, field) !== null

const needed: readonly { says: Says; met: (part: DigitalPart) => boolean }[] = [
  { says: { id: 'nama', en: 'a name' }, met: isGiven('title') },
  {
    says: { id: 'uraian sedikitnya 150 karakter', en: 'a description of at least 150 characters' },
    met: ({ description }) => (description?.length ?? 0) >= 150,
  },
  {
    says: { id: 'alamat kode sumber', en: 'the address of the source code' },
    met: ({ address }) => linksOf(address).length > 0,
  },
  { says: { id: 'lisensi', en: 'a licence' }, met: isGiven('licence') },
  { says: { id: 'status pengembangan', en: 'its state of development' }, met: isGiven('status') },
  { says: { id: 'jenis perangkat lunak', en: 'its type' }, met: isGiven('software') },
  { says: { id: 'tempat berjalannya', en: 'where it runs' }, met: isGiven('platforms') },
  { says: { id: 'bahasa', en: 'its languages' }, met: isGiven('languages') },
  { says: { id: 'kemampuan', en: 'what it can do' }, met: isGiven('features') },
  {
    says: { id: 'siapa merawatnya', en: 'who maintains it' },
    met: ({ maintenance, maintainer, maintained_until: until }) =>
      maintenance === 'none' ||
      (maintenance !== null && maintainer !== null && (maintenance !== 'contract' || until !== null)),
  },
]

/**
 * A digital part as `publiccode.yml`, for the root of its repository. Nothing is made up: a part that does not say all
 * the standard demands gives null, and `missingForPubliccode` tells what is missing.
 */
export function publiccodeOf(component: Component): string | null {
  if (component.kind !== 'digital_part' || missingForPubliccode(component).length > 0) return null
  const { title, description, address, status, software, platforms, languages, features, licence } = component
  return yaml({
    publiccodeYmlVersion: standardVersion,
    name: title,
    url: linksOf(address)[0]!,
    platforms: lines(platforms, /[,;\n]/).map((one) => one.toLowerCase()),
    developmentStatus: status,
    softwareType: softwareTypes[software!]!,
    description: {
      id: {
        shortDescription: shortened(description!),
        longDescription: description,
        features: lines(features, /[;\n]/),
      },
    },
    legal: { license: licence },
    maintenance: maintenanceOf(component),
    localisation: {
      localisationReady: lines(languages, /[,;\s]/).length > 1,
      availableLanguages: lines(languages, /[,;\s]/).map((one) => one.toLowerCase()),
    },
  })
}

function maintenanceOf({ maintenance, maintainer, maintained_until: until }: DigitalPart): Tree {
  if (maintenance === 'none') return { type: 'none' }
  return maintenance === 'contract'
    ? { type: 'contract', contractors: [{ name: maintainer, until }] }
    : { type: maintenance, contacts: [{ name: maintainer }] }
}

/** The first sentence, or as many whole words as 150 characters hold. */
function shortened(text: string): string {
  const [sentence] = /^.*?[.!?](?=\s|$)/s.exec(text) ?? [text]
  if (sentence.length <= 150) return sentence
  return `${sentence.slice(0, 149).replace(/\s+\S*$/, '')}…`
}

type Leaf = string | boolean | null
interface Tree {
  readonly [key: string]: Leaf | Tree | readonly (Leaf | Tree)[]
}

/** Block style; every text is quoted, so that no word of it can be read as anything but text. */
function yaml(tree: Tree, indent = ''): string {
  return Object.entries(tree)
    .map(([key, value]) => {
      if (Array.isArray(value)) return `${indent}${key}:\n${listOf(value as (Leaf | Tree)[], indent)}`
      if (typeof value === 'object' && value !== null)
        return `${indent}${key}:\n${yaml(value as Tree, `${indent}  `)}`
      return `${indent}${key}: ${JSON.stringify(value)}\n`
    })
    .join('')
}

function listOf(items: readonly (Leaf | Tree)[], indent: string): string {
  return items
    .map((item) => {
      if (typeof item !== 'object' || item === null) return `${indent}  - ${JSON.stringify(item)}\n`
      return `${indent}  - ${yaml(item, `${indent}    `).trimStart()}`
    })
    .join('')
}
