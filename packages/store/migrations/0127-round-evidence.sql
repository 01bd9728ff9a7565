-- Evidence of a round as files: an answer may be one, beside or instead of a link.
alter table attachment
  add column locus_id uuid references round_locus (id) on delete cascade,
  add column question text check (question ~ '^[a-z][a-z0-9_]{0,39}$'),
  add constraint attachment_question_of_locus check ((locus_id is null) = (question is null)),
  drop constraint attachment_of_one,
  add constraint attachment_of_one check (num_nonnulls(document_id, commitment_id, report_id, locus_id) = 1);
comment on table attachment is 'A file of a document, a commitment, a quarterly report or an answer of a round, with who attached it and when. Who may read the record may read the file.';
comment on column attachment.question is 'The key of the question of a round that the file is evidence for.';
create index attachment_of_locus on attachment (locus_id, attached_at, id) where locus_id is not null;

alter table file_upload
  add column locus_id uuid references round_locus (id) on delete cascade,
  add column question text,
  add constraint file_upload_question_of_locus check ((locus_id is null) = (question is null)),
  drop constraint file_upload_for_one,
  add constraint file_upload_for_one check (num_nonnulls(edit_id, document_id, commitment_id, report_id, locus_id) = 1);
drop index file_upload_open_attachment;
create index file_upload_open_attachment on file_upload (coalesce(document_id, commitment_id, report_id, locus_id), person_id)
  where finished_at is null and edit_id is null;
