-- Answers that something runs are checked on a sample that anybody can draw again.
create table pulse_sample (
  id uuid primary key,
  hub_id uuid references organisation (id),
  title text not null check (length(title) between 3 and 160),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  size integer not null check (size between 1 and 2000),
  is_stratified boolean not null,
  seed text not null check (length(seed) between 6 and 200),
  seed_source text not null check (length(seed_source) between 5 and 500),
  method text not null check (length(method) between 3 and 60),
  frame text not null,
  frame_hash text not null check (frame_hash ~ '^[0-9a-f]{64}$'),
  frame_size integer not null check (frame_size >= size),
  drawn_by uuid references person (id),
  drawn_at timestamptz not null,
  published_at timestamptz
);
comment on table pulse_sample is 'A sample of pulses that said it runs, drawn from a published seed, with the frame it was drawn from: anybody can draw it again.';
comment on column pulse_sample.hub_id is 'The host of the hub that draws and checks it; null for the secretariat, of the whole country.';
comment on column pulse_sample.frame is 'The frame as its text was hashed: code and province of every answer it could draw.';
create index pulse_sample_of on pulse_sample (drawn_at desc, id desc);

create table pulse_sample_unit (
  sample_id uuid not null references pulse_sample (id) on delete cascade,
  pulse_id uuid not null references pulse (id),
  position integer not null check (position > 0),
  mentor_id uuid references person (id),
  result text check (result in ('confirmed', 'not_found', 'unreachable')),
  checked_on date,
  note text check (length(note) <= 1000),
  checked_by uuid references person (id),
  checked_at timestamptz,
  primary key (sample_id, pulse_id),
  unique (sample_id, position),
  check (num_nonnulls(result, checked_on, checked_at) in (0, 3))
);
comment on table pulse_sample_unit is 'One answer that was drawn, who is to check it, and what was found.';
create index pulse_sample_unit_of_mentor on pulse_sample_unit (mentor_id) where result is null;
create index pulse_sample_unit_of_pulse on pulse_sample_unit (pulse_id);
