-- What was weighed for a need, and the minutes of decisions.
create table need_selection (
  need_id uuid primary key references need (id) on delete cascade,
  content jsonb not null,
  revision integer not null default 0,
  saved_by uuid references person (id),
  saved_at timestamptz not null
);
comment on table need_selection is 'The table in which candidates are weighed now: weights by criterion, scores by candidate. Read by its own people and who guides them.';

create table need_decision (
  id uuid primary key,
  need_id uuid not null references need (id) on delete cascade,
  innovation_id uuid not null references innovation (id),
  number text check (length(number) <= 120),
  held_on date not null,
  present text not null check (length(present) between 3 and 500),
  reason text not null check (length(reason) between 10 and 2000),
  content jsonb not null,
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table need_decision is 'Minutes: what was chosen for a need, when, by which offices, why, and the table of that moment. Never changed; a new decision is a new row.';
create index need_decision_of on need_decision (need_id, at desc, id desc);
create index need_decision_chosen on need_decision (innovation_id);
create trigger need_decision_immutable before update on need_decision
  for each row execute function refuse_version_change();
