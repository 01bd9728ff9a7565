-- Mentoring goes along when an agency is merged: whom a team accompanies, and the teams of a hub.
alter table organisation_move drop constraint organisation_move_kind_check;
alter table organisation_move add check (kind in ('innovation', 'claim', 'claim_unit', 'part', 'person', 'grant', 'invitation', 'draft', 'correction', 'request', 'replication', 'replication_institution', 'engagement', 'mentor_team'));
