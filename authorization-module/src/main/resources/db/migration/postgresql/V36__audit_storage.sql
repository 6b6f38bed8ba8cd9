-- What the index keeps is dense already: trying to compress it costs time and gains nothing. Rows of postings are read one
-- at a time and by many: up to half a page they stay in the table.

alter table journal_posting alter column postings set storage external;
alter table journal_posting set (toast_tuple_target = 4080);
alter table journal_block alter column columns set storage external;
alter table journal_block alter column subjects set storage external;
