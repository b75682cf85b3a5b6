-- sealed: the fields as JSON under AES-256-GCM, bound to name and type, so that rows cannot be swapped.
create table connection (
  name text primary key,
  type text not null,
  owner text not null,
  sealed blob not null,
  created_at text not null,
  updated_at text not null,
  tested_at text,
  test_ok integer,
  test_detail text
);

-- Values before the last changes; webhooks take them until then. valid_until is bound to sealed, too.
create table connection_previous (
  id integer primary key,
  name text not null references connection (name) on delete cascade,
  sealed blob not null,
  valid_until text not null
);
