import { error } from '@sveltejs/kit'
import { openDocument } from '@semai/store/documents/document.queries'
import { writeDocx } from '#lib/documents/write-docx.ts'
import { writePdf } from '#lib/documents/write-pdf.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

const writers = {
  pdf: { write: writePdf, type: 'application/pdf' },
  docx: {
    write: writeDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const

export const GET: RequestHandler = ({ params, locals: { db, actor, now, origin } }) =>
  page(async () => {
    if (params.format !== 'pdf' && params.format !== 'docx') error(404, 'Not Found')
    const { content, code, kind } = await openDocument(db, actor, { document: params.code, now })
    const { write, type } = writers[params.format]
    const body = await write(content, { code, track: `${origin}/dokumen/${code}` })
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': type,
        'content-length': String(body.length),
        'content-disposition': `attachment; filename="${kind}-${code}.${params.format}"`,
        'cache-control': 'private, no-store',
      },
    })
  })
