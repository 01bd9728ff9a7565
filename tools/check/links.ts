import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { textsOf } from './repository-files.ts'

/** Relative links in documents that point at nothing, and anchors no heading of the target has. */
export function brokenLinks(root: string): string[] {
  const texts = new Map(textsOf(root, /\.md$/))
  const findings: string[] = []
  for (const [path, text] of texts) {
    for (const [, target = ''] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      const [file = '', anchor] = target.split('#')
      const place = file === '' ? path : normalize(join(dirname(path), decodeURI(file))).replaceAll('\\', '/')
      if (!existsSync(join(root, place))) findings.push(`${path}: the link to ${target} leads nowhere.`)
      else if (anchor && !anchorsOf(texts.get(place)).has(anchor)) {
        findings.push(`${path}: ${place} has no heading for #${anchor}.`)
      }
    }
  }
  return findings
}

/** What a reader sees as text: links inside code are examples. */
function prose(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
}

function anchorsOf(text: string | undefined): Set<string> {
  const headings = text?.matchAll(/^#+ (.+)$/gm) ?? []
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  )
}
