-- What an agency says of how it manages innovation, year by year.
create table agency_management (
  organisation_id uuid not null references organisation (id),
  year integer not null check (year between 2000 and 2100),
  strategy text check (length(strategy) between 1 and 4000),
  decree_number text check (length(decree_number) between 1 and 160),
  decree_on date,
  decree_file_id uuid references file (id),
  team text check (length(team) between 1 and 2000),
  budget_rupiah bigint check (budget_rupiah >= 0),
  revision integer not null check (revision > 0),
  updated_at timestamptz not null,
  primary key (organisation_id, year)
);
comment on table agency_management is 'Strategy, decree, team and budget for innovation, by agency and year, as its own administrator states them; public.';
comment on column agency_management.team is 'Units and posts, not names of people.';
create index agency_management_file on agency_management (decree_file_id) where decree_file_id is not null;
