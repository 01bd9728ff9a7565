-- Replications go along when an agency is merged or split.
alter table organisation_move drop constraint organisation_move_kind_check;
alter table organisation_move add check (kind in ('innovation', 'claim', 'claim_unit', 'part', 'person', 'grant', 'invitation', 'draft', 'correction', 'request', 'replication', 'replication_institution'));
