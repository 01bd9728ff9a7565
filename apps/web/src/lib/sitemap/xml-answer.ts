import { etagOf, isUnchanged } from '#lib/api/conditional.ts'

/** XML that changes with the data only: readers who hold this version are told so, before anything is written. */
export async function xmlAnswer(
  request: Request,
  version: string,
  write: () => Promise<string>,
): Promise<Response> {
  const etag = etagOf(version)
  const headers = { etag, 'cache-control': 'public, no-cache' }
  if (isUnchanged(request, { etag })) return new Response(null, { status: 304, headers })
  const body = await write()
  const length = String(Buffer.byteLength(body))
  return new Response(body, {
    headers: { ...headers, 'content-type': 'application/xml; charset=utf-8', 'content-length': length },
  })
}
