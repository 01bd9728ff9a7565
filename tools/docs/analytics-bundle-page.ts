import { aim } from '../analytics/bundle-sizes.ts'
import type { BundleSizes } from '../analytics/bundle-sizes.ts'

/** What `@semai/analytics` weighs in a browser, whole, by topic and by function. */
export function analyticsBundlePage({ whole, topics, alone }: BundleSizes): string {
  return [
    '# What @semai/analytics weighs',
    '',
    'Made by `npm run docs` with Rolldown from `packages/analytics/src/index.ts`; not edited by hand. Bundled for a browser,',
    'tree-shaken, minified without renaming properties, then `gzip -9`; kB of 1,000 bytes. A function alone brings what it',
    'needs and nothing else; two together, and a topic, share what they need.',
    '',
    `Everything: **${kB(whole.gzip)} kB** (${kB(whole.minified)} kB before gzip). The aim is ${kB(aim)} kB: ${verdict(whole.gzip)}.`,
    '',
    '| topic | gzip kB | minified kB |',
    '| --- | --: | --: |',
    ...topics.map(({ name, gzip, minified }) => `| ${name} | ${kB(gzip)} | ${kB(minified)} |`),
    '',
    '| function alone | gzip kB | minified kB |',
    '| --- | --: | --: |',
    ...alone.map(
      ({ name, gzip, minified }) =>
        `| [\`${name}\`](analytics.md#${name.toLowerCase()}) | ${kB(gzip)} | ${kB(minified)} |`,
    ),
    '',
  ].join('\n')
}

function verdict(bytes: number): string {
  return bytes <= aim ? 'met' : `missed by ${kB(bytes - aim)} kB`
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
