-- Passkeys: keys that people's devices hold, the questions asked of them, and when a session last proved who it belongs to.
create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  is_backup_eligible boolean not null,
  is_backed_up boolean not null,
  model uuid not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  check (is_backup_eligible or not is_backed_up)
);
comment on table passkey is 'A key on a device of a person, with which the person signs in. The site holds its public half only.';
comment on column passkey.sign_count is 'How often the key says it was used: one that counts backwards has been copied.';
comment on column passkey.is_backup_eligible is 'It may live on several devices of the person; fixed when it is made.';
comment on column passkey.is_backed_up is 'It does live on several devices, as of its last use.';
comment on column passkey.model is 'The maker''s number of the kind of device (AAGUID); zeros where it is not told.';
create index passkey_person on passkey (person_id, created_at);

create table passkey_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('add', 'sign_in', 'prove')),
  session_id uuid references session (id) on delete cascade,
  expires_at timestamptz not null,
  check ((purpose = 'sign_in') = (session_id is null))
);
comment on table passkey_challenge is 'A question put to a passkey: answered once, within minutes, for the purpose and the session it was made for.';
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- Ways into an account are changed only by somebody who proved a moment ago whose it is.
alter table session add column proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter column proved_at set not null;
comment on column session.proved_at is 'When the session last proved who it belongs to, by the strongest means the account has.';

-- Guessed codes are counted as guessed passwords are: a browser that proved a second factor before, apart from all others.
alter table known_device add column second_factor_at timestamptz;
comment on column known_device.second_factor_at is 'When a second factor was last proved in this browser; null: never.';
