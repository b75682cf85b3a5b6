-- What people want to be told of, and where to. since: incidents from before are not told.
create table alert_rule (
  id text primary key,
  place integer not null,
  name text not null,
  kind text not null,
  workflow text,
  after_seconds integer not null,
  url text,
  connection text,
  handler text,
  enabled integer not null,
  since text not null
);

-- Under which address people reach this Wireroom; at most one row.
create table alert_address (
  id integer primary key,
  address text not null
);

-- One for each cause while it lasts: open_cause is there until it is resolved. state: waiting (to be
-- sent), sent, failed, dropped. facts is JSON.
create table alert (
  id text primary key,
  rule_id text not null,
  rule_name text not null,
  kind text not null,
  open_cause text unique,
  facts text not null,
  count bigint not null,
  first_at text not null,
  last_at text not null,
  resolved_at text,
  state text not null,
  attempts integer not null,
  next_at text not null,
  sent_at text,
  error text
);
create index alert_by_time on alert (first_at, id);
create index alert_to_send on alert (state, next_at);

-- Which incidents an alert counts.
create table alert_incident (
  rule_id text not null,
  incident_key bigint not null,
  alert_id text not null,
  primary key (rule_id, incident_key)
);
create index alert_incident_by_alert on alert_incident (alert_id);
