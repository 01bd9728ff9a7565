-- What the origin of an innovation says about receiving those who want to replicate it.
create table host_statement (
  innovation_id uuid primary key references innovation (id),
  willingness text not null check (willingness in ('yes', 'limited', 'not_now')),
  words text check (length(words) <= 500),
  stated_by uuid references person (id),
  stated_at timestamptz not null
);
comment on table host_statement is 'Whether the origin of an innovation helps those who replicate it, in its own words. Public, with the day it was said; a later statement replaces it.';
