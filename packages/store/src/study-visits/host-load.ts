import { sql } from 'kysely'

/** Places of slot `s` that nobody accepted has taken. */
export const placesLeft = sql<number>`s.capacity - (select coalesce(sum(taken.people), 0)::int from study_visit taken
  where taken.slot_id = s.id and taken.state in ('accepted', 'reported'))`

/** People who asked for slot `s` and have no answer yet. */
export const peopleWaiting = sql<number>`(select coalesce(sum(asking.people), 0)::int from study_visit asking
  where asking.slot_id = s.id and asking.state = 'requested')`

/** How busy the host of innovation `i` is: visits that wait for its answer, accepted and to come, received in the last year. */
export function loadColumns(today: string) {
  const ofSlots = (
    state: string,
  ) => sql<number>`(select count(*)::int from study_visit v join study_visit_slot s on s.id = v.slot_id
    where s.innovation_id = i.id and v.state = ${state} and s.held_on >= ${today}::date)`
  return [
    ofSlots('requested').as('waiting'),
    ofSlots('accepted').as('accepted'),
    sql<number>`(select count(*)::int from study_visit v join study_visit_slot s on s.id = v.slot_id
      where s.innovation_id = i.id and v.state = 'reported' and v.visited_on > ${today}::date - 365)`.as(
      'received',
    ),
  ] as const
}
