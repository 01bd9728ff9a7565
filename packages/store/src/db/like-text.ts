/**
 * Words as a pattern of `like` that matches exactly them: its own signs lose their meaning.
 * @example likeText('100%') // '100\\%'
 */
export function likeText(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
