-- Study visits: a host opens days, those who replicate ask for one, and report what they learned.
create table study_visit_slot (
  id uuid primary key,
  innovation_id uuid not null references innovation (id),
  held_on date not null,
  mode text not null check (mode in ('on_site', 'virtual', 'both')),
  place text check (length(place) <= 200),
  capacity integer not null check (capacity between 1 and 500),
  note text check (length(note) <= 500),
  opened_by uuid references person (id),
  opened_at timestamptz not null,
  check (mode = 'virtual' or place is not null)
);
comment on table study_visit_slot is 'A day on which the origin of an innovation receives visitors, on site or virtually. Several replicators may come together.';
create index study_visit_slot_of on study_visit_slot (innovation_id, held_on, id);

create table study_visit (
  id uuid primary key,
  slot_id uuid not null references study_visit_slot (id),
  replication_id uuid not null references replication (id),
  state text not null check (state in ('requested', 'accepted', 'declined', 'cancelled', 'reported')),
  people integer not null check (people between 1 and 500),
  is_virtual boolean not null,
  questions text not null check (length(questions) between 10 and 3000),
  reason text check (length(reason) <= 2000),
  visited_on date,
  process text check (length(process) <= 3000),
  cost text check (length(cost) <= 3000),
  staff text check (length(staff) <= 3000),
  regulation text check (length(regulation) <= 3000),
  failures text check (length(failures) <= 3000),
  documents text check (length(documents) <= 2000),
  link text check (length(link) <= 500),
  requested_by uuid references person (id),
  requested_at timestamptz not null,
  moved_at timestamptz not null,
  check ((state = 'reported') = (visited_on is not null))
);
comment on table study_visit is 'What somebody who replicates asked of a host, its answer, and what was learned: process, cost, staff, regulation, failures, documents handed over. Read by both sides and those who guide.';
create unique index study_visit_open on study_visit (slot_id, replication_id) where state in ('requested', 'accepted');
create index study_visit_slot_state on study_visit (slot_id, state);
create index study_visit_of on study_visit (replication_id, requested_at desc, id desc);
