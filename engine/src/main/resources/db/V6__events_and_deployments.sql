-- Which run that was under way took an event.
create table correlation (
  event_id text primary key,
  run_key bigint not null
);
