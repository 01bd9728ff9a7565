-- lpad cuts what is longer: the ten-thousandth replication would have got the code of the thousandth.
alter table replication alter column code
  set default 'REP-' || to_char(nextval('replication_number'), 'FM999999999990000');
