-- Why something stopped, as data: an administrator edits words, adds and retires. Codes stay for ever.
create table reason (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  label_id text not null check (length(label_id) between 2 and 80),
  label_en text not null check (length(label_en) between 2 and 80),
  position integer not null check (position > 0),
  retired_at timestamptz
);
comment on table reason is 'The closed list of reasons why an innovation or a replication stopped. Never deleted: what was chosen once is still read.';
comment on column reason.retired_at is 'From then on it can not be chosen any more.';
insert into reason (code, label_id, label_en, position) values
  ('leader_changed', 'pimpinan berganti', 'the leader changed', 10),
  ('innovator_moved', 'inovator mutasi', 'the innovator was moved', 20),
  ('budget', 'anggaran', 'budget', 30),
  ('regulation', 'regulasi', 'regulation', 40),
  ('staff', 'tenaga', 'staff', 50),
  ('infrastructure', 'sarana dan jaringan', 'infrastructure', 60),
  ('vendor', 'penyedia', 'supplier', 70),
  ('need_ended', 'kebutuhannya sudah tidak ada', 'the need ended', 80),
  ('merged', 'digabung', 'merged into another', 90),
  ('other', 'lainnya', 'other', 100);
alter table claim drop constraint claim_stop_reason_check;
alter table claim add check (stop_reason ~ '^[a-z][a-z0-9_]{1,39}$');
