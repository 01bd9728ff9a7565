-- Innovations and national programmes, with provenance for each fact.
create table category (
  scheme text not null,
  key text not null,
  name_id text not null,
  name_en text not null,
  position integer not null,
  primary key (scheme, key)
);
comment on table category is 'Categories of an edition (scheme: the edition year). Rules that change yearly are data.';

create table innovation (
  id uuid primary key,
  code text not null unique check (code ~ '^(INV|PRG)-[A-Z0-9]+$'),
  slug text not null unique,
  kind text not null check (kind in ('innovation', 'programme')),
  name text not null,
  expansion text,
  summary text,
  problem text,
  basis text not null check (basis in ('source', 'general_knowledge', 'name_only')),
  confidence text check (confidence in ('high', 'medium', 'low')),
  organisation_id uuid not null references organisation (id),
  region_code text references region (code),
  province_code text references region (code),
  category_key text,
  stage text check (stage in ('idea', 'trial', 'implemented', 'developed', 'institutionalised', 'dormant', 'stopped', 'merged')),
  trigger text check (trigger in ('complaint', 'evaluation', 'leader', 'crisis', 'regulation', 'staff_idea', 'research', 'other')),
  is_digital boolean,
  started_from date,
  started_to date,
  started_year integer generated always as (extract(year from started_from)::integer) stored,
  batched boolean not null default false,
  last_confirmed_on date,
  replicas integer not null default 0 check (replicas >= 0),
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  check (basis <> 'name_only' or (summary is null and problem is null)),
  check ((started_from is null) = (started_to is null) and started_from <= started_to)
);
comment on table innovation is 'One public-service innovation or national programme: the values shown first. Every value with its source, and conflicting ones, are in innovation_fact.';
comment on column innovation.basis is 'Where the narrative comes from. name_only: only the name is certain and no narrative is kept here (words for search only: innovation_hidden_words).';
comment on column innovation.organisation_id is 'The origin (instansi asal).';
comment on column innovation.stage is 'Stage of life; null when not known.';
comment on column innovation.started_from is 'First possible day of the start; with started_to it says the precision (day, month or year). Null: unknown.';
comment on column innovation.replicas is 'Distinct organisations with a claim that is not withdrawn and not stopped; kept by the claim commands.';
create index innovation_newest on innovation (started_from desc nulls last, id desc);
create index innovation_province_newest on innovation (province_code, started_from desc nulls last, id desc);
create index innovation_replicas on innovation (replicas desc, id desc);
create index innovation_by_category on innovation (category_key);
create index innovation_organisation on innovation (organisation_id);
create index innovation_region on innovation (region_code);
create index innovation_updated on innovation (updated_at desc, id desc);

create table innovation_fact (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  field text not null,
  value text not null,
  basis text not null check (basis in ('source', 'general_knowledge')),
  confidence text check (confidence in ('high', 'medium', 'low')),
  source_id uuid not null references source (id),
  stated_on date,
  note text,
  unique (innovation_id, field, value, source_id)
);
comment on table innovation_fact is 'A fact as it was read, with its source. Several rows for one field are conflicting published values and stand side by side.';
comment on column innovation_fact.value is 'As written; inferred narratives are never kept here.';

create table innovation_hidden_words (
  innovation_id uuid primary key references innovation (id) on delete cascade,
  words text not null
);
comment on table innovation_hidden_words is 'Words of narratives that were only inferred from a name: they help search and are never shown, exported or served.';

create table innovation_alias (
  innovation_id uuid not null references innovation (id) on delete cascade,
  name text not null,
  source_id uuid references source (id),
  primary key (innovation_id, name)
);
comment on table innovation_alias is 'Other spellings and local names.';

create table innovation_identifier (
  innovation_id uuid not null references innovation (id) on delete cascade,
  scheme text not null check (scheme in ('JIPPNas', 'SINOVIK', 'IGA', 'LAN', 'other')),
  value text not null,
  url text,
  primary key (scheme, value)
);
comment on table innovation_identifier is 'Identifiers of the record in other systems, several per record.';
create index innovation_identifier_of on innovation_identifier (innovation_id);

create table innovation_party (
  innovation_id uuid not null references innovation (id) on delete cascade,
  role text not null check (role in ('proposer', 'sector_ministry', 'partner')),
  organisation_id uuid not null references organisation (id),
  source_id uuid references source (id),
  primary key (innovation_id, role, organisation_id)
);
comment on table innovation_party is 'Proposer (pengusul), sector ministry (pengampu) and partners, kept apart from the origin.';

create table innovation_award (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  label text not null,
  competition text not null check (competition in ('KIPP', 'UNPSA', 'PKRI', 'IGA', 'scaling_up', 'other')),
  year integer,
  source_id uuid not null references source (id),
  unique (innovation_id, label)
);
comment on table innovation_award is 'Awards and nominations as published; the year is null where it is not certain.';
create index innovation_award_by on innovation_award (competition, year);

create table innovation_category (
  innovation_id uuid not null references innovation (id) on delete cascade,
  scheme text not null,
  key text not null,
  assigned_by text not null check (assigned_by in ('source', 'editor')),
  primary key (innovation_id, scheme),
  foreign key (scheme, key) references category (scheme, key)
);
comment on table innovation_category is 'Category per edition; assigned_by says whether a source or the editors chose it.';

create table innovation_sdg (
  innovation_id uuid not null references innovation (id) on delete cascade,
  goal integer not null check (goal between 1 and 17),
  source_id uuid references source (id),
  primary key (innovation_id, goal)
);

create table innovation_link (
  from_id uuid not null references innovation (id) on delete cascade,
  to_id uuid not null references innovation (id) on delete cascade,
  kind text not null check (kind in ('instance_of', 'predecessor_of', 'duplicate_of', 'related')),
  primary key (from_id, to_id, kind),
  check (from_id <> to_id)
);
comment on table innovation_link is 'Links between records; instance_of: a local record of a national programme.';

create table published_figure (
  id uuid primary key,
  subject text not null,
  measure text not null,
  value numeric not null,
  unit text not null,
  as_of date not null,
  precision text not null check (precision in ('day', 'month', 'year')),
  source_id uuid not null references source (id),
  note text,
  unique (subject, measure, as_of, source_id)
);
comment on table published_figure is 'Totals as published, each with source and date; those that do not reconcile are shown as published. subject: an innovation code or the name of a portal.';
