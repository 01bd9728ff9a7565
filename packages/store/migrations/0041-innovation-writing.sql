-- Writing innovations: working texts, immutable versions, and what must not be lost between two editors.
create sequence innovation_code as integer start 1;

alter table innovation add column version integer;
comment on column innovation.version is 'The published version whose text is shown; null while nobody of the agency has written one.';

create table innovation_edit (
  id uuid primary key,
  innovation_id uuid references innovation (id),
  organisation_id uuid not null references organisation (id),
  state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'discarded')),
  content jsonb not null,
  revision integer not null default 0,
  base_version integer,
  reason text,
  started_by uuid references person (id),
  started_at timestamptz not null,
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  submitted_by uuid references person (id),
  moved_at timestamptz not null,
  check (innovation_id is not null or state <> 'published')
);
comment on table innovation_edit is 'A working text of an innovation, until it is published or given up. innovation_id is null for a new one until then, so that no list can show it.';
comment on column innovation_edit.revision is 'Counts saves: a save that was typed on an older revision is told so, and its text is kept beside.';
create unique index innovation_edit_open on innovation_edit (innovation_id) where state in ('draft', 'submitted', 'returned');
create index innovation_edit_of on innovation_edit (organisation_id, state, saved_at desc);
create index innovation_edit_queue on innovation_edit (state, moved_at, id);

create table innovation_edit_copy (
  id uuid primary key,
  edit_id uuid not null references innovation_edit (id) on delete cascade,
  content jsonb not null,
  revision integer not null,
  person_id uuid references person (id),
  saved_at timestamptz not null,
  taken_at timestamptz
);
comment on table innovation_edit_copy is 'A text that somebody typed while another saved: nothing typed is lost, and people decide.';
create index innovation_edit_copy_of on innovation_edit_copy (edit_id, saved_at desc) where taken_at is null;

create table innovation_edit_presence (
  edit_id uuid not null references innovation_edit (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  seen_at timestamptz not null,
  primary key (edit_id, person_id)
);
comment on table innovation_edit_presence is 'Who has the editor open now, by the last sign of life.';

create table innovation_version (
  innovation_id uuid not null references innovation (id) on delete cascade,
  number integer not null check (number > 0),
  content jsonb not null,
  edit_id uuid references innovation_edit (id),
  published_by uuid references person (id),
  published_at timestamptz not null,
  primary key (innovation_id, number)
);
comment on table innovation_version is 'What was published, for good: a change is a new version.';
create function refuse_version_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger innovation_version_immutable before update on innovation_version
  for each row execute function refuse_version_change();

create table innovation_step (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason_code text,
  reason text,
  happened_on date,
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table innovation_step is 'Steps in the life of an innovation with their reasons. A reason is seen by the agency, its hub and the ministry; the public sees it in aggregate only.';
create index innovation_step_of on innovation_step (innovation_id, at desc);
