-- Up to where each partition's records are stored; one growing number for all changes.
create table position (
  partition_id integer primary key,
  position bigint not null
);

create table counter (
  name text primary key,
  value bigint not null
);
insert into counter (name, value) values ('change', 0);

-- Deployed versions as the broker knows them, and the names of their elements.
create table definition (
  key bigint primary key,
  workflow text not null,
  version integer not null,
  xml text not null
);

create table element (
  definition_key bigint not null,
  element_id text not null,
  name text not null,
  primary key (definition_key, element_id)
);

-- active and waiting count steps that are not containers.
create table run (
  key bigint primary key,
  workflow text not null,
  version integer not null,
  definition_key bigint not null,
  status text not null,
  started_at text not null,
  ended_at text,
  trigger_kind text not null,
  event_id text,
  incidents integer not null,
  active integer not null,
  waiting integer not null,
  change bigint not null
);
create index run_by_start on run (started_at, key);
create index run_by_workflow on run (workflow, started_at, key);
create index run_by_status on run (status, started_at, key);
create index run_by_event on run (event_id);
create index run_by_change on run (change);

create table step (
  key bigint primary key,
  run_key bigint not null,
  parent_key bigint,
  definition_key bigint not null,
  element_id text not null,
  type text not null,
  job_type text,
  status text not null,
  started_at text not null,
  ended_at text,
  attempts integer not null,
  retries integer not null,
  output text,
  error_message text,
  error_code text,
  incident_key bigint,
  change bigint not null
);
create index step_by_run on step (run_key, change);

-- One variable of a run (scope = run) or of a step (scope = step), as JSON.
create table value (
  scope_key bigint not null,
  name text not null,
  run_key bigint not null,
  json text not null,
  primary key (scope_key, name)
);
create index value_by_run on value (run_key);

create table incident (
  key bigint primary key,
  run_key bigint not null,
  step_key bigint not null,
  job_key bigint not null,
  type text not null,
  message text not null,
  created_at text not null,
  resolved_at text
);
create index incident_by_run on incident (run_key);
