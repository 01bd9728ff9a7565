-- Agencies are renamed, merged and split with a day: what moved is listed, so that a figure can be read as then and as now.
alter table organisation
  add column merged_into uuid references organisation (id),
  add column began_on date,
  add column ended_on date,
  add check (merged_into is null or (merged_into <> id and ended_on is not null));
comment on column organisation.merged_into is 'Where what it had is now; always an organisation that still is.';
comment on column organisation.began_on is 'When it came out of a split; null where it was always there or nobody knows.';
comment on column organisation.ended_on is 'From this day it is no more; its row, its address and its history stay.';
create index organisation_merged on organisation (merged_into) where merged_into is not null;
drop index organisation_government_of;
create unique index organisation_government_of on organisation (region_code) where kind = 'government' and ended_on is null;

alter table organisation_history
  add column basis text check (length(basis) between 1 and 300),
  drop constraint organisation_history_organisation_id_change_valid_from_key,
  add unique nulls not distinct (organisation_id, change, valid_from, successor_id);
comment on column organisation_history.basis is 'Number and title of the regulation it rests on, as it was typed.';
create index organisation_history_successor on organisation_history (successor_id) where successor_id is not null;

create table organisation_slug (
  slug text primary key,
  organisation_id uuid not null references organisation (id)
);
comment on table organisation_slug is 'Addresses an organisation had under former names; they lead to its present one.';
create index organisation_slug_of on organisation_slug (organisation_id);

create table organisation_move (
  history_id uuid not null references organisation_history (id),
  kind text not null check (kind in ('innovation', 'claim', 'claim_unit', 'part', 'person', 'grant', 'invitation', 'draft', 'correction', 'request')),
  record_id uuid not null,
  primary key (history_id, kind, record_id)
);
comment on table organisation_move is 'What a merger or split carried from the organisation of the history line to its successor.';
create index organisation_move_record on organisation_move (kind, record_id);
