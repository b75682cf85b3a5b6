-- place: the run's place in lists, newest first; one number of its start and its key (see Place).
alter table run add column place bigint not null default 0;
alter table run add column business_key text;
alter table run add column parent_run_key bigint;
alter table run add column parent_step_key bigint;
drop index run_by_start;
drop index run_by_workflow;
drop index run_by_status;
create index run_by_place on run (place);
create index run_by_workflow on run (workflow, place);
create index run_by_status on run (status, place);
create index run_by_workflow_status on run (workflow, status, place);
create index run_by_business_key on run (business_key, place) where business_key is not null;
create index run_by_parent on run (parent_run_key) where parent_run_key is not null;
create index run_by_definition on run (definition_key) where ended_at is null;
create index step_by_key on step (run_key, key);
create index step_waiting on step (type, started_at) where status = 'waiting';
create index incident_open on incident (created_at) where resolved_at is null;

-- Tries of a step's job that are more than "once, and it went well": that one is the step's own row.
create table attempt (
  step_key bigint not null,
  number integer not null,
  started_at text not null,
  ended_at text,
  outcome text not null,
  error text,
  retries_left integer,
  next_at text,
  primary key (step_key, number)
);

-- What open steps wait for: timers and messages, by the broker's key of the timer or subscription.
create table wait (
  key bigint primary key,
  run_key bigint not null,
  step_key bigint not null,
  element_id text not null,
  kind text not null,
  due_at text,
  message text,
  correlation_key text
);
create index wait_by_run on wait (run_key);

-- The short values of runs themselves, to filter by; path is the variable, or variable.field.
create table run_value (
  place bigint not null,
  path text not null,
  text text not null,
  number double precision,
  primary key (place, path)
);
create index run_value_by_text on run_value (path, text, place);

-- What happened in a span of time, per workflow, and of all (*): span is minute, hour, six_hours or
-- day; minutes go after two days.
create table tally (
  span text not null,
  at text not null,
  workflow text not null,
  started integer not null,
  completed integer not null,
  failed integer not null,
  cancelled integer not null,
  primary key (span, workflow, at)
);

-- How long completed runs took, in bands that each are a tenth longer than the one before.
create table tally_duration (
  span text not null,
  at text not null,
  workflow text not null,
  band integer not null,
  runs integer not null,
  primary key (span, workflow, at, band)
);

create table saved_filter (
  person text not null,
  name text not null,
  query text not null,
  primary key (person, name)
);
