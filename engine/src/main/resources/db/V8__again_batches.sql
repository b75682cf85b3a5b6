-- Runs that are run again together, to try a change.
create table again_batch (
  id text primary key,
  options text not null,
  created_at text not null,
  created_by text not null
);

-- reason: why it could not be run again.
create table again_item (
  batch_id text not null references again_batch (id) on delete cascade,
  number integer not null,
  run_key bigint not null,
  again_key bigint,
  reason text,
  primary key (batch_id, number)
);
