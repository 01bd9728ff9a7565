-- What people are told, where they want to be told, and the e-mail that leaves for them.
alter table person add column quiet_from integer default 20 check (quiet_from between 0 and 23);
alter table person add column quiet_until integer default 6 check (quiet_until between 0 and 23);
alter table person add constraint person_quiet check ((quiet_from is null) = (quiet_until is null));
comment on column person.quiet_from is 'Hour of the person''s own clock from which nothing is mailed that is not urgent, until quiet_until; null for no quiet hours.';

create table mail (
  id uuid primary key,
  kind text not null check (kind in ('notice', 'digest', 'invitation')),
  person_id uuid references person (id) on delete cascade,
  invitation_id uuid references invitation (id) on delete cascade,
  lang text check (lang in ('id', 'en')),
  sealed bytea,
  due_at timestamptz not null,
  created_at timestamptz not null,
  begun_at timestamptz,
  sent_at timestamptz,
  dropped_at timestamptz,
  dropped_because text check (dropped_because in ('mail is off', 'nobody to send to', 'nothing left to say')),
  check ((kind = 'invitation') = (invitation_id is not null)),
  check ((kind = 'invitation') = (person_id is null)),
  check ((dropped_at is null) = (dropped_because is null)),
  check (sent_at is null or dropped_at is null)
);
comment on table mail is 'E-mail that leaves, written in the transaction of what it tells: what is committed is sent, at least once. Its id is in the identifier of the message, so that a second copy is known as one.';
comment on column mail.sealed is 'The token of an invitation, sealed with the key of this site; forgotten once the mail is sent.';
comment on column mail.begun_at is 'When sending was first tried: a digest takes no more notices from then on.';
create index mail_waiting on mail (due_at) where sent_at is null and dropped_at is null;
create unique index mail_digest on mail (person_id, due_at) where kind = 'digest' and begun_at is null and dropped_at is null;
create index mail_person on mail (person_id);
create index mail_done on mail (coalesce(sent_at, dropped_at)) where sent_at is not null or dropped_at is not null;

create table notice (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  detail jsonb not null,
  in_app boolean not null,
  mail_id uuid references mail (id) on delete set null,
  once text unique,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table notice is 'Something a person is told. The kinds are declared in packages/domain/src/notices/notice-kinds.ts; detail holds what their sentences need.';
comment on column notice.in_app is 'Shown in the inbox; otherwise only mailed.';
comment on column notice.once is 'What must be told one time only, such as that a role is about to end.';
create index notice_inbox on notice (person_id, created_at desc, id desc) where in_app;
create index notice_unread on notice (person_id) where in_app and read_at is null;
create index notice_mail on notice (mail_id) where mail_id is not null;
create index notice_age on notice (created_at);

create table notice_preference (
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  in_app boolean not null,
  mail text not null check (mail in ('now', 'daily', 'weekly', 'off')),
  primary key (person_id, kind)
);
comment on table notice_preference is 'Where a person wants to be told of a kind of notice, where they chose. What protects the account is told whatever stands here.';
