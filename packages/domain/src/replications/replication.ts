export const replicationRoutes = ['need', 'forum', 'recommendation', 'letter', 'running'] as const
/**
 * How a replication came about: a need with its shortlist, a hub's forum that decided for many, a recommendation from
 * above, a letter of interest, or something that already ran. Source: product.md D.
 */
export type ReplicationRoute = (typeof replicationRoutes)[number]

export const milestoneKinds = [
  'need',
  'choice',
  'interest_letter',
  'study_visit',
  'agreement',
  'knowledge_transfer',
  'team',
  'plan',
  'commitment',
  'regulation',
  'training',
] as const
/**
 * What a replication goes through on its way, in the usual order: dated, warned about, never a gate. Source: domain.md 8
 * (gap, choice, study visit, action plan, commitment) and the agreements of product.md D.
 */
export type MilestoneKind = (typeof milestoneKinds)[number]

/** A milestone as far as it is known. Days are `YYYY-MM-DD`. */
export type Milestone = { kind: MilestoneKind; plannedOn: string | null; reachedOn: string | null }

export const recommenderRoles = ['hub', 'sector_ministry', 'secretariat'] as const
/** Who recommends from above. */
export type RecommenderRole = (typeof recommenderRoles)[number]
