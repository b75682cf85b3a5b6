-- Large values of events: the bytes are files (a document without bytes is one, too).
create table event_value (
  event_id text not null,
  document_id text not null,
  primary key (event_id, document_id)
);
create index event_value_by_document on event_value (document_id);
