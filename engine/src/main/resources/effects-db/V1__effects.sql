-- Each call of a step that goes outside, under its key. kind: reads, repeatable, once. outcome is what
-- the connector gave back, without credentials. completes: that completes the step.
-- told: the broker knows what came of it, so that a further job is a new try and not a repetition.
create table effect (
  effect_key text primary key,
  run_key bigint not null,
  step_key bigint not null,
  workflow text not null,
  element_id text not null,
  connector text not null,
  kind text not null,
  method text,
  target text,
  state text not null,
  attempts integer not null,
  intended_at text not null,
  sent_at text,
  settled_at text,
  settled_by text,
  summary text,
  outcome text,
  completes integer not null,
  told integer not null
);
create index effect_by_run on effect (run_key, intended_at);
create index effect_by_step on effect (step_key);

-- Documents that a response refers to; they stay while it is kept.
create table effect_document (
  document_id text not null,
  effect_key text not null,
  primary key (document_id, effect_key)
);
create index effect_document_by_effect on effect_document (effect_key);
