import type { SpreadInput } from '@semai/domain/analyses/adoption'
import { adopterNeeds, standingOf } from '@semai/domain/analyses/next-adopters'
import type { SpreadBackTest } from '@semai/domain/analyses/next-adopters'
import { adoptedInnovations, adopterInput, dayAt, eligibleOf } from './adopter-diffusion.ts'
import { lookBack } from './adopter-look-back.ts'

/** So many innovations are looked back at one by one, the most widely spread. */
const most = 6

/**
 * How well next adopters would have been told in the last years, beside rankings that anybody could make: for all that is
 * ranked together, and for the most widely spread innovations one by one, those too that are not ranked because they were
 * opened in batches. Method: docs/methods/spread-next-adopters.md.
 * @param tell is told how much of the work is done, from 0 to 1.
 */
export function spreadBackTest(
  input: SpreadInput,
  tell: (done: number) => void = () => undefined,
): SpreadBackTest {
  const eligible = eligibleOf(input).length
  if (eligible <= adopterNeeds.nearest || input.adoptions.length === 0)
    return { day: null, eligible, innovations: 0, together: null, alone: [] }
  const all = adoptedInnovations(input)
  const own = all.filter((one) => standingOf(one, eligible) !== 'batches')
  const whole = adopterInput(input, own.map(({ innovation }) => innovation).sort())
  const together = lookBack(whole, adopterNeeds.regions)
  const asked = all.filter(({ adopted }) => adopted >= adopterNeeds.regions).slice(0, most)
  tell(1 / 2)
  const alone = asked.map((one, i) => {
    // One innovation is known from its first adopter on: it was chosen by what came later, as the page says.
    const found = lookBack(adopterInput(input, [one.innovation]), 1)
    tell(1 / 2 + (i + 1) / (2 * asked.length))
    return { ...one, lookBack: found }
  })
  const innovations = own.filter(({ adopted }) => adopted >= adopterNeeds.regions).length
  return { day: dayAt(whole.end), eligible, innovations, together, alone }
}
