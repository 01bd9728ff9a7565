-- Mentoring: teams of universities attached to hubs accompany organisations, stage by stage, within a promised time.
create table mentoring_stage (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  label_id text not null check (length(label_id) between 2 and 80),
  label_en text not null check (length(label_en) between 2 and 80),
  position integer not null check (position > 0),
  promised_days integer not null check (promised_days between 1 and 500),
  retired_at timestamptz
);
comment on table mentoring_stage is 'The stages of an engagement, as data: only the first is known from the programme, the rest is a default that the ministry edits.';
comment on column mentoring_stage.promised_days is 'Working days within which a stage begun from now on is promised to be finished.';
insert into mentoring_stage (key, label_id, label_en, position, promised_days) values
  ('gap_mapping', 'Pemetaan kesenjangan', 'Gap mapping', 10, 20),
  ('selection', 'Pemilihan inovasi', 'Selection', 20, 15),
  ('study', 'Studi tiru', 'Study', 30, 20),
  ('plan', 'Rencana aksi', 'Action plan', 40, 20),
  ('support', 'Pendampingan pelaksanaan', 'Support of the work', 50, 60);

create table public_holiday (
  day date primary key,
  name text not null check (length(name) between 2 and 120)
);
comment on table public_holiday is 'Days, besides Saturdays and Sundays, that are no working days for promised times.';

create table mentor_team (
  id uuid primary key,
  hub_id uuid not null references organisation (id),
  name text not null check (length(name) between 3 and 160),
  university text not null check (length(university) between 3 and 160),
  decree text check (length(decree) <= 120),
  formed_by uuid references person (id),
  formed_at timestamptz not null,
  ended_on date
);
comment on table mentor_team is 'A team of a university that accompanies the members of a hub; named in a decree where there is one.';
create index mentor_team_of on mentor_team (hub_id, name, id);

create table mentor_team_member (
  id uuid primary key,
  team_id uuid not null references mentor_team (id),
  person_id uuid not null references person (id),
  part text not null check (part in ('lead', 'expert', 'facilitator', 'secretary')),
  since date not null,
  until date check (until >= since)
);
comment on table mentor_team_member is 'Who is in a team, as what, from when until when.';
create unique index mentor_team_member_now on mentor_team_member (team_id, person_id) where until is null;
create index mentor_team_member_of on mentor_team_member (person_id) where until is null;

create table engagement (
  id uuid primary key,
  team_id uuid not null references mentor_team (id),
  organisation_id uuid not null references organisation (id),
  replication_id uuid references replication (id),
  need_id uuid references need (id),
  mentor_id uuid references person (id),
  state text not null check (state in ('active', 'completed', 'ended')),
  purpose text not null check (length(purpose) between 5 and 1000),
  reason text check (length(reason) <= 2000),
  started_by uuid references person (id),
  started_at timestamptz not null,
  moved_at timestamptz not null,
  check (num_nonnulls(replication_id, need_id) <= 1)
);
comment on table engagement is 'A team accompanying one organisation, with one of its replications or needs where it is about one.';
comment on column engagement.mentor_id is 'The member of the team in charge of it.';
create unique index engagement_open on engagement (team_id, organisation_id, replication_id, need_id) nulls not distinct
  where state = 'active';
create index engagement_of_team on engagement (team_id, state, moved_at desc, id desc);
create index engagement_of_organisation on engagement (organisation_id, state, moved_at desc, id desc);
create index engagement_of_replication on engagement (replication_id) where replication_id is not null;
create index engagement_moved on engagement (moved_at desc, id desc);

create table engagement_stage (
  engagement_id uuid not null references engagement (id) on delete cascade,
  position integer not null check (position > 0),
  stage text not null references mentoring_stage (key),
  promised_days integer not null check (promised_days between 1 and 500),
  entered_on date,
  left_on date check (left_on >= entered_on),
  primary key (engagement_id, position)
);
comment on table engagement_stage is 'The stages of one engagement with the time promised when it began; later changes of the list leave it as it is.';

create table engagement_pause (
  id uuid primary key,
  engagement_id uuid not null references engagement (id) on delete cascade,
  from_on date not null,
  until_on date check (until_on >= from_on),
  reason text not null check (length(reason) between 5 and 1000),
  paused_by uuid references person (id),
  paused_at timestamptz not null
);
comment on table engagement_pause is 'Days that do not count against the promised time, with the reason; open while the pause lasts.';
create unique index engagement_pause_now on engagement_pause (engagement_id) where until_on is null;
create index engagement_pause_of on engagement_pause (engagement_id, from_on);

create table engagement_visit (
  id uuid primary key,
  engagement_id uuid not null references engagement (id) on delete cascade,
  held_on date not null,
  mode text not null check (mode in ('on_site', 'online', 'consultation')),
  notes text not null check (length(notes) between 5 and 4000),
  agreed text check (length(agreed) <= 2000),
  written_by uuid references person (id),
  written_at timestamptz not null
);
comment on table engagement_visit is 'A visit or consultation of a team, with its notes: read by the team, the hub and whom it accompanies, nobody else.';
create index engagement_visit_of on engagement_visit (engagement_id, held_on desc, id desc);
