-- Runs that are run again. The plan is stored before the run begins; its run is known a moment later.
-- variables are what the run began with, so that it can be run again itself.
create table again (
  id text primary key,
  definition_key bigint not null unique,
  again_of bigint not null,
  from_step bigint,
  from_position text,
  run_key bigint,
  variables text not null,
  changes text not null,
  created_at text not null,
  created_by text not null
);
create index again_by_run on again (run_key);
create index again_by_origin on again (again_of);

-- What the steps before the chosen one are answered from, by their place in the run.
create table again_answer (
  again_id text not null references again (id) on delete cascade,
  position text not null,
  step_key bigint not null,
  primary key (again_id, position)
);
