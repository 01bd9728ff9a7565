-- How far a replica's blueprint is from its origins: measured with every version, by a rule that is data.
create table form_rule (
  version text primary key,
  rule jsonb not null,
  in_force_from timestamptz not null
);
comment on table form_rule is 'Rules by which the form of a replication is measured, in place of the one that comes with the product. The latest is in force; none is ever changed.';
create trigger form_rule_immutable before update on form_rule
  for each row execute function refuse_version_change();

create table form_measurement (
  blueprint_id uuid not null,
  version integer not null,
  form text check (form in ('adoption', 'adaptation', 'modification')),
  kept double precision check (kept between 0 and 1),
  changes integer not null,
  declared_form text check (declared_form in ('adoption', 'adaptation', 'modification')),
  reason text,
  rule jsonb not null,
  measured_at timestamptz not null,
  primary key (blueprint_id, version),
  foreign key (blueprint_id, version) references blueprint_version (blueprint_id, number) on delete cascade,
  check ((form is null) = (kept is null))
);
comment on table form_measurement is 'The form of a replica as measured when a version of its blueprint was published, with the whole rule; no form where no origin had a blueprint.';
comment on column form_measurement.declared_form is 'What the adopter declared at that moment.';
comment on column form_measurement.reason is 'Why the declared form and the measured one differ, where they do.';
create trigger form_measurement_immutable before update on form_measurement
  for each row execute function refuse_version_change();

create table fork_origin (
  blueprint_id uuid not null,
  version integer not null,
  position integer not null check (position >= 0),
  origin_blueprint_id uuid not null,
  origin_version integer not null,
  primary key (blueprint_id, version, position),
  foreign key (blueprint_id, version) references blueprint_version (blueprint_id, number) on delete cascade,
  foreign key (origin_blueprint_id, origin_version) references blueprint_version (blueprint_id, number)
);
comment on table fork_origin is 'From which versions a version of a replica''s blueprint took components; position 0 is the one it began with.';
create index fork_origin_of on fork_origin (origin_blueprint_id, origin_version);

create table fork_change (
  blueprint_id uuid not null,
  version integer not null,
  kind text not null,
  key text not null,
  outcome text not null check (outcome in ('changed', 'added', 'removed')),
  standing text not null check (standing in ('core', 'supporting', 'local')),
  at_stage text not null,
  planned text not null,
  decided_by text not null,
  what text not null,
  level text not null,
  nature text not null,
  core text not null,
  why text not null,
  words text,
  primary key (blueprint_id, version, kind, key),
  foreign key (blueprint_id, version) references blueprint_version (blueprint_id, number) on delete cascade
);
comment on table fork_change is 'One component that a version of a replica''s blueprint changed against its origins, with the eight facts of FRAME.';
create index fork_change_counted on fork_change (why, nature);
create trigger fork_change_immutable before update on fork_change
  for each row execute function refuse_version_change();

create table form_confirmation (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  form text not null check (form in ('adoption', 'adaptation', 'modification')),
  confirmed_by uuid references person (id),
  as_role text not null check (as_role in ('mentor', 'hub', 'secretariat')),
  confirmed_at timestamptz not null
);
comment on table form_confirmation is 'A mentor or the hub, or the secretariat in its place, confirmed a form that the adopter declared; it holds while that form is the one declared.';
create index form_confirmation_of on form_confirmation (replication_id, confirmed_at desc);
