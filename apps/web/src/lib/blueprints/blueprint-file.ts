import { toBlueprintRecord } from '@semai/domain/exchange/blueprint-record'
import type { BlueprintHead } from '@semai/domain/exchange/blueprint-record'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'

/** A blueprint as the text of a file in the published format, laid out to be read and edited. */
export function blueprintFile(content: BlueprintContent, head: BlueprintHead): string {
  return `${JSON.stringify(toBlueprintRecord(content, head), null, 2)}\n`
}

/** An answer that is saved as a file of this name. */
export function savedAs(name: string, type: string, text: string): Response {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-cache',
  }
  return new Response(text, { headers })
}
