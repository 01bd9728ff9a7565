-- What citizens complain of, as themes. The complaints themselves are never stored.
create table complaint_import (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  columns jsonb not null,
  unread_columns integer not null check (unread_columns >= 0),
  complaints integer not null check (complaints > 0),
  alone integer not null check (alone between 0 and complaints),
  person_id uuid references person (id),
  imported_at timestamptz not null
);
comment on table complaint_import is 'A file of complaints that was read: how many, and which columns were recognised. Neither the file nor a complaint is kept.';
comment on column complaint_import.columns is 'What was filled by which of the names that are recognised; names of other columns are not kept.';
comment on column complaint_import.alone is 'Complaints in no theme.';
create index complaint_import_of on complaint_import (organisation_id, imported_at desc, id desc);

create table complaint_theme (
  id uuid primary key,
  import_id uuid not null references complaint_import (id),
  organisation_id uuid not null references organisation (id),
  state text not null check (state in ('proposed', 'kept', 'discarded')),
  name text not null check (length(name) between 3 and 120),
  words text[] not null,
  sector text not null,
  complaints integer not null check (complaints >= 3),
  month_from text check (month_from ~ '^\d{4}-\d{2}$'),
  month_to text check (month_to ~ '^\d{4}-\d{2}$'),
  examples text[] not null check (cardinality(examples) <= 3),
  agencies jsonb not null,
  regions jsonb not null,
  need_id uuid references need (id),
  revision integer not null default 0,
  moved_at timestamptz not null,
  check ((month_from is null) = (month_to is null))
);
comment on table complaint_theme is 'At least three complaints that speak of the same, with their number, months, service and up to three sentences without personal data.';
comment on column complaint_theme.words is 'The words that lead, as proposed; each stands in at least three complaints.';
comment on column complaint_theme.agencies is 'Known organisations that were complained of, with how often: [{id, count}].';
comment on column complaint_theme.regions is 'Known regions, with how often: [{code, count}].';
comment on column complaint_theme.need_id is 'The need it became evidence of.';
create index complaint_theme_of_import on complaint_theme (import_id, complaints desc, id);
create index complaint_theme_of on complaint_theme (organisation_id, state, moved_at desc, id desc);
create index complaint_theme_need on complaint_theme (need_id) where need_id is not null;
