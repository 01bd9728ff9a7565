-- Codes that let somebody in who lost the authenticator.
create table recovery_code (
  person_id uuid not null references person (id) on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table recovery_code is 'Ten codes of one use, made with the authenticator; only their hashes are kept, with the key of this site.';
