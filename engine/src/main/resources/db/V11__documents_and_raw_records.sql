-- Which documents the values of a run refer to, those that are not shown included.
create table document_use (
  run_key bigint not null,
  document_id text not null,
  primary key (run_key, document_id)
);
create index document_use_by_document on document_use (document_id);

-- Records that this version does not know, as they came; the oldest go when there are too many.
create table raw_record (
  partition_id integer not null,
  position bigint not null,
  at text not null,
  type text not null,
  intent text not null,
  json text not null,
  primary key (partition_id, position)
);

insert into counter (name, value) values ('unknownRecords', 0);
insert into counter (name, value) values ('lastRecordMillis', 0);
create index run_by_end on run (ended_at);
