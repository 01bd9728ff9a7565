-- What happened to innovations in the programme itself: named, recommended, made a policy. Nothing here says that it runs anywhere.
create table programme_event (
  id uuid primary key,
  key text not null unique check (length(key) between 1 and 80),
  kind text not null check (kind in ('named_for_national_replication', 'recommended', 'became_national_policy')),
  happened text not null check (happened ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  innovation_id uuid not null references innovation (id) on delete cascade,
  organisation_id uuid references organisation (id),
  about_id text check (length(about_id) between 1 and 500),
  about_en text check (length(about_en) between 1 and 500),
  source_id uuid not null references source (id),
  check ((about_id is null) = (about_en is null))
);
comment on table programme_event is 'An act of the programme about an innovation, as a source tells it. It never becomes a claim.';
comment on column programme_event.happened is 'As exactly as the source says: year, month or day.';
comment on column programme_event.organisation_id is 'For whose units it was meant.';
create index programme_event_of on programme_event (innovation_id);
create index programme_event_for on programme_event (organisation_id) where organisation_id is not null;
