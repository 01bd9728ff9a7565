import { sql } from 'kysely'

/** A replication in a few words: its code and what is replicated. For a query that has it as `r`. */
const replicationWords = sql.raw(`r.code || ' · ' || coalesce(nullif(r.local_name, ''), i.name)`)
const replications = sql.raw('replication r join innovation i on i.id = r.innovation_id')

/**
 * What the record of an audit event is called now, for a query over `audit_event a`; null where it has no name or is gone. Names
 * are looked up for showing and are not part of the trail.
 */
export const subjectName = sql<string | null>`case when a.subject_id ~ '^[0-9a-f-]{36}$' then coalesce(
  (select name from innovation where id = a.subject_id::uuid),
  (select content->>'name' from innovation_edit where id = a.subject_id::uuid),
  (select name from person where id = a.subject_id::uuid),
  (select name from organisation where id = a.subject_id::uuid),
  (select ${replicationWords} from ${replications} where r.id = a.subject_id::uuid),
  (select ${replicationWords} || ' · ' || q.year || '/' || q.quarter
    from quarterly_report q join ${replications} on r.id = q.replication_id where q.id = a.subject_id::uuid),
  (select ${replicationWords}
    from study_visit v join ${replications} on r.id = v.replication_id where v.id = a.subject_id::uuid),
  (select d.code from document d where d.id = a.subject_id::uuid),
  (select o.name || ' · ' || i.name from claim c join organisation o on o.id = c.organisation_id
    join innovation i on i.id = c.innovation_id where c.id = a.subject_id::uuid),
  (select nullif(title, '') from need where id = a.subject_id::uuid),
  (select name from scaling_programme where id = a.subject_id::uuid),
  (select p.name || ' · ' || o.name from programme_finding f join scaling_programme p on p.id = f.programme_id
    join organisation o on o.id = f.organisation_id where f.id = a.subject_id::uuid),
  (select name from round where id = a.subject_id::uuid),
  (select r.name || ' · ' || o.name from round_locus l join round r on r.id = l.round_id
    join organisation o on o.id = l.organisation_id where l.id = a.subject_id::uuid),
  (select title from forum where id = a.subject_id::uuid)) end`

/** The id of the record a person means by its id or its code, as text; null where there is none. */
export function subjectIdOf(given: string) {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given)) return sql<string>`${given.toLowerCase()}`
  const code = given.toUpperCase()
  return sql<string>`coalesce(
    (select id::text from innovation where code = ${code}), (select id::text from replication where code = ${code}))`
}
