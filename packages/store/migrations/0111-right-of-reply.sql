-- Before the page of a region tells citizens that an agency stopped something, the agency is told and may reply.
create table reply_right (
  id uuid primary key,
  claim_id uuid not null references claim (id) on delete cascade,
  stopped_on date not null,
  organisation_id uuid not null references organisation (id),
  told_at timestamptz not null,
  shown_from date not null,
  reply text check (length(reply) between 10 and 600),
  replied_by uuid references person (id),
  replied_at timestamptz,
  unique (claim_id, stopped_on),
  check ((reply is null) = (replied_at is null))
);
comment on table reply_right is 'The agency of a claim that stopped was told what citizens will read, and until when it may reply before they do. A stop without a row is not shown on the page for citizens.';
comment on column reply_right.shown_from is 'The first day on which it is shown without a reply; with one it is shown at once.';
create index reply_right_of on reply_right (organisation_id, told_at desc, id desc);
