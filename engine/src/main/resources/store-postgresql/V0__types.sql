-- SQLite's word for bytes, so that one file of SQL serves both.
create domain blob as bytea;
