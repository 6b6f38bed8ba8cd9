-- Where the posts are built anew from the history while the others serve. Empty in between.
create table content_post_beside (
    id         varchar(200)                not null primary key,
    author_id  varchar(400)                not null,
    title      varchar(400)                not null,
    content    varchar(200000)             not null,
    published  boolean                     not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    version    bigint                      not null
);
