-- The posts that stand: a read model, rebuildable from the history.
-- Widths are twice the limits in characters, since H2 counts a pair of surrogates as two.
create table content_post (
    id         varchar(200)                not null primary key,
    author_id  varchar(400)                not null,
    title      varchar(400)                not null,
    content    varchar(200000)             not null,
    published  boolean                     not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    version    bigint                      not null
);

create index content_post_newest on content_post (created_at desc, id desc);
create index content_post_of_author on content_post (author_id, created_at desc, id desc);
