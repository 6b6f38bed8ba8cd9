-- The journal's Merkle tree: its size (one row, locked while it grows), its hashes in tiles, and what was signed of it.

create table journal_tree (
    id integer not null primary key,
    size bigint not null
);

insert into journal_tree (id, size) values (1, 0);

-- Up to 256 hashes of a level side by side: leaf hashes on level 0, roots of 256 hashes of the level below on the others.
create table journal_tile (
    level smallint not null,
    tile bigint not null,
    hashes bytea not null,
    primary key (level, tile)
);

create table journal_tree_head (
    size bigint not null primary key,
    root_hash varchar(44) not null,
    signed_at varchar(32) not null,
    signature varchar(88) not null,
    key_id varchar(32) not null
);

-- Ed25519; private halves are sealed with the installation key. Times are microseconds since the epoch.
create table journal_signing_key (
    key_id varchar(32) not null primary key,
    public_key bytea not null,
    private_key bytea not null,
    signs_from bigint not null,
    signs_until bigint
);
