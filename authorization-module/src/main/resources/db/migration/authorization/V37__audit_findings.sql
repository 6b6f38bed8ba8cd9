-- The blocks of a time are found without a look at all of them.
create index journal_block_times on journal_block (last_made_at, first_made_at, block);

-- Where the journal says that decisions were lost, written down with the block that the record stands in.
create table journal_gap (
    sequence bigint not null primary key
);
