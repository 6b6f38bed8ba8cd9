-- The decision journal. Its sequence is dense from 1: it is taken from the one row of journal_head in the writing transaction.
-- The table of the records is made for each database in a way of its own.

create table journal_head (
    id integer not null primary key,
    last_sequence bigint not null
);

insert into journal_head (id, last_sequence) values (1, 0);

-- Keys of persons, sealed with the installation key. One that was destroyed is null: what it sealed opens no more.
create table journal_subject_key (
    subject_id varchar(64) not null primary key,
    wrapped_key bytea
);
