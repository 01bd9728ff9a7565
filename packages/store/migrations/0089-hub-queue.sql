-- What waits for a hub, and who was stuck at the same stage and moved on.
create index quarterly_report_waiting on quarterly_report (moved_at, id) where state = 'submitted';
create index replication_stay_place on replication_stay (place_kind, state, days) include (replication_id, entered_on, left_on)
  where days is not null;
