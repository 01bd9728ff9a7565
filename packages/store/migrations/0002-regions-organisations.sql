-- Regions with ministry codes, their history and figures; organisations as trees.
create table region (
  code text primary key check (code ~ '^\d{2}(\.\d{2})?$'),
  kind text not null check (kind in ('province', 'regency', 'city')),
  name text not null,
  slug text not null unique,
  province_code text not null references region (code),
  has_government boolean not null,
  seat text,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  point_method text not null,
  point_check text not null check (point_check in ('ok', 'weak')),
  check ((kind = 'province') = (province_code = code))
);
comment on table region is 'Provinces, regencies and cities with ministry codes. The point is the seat of government, not the centre of the area.';
comment on column region.has_government is 'False for the six administrative areas of Jakarta, which have no government of their own.';
create index region_province on region (province_code, code);
create index region_name_trgm on region using gin (name gin_trgm_ops);

create table region_history (
  id uuid primary key,
  region_code text not null references region (code),
  former_province_code text not null references region (code),
  law text not null,
  valid_from date not null,
  unique (region_code, valid_from)
);
comment on table region_history is 'Regions that changed province: before valid_from they belonged to former_province_code.';

create table region_attribute (
  region_code text not null references region (code),
  attribute text not null,
  value numeric not null,
  unit text not null,
  year integer not null,
  source_id uuid not null references source (id),
  primary key (region_code, attribute, year, source_id)
);
comment on table region_attribute is 'Figures of a region with year and source; a region without a figure has no row.';
create index region_attribute_of on region_attribute (attribute, year, region_code);

create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('ministry', 'agency', 'police', 'government', 'unit', 'state_company', 'regional_company', 'university', 'other')),
  parent_id uuid references organisation (id),
  region_code text references region (code),
  source_key text unique,
  check (parent_id is null or parent_id <> id)
);
comment on table organisation is 'Ministries and their centres, police in their tree, companies, regional governments and their units.';
comment on column organisation.kind is 'government: the government of a province, regency or city; unit: part of its parent (dinas, UPT, hospital, centre).';
comment on column organisation.region_code is 'For a government the region it governs; for others where it is seated.';
create index organisation_parent on organisation (parent_id, name);
create index organisation_region on organisation (region_code);
create unique index organisation_government_of on organisation (region_code) where kind = 'government';
create index organisation_name_trgm on organisation using gin (name gin_trgm_ops);

create table organisation_history (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  change text not null check (change in ('renamed', 'split', 'merged', 'moved', 'closed')),
  former_name text,
  successor_id uuid references organisation (id),
  valid_from date not null,
  source_id uuid references source (id),
  unique (organisation_id, change, valid_from)
);
comment on table organisation_history is 'Renames, splits, merges: a figure can be read as then and as now.';

create table hub (
  id uuid primary key,
  region_code text references region (code),
  organisation_id uuid references organisation (id),
  year integer not null,
  status text not null check (status in ('designated', 'invited')),
  source_id uuid not null references source (id),
  check (num_nonnulls(region_code, organisation_id) = 1),
  unique nulls not distinct (region_code, organisation_id, year)
);
comment on table hub is 'Innovation hubs (JIPP) as far as they are known: an organisation with a scope, regional or central.';
