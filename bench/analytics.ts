// `npm run bench:analytics -- [NAME …]`: the benchmarks of the analytics library, one file a family of methods in
// bench/analytics; all of them, or those named.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

type Bench = { name: string; bench(say: (line: string) => void): Promise<void> }

const folder = join(import.meta.dirname, 'analytics')
const asked = process.argv.slice(2)
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.ts')) continue
  const { name, bench } = (await import(join(folder, file))) as Bench
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  await bench((line) => console.log(`  ${line}`))
}
