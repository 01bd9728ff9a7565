-- Writing by programs: personal tokens, and answers kept so that a request sent twice is done once.
create table api_token (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  token_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  assurance text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
comment on table api_token is 'Tokens with which a program acts for a person; only a hash is kept. A token never does more than its person may, nor more than its scopes.';
create index api_token_of on api_token (person_id, created_at desc);

create table idempotent_answer (
  person_id uuid not null references person (id),
  key text not null check (length(key) between 1 and 120),
  asked bytea not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (person_id, key)
);
comment on table idempotent_answer is 'What was answered to a request with an Idempotency-Key: sent again, it is answered the same and done once. Kept for a week.';
create index idempotent_answer_at on idempotent_answer (at);
