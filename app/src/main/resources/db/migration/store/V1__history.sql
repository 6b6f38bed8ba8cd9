-- The one line of history. Positions come from history_head, whose row is locked until the commit: they are dense, and
-- commit order is position order. recorded_at never decreases with the position.
CREATE TABLE history_head (
    id       INTEGER                     NOT NULL PRIMARY KEY,
    position BIGINT                      NOT NULL,
    last_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT history_head_one_row CHECK (id = 1)
);

INSERT INTO history_head (id, position, last_at) VALUES (1, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00');

CREATE TABLE history_event (
    position    BIGINT                      NOT NULL PRIMARY KEY,
    event_id    VARCHAR(64)                 NOT NULL,
    stream      VARCHAR(600)                NOT NULL,
    stream_seq  BIGINT                      NOT NULL,
    stream_type VARCHAR(100),
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    name        VARCHAR(100)                NOT NULL,
    revision    VARCHAR(20),
    payload     BYTEA                       NOT NULL,
    metadata    BYTEA                       NOT NULL,
    CONSTRAINT history_event_stream UNIQUE (stream, stream_seq)
);

-- The claims of event processors that run once per cluster.
CREATE TABLE history_token (
    processor  VARCHAR(255) NOT NULL,
    segment    INTEGER      NOT NULL,
    token      BYTEA,
    token_type VARCHAR(255),
    claimed_at VARCHAR(255),
    owner      VARCHAR(255),
    PRIMARY KEY (processor, segment)
);
