import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { publicExports, sourceFolder } from './public-exports.ts'

export type BundleSizes = {
  /** Everything the index publishes, in one file. */
  whole: Size
  /** All that stands under one heading of the index, in its order. */
  topics: (Size & { name: string })[]
  /** What one function alone brings into a page, in the order of the index. */
  alone: (Size & { name: string; module: string; group: string })[]
}

/** Bytes of gzip that everything together may weigh in a page that uses it all. */
export const aim = 40_000

export type Size = { minified: number; gzip: number }

/**
 * Bytes of `@semai/analytics` for a browser: bundled, tree-shaken and minified with the defaults of Rolldown (names of
 * properties stay as they are), then gzip -9. Cost: some 100 bundles, about 5 s.
 */
export async function bundleSizes(root: string): Promise<BundleSizes> {
  const index = join(root, sourceFolder, 'index.ts')
  const whole = await sizeOf(`export * from ${JSON.stringify(index)}`)
  const exports = publicExports(root).filter(({ kind }) => kind !== 'type')
  const topics: BundleSizes['topics'] = []
  for (const [name, of] of Map.groupBy(exports, ({ group }) => group)) {
    const names = of.map((one) => one.name).join(', ')
    topics.push({ name, ...(await sizeOf(`export { ${names} } from ${JSON.stringify(index)}`)) })
  }
  const alone: BundleSizes['alone'] = []
  for (const { name, module, group, kind } of exports) {
    if (kind !== 'function') continue
    const size = await sizeOf(`export { ${name} } from ${JSON.stringify(index)}`)
    alone.push({ name, module, group, ...size })
  }
  return { whole, topics, alone }
}

/** The bundle of a module given as text. */
export async function sizeOf(entry: string): Promise<Size> {
  const bundle = await rolldown({ input: 'entry', plugins: [virtual(entry)], logLevel: 'warn' })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const text = output.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
  return { minified: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length }
}

/** The entry exists nowhere on disk. */
function virtual(text: string) {
  return {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry' ? id : null),
    load: (id: string) => (id === 'entry' ? text : null),
  }
}
