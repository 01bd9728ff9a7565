-- Replications: an organisation takes an innovation over, from the first letter to a footing of its own.
create sequence replication_number;

create table forum (
  id uuid primary key,
  hub_id uuid not null references organisation (id),
  title text not null check (length(title) between 3 and 200),
  held_on date not null,
  place text check (length(place) <= 200),
  minute_number text not null check (length(minute_number) between 1 and 120),
  minute text not null check (length(minute) <= 5000),
  link text check (length(link) <= 500),
  recorded_by uuid references person (id),
  recorded_at timestamptz not null
);
comment on table forum is 'A session of a hub that decided which organisations replicate which innovations, with its minute.';
create index forum_of on forum (hub_id, held_on desc, id);

create table replication (
  id uuid primary key,
  code text not null unique default 'REP-' || lpad(nextval('replication_number')::text, 4, '0'),
  innovation_id uuid not null references innovation (id),
  organisation_id uuid not null references organisation (id),
  institution_id uuid not null references organisation (id),
  region_code text references region (code),
  province_code text references region (code),
  local_name text check (length(local_name) <= 160),
  route text not null check (route in ('need', 'forum', 'recommendation', 'letter', 'running')),
  state text not null check (state in ('proposed', 'preparing', 'implementing', 'running', 'institutionalised', 'stopped', 'declined', 'cancelled')),
  declared_form text check (declared_form in ('adoption', 'adaptation', 'modification')),
  year integer check (year between 2000 and 2100),
  legal_basis text check (length(legal_basis) <= 300),
  budget_line text check (length(budget_line) <= 300),
  procedure text check (length(procedure) <= 300),
  claim_id uuid references claim (id),
  forum_id uuid references forum (id),
  recommended_by uuid references organisation (id),
  recommended_as text check (recommended_as in ('hub', 'sector_ministry', 'secretariat')),
  recommended_why text check (length(recommended_why) <= 2000),
  answer_by date,
  revision integer not null default 0,
  started_by uuid references person (id),
  created_at timestamptz not null,
  moved_at timestamptz not null,
  updated_at timestamptz not null,
  check ((route = 'forum') = (forum_id is not null)),
  check ((route = 'recommendation') = (recommended_as is not null))
);
comment on table replication is 'One organisation taking over one innovation under a name of its own. That it runs is a claim; its milestones lie beside it.';
comment on column replication.organisation_id is 'Who takes it over: the unit, or the institution itself.';
comment on column replication.institution_id is 'The government, ministry, police force or company the unit belongs to, at the moment it began.';
comment on column replication.province_code is 'The province it lies in, which hubs are in charge of; null for what lies in none.';
comment on column replication.year is 'The budget year it is meant for.';
comment on column replication.revision is 'Counts changes: what was typed on an older one is told so, and nothing is lost.';
create unique index replication_open on replication (innovation_id, organisation_id)
  where state not in ('declined', 'cancelled', 'stopped');
create index replication_moved on replication (moved_at desc, id desc);
create index replication_of_innovation on replication (innovation_id, state, moved_at desc, id desc);
create index replication_of_adopter on replication (organisation_id, state, moved_at desc, id desc);
create index replication_of_institution on replication (institution_id, state, moved_at desc, id desc);
create index replication_of_province on replication (province_code, state, moved_at desc, id desc);
create index replication_state on replication (state, moved_at desc, id desc);
create index replication_claim on replication (claim_id) where claim_id is not null;
create index replication_forum on replication (forum_id) where forum_id is not null;

create table replication_origin (
  replication_id uuid not null references replication (id) on delete cascade,
  innovation_id uuid not null references innovation (id),
  version integer check (version > 0),
  position integer not null check (position > 0),
  primary key (replication_id, innovation_id)
);
comment on table replication_origin is 'What a replication takes from: mostly one innovation, sometimes several, each with the version of the blueprint it began with.';
create index replication_origin_of on replication_origin (innovation_id);

create table replication_milestone (
  replication_id uuid not null references replication (id) on delete cascade,
  kind text not null check (kind in ('need', 'choice', 'interest_letter', 'study_visit', 'agreement', 'knowledge_transfer', 'team', 'plan', 'commitment', 'regulation', 'training')),
  planned_on date,
  reached_on date,
  number text check (length(number) <= 120),
  note text check (length(note) <= 1000),
  link text check (length(link) <= 500),
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  primary key (replication_id, kind)
);
comment on table replication_milestone is 'When something was planned and when it was there, with the number of its document. Milestones warn; none is a gate.';
create index replication_milestone_late on replication_milestone (planned_on) where reached_on is null;

create table replication_step (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason_code text,
  reason text check (length(reason) <= 2000),
  day date,
  role text,
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table replication_step is 'What people did about a replication. Reasons are read by both sides and those who guide it; the person is never shown.';
create index replication_step_of on replication_step (replication_id, at, id);
