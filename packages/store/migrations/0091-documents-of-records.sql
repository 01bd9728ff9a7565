-- Documents of single records: of a need, a study visit, a plan, a report; and who reads each.
alter table document
  alter column replication_id drop not null,
  add column need_id uuid references need (id) on delete cascade,
  add column study_visit_id uuid references study_visit (id) on delete cascade,
  add column report_id uuid references quarterly_report (id) on delete cascade,
  add column seen_by text not null default 'involved' check (seen_by in ('public', 'inside', 'involved', 'owner')),
  add column digest text unique check (digest ~ '^[0-9a-f]{64}$'),
  add constraint document_of_one check (num_nonnulls(replication_id, need_id) = 1);
alter table document alter column seen_by drop default;
comment on table document is 'A letter, minute, sheet or report written from a record. The code is for tracking and no electronic signature; number and signature come from the office and are taken back here.';
comment on column document.seen_by is 'Who reads it, of those who may see its record: as it was for the record when it was written.';
comment on column document.digest is 'Of what one record said: asked for again while nothing has changed, it is the same document. Null for those that are written anew each time.';
create index document_of_need on document (need_id, made_at desc, id) where need_id is not null;
create index document_of_visit on document (study_visit_id) where study_visit_id is not null;
create index document_of_report on document (report_id) where report_id is not null;
