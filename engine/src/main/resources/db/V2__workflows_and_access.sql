create table workflow (
  id text primary key,
  name text not null,
  created_at text not null,
  updated_at text not null
);

-- A draft is private to one person; based_on is null until the workflow was published once.
create table draft (
  workflow_id text not null references workflow (id),
  person text not null,
  xml text not null,
  based_on integer,
  revision integer not null,
  updated_at text not null,
  primary key (workflow_id, person)
);

-- definition_key is the broker's; xml is what the author published, before compilation.
create table version (
  workflow_id text not null references workflow (id),
  version integer not null,
  definition_key bigint not null unique,
  xml text not null,
  published_at text not null,
  published_by text not null,
  primary key (workflow_id, version)
);

create table token (
  id text primary key,
  name text not null unique,
  role text not null,
  hash text not null unique,
  created_at text not null,
  created_by text not null
);

create table session (
  hash text primary key,
  name text not null,
  role text not null,
  created_at text not null,
  expires_at text not null
);

create table audit (
  id integer primary key,
  at text not null,
  who text not null,
  what text not null,
  subject text not null,
  detail text not null
);
