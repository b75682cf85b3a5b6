-- Timers of start events, as the broker set them. state: waiting, fired, withdrawn. A fire that came
-- late stays; the others go when the start's next timer is set.
create table timer (
  key bigint primary key,
  definition_key bigint not null,
  element_id text not null,
  due_at text not null,
  repetitions integer not null,
  state text not null,
  fired_at text,
  late integer not null
);
create index timer_by_element on timer (definition_key, element_id, key);
