-- What walks through the whole journal found. Times are microseconds since the epoch.
create table journal_verification (
    id varchar(36) not null primary key,
    began_at bigint not null,
    began_by varchar(200) not null,
    ended_at bigint not null,
    records bigint not null,
    intact boolean,
    first_sequence bigint,
    first_id varchar(64),
    fault varchar(1000)
);
create index journal_verification_newest on journal_verification (ended_at desc);
