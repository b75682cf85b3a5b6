-- Words of runs, by the run's place.
create table run_text (
  place bigint primary key,
  words tsvector not null
);
create index run_text_by_words on run_text using gin (words);
