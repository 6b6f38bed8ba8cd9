-- Who caused an event stands in its metadata; beside them it is found without reading what all others did.
ALTER TABLE history_event ADD COLUMN actor VARCHAR(200);
UPDATE history_event
SET actor = coalesce(regexp_substr(utf8tostring(metadata), '"actor":"([^"]*)"', 1, 1, NULL, 1), 'system');
ALTER TABLE history_event ALTER COLUMN actor SET NOT NULL;
CREATE INDEX history_event_by_actor ON history_event (actor, position);
