-- Which run that was under way took an event.
create table correlation (
  event_id text primary key,
  run_key bigint not null
);

-- Every definition that we gave to the broker: versions, paused ones (without timers), and copies
-- of drafts and older versions, which go after their last run. xml is as drawn; version 0 is a draft.
create table deployment (
  definition_key bigint primary key,
  workflow_id text not null,
  version integer not null,
  kind text not null,
  xml text not null,
  deployed_at text not null,
  removed_at text
);

create table pause (
  workflow_id text primary key,
  since text not null,
  paused_by text not null
);
