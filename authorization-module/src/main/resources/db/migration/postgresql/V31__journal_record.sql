-- One record of the journal a row, its payload the canonical bytes; made_at in microseconds since the epoch. A partition
-- holds a month and is made ahead by the service; what no month was made for yet lands in the last one.

create table journal_record (
    sequence bigint not null,
    id uuid not null,
    made_at bigint not null,
    payload bytea not null,
    primary key (sequence, made_at),
    unique (id, made_at)
) partition by range (made_at);

create table journal_record_rest partition of journal_record default;
