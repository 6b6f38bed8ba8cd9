-- One row: a text sealed with the installation key, by which a start with another key is noticed.
create table identity_installation (
    id integer not null primary key,
    key_check bytea not null
);
