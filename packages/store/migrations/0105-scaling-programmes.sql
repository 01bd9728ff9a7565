-- Scaling-up programmes: an innovation that a ministry takes to national scale, with what was published of its targets.
create table scaling_programme (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 3 and 200),
  owner_id uuid not null references organisation (id),
  named_on text check (named_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  protection_id text check (length(protection_id) <= 2000),
  protection_en text check (length(protection_en) <= 2000),
  source_id uuid references source (id),
  revision integer not null default 0,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table scaling_programme is 'One or more innovations a ministry takes to national scale. It never says that anything runs anywhere; claims do.';
comment on column scaling_programme.owner_id is 'The ministry in charge.';
comment on column scaling_programme.named_on is 'When it was named, as exactly as the source says: year, month or day.';
comment on column scaling_programme.protection_id is 'What is on record of the policy that protects it, in words; the rules themselves are its legal bases.';
comment on column scaling_programme.revision is 'Counts changes by people; 0 is as shipped.';
create index scaling_programme_owner on scaling_programme (owner_id);

create table scaling_programme_innovation (
  programme_id uuid not null references scaling_programme (id) on delete cascade,
  innovation_id uuid not null references innovation (id),
  position integer not null check (position > 0),
  primary key (programme_id, innovation_id)
);
comment on table scaling_programme_innovation is 'What a programme takes to scale.';
create index scaling_programme_innovation_of on scaling_programme_innovation (innovation_id);

create table scaling_programme_basis (
  programme_id uuid not null references scaling_programme (id) on delete cascade,
  position integer not null check (position > 0),
  title text not null check (length(title) between 3 and 300),
  link text check (length(link) <= 500),
  primary key (programme_id, position)
);
comment on table scaling_programme_basis is 'A law, decree or guideline a programme rests on, cited, with an address where it can be read.';

create table scaling_programme_target (
  programme_id uuid not null references scaling_programme (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  regions integer not null check (regions between 1 and 10000),
  source text not null check (length(source) between 3 and 300),
  primary key (programme_id, year)
);
comment on table scaling_programme_target is 'How many regions in all are to have it by the end of a year, as published. No row: no target is set.';

create table scaling_programme_region (
  programme_id uuid not null references scaling_programme (id) on delete cascade,
  region_code text not null references region (code),
  by_year integer check (by_year between 2000 and 2100),
  primary key (programme_id, region_code)
);
comment on table scaling_programme_region is 'A region a programme is meant for, and by the end of which year where that is said.';
create index scaling_programme_region_of on scaling_programme_region (region_code);
