-- What imports need: other spellings of organisations, and what replicas counts.
create table organisation_alias (
  name text primary key,
  organisation_id uuid not null references organisation (id) on delete cascade
);
comment on table organisation_alias is 'Other spellings of an organisation, by which files may name it.';
create index organisation_alias_of on organisation_alias (organisation_id);

comment on column innovation.replicas is 'Distinct organisations with a dated claim that is not withdrawn and not stopped. Upper bounds (precision by) are not counted: when they began is unknown. Kept by the claim commands.';
