-- Where the directory is built anew from the history while the other serves. Empty in between.
create table identity_user_beside (
    user_id varchar(200) not null primary key,
    username varchar(50) not null,
    username_key varchar(50) not null,
    email varchar(254) not null,
    full_name varchar(100),
    search_text varchar(2000) not null,
    active boolean not null,
    created_at timestamp(6) with time zone not null,
    attributes varchar(20000) not null
);
