/** An answer as a judge needs it. */
export type Answer = { status: number; type: string; text: string }

/** What is wrong with an answer by itself: a fault of ours, or a refusal without a sentence. */
export function faultsOfAnswer(path: string, { status, type, text }: Answer): string[] {
  if (status >= 500) return [`status ${status}`]
  if (status < 400) return []
  return hasSentence(path, type, text) ? [] : [`${status} without a sentence: ${type} ${text.slice(0, 120)}`]
}

function hasSentence(path: string, type: string, text: string): boolean {
  if (path.startsWith('/api/') && isReadable(path))
    return type.startsWith('application/problem+json') && isSentence(said(text))
  if (type.includes('json')) return isSentence(said(text))
  if (!type.startsWith('text/html')) return false
  const places = [
    /role="alert"[^>]*>([\s\S]{1,4000})/,
    /<p class="lead[^>]*>([\s\S]*?)<\/p>/,
    /<p lang="en">([\s\S]*?)<\/p>/, // what stands in for every page that nothing could render
  ]
  return places.some((place) => isSentence(place.exec(text)?.[1]?.replace(/<[^>]*>/g, '')))
}

/** An address that is no text never gets as far as the API. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0]!)
    return true
  } catch {
    return false
  }
}

function said(text: string): unknown {
  try {
    const read = JSON.parse(text) as { detail?: unknown; message?: unknown }
    return read.detail ?? read.message
  } catch {
    return undefined
  }
}

function isSentence(words: unknown): boolean {
  return typeof words === 'string' && words.trim().split(/\s+/).length >= 3
}
