-- When the report of a study visit was last saved, so that two people who write it do not overwrite each other.
alter table study_visit add column report_saved_at timestamptz;
comment on column study_visit.report_saved_at is 'When what was learned was last saved; null before.';
