import { commandLineActor, publicActor, type Actor } from '@semai/domain/people/actor'

/** Everyone a permission is tried with, by the label in the permission matrix. */
export const cast: Readonly<Record<string, Actor>> = {
  [publicActor.label]: publicActor,
  [commandLineActor.label]: commandLineActor,
}
