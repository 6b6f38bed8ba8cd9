-- Which node builds which read model again, and until when that is believed.
CREATE TABLE replay_claim (
    view_name VARCHAR(100)                NOT NULL PRIMARY KEY,
    node      VARCHAR(40)                 NOT NULL,
    until     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
