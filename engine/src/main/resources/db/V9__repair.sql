create index incident_by_time on incident (created_at, key);
create index incident_by_resolved on incident (resolved_at, created_at, key);

-- Steps for people. key is the broker's: of its task or, when kind is job, of its job.
create table person_task (
  step_key bigint primary key,
  run_key bigint not null,
  key bigint not null,
  kind text not null
);

-- Who completed them here, kept when the broker took it.
create table person_task_done (
  step_key bigint primary key,
  completed_by text not null,
  completed_at text not null
);
