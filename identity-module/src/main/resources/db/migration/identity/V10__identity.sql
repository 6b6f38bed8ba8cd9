-- Who holds a username or an e-mail address. Written in the command's own transaction, so a race has one winner.
create table identity_claim (
    kind varchar(16) not null,
    claim_key varchar(320) not null,
    user_id varchar(200) not null,
    -- the key first: H2 looks a list of keys up by the leading column only
    primary key (claim_key, kind)
);
create index identity_claim_user on identity_claim (user_id);

-- The key of a user's sealed profiles, wrapped with the installation key. Without a key: erased.
create table identity_profile_key (
    user_id varchar(200) not null primary key,
    wrapped_key bytea
);

create table identity_credential (
    user_id varchar(200) not null primary key,
    hash varchar(200) not null
);

create table identity_user (
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
create unique index identity_user_order on identity_user (username_key, user_id);

create table identity_session (
    session_id varchar(64) not null primary key,
    user_id varchar(200) not null,
    scopes varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index identity_session_user on identity_session (user_id);
create index identity_session_expiry on identity_session (expires_at);

create table identity_refresh_token (
    token_hash varchar(64) not null primary key,
    session_id varchar(64) not null references identity_session (session_id) on delete cascade,
    used_at timestamp(6) with time zone,
    expires_at timestamp(6) with time zone not null
);
create index identity_refresh_token_session on identity_refresh_token (session_id);

create table identity_signing_key (
    key_id varchar(64) not null primary key,
    public_key varchar(2000) not null,
    private_key bytea not null,
    signs_from timestamp(6) with time zone not null,
    published_until timestamp(6) with time zone
);

-- One row, locked while a signing key is made.
create table identity_signing_lock (
    id integer not null primary key
);
insert into identity_signing_lock (id) values (1);

create table identity_sign_in_failure (
    kind varchar(16) not null,
    key_hash varchar(64) not null,
    failures integer not null,
    since timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    not_before timestamp(6) with time zone not null,
    primary key (kind, key_hash)
);
create index identity_sign_in_failure_age on identity_sign_in_failure (last_at);
