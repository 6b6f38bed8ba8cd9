-- Sessions are listed newest first, and those of one user.
create index identity_session_newest on identity_session (created_at desc, session_id desc);
