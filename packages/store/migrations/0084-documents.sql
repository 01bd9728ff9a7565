-- Documents that a record writes: as they were written, for good, with a code that leads back to the record.
create table document (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z2-9]{4}-[A-Z2-9]{4}$'),
  kind text not null,
  replication_id uuid not null references replication (id) on delete cascade,
  content jsonb not null,
  made_by uuid references person (id),
  made_at timestamptz not null,
  signed_number text check (length(signed_number) <= 120),
  signed_on date,
  signed_link text check (length(signed_link) <= 500),
  signed_at timestamptz,
  check ((signed_at is null) = (signed_on is null))
);
comment on table document is 'A letter, minute or draft written from a replication. The code is for tracking and no electronic signature; number and signature come from the office and are taken back here.';
create index document_of on document (replication_id, made_at desc, id);
