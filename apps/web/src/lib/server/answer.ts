import { error } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'

export const statusOf = { 'not-found': 404, forbidden: 403, conflict: 409, invalid: 422 } as const

/** For loads: a refusal becomes the error page of its status; everything else is a bug and goes on. */
export async function page<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (problem) {
    if (problem instanceof Refusal) error(statusOf[problem.code], problem.message)
    throw problem
  }
}
