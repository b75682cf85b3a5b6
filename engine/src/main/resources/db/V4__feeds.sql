-- How far each feed trigger has read. The validators are those of the last answer that was taken in
-- whole; begun tells that the entries of the first answer are known.
create table feed (
  workflow text not null,
  element_id text not null,
  url text not null,
  interval_seconds integer not null,
  old_entries_too integer not null,
  begun integer not null,
  etag text,
  last_modified text,
  next_poll_at text not null,
  last_poll_at text,
  last_error text,
  failures integer not null,
  primary key (workflow, element_id)
);
create index feed_by_next_poll on feed (next_poll_at);

-- Entries that were there at the first poll or became events, by the hash of their id.
create table feed_entry (
  workflow text not null,
  element_id text not null,
  entry text not null,
  seen_at text not null,
  primary key (workflow, element_id, entry)
);
