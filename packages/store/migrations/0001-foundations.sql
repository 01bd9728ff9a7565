-- Extensions, the audit trail and where facts come from.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_label text,
  what text not null check (what ~ '^[a-z_]+\.[a-z_]+$'),
  subject_id text not null,
  detail jsonb not null default '{}'
);
comment on table audit_event is 'Append-only trail of writes; one event in the same transaction as each change. Ids only, no personal data.';
create index audit_event_subject on audit_event (subject_id, id desc);
create index audit_event_at on audit_event (at desc, id desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_audit_change();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function refuse_audit_change();

create table source (
  id uuid primary key,
  name text not null,
  url text,
  unique nulls not distinct (name, url)
);
comment on table source is 'Where facts were read: page, outlet and date in words; the address when known.';

create table import_run (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  sha256 text not null,
  rows_read integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  finished_at timestamptz not null
);
comment on table import_run is 'One row per finished import; an import that failed leaves none.';
create index import_run_at on import_run (finished_at desc, id);
