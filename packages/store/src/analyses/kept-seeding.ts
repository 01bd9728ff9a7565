import type { Seeding } from '@semai/domain/analyses/seeding'
import type { SpreadNetwork } from '@semai/domain/analyses/network'
import { LRUCache } from 'lru-cache'
import { seeding } from './seeding.ts'

type Asked = Parameters<typeof seeding>[1]

/** Answers kept at once, of one network. */
const most = 40
const kept = new WeakMap<SpreadNetwork, LRUCache<string, Seeding>>()

/** `seeding`, computed once for the same network and question. */
export function keptSeeding(network: Extract<SpreadNetwork, { enough: true }>, asked: Asked): Seeding {
  const answers = kept.get(network) ?? new LRUCache<string, Seeding>({ max: most })
  kept.set(network, answers)
  const key = JSON.stringify([asked.budget, asked.must.toSorted(), asked.hubs])
  const known = answers.get(key)
  if (known) return known
  const answer = seeding(network, asked)
  answers.set(key, answer)
  return answer
}
