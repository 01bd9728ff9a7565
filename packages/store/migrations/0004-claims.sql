-- Claims: unit U of organisation A runs X at location L since D, with a strength.
create table claim (
  id uuid primary key,
  source_key text not null unique,
  innovation_id uuid not null references innovation (id),
  organisation_id uuid not null references organisation (id),
  unit_id uuid references organisation (id),
  region_code text not null references region (code),
  local_name text,
  kind text not null check (kind in ('event', 'state')),
  happening text not null check (happening in ('opened', 'inaugurated', 'launched', 'selected', 'signed', 'running', 'stopped')),
  earliest date,
  latest date not null,
  precision text not null check (precision in ('day', 'month', 'year', 'by')),
  strength text not null check (strength in ('reported', 'declared', 'confirmed', 'verified')),
  valid_until date,
  batch text,
  note text,
  source_id uuid not null references source (id),
  stopped_on date,
  stop_reason text check (stop_reason in ('leader_changed', 'innovator_moved', 'budget', 'regulation', 'staff', 'infrastructure', 'vendor', 'need_ended', 'merged', 'other')),
  stop_reason_public boolean not null default false,
  withdrawn_at timestamptz,
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  check (earliest is null or earliest <= latest),
  check ((precision = 'by') = (earliest is null)),
  check ((kind = 'event') = (happening in ('opened', 'inaugurated', 'launched', 'selected', 'signed'))),
  check (kind = 'state' or valid_until is null),
  check (stop_reason is null or stopped_on is not null)
);
comment on table claim is 'An event (never lapses) or a state (lapses after valid_until, computed, never stored). The date is the interval earliest..latest; precision by: only an upper bound is known.';
comment on column claim.strength is 'The strongest act recorded in claim_act; not updated is computed from valid_until.';
comment on column claim.batch is 'Ceremonial batch the date belongs to (innovation code and date): many organisations on one day, so not first days of service.';
create index claim_innovation on claim (innovation_id, latest, id);
create index claim_region on claim (region_code, innovation_id);
create index claim_organisation on claim (organisation_id, innovation_id);
create index claim_latest on claim (latest desc, id desc);

create table claim_act (
  id uuid primary key,
  claim_id uuid not null references claim (id) on delete cascade,
  act text not null check (act in ('reported', 'declared', 'confirmed', 'verified')),
  organisation_id uuid references organisation (id),
  acted_on date,
  source_id uuid references source (id),
  note text,
  unique nulls not distinct (claim_id, act, organisation_id, acted_on)
);
comment on table claim_act is 'Who reported, declared, confirmed or verified a claim, when, on what evidence. Verification never by the owner.';
create index claim_act_of on claim_act (claim_id);
