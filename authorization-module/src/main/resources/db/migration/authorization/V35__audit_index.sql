-- The index of the journal, made behind it in blocks of 1024 records; what it does not reach yet is searched directly.

create table journal_index (
    id integer not null primary key,
    blocks bigint not null
);

insert into journal_index (id, blocks) values (1, 0);

create table journal_block (
    block bigint not null primary key,
    first_made_at bigint not null,
    last_made_at bigint not null,
    tally bytea not null,
    columns bytea not null,
    subjects bytea not null
);

create table journal_posting (
    level smallint not null,
    bucket smallint not null,
    span bigint not null,
    postings bytea not null,
    primary key (level, bucket, span)
);

-- What retention has taken away, always from the beginning.
create table journal_retired (
    first_sequence bigint not null primary key,
    last_sequence bigint not null,
    last_made_at bigint not null,
    at bigint not null
);
