import type { ClaimMark } from '#lib/words/strength.ts'
import { Markup, markup } from '#lib/site/markup.ts'

const hull = '<circle class="hull" cx="8" cy="8" r="6"/>'
const shapes: Record<ClaimMark, string> = {
  verified: '<circle class="fill" cx="8" cy="8" r="6.8"/><path class="tick" d="m5 8.2 2.2 2.2 4-4.6"/>',
  confirmed: `<path class="fill" d="${filledTo(0.66)}"/>${hull}`,
  declared: `<path class="fill" d="${filledTo(0.36)}"/>${hull}`,
  reported: hull,
  not_updated: '<circle class="hull late" cx="8" cy="8" r="6"/>',
  stopped: '<circle class="ended" cx="8" cy="8" r="6"/><path class="ended" d="M4 12 12 4"/>',
  unknown: '<circle class="unheard" cx="8" cy="8" r="6"/>',
}

/** A seed that fills as the claim grows stronger: shape says it before colour does. Always beside its word. */
export const glyphs = Object.fromEntries(
  Object.entries(shapes).map(([mark, shape]) => [
    mark,
    markup`<svg class="seed-mark" viewBox="0 0 16 16" aria-hidden="true">${new Markup(shape)}</svg>`,
  ]),
) as Record<ClaimMark, Markup>

/** The lower part of a circle of radius 6 around (8, 8), filled to a level of its height. */
function filledTo(level: number): string {
  const top = 14 - 12 * level
  const half = Math.sqrt(36 - (top - 8) ** 2)
  const left = (8 - half).toFixed(1)
  return `M${left} ${top.toFixed(1)}H${(8 + half).toFixed(1)}A6 6 0 ${level > 0.5 ? 1 : 0} 1 ${left} ${top.toFixed(1)}z`
}
