// Takes pictures of pages and looks for what a machine can find wrong with them: `npm run gallery -- BASE [PATH …]`.
// Exit code 1 when a page has an accessibility violation, scrolls sideways, or does not answer.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumPath } from './gallery/chromium-path.ts'
import { inspect, type Finding } from './gallery/inspect.ts'

const usage = `npm run gallery -- BASE [PATH …]
  BASE   address of a running site, e.g. http://127.0.0.1:3000
  PATH   pages without their language, e.g. /katalog; without any, the pages that need no data
Pictures and findings.json go to the folder gallery/, or to $GALLERY.`

const pagesWithoutData = ['/gaya', '/metode', '/tentang', '/aksesibilitas', '/tidak-ada']
const widths = [360, 1280] as const
const schemes = ['light', 'dark'] as const

const [base, ...asked] = process.argv.slice(2)
if (!base || !URL.canParse(base)) {
  console.error(usage)
  process.exit(2)
}
const folder = process.env['GALLERY'] ?? 'gallery'
await mkdir(folder, { recursive: true })
const findings = await walk(base.replace(/\/$/, ''), asked.length > 0 ? asked : pagesWithoutData)
await writeFile(join(folder, 'findings.json'), JSON.stringify(findings, null, 2))

const faulty = findings.filter(({ faults }) => faults.length > 0)
for (const { address, width, scheme, faults } of faulty) {
  console.log(`${address} ${width} ${scheme}\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}
console.log(`${findings.length} views, ${faulty.length} with faults. Pictures in ${folder}.`)
process.exit(faulty.length > 0 ? 1 : 0)

async function walk(site: string, paths: readonly string[]): Promise<Finding[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  const found: Finding[] = []
  try {
    for (const scheme of schemes) {
      for (const width of widths) {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
        const page = await context.newPage()
        for (const path of paths.flatMap((plain) => [plain, plain === '/' ? '/en' : `/en${plain}`])) {
          found.push(await inspect(page, { site, path, width, scheme, folder }))
        }
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
  return found
}
