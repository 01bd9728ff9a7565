export const findingParts = ['process', 'cost', 'staff', 'regulation', 'failures', 'documents'] as const
/** A part of what was learned on a study visit. */
export type FindingPart = (typeof findingParts)[number]

/** What was learned, as text by part; null where nothing was. */
export type Findings = Record<FindingPart, string | null>
