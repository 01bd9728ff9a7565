import type { Handle } from '@sveltejs/kit/hooks'

/**
 * One handle of several, each inside the one before. The framework's `sequence` also merges what they ask of
 * `resolve` and traces each of them, for every request; here the innermost that asks something is heard alone.
 */
export function inTurn(...handles: readonly Handle[]): Handle {
  return handles.reduceRight((inner, outer): Handle => {
    return ({ event, resolve }) =>
      outer({
        event,
        resolve: async (event, asked) =>
          inner({ event, resolve: (event, askedWithin) => resolve(event, askedWithin ?? asked) }),
      })
  })
}
