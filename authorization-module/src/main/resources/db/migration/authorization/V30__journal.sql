-- The decision journal. Its sequence is dense from 1: it is taken from the one row of journal_head in the writing transaction.

create table journal_head (
    id integer not null primary key,
    last_sequence bigint not null
);

insert into journal_head (id, last_sequence) values (1, 0);

create table journal_decision (
    global_index bigint not null primary key,
    event_identifier varchar(64) not null,
    aggregate_identifier varchar(80) not null,
    sequence_number bigint not null,
    type varchar(32) not null,
    time_stamp varchar(40) not null,
    payload_type varchar(64) not null,
    payload_revision varchar(16),
    payload bytea not null,
    meta_data bytea not null,
    made_at bigint not null,
    subject_id varchar(200) not null,
    requester_id varchar(200) not null,
    action varchar(200) not null,
    resource_type varchar(200) not null,
    resource_id varchar(200) not null,
    facets integer not null
);

create unique index journal_decision_event on journal_decision (event_identifier);
create index journal_decision_made_at on journal_decision (made_at);
create index journal_decision_subject on journal_decision (subject_id, global_index);
create index journal_decision_requester on journal_decision (requester_id, global_index);
create index journal_decision_action on journal_decision (action, global_index);
create index journal_decision_resource_type on journal_decision (resource_type, global_index);
create index journal_decision_resource on journal_decision (resource_id, global_index);
create index journal_decision_facets on journal_decision (facets, global_index);
