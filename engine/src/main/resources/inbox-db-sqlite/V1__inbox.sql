-- Everything that arrived, in the order in which it became durable.
create table event (
  seq integer primary key autoincrement,
  id text not null unique,
  received_at text not null,
  updated_at text not null,
  kind text not null,
  workflow text not null,
  element_id text not null,
  -- what it does to the broker, as JSON
  target text not null,
  method text,
  path text,
  auth text,
  -- what people see; emptied by retention together with the variables
  request text not null,
  variables text not null,
  size bigint not null,
  status text not null,
  reason text,
  run_key bigint,
  replay_of text,
  duplicate_of text,
  attempts integer not null,
  draft integer not null
);
create index event_by_status on event (status, workflow, seq);
create index event_by_workflow on event (workflow, seq);
create index event_by_time on event (received_at);

-- Raw bodies and files, by their content.
create table document (
  id text primary key,
  size bigint not null,
  bytes blob not null
);

create table event_document (
  event_id text not null,
  document_id text not null,
  name text not null,
  content_type text not null,
  primary key (event_id, document_id, name)
);
create index event_document_by_document on event_document (document_id);

-- Outlives the events: a repetition is known as one after the body is gone.
create table dedupe (
  scope text not null,
  key text not null,
  event_id text not null,
  fingerprint text not null,
  at text not null,
  primary key (scope, key)
);
create index dedupe_by_time on dedupe (at);
