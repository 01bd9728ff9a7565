-- Quarterly reports of replications; what a browser kept while there was no line arrives once.
create table quarterly_report (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  quarter integer not null check (quarter between 1 and 4),
  state text not null check (state in ('draft', 'submitted', 'returned', 'verified', 'discarded')),
  content jsonb not null,
  realisation bigint check (realisation between 0 and 1000000000000000),
  revision integer not null check (revision > 0),
  started_by uuid references person (id),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  moved_at timestamptz not null
);
comment on table quarterly_report is 'What an adopter tells of a quarter. Its id is made where it is begun, so that what is sent twice arrives once.';
comment on column quarterly_report.realisation is 'Whole rupiah spent in the quarter, as its text says.';
create unique index quarterly_report_one on quarterly_report (replication_id, year, quarter)
  where state in ('submitted', 'returned', 'verified');
create index quarterly_report_of on quarterly_report (replication_id, year desc, quarter desc, created_at desc, id desc);

create table quarterly_report_step (
  id uuid primary key,
  report_id uuid not null references quarterly_report (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text check (length(reason) <= 2000),
  role text,
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table quarterly_report_step is 'What people did about a quarterly report. Reasons are read by those involved; the person is never shown.';
create index quarterly_report_step_of on quarterly_report_step (report_id, at, id);
