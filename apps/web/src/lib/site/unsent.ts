/** What a page without scripts reads on the server only. */
export type Unsent<T> = { readonly here: T }

/**
 * Keeps `value` out of what the framework writes for a browser's script: it writes it for every page, also for
 * those that send none, and for long lists that takes longer than drawing them. A property that is not enumerable
 * is there to be read and is not written.
 */
export function unsent<T>(value: T): Unsent<T> {
  return Object.defineProperty({}, 'here', { value }) as Unsent<T>
}
