-- Sign-on by a provider of OpenID Connect: whom it knows by which name, and sign-ons under way.
create table sign_on_link (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  person_id uuid not null references person (id) on delete cascade,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  acr text,
  amr text[],
  primary key (issuer, subject),
  unique (person_id, issuer)
);
comment on table sign_on_link is 'An account of a provider of sign-on that leads to an account here; made by its owner, never by itself.';
comment on column sign_on_link.acr is 'How sure the provider said it was, at the last sign-on; recorded, and trusted for nothing.';
comment on column sign_on_link.amr is 'How the provider said it recognised the person, at the last sign-on.';

create table sign_on_attempt (
  token_hash bytea primary key,
  content bytea not null,
  expires_at timestamptz not null
);
comment on table sign_on_attempt is 'A sign-on under way, of the browser that holds the token: first what was sent to the provider, then what the provider said. Sealed, taken once, gone in minutes.';
create index sign_on_attempt_expires on sign_on_attempt (expires_at);
