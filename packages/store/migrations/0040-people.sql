-- People who sign in, what they are entrusted with, and how they prove who they are.
create table organisation_above (
  organisation_id uuid not null references organisation (id) on delete cascade,
  above_id uuid not null references organisation (id) on delete cascade,
  depth integer not null check (depth >= 0),
  primary key (organisation_id, above_id)
);
comment on table organisation_above is 'Every organisation with itself (depth 0) and all it belongs to; kept by triggers on organisation.parent_id.';
create index organisation_above_of on organisation_above (above_id, organisation_id);

create function organisations_above(below uuid) returns table (above_id uuid, depth integer) language sql stable as $$
  with recursive up (above_id, depth) as (
    select below, 0
    union all
    select o.parent_id, up.depth + 1 from up join organisation o on o.id = up.above_id where o.parent_id is not null
  ) cycle above_id set is_circle using path
  select above_id, depth from up where not is_circle
$$;

-- From the rows themselves, so that the order in which parents and parts arrive does not matter.
create function keep_organisation_above() returns trigger language plpgsql as $$
declare
  moved uuid[] := array[new.id];
begin
  if tg_op = 'UPDATE' then
    if exists (select 1 from organisations_above(new.parent_id) up where up.above_id = new.id) then
      raise exception 'organisation % can not belong to one of its own parts', new.id using errcode = 'check_violation';
    end if;
    moved := array(select organisation_id from organisation_above where above_id = new.id);
    delete from organisation_above where organisation_id = any(moved);
  end if;
  insert into organisation_above (organisation_id, above_id, depth)
    select m.id, up.above_id, up.depth from unnest(moved) as m (id), organisations_above(m.id) up
    on conflict do nothing;
  return null;
end $$;
create trigger organisation_above_insert after insert on organisation
  for each row execute function keep_organisation_above();
create trigger organisation_above_move after update of parent_id on organisation
  for each row when (old.parent_id is distinct from new.parent_id) execute function keep_organisation_above();
insert into organisation_above (organisation_id, above_id, depth)
  select o.id, up.above_id, up.depth from organisation o, organisations_above(o.id) up;

create table person (
  id uuid primary key,
  name text not null check (length(name) between 2 and 120),
  post text check (length(post) <= 160),
  email text not null check (email = lower(email) and length(email) <= 254),
  organisation_id uuid references organisation (id),
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  lang text not null default 'id' check (lang in ('id', 'en')),
  time_zone text not null default 'Asia/Jakarta' check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  is_demonstration boolean not null default false,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  unique (email)
);
comment on table person is 'Somebody with an account. Personal data: read only by those who need it, never copied into audit details.';
comment on column person.post is 'Jabatan, as the letter of invitation names it.';
comment on column person.totp_secret is 'Sealed with the key of this site; null while no authenticator is set up.';
comment on column person.totp_last_step is 'The newest time step whose code was accepted, so that no code works twice.';
create index person_organisation on person (organisation_id, name);
create index person_name_trgm on person using gin (name gin_trgm_ops);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null check (role in ('author', 'local_admin', 'hub', 'head', 'inspectorate', 'co_manager', 'sector_ministry', 'mentor', 'evaluator', 'secretariat', 'analyst', 'auditor', 'administrator')),
  organisation_id uuid references organisation (id),
  province_code text references region (code),
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by uuid references person (id),
  letter text,
  certified_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references person (id),
  check (valid_until is null or valid_until > valid_from),
  check (organisation_id is not null or role in ('co_manager', 'evaluator', 'secretariat', 'analyst', 'auditor', 'administrator')),
  check (province_code is null or role = 'hub')
);
comment on table role_grant is 'A role with its scope and its dates; nobody has a role in general. organisation_id null: nationwide.';
comment on column role_grant.letter is 'Number and date of the official letter it rests on.';
comment on column role_grant.certified_at is 'When somebody last said that it is still needed; asked anew every year.';
create index role_grant_person on role_grant (person_id) where revoked_at is null;
create index role_grant_scope on role_grant (organisation_id, role) where revoked_at is null;

create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  name text not null,
  post text,
  email text not null check (email = lower(email)),
  role text not null,
  organisation_id uuid references organisation (id),
  province_code text references region (code),
  letter_number text,
  letter_date date,
  invited_by uuid references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  person_id uuid references person (id),
  withdrawn_at timestamptz
);
comment on table invitation is 'A link that makes an account, or adds a role to one. Only the hash of the link is kept; it works once and until expires_at.';
create index invitation_open on invitation (organisation_id, created_at desc) where accepted_at is null and withdrawn_at is null;
create index invitation_email on invitation (email);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  assurance text not null check (assurance in ('password', 'second_factor', 'passkey')),
  method text not null check (method in ('password', 'passkey', 'oidc', 'invitation', 'recovery')),
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table session is 'One signed-in browser. Only the hash of its cookie is kept.';
comment on column session.device is 'Browser and system in words, for the list of sessions; no address, no fingerprint.';
create index session_person on session (person_id, last_seen_at desc) where ended_at is null;

create table sign_in_failure (
  id bigint generated always as identity primary key,
  bucket bytea not null,
  at timestamptz not null
);
comment on table sign_in_failure is 'Failed attempts by hashed bucket (a browser the account knows, all other browsers, a network): what is slowed down is the stranger, not the owner.';
create index sign_in_failure_of on sign_in_failure (bucket, at desc);
create index sign_in_failure_at on sign_in_failure (at);

create table known_device (
  person_id uuid not null references person (id) on delete cascade,
  token_hash bytea not null,
  device text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, token_hash)
);
comment on table known_device is 'Browsers in which a person signed in before: attempts from there are not held up by those of strangers, and another one is announced.';

create table site_key (
  purpose text primary key,
  key bytea not null check (length(key) = 32),
  made_at timestamptz not null
);
comment on table site_key is 'Secret keys of this site, made when first needed: for sealing secrets and signing links. Part of every backup, so a backup is a secret too.';

create table signed_link_use (
  link_hash bytea primary key,
  purpose text not null,
  used_at timestamptz not null
);
comment on table signed_link_use is 'Signed links that have done their work: none works twice.';
