-- Claims that people make and move: how each stands, who did what about it, and what it rests on.
alter table claim
  add column form text check (form in ('adoption', 'adaptation', 'modification')),
  add column scope text check (length(scope) <= 200),
  add column legal_basis text check (length(legal_basis) <= 300),
  add column budget_line text check (length(budget_line) <= 300),
  add column declared_at timestamptz,
  add column disputed_at timestamptz,
  add column disputed_by uuid references person (id),
  add column answered_at timestamptz,
  add column state text not null generated always as (case
    when withdrawn_at is not null then 'withdrawn'
    when stopped_on is not null then 'stopped'
    when answered_at is not null then 'answered'
    when disputed_at is not null then 'disputed'
    else 'stands' end) stored,
  add check (answered_at is null or disputed_at is not null);
comment on column claim.form is 'How it was taken over, as the adopter declares it.';
comment on column claim.scope is 'What of the unit runs it, in words: three clinics, the night shift.';
comment on column claim.declared_at is 'When the adopter declared it on this site; null for what was only read elsewhere.';
comment on column claim.state is 'How it stands, from the columns that say so; not updated is no state but a date.';
create unique index claim_declared_once on claim (innovation_id, organisation_id, unit_id) nulls not distinct
  where source_key like 'semai:%' and withdrawn_at is null;
create index claim_declared on claim (recorded_at, id) where declared_at is not null and withdrawn_at is null;
create index claim_disputed on claim (disputed_at, id) where disputed_at is not null and withdrawn_at is null;
create index claim_due on claim (valid_until, id) where valid_until is not null and withdrawn_at is null and stopped_on is null;
create index claim_unit on claim (unit_id) where unit_id is not null;

alter table claim_act add column ended_on date;
comment on column claim_act.ended_on is 'From this day the act no longer carries the strength: the claim lapsed, or the evidence grew too old.';

create table claim_step (
  id uuid primary key,
  claim_id uuid not null references claim (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason_code text,
  reason text check (length(reason) <= 2000),
  day date,
  link text check (length(link) <= 500),
  role text,
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table claim_step is 'What people did about a claim. Of verifying and declaring, the words are evidence and public; other reasons are read by both sides and those who check. The person is never shown.';
create index claim_step_of on claim_step (claim_id, at, id);
