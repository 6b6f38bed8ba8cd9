-- One record of the journal a row, its payload the canonical bytes; made_at in microseconds since the epoch.

create table journal_record (
    sequence bigint not null primary key,
    id uuid not null,
    made_at bigint not null,
    payload bytea not null
);

create unique index journal_record_id on journal_record (id);
