-- Guidance, supervision and evaluation of units within a programme: finding, recommendation, follow-up, closed.
create table programme_finding (
  id uuid primary key,
  programme_id uuid not null references scaling_programme (id),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('guidance', 'supervision', 'evaluation')),
  state text not null check (state in ('found', 'recommended', 'followed_up', 'closed', 'withdrawn')),
  found_on date not null,
  finding text not null check (length(finding) between 5 and 4000),
  recommendation text check (length(recommendation) <= 4000),
  follow_up text check (length(follow_up) <= 4000),
  due_on date,
  written_by uuid references person (id),
  written_at timestamptz not null,
  moved_at timestamptz not null,
  check (state not in ('recommended', 'followed_up') or (recommendation is not null and due_on is not null))
);
comment on table programme_finding is 'What the ministry in charge found at a unit, what it recommends by when, and what the unit did. Read by both sides and those who guide the unit, never in public.';
create index programme_finding_of on programme_finding (programme_id, state, due_on);
create index programme_finding_at on programme_finding (organisation_id, state, due_on);
create index programme_finding_due on programme_finding (due_on) where state = 'recommended';

create table programme_finding_step (
  id uuid primary key,
  ordinal bigint generated always as identity,
  finding_id uuid not null references programme_finding (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  words text check (length(words) <= 4000),
  due_on date,
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table programme_finding_step is 'What people did about a finding, with their words and the deadline they set; the person is never shown.';
create index programme_finding_step_of on programme_finding_step (finding_id, ordinal);

alter table organisation_move drop constraint organisation_move_kind_check;
alter table organisation_move add constraint organisation_move_kind_check
  check (kind in ('innovation', 'claim', 'claim_unit', 'part', 'person', 'grant', 'draft', 'correction', 'request', 'invitation',
    'replication', 'replication_institution', 'engagement', 'mentor_team', 'finding', 'programme'));
