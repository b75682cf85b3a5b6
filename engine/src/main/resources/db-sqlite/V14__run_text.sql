-- Words of runs, by the run's place. It keeps no text and no positions: it only finds.
create virtual table run_text using fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '3 4 5 6 7',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Runs from before: their places, short values and words.
update run set place = (cast(strftime('%s', started_at) as integer) * 1000
  + cast(substr(started_at, 21, 3) as integer)) * 1048576 + (key & 1048575);

insert into run_value (place, path, text, number)
select run.place, value.name, substr(json_extract(value.json, '$'), 1, 120),
  case when json_type(value.json) in ('integer', 'real') then json_extract(value.json, '$') end
from value join run on run.key = value.scope_key
where value.name not like 'wireroom%' and json_valid(value.json)
  and json_type(value.json) in ('text', 'integer', 'real')
on conflict do nothing;

insert into run_text (rowid, words)
select place, key || ' ' || workflow || ' ' || coalesce(event_id, '') || ' '
  || coalesce((select group_concat(run_value.text, ' ') from run_value
    where run_value.place = run.place), '')
from run group by place;
