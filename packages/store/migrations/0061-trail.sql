-- The trail as auditors search it, and who read what about people.
create index audit_event_what on audit_event (what text_pattern_ops, id desc);
create index audit_event_actor on audit_event (actor_id, id desc);

create table personal_read (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  reader_id uuid,
  reader_label text not null,
  what text not null check (what ~ '^[a-z_]+$'),
  subject_id text,
  people integer not null check (people >= 0)
);
comment on table personal_read is 'Append-only: who looked at data about people, how many. Not what they saw.';
create index personal_read_at on personal_read (at desc, id desc);
create index personal_read_reader on personal_read (reader_id, id desc);
create function refuse_read_change() returns trigger language plpgsql as $$
begin
  raise exception 'personal_read is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger personal_read_append_only before update or delete on personal_read
  for each row execute function refuse_read_change();
create trigger personal_read_no_truncate before truncate on personal_read
  for each statement execute function refuse_read_change();
