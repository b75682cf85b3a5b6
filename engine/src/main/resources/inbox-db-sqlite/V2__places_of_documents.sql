-- The order in which an event's documents came.
alter table event_document add column place integer not null default 0;
update event_document set place = rowid;
