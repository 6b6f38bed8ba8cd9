-- The history of one type of event: a rare one is found without reading all the others.
CREATE INDEX history_event_by_name ON history_event (name, position);
