-- Blueprints: how an innovation is built, in keyed components; working texts, and versions for good.
create table blueprint (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  version integer check (version > 0),
  created_at timestamptz not null
);
comment on table blueprint is 'The blueprint of an innovation: its components, in versions. Owned by whoever owns the innovation.';
comment on column blueprint.version is 'The newest published version; null until there is one.';
create unique index blueprint_of on blueprint (innovation_id);

create table blueprint_edit (
  id uuid primary key,
  blueprint_id uuid not null references blueprint (id) on delete cascade,
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
  moved_at timestamptz not null
);
comment on table blueprint_edit is 'A working text of a blueprint, until it is published as a version or given up.';
comment on column blueprint_edit.revision is 'Counts saves: a save that was typed on an older revision is told so, and its text is kept beside.';
create unique index blueprint_edit_open on blueprint_edit (blueprint_id) where state in ('draft', 'submitted', 'returned');
create index blueprint_edit_queue on blueprint_edit (state, moved_at, id);

create table blueprint_edit_copy (
  id uuid primary key,
  edit_id uuid not null references blueprint_edit (id) on delete cascade,
  content jsonb not null,
  revision integer not null,
  person_id uuid references person (id),
  saved_at timestamptz not null,
  taken_at timestamptz
);
comment on table blueprint_edit_copy is 'A text of a blueprint that lost a race or made room for an imported one: nothing typed is lost, and people decide.';
create index blueprint_edit_copy_of on blueprint_edit_copy (edit_id, saved_at desc) where taken_at is null;

create table blueprint_edit_presence (
  edit_id uuid not null references blueprint_edit (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  seen_at timestamptz not null,
  primary key (edit_id, person_id)
);
comment on table blueprint_edit_presence is 'Who has the editor of a blueprint open now, by the last sign of life.';

create table blueprint_version (
  blueprint_id uuid not null references blueprint (id) on delete cascade,
  number integer not null check (number > 0),
  content jsonb not null,
  note text not null,
  edit_id uuid references blueprint_edit (id),
  published_by uuid references person (id),
  published_at timestamptz not null,
  primary key (blueprint_id, number)
);
comment on table blueprint_version is 'A blueprint as it was published, for good, with what was new in it: a change is a new version, and copies name the one they began with.';
create trigger blueprint_version_immutable before update on blueprint_version
  for each row execute function refuse_version_change();
