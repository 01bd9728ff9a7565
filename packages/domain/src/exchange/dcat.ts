import {
  credits,
  dataLicence,
  datasetNames,
  datasets,
  mediaTypes,
  type DatasetName,
  type ExportFormat,
} from './datasets.ts'
import { publishedSchemas } from './published-schema.ts'

/** What the catalogue says about whose it is and when it changed. */
export type DcatSite = {
  /** Scheme and host. */
  origin: string
  /** Named by configuration; the software publishes nothing in anyone's name. */
  publisher: { name: string; url: string | null } | null
  modified: Date | null
}

type Node = Record<string, unknown>

/**
 * The catalogue of everything that can be downloaded, for open-data portals, as JSON-LD.
 * Source: Data Catalog Vocabulary (DCAT) version 3, W3C Recommendation, 22 August 2024.
 */
export function dcatCatalogue(site: DcatSite): Node {
  return {
    '@context': context,
    '@id': `${site.origin}/data/katalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both({
      id: 'Semai: data terbuka inovasi pelayanan publik',
      en: 'Semai: open data on public-service innovation',
    }),
    'dct:description': both({
      id: 'Inovasi pelayanan publik apa yang ada di Indonesia, di mana berjalan, bagaimana menyebar.',
      en: 'Which public-service innovations exist in Indonesia, where they run, how they spread.',
    }),
    'dct:language': ['id', 'en'],
    'foaf:homepage': { '@id': `${site.origin}/data` },
    ...common(site),
    'dcat:dataset': datasetNames.map((name) => datasetNode(site, name)),
    'dcat:service': serviceNode(site),
  }
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

function datasetNode(site: DcatSite, name: DatasetName): Node {
  const { path, title, says, formats } = datasets[name]
  return {
    '@id': `${site.origin}/data#${path}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': path,
    'dct:title': both(title),
    'dct:description': both(says),
    'dct:language': 'id',
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/IDN' },
    ...common(site),
    ...attribution(name),
    'dcat:distribution': formats.map((format) => distributionNode(site, name, format)),
  }
}

function distributionNode(site: DcatSite, name: DatasetName, format: ExportFormat): Node {
  const file = `${site.origin}/data/${datasets[name].path}.${format}`
  const schema = name === 'innovations' ? 'innovation' : name === 'claims' ? 'claim' : null
  const isRecord = format === 'json' || format === 'jsonl'
  return {
    '@id': file,
    '@type': 'dcat:Distribution',
    'dct:title': `${datasets[name].path}.${format}`,
    'dct:format': format.toUpperCase(),
    'dcat:mediaType': mediaTypes[format].split(';')[0],
    'dcat:downloadURL': { '@id': file },
    'dcat:accessURL': { '@id': `${site.origin}/data` },
    'dct:license': { '@id': dataLicence.url },
    ...(schema &&
      isRecord && { 'dct:conformsTo': { '@id': `${site.origin}/skema/${publishedSchemas[schema].file}` } }),
  }
}

function serviceNode(site: DcatSite): Node {
  return {
    '@id': `${site.origin}/api/openapi.json#`,
    '@type': 'dcat:DataService',
    'dct:title': both({ id: 'API baca Semai', en: 'Semai read API' }),
    'dcat:endpointURL': { '@id': `${site.origin}/api` },
    'dcat:endpointDescription': { '@id': `${site.origin}/api/openapi.json` },
    'dct:license': { '@id': dataLicence.url },
  }
}

function attribution(name: DatasetName): Node {
  const named = datasets[name].credits.map((credit) => credits[credit])
  if (named.length === 0) return {}
  return {
    'dct:rights': named.map(({ work, url, licence }) => `${work} (${url}), ${licence}`),
    'dct:source': named.map(({ url }) => ({ '@id': url })),
  }
}

function common({ publisher, modified }: DcatSite): Node {
  return {
    'dct:license': { '@id': dataLicence.url },
    ...(modified && { 'dct:modified': { '@type': 'xsd:dateTime', '@value': modified.toISOString() } }),
    ...(publisher && {
      'dct:publisher': {
        '@type': 'foaf:Agent',
        'foaf:name': publisher.name,
        ...(publisher.url && { 'foaf:homepage': { '@id': publisher.url } }),
      },
    }),
  }
}

function both({ id, en }: { id: string; en: string }) {
  return [
    { '@language': 'id', '@value': id },
    { '@language': 'en', '@value': en },
  ]
}
