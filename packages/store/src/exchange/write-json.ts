import type { Entry, ExportSource, Heading } from './export-source.ts'

/** One record a line. */
export async function* jsonLines({ pages }: ExportSource): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(({ record }) => `${JSON.stringify(record)}\n`).join('')
}

/** One document: `about` (licence, credits, day) and then `rows`, the records. */
export async function* jsonDocument(
  { pages }: ExportSource,
  about: Record<string, unknown>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"rows":[\n`
  yield* separated(pages, ({ record }) => JSON.stringify(record))
  yield '\n]}\n'
}

/** A GeoJSON collection (RFC 7946) of the entries that have a point, with the flat columns as properties. */
export async function* geoJson(
  { headings, pages }: ExportSource,
  about: Record<string, unknown>,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection",${JSON.stringify(about).slice(1, -1)},"features":[\n`
  yield* separated(drawn(pages), (entry) => JSON.stringify(feature(headings, entry)))
  yield '\n]}\n'
}

function feature(headings: readonly Heading[], { cells, point }: Entry) {
  const values = cells()
  const properties = Object.fromEntries(headings.map(({ name }, index) => [name, values[index]]))
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [point!.lon, point!.lat] }, properties }
}

async function* drawn(pages: ExportSource['pages']) {
  for await (const page of pages) yield page.filter(({ point }) => point !== null)
}

async function* separated(
  pages: ExportSource['pages'],
  write: (entry: Entry) => string,
): AsyncGenerator<string> {
  let first = true
  for await (const page of pages) {
    if (page.length === 0) continue
    yield (first ? '' : ',\n') + page.map(write).join(',\n')
    first = false
  }
}
