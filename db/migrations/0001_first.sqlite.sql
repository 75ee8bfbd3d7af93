-- People who may sign in. login is folded; functions is a list like "enter,check".
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  org_id INTEGER NOT NULL,
  reach TEXT NOT NULL CHECK (reach IN ('own', 'own_and_below', 'union', 'all')),
  functions TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  sight TEXT NOT NULL DEFAULT 'internal' CHECK (sight IN ('published', 'figures', 'internal', 'personal')),
  role TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  totp_secret TEXT NOT NULL DEFAULT '',
  totp_last INTEGER NOT NULL DEFAULT 0,
  outside_name TEXT NOT NULL DEFAULT '',
  mail_choice TEXT NOT NULL DEFAULT 'all' CHECK (mail_choice IN ('all', 'digest', 'none'))
) STRICT;
-- outside_name: who this is for the OIDC provider ("issuer subject"); totp_secret is sealed with a key outside of the database;
-- totp_last is the newest step that was used, so that a code works once; mail_choice: which notices come by mail.
CREATE UNIQUE INDEX ix_person_outside ON person (outside_name) WHERE outside_name <> '';

-- Codes for the day the telephone is lost. Only SHA-256 is kept; each works once.
CREATE TABLE recovery_code (
  code_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_recovery_code_person ON recovery_code (person_id);

-- Passkeys (WebAuthn): public halves of key pairs whose secret half never leaves the person's device. Base64.
CREATE TABLE passkey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id),
  credential TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ix_passkey_person ON passkey (person_id);

-- Answers to challenges that were taken, by hash, until they would be too old anyway: each works once.
CREATE TABLE used_once (
  name_hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Invitations, links to a new pass-phrase and to a new mail address (the address is beside it), by hash; each works once.
CREATE TABLE person_link (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK (kind IN ('invite', 'reset', 'address')),
  expires_at INTEGER NOT NULL,
  address TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Tokens of other programs, by hash. scopes is a list like "read,write".
CREATE TABLE api_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person(id),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ix_api_token_person ON api_token (person_id);

-- Secret addresses of calendars, by hash: one a person, replaced when it is renewed.
CREATE TABLE calendar_feed (
  person_id INTEGER PRIMARY KEY REFERENCES person(id),
  token_hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- Secret addresses of drafts for remarks, by hash: whom each was sent to, until when it holds, when it was taken back (0: never).
CREATE TABLE report_share (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  asked TEXT NOT NULL,
  made_by INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ix_report_share_report ON report_share (report_id);

-- Failed tries to sign in, by the name of what is counted; deleted by a later one when their quarter of an hour is over.
CREATE TABLE failed_try (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_failed_try ON failed_try (name, at);

-- Who signed in, was refused, read personal fields or changed people. Nothing but the clock of retention deletes from it.
CREATE TABLE access_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  person_name TEXT NOT NULL,
  org_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  register_name TEXT NOT NULL DEFAULT '',
  record INTEGER NOT NULL DEFAULT 0,
  n INTEGER NOT NULL DEFAULT 1,
  detail TEXT NOT NULL DEFAULT '',
  remote TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ix_access_log_at ON access_log (at);
CREATE INDEX ix_access_log_record ON access_log (register_name, record);

-- Signed-in visits. Only the SHA-256 of the cookie is kept; times are milliseconds since 1970 UTC.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  proved_at INTEGER NOT NULL DEFAULT 0,
  second_step INTEGER NOT NULL DEFAULT 0,
  seen_as TEXT NOT NULL DEFAULT '',
  agent TEXT NOT NULL DEFAULT '',
  remote TEXT NOT NULL DEFAULT '',
  way TEXT NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'oidc', 'passkey'))
) STRICT, WITHOUT ROWID;
-- way: how the person signed in; proved_at: when the pass-phrase was last given; second_step: 1 while a code is still asked for; seen_as: whom an
-- administrator sees the site as.
CREATE INDEX ix_session_person ON session (person_id);

-- The ledger: every change, append-only; hash chains each entry to the one before.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  actor_name TEXT NOT NULL,
  register_name TEXT NOT NULL,
  record INTEGER NOT NULL,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  batch TEXT NOT NULL DEFAULT '',
  before_json TEXT NOT NULL DEFAULT '',
  after_json TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL,
  salt TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT ''
) STRICT;
-- salt keeps digests of contents from being guessed; it goes when personal data are erased, and digest takes their place.
CREATE INDEX ix_change_record ON change (register_name, record, seq);
CREATE INDEX ix_change_batch ON change (batch) WHERE batch <> '';

-- One row: number and hash of the newest entry. Its lock puts writers in order.
CREATE TABLE chain_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO chain_head (id, seq, hash) VALUES (1, 0, '');

-- Who is below whom, at any depth; an organisation is its own descendant with depth 0.
CREATE TABLE org_tree (
  ancestor INTEGER NOT NULL,
  descendant INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  PRIMARY KEY (ancestor, descendant)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_org_tree_descendant ON org_tree (descendant, ancestor);

-- The city or province (as a whole) that an organisation belongs to.
CREATE TABLE org_home (
  org_id INTEGER PRIMARY KEY,
  locality_id INTEGER NOT NULL
) STRICT;

-- Files of evidence, by the hash of their content: the same file is kept once. Base64, because both engines store text alike.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content TEXT NOT NULL,
  scan TEXT NOT NULL DEFAULT 'none' CHECK (scan IN ('none', 'waiting', 'clean', 'infected')),
  scan_note TEXT NOT NULL DEFAULT '',
  scanned_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
-- scan: what the virus scanner said; 'none' where no scanner was set when the file came.
CREATE INDEX ix_blob_waiting ON blob (scanned_at) WHERE scan IN ('none', 'waiting');

-- Files that the program drew when a record was sealed or issued, by name; their bytes are in blob. Written once. entry is the entry
-- of the ledger that holds the hash of the list: "name sha256" of the files kept together, a line each, in order of their names.
CREATE TABLE kept_file (
  register_name TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (register_name, record_id, name)
) STRICT, WITHOUT ROWID;

-- Numbers of a series of papers that were never given here: the office kept them on paper before it began with the program.
CREATE TABLE number_gap (
  series TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  PRIMARY KEY (series, first_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Records under way for which somebody is waited, and until when (yyyy-mm-dd). Written by each save of such a record.
CREATE TABLE flow_clock (
  register_name TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  org_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  since INTEGER NOT NULL,
  due TEXT,
  reminded INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (register_name, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_flow_clock_due ON flow_clock (due) WHERE due IS NOT NULL;

-- What people are told: an approval asked for, a return, a mention. read_at and mailed_at are NULL until then.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  register_name TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  vi TEXT NOT NULL,
  en TEXT NOT NULL,
  read_at INTEGER,
  mailed_at INTEGER
) STRICT;
CREATE INDEX ix_notice_person ON notice (person_id, id);
CREATE INDEX ix_notice_unread ON notice (person_id) WHERE read_at IS NULL;

-- Letters waiting to be sent. to_person or to_address names who gets it; sent_at is NULL until it went out, given_up_at until it
-- never will. Letters with a link in them have no text here: the link is made when they go out, so that no copy of the
-- database holds one.
CREATE TABLE mail_outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  to_person INTEGER NOT NULL DEFAULT 0,
  to_address TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  given_up_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ix_mail_outbox_waiting ON mail_outbox (not_before) WHERE sent_at IS NULL AND given_up_at IS NULL;

-- Heads of the ledger's chain, signed from time to time with a key that is not in the database (Ed25519, base64).
CREATE TABLE signed_head (
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

-- What looked after the data did: restore drills, verifications. report is JSON.
CREATE TABLE safety_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  ok INTEGER NOT NULL,
  report TEXT NOT NULL
) STRICT;

-- Requests to erase a person. name is empty once they are decided; who asked is never who decides.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  org_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  asked_by INTEGER NOT NULL,
  asked_name TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  decided_by INTEGER NOT NULL DEFAULT 0,
  decided_name TEXT NOT NULL DEFAULT '',
  decided_at INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused')),
  fields INTEGER NOT NULL DEFAULT 0,
  entries INTEGER NOT NULL DEFAULT 0,
  letters INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How often a register changed: the key under which its figures are cached.
CREATE TABLE generation (
  register_name TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE code_sequence (
  name TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

-- Imports that people are at, their files, how they mapped columns the last time; views of lists that people kept.
CREATE TABLE import_job (
  id TEXT PRIMARY KEY,
  register_name TEXT NOT NULL,
  person INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL,
  batch TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  choices TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX ix_import_job_person ON import_job (person, register_name, created_at);
CREATE TABLE import_file (
  job TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  register_name TEXT NOT NULL,
  person INTEGER NOT NULL,
  org_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  audience TEXT NOT NULL
) STRICT;
CREATE INDEX ix_saved_view_register ON saved_view (register_name, org_id, person);
CREATE TABLE usual_view (
  person INTEGER NOT NULL,
  register_name TEXT NOT NULL,
  view INTEGER NOT NULL,
  PRIMARY KEY (person, register_name)
) STRICT;
CREATE TABLE import_mapping (
  register_name TEXT NOT NULL,
  header TEXT NOT NULL,
  mapping TEXT NOT NULL,
  PRIMARY KEY (register_name, header)
) STRICT;

CREATE TABLE delegation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  direction TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  countries TEXT NOT NULL,
  visited_city TEXT,
  partner INTEGER,
  lead_org_text TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  members INTEGER,
  members_q TEXT,
  head TEXT,
  level TEXT,
  purpose TEXT,
  occasion INTEGER,
  host_role TEXT,
  joint TEXT,
  place TEXT,
  programme TEXT,
  result TEXT,
  status TEXT NOT NULL,
  decision_no TEXT,
  decision_date TEXT,
  report_due TEXT,
  report_sent TEXT,
  cost_source TEXT,
  cost INTEGER,
  cost_cur TEXT,
  cost_q TEXT,
  aid INTEGER,
  agreement INTEGER,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_delegation_org_id_from_date ON delegation (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_direction_from_date ON delegation (direction, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_from_date ON delegation (from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_title_key ON delegation (title_key) WHERE deleted = 0;
CREATE INDEX ix_delegation_partner_from_date ON delegation (partner, from_date) WHERE deleted = 0 AND partner IS NOT NULL;
CREATE INDEX ix_delegation_members ON delegation (members) WHERE deleted = 0;
CREATE INDEX ix_delegation_level_from_date ON delegation (level, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_purpose_from_date ON delegation (purpose, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_occasion_from_date ON delegation (occasion, from_date) WHERE deleted = 0 AND occasion IS NOT NULL;
CREATE INDEX ix_delegation_host_role_from_date ON delegation (host_role, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_status_from_date ON delegation (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_report_due_from_date ON delegation (report_due, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_report_sent_from_date ON delegation (report_sent, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_cost_source_from_date ON delegation (cost_source, from_date) WHERE deleted = 0;
CREATE INDEX ix_delegation_aid_from_date ON delegation (aid, from_date) WHERE deleted = 0 AND aid IS NOT NULL;
CREATE INDEX ix_delegation_agreement_from_date ON delegation (agreement, from_date) WHERE deleted = 0 AND agreement IS NOT NULL;
CREATE INDEX ix_delegation_same_as_from_date ON delegation (same_as, from_date) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_delegation_hidden ON delegation (id) WHERE deleted = 1;
CREATE INDEX ix_delegation_made_up ON delegation (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE delegation_fts USING fts5(search_text, content='delegation', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER delegation_fts_insert AFTER INSERT ON delegation BEGIN
  INSERT INTO delegation_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER delegation_fts_delete AFTER DELETE ON delegation BEGIN
  INSERT INTO delegation_fts (delegation_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER delegation_fts_update AFTER UPDATE OF search_text ON delegation WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO delegation_fts (delegation_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO delegation_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE programme_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  delegation INTEGER NOT NULL,
  day TEXT NOT NULL,
  from_time TEXT,
  to_time TEXT,
  kind TEXT,
  what TEXT NOT NULL,
  what_en TEXT,
  place TEXT,
  place_en TEXT,
  host TEXT,
  attends TEXT,
  needs TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  what_key TEXT
) STRICT;
CREATE INDEX ix_programme_item_delegation_day ON programme_item (delegation, day) WHERE deleted = 0;
CREATE INDEX ix_programme_item_day ON programme_item (day) WHERE deleted = 0;
CREATE INDEX ix_programme_item_org_id_day ON programme_item (org_id, day) WHERE deleted = 0;
CREATE INDEX ix_programme_item_kind_day ON programme_item (kind, day) WHERE deleted = 0;
CREATE INDEX ix_programme_item_what_key ON programme_item (what_key) WHERE deleted = 0;
CREATE INDEX ix_programme_item_hidden ON programme_item (id) WHERE deleted = 1;
CREATE INDEX ix_programme_item_made_up ON programme_item (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE programme_item_fts USING fts5(search_text, content='programme_item', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER programme_item_fts_insert AFTER INSERT ON programme_item BEGIN
  INSERT INTO programme_item_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER programme_item_fts_delete AFTER DELETE ON programme_item BEGIN
  INSERT INTO programme_item_fts (programme_item_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER programme_item_fts_update AFTER UPDATE OF search_text ON programme_item WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO programme_item_fts (programme_item_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO programme_item_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE delegation_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  delegation INTEGER NOT NULL,
  name TEXT NOT NULL,
  form_of_address TEXT,
  is_head INTEGER NOT NULL DEFAULT 0 CHECK (is_head IN (0, 1)),
  title TEXT,
  title_en TEXT,
  organisation TEXT,
  nationality TEXT,
  passport_kind TEXT,
  passport_no TEXT,
  passport_expires TEXT,
  born TEXT,
  needs TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_delegation_member_delegation_is_head ON delegation_member (delegation, is_head) WHERE deleted = 0;
CREATE INDEX ix_delegation_member_org_id ON delegation_member (org_id) WHERE deleted = 0;
CREATE INDEX ix_delegation_member_name_key ON delegation_member (name_key) WHERE deleted = 0;
CREATE INDEX ix_delegation_member_nationality ON delegation_member (nationality) WHERE deleted = 0;
CREATE INDEX ix_delegation_member_hidden ON delegation_member (id) WHERE deleted = 1;
CREATE INDEX ix_delegation_member_made_up ON delegation_member (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE delegation_member_fts USING fts5(search_text, content='delegation_member', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER delegation_member_fts_insert AFTER INSERT ON delegation_member BEGIN
  INSERT INTO delegation_member_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER delegation_member_fts_delete AFTER DELETE ON delegation_member BEGIN
  INSERT INTO delegation_member_fts (delegation_member_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER delegation_member_fts_update AFTER UPDATE OF search_text ON delegation_member WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO delegation_member_fts (delegation_member_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO delegation_member_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE gift (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  direction TEXT NOT NULL,
  partner INTEGER,
  person TEXT,
  person_title TEXT,
  what TEXT NOT NULL,
  what_en TEXT,
  date TEXT NOT NULL,
  status TEXT NOT NULL,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  delegation INTEGER,
  occasion INTEGER,
  keeper TEXT,
  picture INTEGER,
  repeat_reason TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  what_key TEXT
) STRICT;
CREATE INDEX ix_gift_partner_date ON gift (partner, date) WHERE deleted = 0;
CREATE INDEX ix_gift_delegation ON gift (delegation) WHERE deleted = 0;
CREATE INDEX ix_gift_date ON gift (date) WHERE deleted = 0;
CREATE INDEX ix_gift_org_id_date ON gift (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_gift_direction_date ON gift (direction, date) WHERE deleted = 0;
CREATE INDEX ix_gift_what_key ON gift (what_key) WHERE deleted = 0;
CREATE INDEX ix_gift_status_date ON gift (status, date) WHERE deleted = 0;
CREATE INDEX ix_gift_delegation_date ON gift (delegation, date) WHERE deleted = 0 AND delegation IS NOT NULL;
CREATE INDEX ix_gift_occasion_date ON gift (occasion, date) WHERE deleted = 0 AND occasion IS NOT NULL;
CREATE INDEX ix_gift_picture_date ON gift (picture, date) WHERE deleted = 0 AND picture IS NOT NULL;
CREATE INDEX ix_gift_hidden ON gift (id) WHERE deleted = 1;
CREATE INDEX ix_gift_made_up ON gift (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE gift_fts USING fts5(search_text, content='gift', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER gift_fts_insert AFTER INSERT ON gift BEGIN
  INSERT INTO gift_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER gift_fts_delete AFTER DELETE ON gift BEGIN
  INSERT INTO gift_fts (gift_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER gift_fts_update AFTER UPDATE OF search_text ON gift WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO gift_fts (gift_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO gift_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  status TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  donor INTEGER,
  donor_text TEXT,
  co_donors TEXT,
  provider_class TEXT,
  country TEXT,
  recipient TEXT,
  owner TEXT,
  implementer TEXT,
  union_role TEXT,
  joint TEXT,
  sector TEXT,
  more_sectors TEXT,
  places TEXT,
  place TEXT,
  objective TEXT,
  components TEXT,
  beneficiaries TEXT,
  result TEXT,
  decision_no TEXT,
  decision_date TEXT,
  authority TEXT,
  decree TEXT,
  appraise_by TEXT,
  start_by TEXT,
  ended_on TEXT,
  series INTEGER,
  year_no INTEGER,
  same_as INTEGER,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT,
  country_key TEXT
) STRICT;
CREATE INDEX ix_aid_org_id_from_date ON aid (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_country_from_date ON aid (country, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_country_value_from_date ON aid (country, value, id, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_org_id_value_from_date ON aid (org_id, value, id, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_value_from_date ON aid (value, id, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_status_from_date ON aid (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_from_date ON aid (from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_kind_from_date ON aid (kind, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_title_key ON aid (title_key) WHERE deleted = 0;
CREATE INDEX ix_aid_to_date_from_date ON aid (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_donor_from_date ON aid (donor, from_date) WHERE deleted = 0 AND donor IS NOT NULL;
CREATE INDEX ix_aid_provider_class_from_date ON aid (provider_class, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_country_key ON aid (country_key) WHERE deleted = 0;
CREATE INDEX ix_aid_union_role_from_date ON aid (union_role, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_sector_from_date ON aid (sector, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_decision_date_from_date ON aid (decision_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_decree_from_date ON aid (decree, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_ended_on_from_date ON aid (ended_on, from_date) WHERE deleted = 0;
CREATE INDEX ix_aid_series_from_date ON aid (series, from_date) WHERE deleted = 0 AND series IS NOT NULL;
CREATE INDEX ix_aid_same_as_from_date ON aid (same_as, from_date) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_aid_hidden ON aid (id) WHERE deleted = 1;
CREATE INDEX ix_aid_made_up ON aid (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_fts USING fts5(search_text, content='aid', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_fts_insert AFTER INSERT ON aid BEGIN
  INSERT INTO aid_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_fts_delete AFTER DELETE ON aid BEGIN
  INSERT INTO aid_fts (aid_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_fts_update AFTER UPDATE OF search_text ON aid WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_fts (aid_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  aid INTEGER NOT NULL,
  basis TEXT NOT NULL,
  item TEXT,
  date TEXT NOT NULL,
  amount INTEGER,
  amount_cur TEXT,
  amount_q TEXT,
  rate TEXT,
  rate_date TEXT,
  vnd INTEGER,
  vnd_cur TEXT,
  vnd_q TEXT,
  doc TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  basis_key TEXT
) STRICT;
CREATE INDEX ix_aid_value_aid_basis ON aid_value (aid, basis) WHERE deleted = 0;
CREATE INDEX ix_aid_value_basis_date_aid_vnd_amount_amount_cur_amou_2 ON aid_value (basis, date, aid, vnd, amount, amount_cur, amount_q, illustrative) WHERE deleted = 0;
CREATE INDEX ix_aid_value_date ON aid_value (date) WHERE deleted = 0;
CREATE INDEX ix_aid_value_org_id_date ON aid_value (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_aid_value_aid_date ON aid_value (aid, date) WHERE deleted = 0;
CREATE INDEX ix_aid_value_basis_key ON aid_value (basis_key) WHERE deleted = 0;
CREATE INDEX ix_aid_value_amount ON aid_value (amount) WHERE deleted = 0;
CREATE INDEX ix_aid_value_hidden ON aid_value (id) WHERE deleted = 1;
CREATE INDEX ix_aid_value_made_up ON aid_value (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_value_fts USING fts5(search_text, content='aid_value', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_value_fts_insert AFTER INSERT ON aid_value BEGIN
  INSERT INTO aid_value_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_value_fts_delete AFTER DELETE ON aid_value BEGIN
  INSERT INTO aid_value_fts (aid_value_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_value_fts_update AFTER UPDATE OF search_text ON aid_value WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_value_fts (aid_value_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_value_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_beneficiary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  aid INTEGER NOT NULL,
  beneficiary_group TEXT NOT NULL,
  direct INTEGER,
  direct_q TEXT,
  indirect INTEGER,
  indirect_q TEXT,
  households INTEGER,
  households_q TEXT,
  female INTEGER,
  female_q TEXT,
  as_of TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  beneficiary_group_key TEXT
) STRICT;
CREATE INDEX ix_aid_beneficiary_aid ON aid_beneficiary (aid) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_as_of ON aid_beneficiary (as_of) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_org_id_as_of ON aid_beneficiary (org_id, as_of) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_aid_as_of ON aid_beneficiary (aid, as_of) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_beneficiary_group_key ON aid_beneficiary (beneficiary_group_key) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_beneficiary_group_as_of ON aid_beneficiary (beneficiary_group, as_of) WHERE deleted = 0;
CREATE INDEX ix_aid_beneficiary_hidden ON aid_beneficiary (id) WHERE deleted = 1;
CREATE INDEX ix_aid_beneficiary_made_up ON aid_beneficiary (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_beneficiary_fts USING fts5(search_text, content='aid_beneficiary', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_beneficiary_fts_insert AFTER INSERT ON aid_beneficiary BEGIN
  INSERT INTO aid_beneficiary_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_beneficiary_fts_delete AFTER DELETE ON aid_beneficiary BEGIN
  INSERT INTO aid_beneficiary_fts (aid_beneficiary_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_beneficiary_fts_update AFTER UPDATE OF search_text ON aid_beneficiary WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_beneficiary_fts (aid_beneficiary_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_beneficiary_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  aid INTEGER NOT NULL,
  date TEXT NOT NULL,
  item TEXT,
  amount INTEGER,
  amount_cur TEXT,
  amount_q TEXT,
  received_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  item_key TEXT
) STRICT;
CREATE INDEX ix_aid_plan_aid_date ON aid_plan (aid, date) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_date ON aid_plan (date) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_org_id_date ON aid_plan (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_item_key ON aid_plan (item_key) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_amount ON aid_plan (amount) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_received_on_date ON aid_plan (received_on, date) WHERE deleted = 0;
CREATE INDEX ix_aid_plan_hidden ON aid_plan (id) WHERE deleted = 1;
CREATE INDEX ix_aid_plan_made_up ON aid_plan (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_plan_fts USING fts5(search_text, content='aid_plan', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_plan_fts_insert AFTER INSERT ON aid_plan BEGIN
  INSERT INTO aid_plan_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_plan_fts_delete AFTER DELETE ON aid_plan BEGIN
  INSERT INTO aid_plan_fts (aid_plan_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_plan_fts_update AFTER UPDATE OF search_text ON aid_plan WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_plan_fts (aid_plan_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_plan_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  aid INTEGER NOT NULL,
  kind TEXT NOT NULL,
  since TEXT,
  until TEXT,
  due TEXT NOT NULL,
  sent_on TEXT,
  receiver TEXT,
  doc TEXT,
  basis TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  kind_key TEXT
) STRICT;
CREATE INDEX ix_aid_report_aid_due ON aid_report (aid, due) WHERE deleted = 0;
CREATE INDEX ix_aid_report_due ON aid_report (due) WHERE deleted = 0;
CREATE INDEX ix_aid_report_org_id_due ON aid_report (org_id, due) WHERE deleted = 0;
CREATE INDEX ix_aid_report_kind_key ON aid_report (kind_key) WHERE deleted = 0;
CREATE INDEX ix_aid_report_kind_due ON aid_report (kind, due) WHERE deleted = 0;
CREATE INDEX ix_aid_report_sent_on_due ON aid_report (sent_on, due) WHERE deleted = 0;
CREATE INDEX ix_aid_report_hidden ON aid_report (id) WHERE deleted = 1;
CREATE INDEX ix_aid_report_made_up ON aid_report (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_report_fts USING fts5(search_text, content='aid_report', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_report_fts_insert AFTER INSERT ON aid_report BEGIN
  INSERT INTO aid_report_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_report_fts_delete AFTER DELETE ON aid_report BEGIN
  INSERT INTO aid_report_fts (aid_report_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_report_fts_update AFTER UPDATE OF search_text ON aid_report WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_report_fts (aid_report_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_report_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  sector TEXT NOT NULL,
  priority TEXT NOT NULL,
  asked_by TEXT,
  amount INTEGER,
  amount_cur TEXT,
  amount_q TEXT,
  places TEXT,
  place TEXT,
  beneficiary_group TEXT,
  people INTEGER,
  people_q TEXT,
  since TEXT NOT NULL,
  until TEXT,
  status TEXT NOT NULL,
  content TEXT,
  content_en TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_aid_need_org_id_since ON aid_need (org_id, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_since ON aid_need (since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_title_key ON aid_need (title_key) WHERE deleted = 0;
CREATE INDEX ix_aid_need_sector_since ON aid_need (sector, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_priority_since ON aid_need (priority, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_amount ON aid_need (amount) WHERE deleted = 0;
CREATE INDEX ix_aid_need_beneficiary_group_since ON aid_need (beneficiary_group, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_until_since ON aid_need (until, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_status_since ON aid_need (status, since) WHERE deleted = 0;
CREATE INDEX ix_aid_need_hidden ON aid_need (id) WHERE deleted = 1;
CREATE INDEX ix_aid_need_made_up ON aid_need (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_need_fts USING fts5(search_text, content='aid_need', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_need_fts_insert AFTER INSERT ON aid_need BEGIN
  INSERT INTO aid_need_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_need_fts_delete AFTER DELETE ON aid_need BEGIN
  INSERT INTO aid_need_fts (aid_need_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_need_fts_update AFTER UPDATE OF search_text ON aid_need WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_need_fts (aid_need_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_need_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_opportunity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  partner INTEGER,
  partner_text TEXT,
  need INTEGER,
  kind TEXT,
  sector TEXT,
  stage TEXT NOT NULL,
  expected INTEGER,
  expected_cur TEXT,
  expected_q TEXT,
  probability INTEGER,
  owner TEXT,
  next_step TEXT,
  next_date TEXT,
  details TEXT,
  committed INTEGER,
  committed_cur TEXT,
  committed_q TEXT,
  rate TEXT,
  committed_on TEXT,
  commitment_doc TEXT,
  lost_reason TEXT,
  closed_on TEXT,
  aid INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT,
  owner_key TEXT
) STRICT;
CREATE INDEX ix_aid_opportunity_org_id_stage ON aid_opportunity (org_id, stage) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_next_date ON aid_opportunity (next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_org_id_next_date ON aid_opportunity (org_id, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_title_key ON aid_opportunity (title_key) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_partner_next_date ON aid_opportunity (partner, next_date) WHERE deleted = 0 AND partner IS NOT NULL;
CREATE INDEX ix_aid_opportunity_need_next_date ON aid_opportunity (need, next_date) WHERE deleted = 0 AND need IS NOT NULL;
CREATE INDEX ix_aid_opportunity_kind_next_date ON aid_opportunity (kind, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_sector_next_date ON aid_opportunity (sector, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_stage_next_date ON aid_opportunity (stage, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_expected ON aid_opportunity (expected) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_probability ON aid_opportunity (probability) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_owner_key ON aid_opportunity (owner_key) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_committed ON aid_opportunity (committed) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_committed_on_next_date ON aid_opportunity (committed_on, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_closed_on_next_date ON aid_opportunity (closed_on, next_date) WHERE deleted = 0;
CREATE INDEX ix_aid_opportunity_aid_next_date ON aid_opportunity (aid, next_date) WHERE deleted = 0 AND aid IS NOT NULL;
CREATE INDEX ix_aid_opportunity_hidden ON aid_opportunity (id) WHERE deleted = 1;
CREATE INDEX ix_aid_opportunity_made_up ON aid_opportunity (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_opportunity_fts USING fts5(search_text, content='aid_opportunity', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_opportunity_fts_insert AFTER INSERT ON aid_opportunity BEGIN
  INSERT INTO aid_opportunity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_opportunity_fts_delete AFTER DELETE ON aid_opportunity BEGIN
  INSERT INTO aid_opportunity_fts (aid_opportunity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_opportunity_fts_update AFTER UPDATE OF search_text ON aid_opportunity WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_opportunity_fts (aid_opportunity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_opportunity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  since TEXT,
  format TEXT,
  places TEXT,
  venue TEXT,
  joint TEXT,
  partner_links TEXT,
  partners TEXT,
  countries TEXT,
  occasion INTEGER,
  participants INTEGER,
  participants_q TEXT,
  foreign_participants INTEGER,
  foreign_participants_q TEXT,
  youth INTEGER,
  youth_q TEXT,
  quantity INTEGER,
  quantity_q TEXT,
  quantity_unit TEXT,
  species TEXT,
  edition INTEGER,
  language TEXT,
  subject TEXT,
  entrants INTEGER,
  entrants_q TEXT,
  status TEXT NOT NULL,
  description TEXT,
  result TEXT,
  cost_source TEXT,
  cost INTEGER,
  cost_cur TEXT,
  cost_q TEXT,
  delegation INTEGER,
  aid INTEGER,
  agreement INTEGER,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_activity_org_id_from_date ON activity (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_kind_from_date ON activity (kind, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_from_date ON activity (from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_title_key ON activity (title_key) WHERE deleted = 0;
CREATE INDEX ix_activity_format_from_date ON activity (format, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_occasion_from_date ON activity (occasion, from_date) WHERE deleted = 0 AND occasion IS NOT NULL;
CREATE INDEX ix_activity_participants ON activity (participants) WHERE deleted = 0;
CREATE INDEX ix_activity_language_from_date ON activity (language, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_status_from_date ON activity (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_cost_source_from_date ON activity (cost_source, from_date) WHERE deleted = 0;
CREATE INDEX ix_activity_delegation_from_date ON activity (delegation, from_date) WHERE deleted = 0 AND delegation IS NOT NULL;
CREATE INDEX ix_activity_aid_from_date ON activity (aid, from_date) WHERE deleted = 0 AND aid IS NOT NULL;
CREATE INDEX ix_activity_agreement_from_date ON activity (agreement, from_date) WHERE deleted = 0 AND agreement IS NOT NULL;
CREATE INDEX ix_activity_same_as_from_date ON activity (same_as, from_date) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_activity_hidden ON activity (id) WHERE deleted = 1;
CREATE INDEX ix_activity_made_up ON activity (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE activity_fts USING fts5(search_text, content='activity', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER activity_fts_insert AFTER INSERT ON activity BEGIN
  INSERT INTO activity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER activity_fts_delete AFTER DELETE ON activity BEGIN
  INSERT INTO activity_fts (activity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER activity_fts_update AFTER UPDATE OF search_text ON activity WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO activity_fts (activity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO activity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE charity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  since TEXT,
  place TEXT,
  sponsor INTEGER,
  sponsor_text TEXT,
  countries TEXT,
  joint TEXT,
  recipients TEXT,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  funds_flow TEXT,
  passed_to TEXT,
  passed_on TEXT,
  gifts INTEGER,
  gifts_q TEXT,
  households INTEGER,
  households_q TEXT,
  persons INTEGER,
  persons_q TEXT,
  trees INTEGER,
  trees_q TEXT,
  species TEXT,
  other_quantity INTEGER,
  other_quantity_q TEXT,
  other_unit TEXT,
  status TEXT NOT NULL,
  description TEXT,
  activity INTEGER,
  counted_as_aid INTEGER,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_charity_org_id_date ON charity (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_charity_date ON charity (date) WHERE deleted = 0;
CREATE INDEX ix_charity_title_key ON charity (title_key) WHERE deleted = 0;
CREATE INDEX ix_charity_kind_date ON charity (kind, date) WHERE deleted = 0;
CREATE INDEX ix_charity_sponsor_date ON charity (sponsor, date) WHERE deleted = 0 AND sponsor IS NOT NULL;
CREATE INDEX ix_charity_value ON charity (value) WHERE deleted = 0;
CREATE INDEX ix_charity_funds_flow_date ON charity (funds_flow, date) WHERE deleted = 0;
CREATE INDEX ix_charity_passed_on_date ON charity (passed_on, date) WHERE deleted = 0;
CREATE INDEX ix_charity_status_date ON charity (status, date) WHERE deleted = 0;
CREATE INDEX ix_charity_activity_date ON charity (activity, date) WHERE deleted = 0 AND activity IS NOT NULL;
CREATE INDEX ix_charity_counted_as_aid_date ON charity (counted_as_aid, date) WHERE deleted = 0 AND counted_as_aid IS NOT NULL;
CREATE INDEX ix_charity_same_as_date ON charity (same_as, date) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_charity_hidden ON charity (id) WHERE deleted = 1;
CREATE INDEX ix_charity_made_up ON charity (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE charity_fts USING fts5(search_text, content='charity', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER charity_fts_insert AFTER INSERT ON charity BEGIN
  INSERT INTO charity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER charity_fts_delete AFTER DELETE ON charity BEGIN
  INSERT INTO charity_fts (charity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER charity_fts_update AFTER UPDATE OF search_text ON charity WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO charity_fts (charity_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO charity_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE conference (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL,
  format TEXT,
  status TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  place TEXT,
  survey_places TEXT,
  organiser TEXT,
  joint TEXT,
  objective TEXT,
  content TEXT,
  origin TEXT,
  countries TEXT,
  vn_people INTEGER,
  vn_people_q TEXT,
  foreign_people INTEGER,
  foreign_people_q TEXT,
  top_rank TEXT,
  topics TEXT,
  authority TEXT,
  latest_filing TEXT,
  filed_on TEXT,
  permission_no TEXT,
  permission_date TEXT,
  funder INTEGER,
  cost INTEGER,
  cost_cur TEXT,
  cost_q TEXT,
  cost_source TEXT,
  aid INTEGER,
  press_plan TEXT,
  result TEXT,
  report_due TEXT,
  report_sent TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_conference_org_id_from_date ON conference (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_from_date ON conference (from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_title_key ON conference (title_key) WHERE deleted = 0;
CREATE INDEX ix_conference_kind_from_date ON conference (kind, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_format_from_date ON conference (format, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_status_from_date ON conference (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_foreign_people ON conference (foreign_people) WHERE deleted = 0;
CREATE INDEX ix_conference_authority_from_date ON conference (authority, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_latest_filing_from_date ON conference (latest_filing, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_filed_on_from_date ON conference (filed_on, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_funder_from_date ON conference (funder, from_date) WHERE deleted = 0 AND funder IS NOT NULL;
CREATE INDEX ix_conference_aid_from_date ON conference (aid, from_date) WHERE deleted = 0 AND aid IS NOT NULL;
CREATE INDEX ix_conference_report_due_from_date ON conference (report_due, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_report_sent_from_date ON conference (report_sent, from_date) WHERE deleted = 0;
CREATE INDEX ix_conference_hidden ON conference (id) WHERE deleted = 1;
CREATE INDEX ix_conference_made_up ON conference (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE conference_fts USING fts5(search_text, content='conference', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER conference_fts_insert AFTER INSERT ON conference BEGIN
  INSERT INTO conference_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER conference_fts_delete AFTER DELETE ON conference BEGIN
  INSERT INTO conference_fts (conference_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER conference_fts_update AFTER UPDATE OF search_text ON conference WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO conference_fts (conference_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO conference_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE conference_opinion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  conference INTEGER NOT NULL,
  agency TEXT NOT NULL,
  sent_on TEXT,
  due_on TEXT,
  answered_on TEXT,
  verdict TEXT,
  summary TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  agency_key TEXT
) STRICT;
CREATE INDEX ix_conference_opinion_conference ON conference_opinion (conference) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_sent_on ON conference_opinion (sent_on) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_org_id_sent_on ON conference_opinion (org_id, sent_on) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_conference_sent_on ON conference_opinion (conference, sent_on) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_agency_key ON conference_opinion (agency_key) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_due_on_sent_on ON conference_opinion (due_on, sent_on) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_verdict_sent_on ON conference_opinion (verdict, sent_on) WHERE deleted = 0;
CREATE INDEX ix_conference_opinion_hidden ON conference_opinion (id) WHERE deleted = 1;
CREATE INDEX ix_conference_opinion_made_up ON conference_opinion (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE conference_opinion_fts USING fts5(search_text, content='conference_opinion', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER conference_opinion_fts_insert AFTER INSERT ON conference_opinion BEGIN
  INSERT INTO conference_opinion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER conference_opinion_fts_delete AFTER DELETE ON conference_opinion BEGIN
  INSERT INTO conference_opinion_fts (conference_opinion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER conference_opinion_fts_update AFTER UPDATE OF search_text ON conference_opinion WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO conference_opinion_fts (conference_opinion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO conference_opinion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE conference_paper (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  conference INTEGER NOT NULL,
  title TEXT NOT NULL,
  author TEXT,
  reviewed_by TEXT,
  status TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_conference_paper_conference ON conference_paper (conference) WHERE deleted = 0;
CREATE INDEX ix_conference_paper_org_id ON conference_paper (org_id) WHERE deleted = 0;
CREATE INDEX ix_conference_paper_title_key ON conference_paper (title_key) WHERE deleted = 0;
CREATE INDEX ix_conference_paper_status ON conference_paper (status) WHERE deleted = 0;
CREATE INDEX ix_conference_paper_hidden ON conference_paper (id) WHERE deleted = 1;
CREATE INDEX ix_conference_paper_made_up ON conference_paper (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE conference_paper_fts USING fts5(search_text, content='conference_paper', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER conference_paper_fts_insert AFTER INSERT ON conference_paper BEGIN
  INSERT INTO conference_paper_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER conference_paper_fts_delete AFTER DELETE ON conference_paper BEGIN
  INSERT INTO conference_paper_fts (conference_paper_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER conference_paper_fts_update AFTER UPDATE OF search_text ON conference_paper WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO conference_paper_fts (conference_paper_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO conference_paper_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE contest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  series TEXT,
  edition INTEGER,
  subject TEXT,
  language TEXT,
  level TEXT,
  countries TEXT,
  status TEXT NOT NULL,
  joint TEXT,
  sponsor INTEGER,
  rules_no TEXT,
  from_date TEXT NOT NULL,
  closes_on TEXT,
  to_date TEXT,
  place TEXT,
  rules TEXT,
  jury TEXT,
  max_score INTEGER,
  entrants INTEGER,
  entrants_q TEXT,
  prizes TEXT,
  result TEXT,
  awarded_on TEXT,
  activity INTEGER,
  entry_key TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_contest_org_id_from_date ON contest (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_entry_key ON contest (entry_key) WHERE deleted = 0;
CREATE INDEX ix_contest_from_date ON contest (from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_title_key ON contest (title_key) WHERE deleted = 0;
CREATE INDEX ix_contest_language_from_date ON contest (language, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_level_from_date ON contest (level, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_status_from_date ON contest (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_sponsor_from_date ON contest (sponsor, from_date) WHERE deleted = 0 AND sponsor IS NOT NULL;
CREATE INDEX ix_contest_closes_on_from_date ON contest (closes_on, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_to_date_from_date ON contest (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_awarded_on_from_date ON contest (awarded_on, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_activity_from_date ON contest (activity, from_date) WHERE deleted = 0 AND activity IS NOT NULL;
CREATE INDEX ix_contest_hidden ON contest (id) WHERE deleted = 1;
CREATE INDEX ix_contest_made_up ON contest (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE contest_fts USING fts5(search_text, content='contest', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER contest_fts_insert AFTER INSERT ON contest BEGIN
  INSERT INTO contest_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER contest_fts_delete AFTER DELETE ON contest BEGIN
  INSERT INTO contest_fts (contest_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER contest_fts_update AFTER UPDATE OF search_text ON contest WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO contest_fts (contest_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO contest_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE contest_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  contest INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  format TEXT,
  place TEXT,
  places INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_contest_round_contest ON contest_round (contest) WHERE deleted = 0;
CREATE INDEX ix_contest_round_from_date ON contest_round (from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_round_org_id_from_date ON contest_round (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_round_contest_from_date ON contest_round (contest, from_date) WHERE deleted = 0;
CREATE INDEX ix_contest_round_name_key ON contest_round (name_key) WHERE deleted = 0;
CREATE INDEX ix_contest_round_hidden ON contest_round (id) WHERE deleted = 1;
CREATE INDEX ix_contest_round_made_up ON contest_round (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE contest_round_fts USING fts5(search_text, content='contest_round', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER contest_round_fts_insert AFTER INSERT ON contest_round BEGIN
  INSERT INTO contest_round_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER contest_round_fts_delete AFTER DELETE ON contest_round BEGIN
  INSERT INTO contest_round_fts (contest_round_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER contest_round_fts_update AFTER UPDATE OF search_text ON contest_round WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO contest_round_fts (contest_round_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO contest_round_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE contest_entrant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  contest INTEGER NOT NULL,
  number TEXT,
  kind TEXT,
  name TEXT NOT NULL,
  team TEXT,
  school TEXT,
  grade TEXT,
  status TEXT NOT NULL,
  born TEXT,
  is_minor INTEGER NOT NULL DEFAULT 0 CHECK (is_minor IN (0, 1)),
  guardian TEXT,
  guardian_phone TEXT,
  guardian_consent INTEGER NOT NULL DEFAULT 0 CHECK (guardian_consent IN (0, 1)),
  consent_on TEXT,
  phone TEXT,
  email TEXT,
  reached INTEGER,
  prize TEXT,
  prize_note TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  number_key TEXT,
  name_key TEXT
) STRICT;
CREATE INDEX ix_contest_entrant_contest_status ON contest_entrant (contest, status) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_org_id ON contest_entrant (org_id) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_number_key ON contest_entrant (number_key) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_kind ON contest_entrant (kind) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_name_key ON contest_entrant (name_key) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_status ON contest_entrant (status) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_is_minor ON contest_entrant (is_minor) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_guardian_consent ON contest_entrant (guardian_consent) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_reached ON contest_entrant (reached) WHERE deleted = 0 AND reached IS NOT NULL;
CREATE INDEX ix_contest_entrant_prize ON contest_entrant (prize) WHERE deleted = 0;
CREATE INDEX ix_contest_entrant_hidden ON contest_entrant (id) WHERE deleted = 1;
CREATE INDEX ix_contest_entrant_made_up ON contest_entrant (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE contest_entrant_fts USING fts5(search_text, content='contest_entrant', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER contest_entrant_fts_insert AFTER INSERT ON contest_entrant BEGIN
  INSERT INTO contest_entrant_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER contest_entrant_fts_delete AFTER DELETE ON contest_entrant BEGIN
  INSERT INTO contest_entrant_fts (contest_entrant_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER contest_entrant_fts_update AFTER UPDATE OF search_text ON contest_entrant WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO contest_entrant_fts (contest_entrant_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO contest_entrant_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE contest_score (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  entrant INTEGER NOT NULL,
  round INTEGER NOT NULL,
  juror TEXT NOT NULL,
  score TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  juror_key TEXT
) STRICT;
CREATE INDEX ix_contest_score_round ON contest_score (round) WHERE deleted = 0;
CREATE INDEX ix_contest_score_entrant ON contest_score (entrant) WHERE deleted = 0;
CREATE INDEX ix_contest_score_org_id ON contest_score (org_id) WHERE deleted = 0;
CREATE INDEX ix_contest_score_juror_key ON contest_score (juror_key) WHERE deleted = 0;
CREATE INDEX ix_contest_score_hidden ON contest_score (id) WHERE deleted = 1;
CREATE INDEX ix_contest_score_made_up ON contest_score (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE contest_score_fts USING fts5(search_text, content='contest_score', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER contest_score_fts_insert AFTER INSERT ON contest_score BEGIN
  INSERT INTO contest_score_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER contest_score_fts_delete AFTER DELETE ON contest_score BEGIN
  INSERT INTO contest_score_fts (contest_score_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER contest_score_fts_update AFTER UPDATE OF search_text ON contest_score WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO contest_score_fts (contest_score_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO contest_score_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE tree_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  charity INTEGER NOT NULL,
  date TEXT NOT NULL,
  alive INTEGER,
  alive_q TEXT,
  checked_by TEXT,
  remark TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  remark_key TEXT
) STRICT;
CREATE INDEX ix_tree_check_charity_date ON tree_check (charity, date) WHERE deleted = 0;
CREATE INDEX ix_tree_check_date ON tree_check (date) WHERE deleted = 0;
CREATE INDEX ix_tree_check_org_id_date ON tree_check (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_tree_check_remark_key ON tree_check (remark_key) WHERE deleted = 0;
CREATE INDEX ix_tree_check_hidden ON tree_check (id) WHERE deleted = 1;
CREATE INDEX ix_tree_check_made_up ON tree_check (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE tree_check_fts USING fts5(search_text, content='tree_check', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER tree_check_fts_insert AFTER INSERT ON tree_check BEGIN
  INSERT INTO tree_check_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER tree_check_fts_delete AFTER DELETE ON tree_check BEGIN
  INSERT INTO tree_check_fts (tree_check_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER tree_check_fts_update AFTER UPDATE OF search_text ON tree_check WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO tree_check_fts (tree_check_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO tree_check_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE partner (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  aliases TEXT,
  kind TEXT NOT NULL,
  country TEXT,
  city TEXT,
  status TEXT NOT NULL,
  priority TEXT,
  relation_since TEXT,
  relation_ended TEXT,
  fields TEXT,
  contact TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  registration_no TEXT,
  registration_expires TEXT,
  description TEXT,
  merged_into INTEGER,
  distinct_from TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT,
  country_key TEXT
) STRICT;
CREATE INDEX ix_partner_country_kind ON partner (country, kind) WHERE deleted = 0;
CREATE INDEX ix_partner_relation_since ON partner (relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_org_id_relation_since ON partner (org_id, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_name_key ON partner (name_key) WHERE deleted = 0;
CREATE INDEX ix_partner_kind_relation_since ON partner (kind, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_country_key ON partner (country_key) WHERE deleted = 0;
CREATE INDEX ix_partner_country_relation_since ON partner (country, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_status_relation_since ON partner (status, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_priority_relation_since ON partner (priority, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_registration_expires_relation_since ON partner (registration_expires, relation_since) WHERE deleted = 0;
CREATE INDEX ix_partner_merged_into_relation_since ON partner (merged_into, relation_since) WHERE deleted = 0 AND merged_into IS NOT NULL;
CREATE INDEX ix_partner_hidden ON partner (id) WHERE deleted = 1;
CREATE INDEX ix_partner_made_up ON partner (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE partner_fts USING fts5(search_text, content='partner', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER partner_fts_insert AFTER INSERT ON partner BEGIN
  INSERT INTO partner_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER partner_fts_delete AFTER DELETE ON partner BEGIN
  INSERT INTO partner_fts (partner_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER partner_fts_update AFTER UPDATE OF search_text ON partner WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO partner_fts (partner_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO partner_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE partner_contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  partner INTEGER NOT NULL,
  name TEXT NOT NULL,
  position TEXT,
  position_en TEXT,
  protocol_rank TEXT,
  preferred_language TEXT,
  from_date TEXT,
  to_date TEXT,
  consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  consent_on TEXT,
  consent_how TEXT,
  phone TEXT,
  email TEXT,
  birthday TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_partner_contact_partner ON partner_contact (partner) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_from_date ON partner_contact (from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_org_id_from_date ON partner_contact (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_partner_from_date ON partner_contact (partner, from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_name_key ON partner_contact (name_key) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_protocol_rank_from_date ON partner_contact (protocol_rank, from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_preferred_language_from_date ON partner_contact (preferred_language, from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_to_date_from_date ON partner_contact (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_partner_contact_hidden ON partner_contact (id) WHERE deleted = 1;
CREATE INDEX ix_partner_contact_made_up ON partner_contact (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE partner_contact_fts USING fts5(search_text, content='partner_contact', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER partner_contact_fts_insert AFTER INSERT ON partner_contact BEGIN
  INSERT INTO partner_contact_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER partner_contact_fts_delete AFTER DELETE ON partner_contact BEGIN
  INSERT INTO partner_contact_fts (partner_contact_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER partner_contact_fts_update AFTER UPDATE OF search_text ON partner_contact WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO partner_contact_fts (partner_contact_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO partner_contact_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE contact_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  partner INTEGER NOT NULL,
  date TEXT NOT NULL,
  channel TEXT NOT NULL,
  summary TEXT NOT NULL,
  participants TEXT,
  ours TEXT,
  details TEXT,
  follow_up TEXT,
  follow_up_due TEXT,
  task INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  summary_key TEXT
) STRICT;
CREATE INDEX ix_contact_log_partner_date ON contact_log (partner, date) WHERE deleted = 0;
CREATE INDEX ix_contact_log_date ON contact_log (date) WHERE deleted = 0;
CREATE INDEX ix_contact_log_org_id_date ON contact_log (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_contact_log_channel_date ON contact_log (channel, date) WHERE deleted = 0;
CREATE INDEX ix_contact_log_summary_key ON contact_log (summary_key) WHERE deleted = 0;
CREATE INDEX ix_contact_log_follow_up_due_date ON contact_log (follow_up_due, date) WHERE deleted = 0;
CREATE INDEX ix_contact_log_task_date ON contact_log (task, date) WHERE deleted = 0 AND task IS NOT NULL;
CREATE INDEX ix_contact_log_hidden ON contact_log (id) WHERE deleted = 1;
CREATE INDEX ix_contact_log_made_up ON contact_log (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE contact_log_fts USING fts5(search_text, content='contact_log', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER contact_log_fts_insert AFTER INSERT ON contact_log BEGIN
  INSERT INTO contact_log_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER contact_log_fts_delete AFTER DELETE ON contact_log BEGIN
  INSERT INTO contact_log_fts (contact_log_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER contact_log_fts_update AFTER UPDATE OF search_text ON contact_log WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO contact_log_fts (contact_log_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO contact_log_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  level TEXT,
  status TEXT NOT NULL,
  vn_party TEXT NOT NULL,
  foreign_party TEXT NOT NULL,
  partner INTEGER,
  country TEXT NOT NULL,
  signers TEXT,
  signed_on TEXT,
  effective_from TEXT,
  expires_on TEXT,
  period_label TEXT,
  decision_no TEXT,
  scope TEXT,
  succession_note TEXT,
  renews INTEGER,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT,
  country_key TEXT
) STRICT;
CREATE INDEX ix_agreement_org_id_signed_on ON agreement (org_id, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_signed_on ON agreement (signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_kind_signed_on ON agreement (kind, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_title_key ON agreement (title_key) WHERE deleted = 0;
CREATE INDEX ix_agreement_level_signed_on ON agreement (level, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_status_signed_on ON agreement (status, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_partner_signed_on ON agreement (partner, signed_on) WHERE deleted = 0 AND partner IS NOT NULL;
CREATE INDEX ix_agreement_country_key ON agreement (country_key) WHERE deleted = 0;
CREATE INDEX ix_agreement_country_signed_on ON agreement (country, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_effective_from_signed_on ON agreement (effective_from, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_expires_on_signed_on ON agreement (expires_on, signed_on) WHERE deleted = 0;
CREATE INDEX ix_agreement_renews_signed_on ON agreement (renews, signed_on) WHERE deleted = 0 AND renews IS NOT NULL;
CREATE INDEX ix_agreement_same_as_signed_on ON agreement (same_as, signed_on) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_agreement_hidden ON agreement (id) WHERE deleted = 1;
CREATE INDEX ix_agreement_made_up ON agreement (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE agreement_fts USING fts5(search_text, content='agreement', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER agreement_fts_insert AFTER INSERT ON agreement BEGIN
  INSERT INTO agreement_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER agreement_fts_delete AFTER DELETE ON agreement BEGIN
  INSERT INTO agreement_fts (agreement_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER agreement_fts_update AFTER UPDATE OF search_text ON agreement WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO agreement_fts (agreement_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO agreement_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  agreement INTEGER NOT NULL,
  content TEXT NOT NULL,
  owner TEXT,
  due TEXT,
  target TEXT,
  progress INTEGER,
  result TEXT,
  progress_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  content_key TEXT
) STRICT;
CREATE INDEX ix_commitment_agreement ON commitment (agreement) WHERE deleted = 0;
CREATE INDEX ix_commitment_due ON commitment (due) WHERE deleted = 0;
CREATE INDEX ix_commitment_org_id_due ON commitment (org_id, due) WHERE deleted = 0;
CREATE INDEX ix_commitment_agreement_due ON commitment (agreement, due) WHERE deleted = 0;
CREATE INDEX ix_commitment_content_key ON commitment (content_key) WHERE deleted = 0;
CREATE INDEX ix_commitment_hidden ON commitment (id) WHERE deleted = 1;
CREATE INDEX ix_commitment_made_up ON commitment (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE commitment_fts USING fts5(search_text, content='commitment', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER commitment_fts_insert AFTER INSERT ON commitment BEGIN
  INSERT INTO commitment_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER commitment_fts_delete AFTER DELETE ON commitment BEGIN
  INSERT INTO commitment_fts (commitment_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER commitment_fts_update AFTER UPDATE OF search_text ON commitment WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO commitment_fts (commitment_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO commitment_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE scholarship_programme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  donor INTEGER,
  donor_text TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  quota INTEGER,
  value_each INTEGER,
  value_each_cur TEXT,
  value_each_q TEXT,
  agreement INTEGER,
  conditions TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_scholarship_programme_from_date ON scholarship_programme (from_date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_programme_org_id_from_date ON scholarship_programme (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_programme_name_key ON scholarship_programme (name_key) WHERE deleted = 0;
CREATE INDEX ix_scholarship_programme_donor_from_date ON scholarship_programme (donor, from_date) WHERE deleted = 0 AND donor IS NOT NULL;
CREATE INDEX ix_scholarship_programme_to_date_from_date ON scholarship_programme (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_programme_agreement_from_date ON scholarship_programme (agreement, from_date) WHERE deleted = 0 AND agreement IS NOT NULL;
CREATE INDEX ix_scholarship_programme_hidden ON scholarship_programme (id) WHERE deleted = 1;
CREATE INDEX ix_scholarship_programme_made_up ON scholarship_programme (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE scholarship_programme_fts USING fts5(search_text, content='scholarship_programme', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER scholarship_programme_fts_insert AFTER INSERT ON scholarship_programme BEGIN
  INSERT INTO scholarship_programme_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER scholarship_programme_fts_delete AFTER DELETE ON scholarship_programme BEGIN
  INSERT INTO scholarship_programme_fts (scholarship_programme_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER scholarship_programme_fts_update AFTER UPDATE OF search_text ON scholarship_programme WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO scholarship_programme_fts (scholarship_programme_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO scholarship_programme_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE scholarship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  programme TEXT NOT NULL,
  programme_en TEXT,
  donor INTEGER,
  donor_text TEXT,
  direction TEXT,
  person_group TEXT,
  country TEXT,
  level TEXT,
  school TEXT,
  grants INTEGER,
  grants_q TEXT,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  date TEXT NOT NULL,
  since TEXT,
  status TEXT NOT NULL,
  agreement INTEGER,
  of_programme INTEGER,
  report_due TEXT,
  report_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  programme_key TEXT
) STRICT;
CREATE INDEX ix_scholarship_of_programme ON scholarship (of_programme) WHERE deleted = 0;
CREATE INDEX ix_scholarship_date ON scholarship (date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_org_id_date ON scholarship (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_programme_key ON scholarship (programme_key) WHERE deleted = 0;
CREATE INDEX ix_scholarship_donor_date ON scholarship (donor, date) WHERE deleted = 0 AND donor IS NOT NULL;
CREATE INDEX ix_scholarship_direction_date ON scholarship (direction, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_country_date ON scholarship (country, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_level_date ON scholarship (level, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_grants ON scholarship (grants) WHERE deleted = 0;
CREATE INDEX ix_scholarship_status_date ON scholarship (status, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_agreement_date ON scholarship (agreement, date) WHERE deleted = 0 AND agreement IS NOT NULL;
CREATE INDEX ix_scholarship_of_programme_date ON scholarship (of_programme, date) WHERE deleted = 0 AND of_programme IS NOT NULL;
CREATE INDEX ix_scholarship_report_due_date ON scholarship (report_due, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_report_on_date ON scholarship (report_on, date) WHERE deleted = 0;
CREATE INDEX ix_scholarship_hidden ON scholarship (id) WHERE deleted = 1;
CREATE INDEX ix_scholarship_made_up ON scholarship (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE scholarship_fts USING fts5(search_text, content='scholarship', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER scholarship_fts_insert AFTER INSERT ON scholarship BEGIN
  INSERT INTO scholarship_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER scholarship_fts_delete AFTER DELETE ON scholarship BEGIN
  INSERT INTO scholarship_fts (scholarship_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER scholarship_fts_update AFTER UPDATE OF search_text ON scholarship WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO scholarship_fts (scholarship_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO scholarship_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE foreign_student (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  school TEXT NOT NULL,
  course TEXT,
  programme TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  status TEXT NOT NULL,
  scholarship INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT,
  country_key TEXT,
  school_key TEXT
) STRICT;
CREATE INDEX ix_foreign_student_from_date ON foreign_student (from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_org_id_from_date ON foreign_student (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_name_key ON foreign_student (name_key) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_country_key ON foreign_student (country_key) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_country_from_date ON foreign_student (country, from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_school_key ON foreign_student (school_key) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_programme_from_date ON foreign_student (programme, from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_to_date_from_date ON foreign_student (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_status_from_date ON foreign_student (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_foreign_student_scholarship_from_date ON foreign_student (scholarship, from_date) WHERE deleted = 0 AND scholarship IS NOT NULL;
CREATE INDEX ix_foreign_student_hidden ON foreign_student (id) WHERE deleted = 1;
CREATE INDEX ix_foreign_student_made_up ON foreign_student (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE foreign_student_fts USING fts5(search_text, content='foreign_student', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER foreign_student_fts_insert AFTER INSERT ON foreign_student BEGIN
  INSERT INTO foreign_student_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER foreign_student_fts_delete AFTER DELETE ON foreign_student BEGIN
  INSERT INTO foreign_student_fts (foreign_student_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER foreign_student_fts_update AFTER UPDATE OF search_text ON foreign_student WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO foreign_student_fts (foreign_student_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO foreign_student_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE sponsorship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  student INTEGER NOT NULL,
  kind TEXT NOT NULL,
  by_org INTEGER,
  partner INTEGER,
  sponsor TEXT,
  support TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  kind_key TEXT
) STRICT;
CREATE INDEX ix_sponsorship_student_from_date ON sponsorship (student, from_date) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_from_date ON sponsorship (from_date) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_org_id_from_date ON sponsorship (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_kind_key ON sponsorship (kind_key) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_kind_from_date ON sponsorship (kind, from_date) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_by_org_from_date ON sponsorship (by_org, from_date) WHERE deleted = 0 AND by_org IS NOT NULL;
CREATE INDEX ix_sponsorship_partner_from_date ON sponsorship (partner, from_date) WHERE deleted = 0 AND partner IS NOT NULL;
CREATE INDEX ix_sponsorship_to_date_from_date ON sponsorship (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_sponsorship_hidden ON sponsorship (id) WHERE deleted = 1;
CREATE INDEX ix_sponsorship_made_up ON sponsorship (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE sponsorship_fts USING fts5(search_text, content='sponsorship', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER sponsorship_fts_insert AFTER INSERT ON sponsorship BEGIN
  INSERT INTO sponsorship_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER sponsorship_fts_delete AFTER DELETE ON sponsorship BEGIN
  INSERT INTO sponsorship_fts (sponsorship_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER sponsorship_fts_update AFTER UPDATE OF search_text ON sponsorship WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO sponsorship_fts (sponsorship_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO sponsorship_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE recognition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL,
  partner INTEGER,
  partner_text TEXT,
  date TEXT NOT NULL,
  status TEXT NOT NULL,
  doc TEXT,
  aid INTEGER,
  charity INTEGER,
  scholarship INTEGER,
  thanks_for TEXT,
  addressee TEXT,
  addressee_en TEXT,
  counted_over TEXT,
  letter TEXT,
  letter_en TEXT,
  outgoing INTEGER,
  letter_sent TEXT,
  letter_sent_en TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_recognition_partner_date ON recognition (partner, date) WHERE deleted = 0;
CREATE INDEX ix_recognition_org_id_date ON recognition (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_recognition_date ON recognition (date) WHERE deleted = 0;
CREATE INDEX ix_recognition_title_key ON recognition (title_key) WHERE deleted = 0;
CREATE INDEX ix_recognition_kind_date ON recognition (kind, date) WHERE deleted = 0;
CREATE INDEX ix_recognition_status_date ON recognition (status, date) WHERE deleted = 0;
CREATE INDEX ix_recognition_aid_date ON recognition (aid, date) WHERE deleted = 0 AND aid IS NOT NULL;
CREATE INDEX ix_recognition_charity_date ON recognition (charity, date) WHERE deleted = 0 AND charity IS NOT NULL;
CREATE INDEX ix_recognition_scholarship_date ON recognition (scholarship, date) WHERE deleted = 0 AND scholarship IS NOT NULL;
CREATE INDEX ix_recognition_outgoing_date ON recognition (outgoing, date) WHERE deleted = 0 AND outgoing IS NOT NULL;
CREATE INDEX ix_recognition_hidden ON recognition (id) WHERE deleted = 1;
CREATE INDEX ix_recognition_made_up ON recognition (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE recognition_fts USING fts5(search_text, content='recognition', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER recognition_fts_insert AFTER INSERT ON recognition BEGIN
  INSERT INTO recognition_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER recognition_fts_delete AFTER DELETE ON recognition BEGIN
  INSERT INTO recognition_fts (recognition_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER recognition_fts_update AFTER UPDATE OF search_text ON recognition WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO recognition_fts (recognition_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO recognition_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE courtesy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  partner INTEGER,
  countries TEXT,
  date TEXT NOT NULL,
  since TEXT,
  occasion INTEGER,
  led_by TEXT,
  joint TEXT,
  place TEXT,
  content TEXT,
  follow_up TEXT,
  letter TEXT,
  letter_en TEXT,
  status TEXT NOT NULL,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_courtesy_org_id_date ON courtesy (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_courtesy_partner_date ON courtesy (partner, date) WHERE deleted = 0;
CREATE INDEX ix_courtesy_date ON courtesy (date) WHERE deleted = 0;
CREATE INDEX ix_courtesy_kind_date ON courtesy (kind, date) WHERE deleted = 0;
CREATE INDEX ix_courtesy_title_key ON courtesy (title_key) WHERE deleted = 0;
CREATE INDEX ix_courtesy_occasion_date ON courtesy (occasion, date) WHERE deleted = 0 AND occasion IS NOT NULL;
CREATE INDEX ix_courtesy_status_date ON courtesy (status, date) WHERE deleted = 0;
CREATE INDEX ix_courtesy_same_as_date ON courtesy (same_as, date) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE INDEX ix_courtesy_hidden ON courtesy (id) WHERE deleted = 1;
CREATE INDEX ix_courtesy_made_up ON courtesy (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE courtesy_fts USING fts5(search_text, content='courtesy', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER courtesy_fts_insert AFTER INSERT ON courtesy BEGIN
  INSERT INTO courtesy_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER courtesy_fts_delete AFTER DELETE ON courtesy BEGIN
  INSERT INTO courtesy_fts (courtesy_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER courtesy_fts_update AFTER UPDATE OF search_text ON courtesy WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO courtesy_fts (courtesy_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO courtesy_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE information (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL,
  countries TEXT,
  topic TEXT,
  language TEXT,
  quantity INTEGER,
  quantity_q TEXT,
  date TEXT NOT NULL,
  since TEXT,
  speaker TEXT,
  audience TEXT,
  people INTEGER,
  people_q TEXT,
  place TEXT,
  issue_no TEXT,
  copies INTEGER,
  copies_q TEXT,
  outlet TEXT,
  tone TEXT,
  credit TEXT,
  url TEXT,
  joint TEXT,
  description TEXT,
  needs_license INTEGER NOT NULL DEFAULT 0 CHECK (needs_license IN (0, 1)),
  license_by TEXT,
  license_sent TEXT,
  license_no TEXT,
  license_on TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_information_date ON information (date) WHERE deleted = 0;
CREATE INDEX ix_information_org_id_date ON information (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_information_title_key ON information (title_key) WHERE deleted = 0;
CREATE INDEX ix_information_kind_date ON information (kind, date) WHERE deleted = 0;
CREATE INDEX ix_information_topic_date ON information (topic, date) WHERE deleted = 0;
CREATE INDEX ix_information_language_date ON information (language, date) WHERE deleted = 0;
CREATE INDEX ix_information_outlet_date ON information (outlet, date) WHERE deleted = 0;
CREATE INDEX ix_information_tone_date ON information (tone, date) WHERE deleted = 0;
CREATE INDEX ix_information_needs_license_date ON information (needs_license, date) WHERE deleted = 0;
CREATE INDEX ix_information_status_date ON information (status, date) WHERE deleted = 0;
CREATE INDEX ix_information_hidden ON information (id) WHERE deleted = 1;
CREATE INDEX ix_information_made_up ON information (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE information_fts USING fts5(search_text, content='information', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER information_fts_insert AFTER INSERT ON information BEGIN
  INSERT INTO information_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER information_fts_delete AFTER DELETE ON information BEGIN
  INSERT INTO information_fts (information_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER information_fts_update AFTER UPDATE OF search_text ON information WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO information_fts (information_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO information_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE portal_count (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  site TEXT NOT NULL,
  month TEXT NOT NULL,
  visits INTEGER,
  visits_q TEXT,
  articles_vi INTEGER,
  articles_vi_q TEXT,
  articles_other INTEGER,
  articles_other_q TEXT,
  source TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  site_key TEXT
) STRICT;
CREATE INDEX ix_portal_count_org_id_month ON portal_count (org_id, month) WHERE deleted = 0;
CREATE INDEX ix_portal_count_month ON portal_count (month) WHERE deleted = 0;
CREATE INDEX ix_portal_count_site_key ON portal_count (site_key) WHERE deleted = 0;
CREATE INDEX ix_portal_count_site_month ON portal_count (site, month) WHERE deleted = 0;
CREATE INDEX ix_portal_count_hidden ON portal_count (id) WHERE deleted = 1;
CREATE INDEX ix_portal_count_made_up ON portal_count (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE portal_count_fts USING fts5(search_text, content='portal_count', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER portal_count_fts_insert AFTER INSERT ON portal_count BEGIN
  INSERT INTO portal_count_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER portal_count_fts_delete AFTER DELETE ON portal_count BEGIN
  INSERT INTO portal_count_fts (portal_count_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER portal_count_fts_update AFTER UPDATE OF search_text ON portal_count WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO portal_count_fts (portal_count_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO portal_count_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE diaspora_estimate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  country TEXT NOT NULL,
  city TEXT,
  as_of TEXT NOT NULL,
  quantity INTEGER,
  quantity_q TEXT,
  association INTEGER,
  source TEXT,
  confidence TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_diaspora_estimate_as_of ON diaspora_estimate (as_of) WHERE deleted = 0;
CREATE INDEX ix_diaspora_estimate_org_id_as_of ON diaspora_estimate (org_id, as_of) WHERE deleted = 0;
CREATE INDEX ix_diaspora_estimate_title_key ON diaspora_estimate (title_key) WHERE deleted = 0;
CREATE INDEX ix_diaspora_estimate_country_as_of ON diaspora_estimate (country, as_of) WHERE deleted = 0;
CREATE INDEX ix_diaspora_estimate_association_as_of ON diaspora_estimate (association, as_of) WHERE deleted = 0 AND association IS NOT NULL;
CREATE INDEX ix_diaspora_estimate_confidence_as_of ON diaspora_estimate (confidence, as_of) WHERE deleted = 0;
CREATE INDEX ix_diaspora_estimate_hidden ON diaspora_estimate (id) WHERE deleted = 1;
CREATE INDEX ix_diaspora_estimate_made_up ON diaspora_estimate (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE diaspora_estimate_fts USING fts5(search_text, content='diaspora_estimate', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER diaspora_estimate_fts_insert AFTER INSERT ON diaspora_estimate BEGIN
  INSERT INTO diaspora_estimate_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER diaspora_estimate_fts_delete AFTER DELETE ON diaspora_estimate BEGIN
  INSERT INTO diaspora_estimate_fts (diaspora_estimate_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER diaspora_estimate_fts_update AFTER UPDATE OF search_text ON diaspora_estimate WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO diaspora_estimate_fts (diaspora_estimate_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO diaspora_estimate_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE support_case (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  association INTEGER,
  channel TEXT,
  opened_on TEXT NOT NULL,
  asked TEXT,
  person_name TEXT,
  reach TEXT,
  consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  owner TEXT,
  due TEXT,
  status TEXT NOT NULL,
  forwarded_to TEXT,
  result TEXT,
  closed_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_support_case_opened_on ON support_case (opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_org_id_opened_on ON support_case (org_id, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_title_key ON support_case (title_key) WHERE deleted = 0;
CREATE INDEX ix_support_case_kind_opened_on ON support_case (kind, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_country_opened_on ON support_case (country, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_association_opened_on ON support_case (association, opened_on) WHERE deleted = 0 AND association IS NOT NULL;
CREATE INDEX ix_support_case_channel_opened_on ON support_case (channel, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_owner_opened_on ON support_case (owner, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_due_opened_on ON support_case (due, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_status_opened_on ON support_case (status, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_closed_on_opened_on ON support_case (closed_on, opened_on) WHERE deleted = 0;
CREATE INDEX ix_support_case_hidden ON support_case (id) WHERE deleted = 1;
CREATE INDEX ix_support_case_made_up ON support_case (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE support_case_fts USING fts5(search_text, content='support_case', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER support_case_fts_insert AFTER INSERT ON support_case BEGIN
  INSERT INTO support_case_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER support_case_fts_delete AFTER DELETE ON support_case BEGIN
  INSERT INTO support_case_fts (support_case_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER support_case_fts_update AFTER UPDATE OF search_text ON support_case WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO support_case_fts (support_case_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO support_case_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  initiator TEXT,
  initiator_en TEXT,
  theme TEXT,
  theme_en TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  signatures INTEGER,
  signatures_q TEXT,
  target INTEGER,
  target_q TEXT,
  method TEXT,
  status TEXT NOT NULL,
  sent_on TEXT,
  receipt TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_campaign_from_date ON campaign (from_date) WHERE deleted = 0;
CREATE INDEX ix_campaign_org_id_from_date ON campaign (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_campaign_title_key ON campaign (title_key) WHERE deleted = 0;
CREATE INDEX ix_campaign_status_from_date ON campaign (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_campaign_hidden ON campaign (id) WHERE deleted = 1;
CREATE INDEX ix_campaign_made_up ON campaign (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE campaign_fts USING fts5(search_text, content='campaign', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER campaign_fts_insert AFTER INSERT ON campaign BEGIN
  INSERT INTO campaign_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER campaign_fts_delete AFTER DELETE ON campaign BEGIN
  INSERT INTO campaign_fts (campaign_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER campaign_fts_update AFTER UPDATE OF search_text ON campaign WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO campaign_fts (campaign_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO campaign_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE signature_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  campaign INTEGER NOT NULL,
  title TEXT NOT NULL,
  collected_from TEXT NOT NULL,
  collected_to TEXT NOT NULL,
  method TEXT NOT NULL,
  quantity INTEGER,
  quantity_q TEXT,
  verified INTEGER,
  verified_q TEXT,
  sent_on TEXT,
  receipt TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_signature_batch_campaign ON signature_batch (campaign) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_collected_to ON signature_batch (collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_org_id_collected_to ON signature_batch (org_id, collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_campaign_collected_to ON signature_batch (campaign, collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_title_key ON signature_batch (title_key) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_collected_from_collected_to ON signature_batch (collected_from, collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_method_collected_to ON signature_batch (method, collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_sent_on_collected_to ON signature_batch (sent_on, collected_to) WHERE deleted = 0;
CREATE INDEX ix_signature_batch_hidden ON signature_batch (id) WHERE deleted = 1;
CREATE INDEX ix_signature_batch_made_up ON signature_batch (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE signature_batch_fts USING fts5(search_text, content='signature_batch', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER signature_batch_fts_insert AFTER INSERT ON signature_batch BEGIN
  INSERT INTO signature_batch_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER signature_batch_fts_delete AFTER DELETE ON signature_batch BEGIN
  INSERT INTO signature_batch_fts (signature_batch_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER signature_batch_fts_update AFTER UPDATE OF search_text ON signature_batch WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO signature_batch_fts (signature_batch_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO signature_batch_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE business_lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  vn_company TEXT NOT NULL,
  foreign_company TEXT NOT NULL,
  country TEXT NOT NULL,
  field TEXT,
  date TEXT NOT NULL,
  activity INTEGER,
  delegation INTEGER,
  partner INTEGER,
  status TEXT NOT NULL,
  next_step TEXT,
  next_due TEXT,
  value INTEGER,
  value_cur TEXT,
  value_q TEXT,
  concluded_on TEXT,
  result TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_business_lead_org_id_date ON business_lead (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_date ON business_lead (date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_title_key ON business_lead (title_key) WHERE deleted = 0;
CREATE INDEX ix_business_lead_kind_date ON business_lead (kind, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_country_date ON business_lead (country, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_activity_date ON business_lead (activity, date) WHERE deleted = 0 AND activity IS NOT NULL;
CREATE INDEX ix_business_lead_delegation_date ON business_lead (delegation, date) WHERE deleted = 0 AND delegation IS NOT NULL;
CREATE INDEX ix_business_lead_partner_date ON business_lead (partner, date) WHERE deleted = 0 AND partner IS NOT NULL;
CREATE INDEX ix_business_lead_status_date ON business_lead (status, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_next_due_date ON business_lead (next_due, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_concluded_on_date ON business_lead (concluded_on, date) WHERE deleted = 0;
CREATE INDEX ix_business_lead_hidden ON business_lead (id) WHERE deleted = 1;
CREATE INDEX ix_business_lead_made_up ON business_lead (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE business_lead_fts USING fts5(search_text, content='business_lead', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER business_lead_fts_insert AFTER INSERT ON business_lead BEGIN
  INSERT INTO business_lead_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER business_lead_fts_delete AFTER DELETE ON business_lead BEGIN
  INSERT INTO business_lead_fts (business_lead_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER business_lead_fts_update AFTER UPDATE OF search_text ON business_lead WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO business_lead_fts (business_lead_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO business_lead_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE award (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  subject_org INTEGER,
  subject_partner INTEGER,
  subject_text TEXT,
  subject_kind TEXT,
  quantity INTEGER,
  quantity_q TEXT,
  foreign_subject INTEGER NOT NULL DEFAULT 0 CHECK (foreign_subject IN (0, 1)),
  authority TEXT,
  decision_no TEXT,
  decided TEXT,
  merit_year INTEGER,
  presented_at TEXT,
  streak_continues INTEGER NOT NULL DEFAULT 0 CHECK (streak_continues IN (0, 1)),
  reason TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_award_subject_org_kind_merit_year ON award (subject_org, kind, merit_year) WHERE deleted = 0;
CREATE INDEX ix_award_decided ON award (decided) WHERE deleted = 0;
CREATE INDEX ix_award_org_id_decided ON award (org_id, decided) WHERE deleted = 0;
CREATE INDEX ix_award_title_key ON award (title_key) WHERE deleted = 0;
CREATE INDEX ix_award_kind_decided ON award (kind, decided) WHERE deleted = 0;
CREATE INDEX ix_award_status_decided ON award (status, decided) WHERE deleted = 0;
CREATE INDEX ix_award_subject_org_decided ON award (subject_org, decided) WHERE deleted = 0 AND subject_org IS NOT NULL;
CREATE INDEX ix_award_subject_partner_decided ON award (subject_partner, decided) WHERE deleted = 0 AND subject_partner IS NOT NULL;
CREATE INDEX ix_award_subject_kind_decided ON award (subject_kind, decided) WHERE deleted = 0;
CREATE INDEX ix_award_foreign_subject_decided ON award (foreign_subject, decided) WHERE deleted = 0;
CREATE INDEX ix_award_merit_year ON award (merit_year) WHERE deleted = 0;
CREATE INDEX ix_award_merit_year_decided ON award (merit_year, id, decided) WHERE deleted = 0;
CREATE INDEX ix_award_presented_at_decided ON award (presented_at, decided) WHERE deleted = 0;
CREATE INDEX ix_award_hidden ON award (id) WHERE deleted = 1;
CREATE INDEX ix_award_made_up ON award (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE award_fts USING fts5(search_text, content='award', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER award_fts_insert AFTER INSERT ON award BEGIN
  INSERT INTO award_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER award_fts_delete AFTER DELETE ON award BEGIN
  INSERT INTO award_fts (award_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER award_fts_update AFTER UPDATE OF search_text ON award WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO award_fts (award_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO award_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE emulation_cluster (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  head INTEGER,
  members TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_emulation_cluster_org_id ON emulation_cluster (org_id) WHERE deleted = 0;
CREATE INDEX ix_emulation_cluster_title_key ON emulation_cluster (title_key) WHERE deleted = 0;
CREATE INDEX ix_emulation_cluster_year ON emulation_cluster (year) WHERE deleted = 0;
CREATE INDEX ix_emulation_cluster_head ON emulation_cluster (head) WHERE deleted = 0 AND head IS NOT NULL;
CREATE INDEX ix_emulation_cluster_hidden ON emulation_cluster (id) WHERE deleted = 1;
CREATE INDEX ix_emulation_cluster_made_up ON emulation_cluster (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE emulation_cluster_fts USING fts5(search_text, content='emulation_cluster', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER emulation_cluster_fts_insert AFTER INSERT ON emulation_cluster BEGIN
  INSERT INTO emulation_cluster_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER emulation_cluster_fts_delete AFTER DELETE ON emulation_cluster BEGIN
  INSERT INTO emulation_cluster_fts (emulation_cluster_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER emulation_cluster_fts_update AFTER UPDATE OF search_text ON emulation_cluster WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO emulation_cluster_fts (emulation_cluster_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO emulation_cluster_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE emulation_criterion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL,
  no INTEGER,
  title TEXT NOT NULL,
  most INTEGER NOT NULL,
  indicator TEXT,
  full_at INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_emulation_criterion_org_id ON emulation_criterion (org_id) WHERE deleted = 0;
CREATE INDEX ix_emulation_criterion_year ON emulation_criterion (year) WHERE deleted = 0;
CREATE INDEX ix_emulation_criterion_no ON emulation_criterion (no) WHERE deleted = 0;
CREATE INDEX ix_emulation_criterion_title_key ON emulation_criterion (title_key) WHERE deleted = 0;
CREATE INDEX ix_emulation_criterion_hidden ON emulation_criterion (id) WHERE deleted = 1;
CREATE INDEX ix_emulation_criterion_made_up ON emulation_criterion (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE emulation_criterion_fts USING fts5(search_text, content='emulation_criterion', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER emulation_criterion_fts_insert AFTER INSERT ON emulation_criterion BEGIN
  INSERT INTO emulation_criterion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER emulation_criterion_fts_delete AFTER DELETE ON emulation_criterion BEGIN
  INSERT INTO emulation_criterion_fts (emulation_criterion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER emulation_criterion_fts_update AFTER UPDATE OF search_text ON emulation_criterion WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO emulation_criterion_fts (emulation_criterion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO emulation_criterion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE emulation_score (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  criterion INTEGER NOT NULL,
  self INTEGER,
  self_q TEXT,
  cluster INTEGER,
  cluster_q TEXT,
  council INTEGER,
  council_q TEXT,
  reason TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  reason_key TEXT
) STRICT;
CREATE INDEX ix_emulation_score_org_id ON emulation_score (org_id) WHERE deleted = 0;
CREATE INDEX ix_emulation_score_year ON emulation_score (year) WHERE deleted = 0;
CREATE INDEX ix_emulation_score_unit ON emulation_score (unit) WHERE deleted = 0;
CREATE INDEX ix_emulation_score_criterion ON emulation_score (criterion) WHERE deleted = 0;
CREATE INDEX ix_emulation_score_reason_key ON emulation_score (reason_key) WHERE deleted = 0;
CREATE UNIQUE INDEX ux_emulation_score_unit_criterion ON emulation_score (unit, criterion) WHERE deleted = 0;
CREATE INDEX ix_emulation_score_hidden ON emulation_score (id) WHERE deleted = 1;
CREATE INDEX ix_emulation_score_made_up ON emulation_score (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE emulation_score_fts USING fts5(search_text, content='emulation_score', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER emulation_score_fts_insert AFTER INSERT ON emulation_score BEGIN
  INSERT INTO emulation_score_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER emulation_score_fts_delete AFTER DELETE ON emulation_score BEGIN
  INSERT INTO emulation_score_fts (emulation_score_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER emulation_score_fts_update AFTER UPDATE OF search_text ON emulation_score WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO emulation_score_fts (emulation_score_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO emulation_score_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  short_name TEXT,
  aliases TEXT,
  kind TEXT NOT NULL,
  level TEXT,
  status TEXT NOT NULL,
  parent INTEGER,
  locality INTEGER,
  country_focus TEXT,
  topic TEXT,
  club_state TEXT,
  club_language TEXT,
  legal_status TEXT,
  established TEXT,
  ended TEXT,
  decision_no TEXT,
  symbol TEXT,
  place TEXT,
  address TEXT,
  contact TEXT,
  liaison TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_organisation_parent_kind ON organisation (parent, kind) WHERE deleted = 0;
CREATE INDEX ix_organisation_org_id ON organisation (org_id) WHERE deleted = 0;
CREATE INDEX ix_organisation_name_key ON organisation (name_key) WHERE deleted = 0;
CREATE INDEX ix_organisation_kind ON organisation (kind) WHERE deleted = 0;
CREATE INDEX ix_organisation_level ON organisation (level) WHERE deleted = 0;
CREATE INDEX ix_organisation_status ON organisation (status) WHERE deleted = 0;
CREATE INDEX ix_organisation_locality ON organisation (locality) WHERE deleted = 0 AND locality IS NOT NULL;
CREATE INDEX ix_organisation_topic ON organisation (topic) WHERE deleted = 0;
CREATE INDEX ix_organisation_club_state ON organisation (club_state) WHERE deleted = 0;
CREATE INDEX ix_organisation_club_language ON organisation (club_language) WHERE deleted = 0;
CREATE INDEX ix_organisation_established ON organisation (established) WHERE deleted = 0;
CREATE INDEX ix_organisation_hidden ON organisation (id) WHERE deleted = 1;
CREATE INDEX ix_organisation_made_up ON organisation (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE organisation_fts USING fts5(search_text, content='organisation', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER organisation_fts_insert AFTER INSERT ON organisation BEGIN
  INSERT INTO organisation_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER organisation_fts_delete AFTER DELETE ON organisation BEGIN
  INSERT INTO organisation_fts (organisation_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER organisation_fts_update AFTER UPDATE OF search_text ON organisation WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO organisation_fts (organisation_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO organisation_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE organisation_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  organisation INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  valid_from TEXT,
  valid_to TEXT,
  decision_no TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_organisation_name_valid_from ON organisation_name (valid_from) WHERE deleted = 0;
CREATE INDEX ix_organisation_name_org_id_valid_from ON organisation_name (org_id, valid_from) WHERE deleted = 0;
CREATE INDEX ix_organisation_name_organisation_valid_from ON organisation_name (organisation, valid_from) WHERE deleted = 0;
CREATE INDEX ix_organisation_name_name_key ON organisation_name (name_key) WHERE deleted = 0;
CREATE INDEX ix_organisation_name_hidden ON organisation_name (id) WHERE deleted = 1;
CREATE INDEX ix_organisation_name_made_up ON organisation_name (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE organisation_name_fts USING fts5(search_text, content='organisation_name', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER organisation_name_fts_insert AFTER INSERT ON organisation_name BEGIN
  INSERT INTO organisation_name_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER organisation_name_fts_delete AFTER DELETE ON organisation_name BEGIN
  INSERT INTO organisation_name_fts (organisation_name_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER organisation_name_fts_update AFTER UPDATE OF search_text ON organisation_name WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO organisation_name_fts (organisation_name_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO organisation_name_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE organisation_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  organisation INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT NOT NULL,
  decision_no TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  decision_no_key TEXT
) STRICT;
CREATE INDEX ix_organisation_link_valid_to ON organisation_link (valid_to) WHERE deleted = 0;
CREATE INDEX ix_organisation_link_org_id_valid_to ON organisation_link (org_id, valid_to) WHERE deleted = 0;
CREATE INDEX ix_organisation_link_organisation_valid_to ON organisation_link (organisation, valid_to) WHERE deleted = 0;
CREATE INDEX ix_organisation_link_parent_valid_to ON organisation_link (parent, valid_to) WHERE deleted = 0;
CREATE INDEX ix_organisation_link_decision_no_key ON organisation_link (decision_no_key) WHERE deleted = 0;
CREATE INDEX ix_organisation_link_hidden ON organisation_link (id) WHERE deleted = 1;
CREATE INDEX ix_organisation_link_made_up ON organisation_link (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE organisation_link_fts USING fts5(search_text, content='organisation_link', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER organisation_link_fts_insert AFTER INSERT ON organisation_link BEGIN
  INSERT INTO organisation_link_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER organisation_link_fts_delete AFTER DELETE ON organisation_link BEGIN
  INSERT INTO organisation_link_fts (organisation_link_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER organisation_link_fts_update AFTER UPDATE OF search_text ON organisation_link WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO organisation_link_fts (organisation_link_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO organisation_link_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE succession (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  from_org INTEGER NOT NULL,
  to_org INTEGER,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  decision_no TEXT,
  description TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  description_key TEXT
) STRICT;
CREATE INDEX ix_succession_date ON succession (date) WHERE deleted = 0;
CREATE INDEX ix_succession_org_id_date ON succession (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_succession_from_org_date ON succession (from_org, date) WHERE deleted = 0;
CREATE INDEX ix_succession_to_org_date ON succession (to_org, date) WHERE deleted = 0 AND to_org IS NOT NULL;
CREATE INDEX ix_succession_kind_date ON succession (kind, date) WHERE deleted = 0;
CREATE INDEX ix_succession_description_key ON succession (description_key) WHERE deleted = 0;
CREATE INDEX ix_succession_hidden ON succession (id) WHERE deleted = 1;
CREATE INDEX ix_succession_made_up ON succession (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE succession_fts USING fts5(search_text, content='succession', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER succession_fts_insert AFTER INSERT ON succession BEGIN
  INSERT INTO succession_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER succession_fts_delete AFTER DELETE ON succession BEGIN
  INSERT INTO succession_fts (succession_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER succession_fts_update AFTER UPDATE OF search_text ON succession WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO succession_fts (succession_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO succession_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  as_of TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER,
  count_q TEXT,
  chapters INTEGER,
  chapters_q TEXT,
  youth INTEGER,
  youth_q TEXT,
  women INTEGER,
  women_q TEXT,
  source TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_membership_org_id_as_of ON membership (org_id, as_of) WHERE deleted = 0;
CREATE INDEX ix_membership_as_of ON membership (as_of) WHERE deleted = 0;
CREATE INDEX ix_membership_title_key ON membership (title_key) WHERE deleted = 0;
CREATE INDEX ix_membership_kind_as_of ON membership (kind, as_of) WHERE deleted = 0;
CREATE INDEX ix_membership_count ON membership (count) WHERE deleted = 0;
CREATE INDEX ix_membership_hidden ON membership (id) WHERE deleted = 1;
CREATE INDEX ix_membership_made_up ON membership (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE membership_fts USING fts5(search_text, content='membership', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER membership_fts_insert AFTER INSERT ON membership BEGIN
  INSERT INTO membership_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER membership_fts_delete AFTER DELETE ON membership BEGIN
  INSERT INTO membership_fts (membership_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER membership_fts_update AFTER UPDATE OF search_text ON membership WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO membership_fts (membership_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO membership_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE club_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  club INTEGER NOT NULL,
  date TEXT NOT NULL,
  topic TEXT NOT NULL,
  attendees INTEGER,
  attendees_q TEXT,
  language TEXT,
  place TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  topic_key TEXT
) STRICT;
CREATE INDEX ix_club_session_club_date ON club_session (club, date) WHERE deleted = 0;
CREATE INDEX ix_club_session_date ON club_session (date) WHERE deleted = 0;
CREATE INDEX ix_club_session_org_id_date ON club_session (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_club_session_topic_key ON club_session (topic_key) WHERE deleted = 0;
CREATE INDEX ix_club_session_language_date ON club_session (language, date) WHERE deleted = 0;
CREATE INDEX ix_club_session_hidden ON club_session (id) WHERE deleted = 1;
CREATE INDEX ix_club_session_made_up ON club_session (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE club_session_fts USING fts5(search_text, content='club_session', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER club_session_fts_insert AFTER INSERT ON club_session BEGIN
  INSERT INTO club_session_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER club_session_fts_delete AFTER DELETE ON club_session BEGIN
  INSERT INTO club_session_fts (club_session_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER club_session_fts_update AFTER UPDATE OF search_text ON club_session WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO club_session_fts (club_session_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO club_session_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  card_no TEXT,
  status TEXT NOT NULL,
  applied_on TEXT,
  joined_on TEXT,
  decision_no TEXT,
  roles TEXT,
  left_on TEXT,
  leave_reason TEXT,
  moved_to INTEGER,
  sex TEXT,
  born_year INTEGER,
  born TEXT,
  occupation TEXT,
  workplace TEXT,
  backgrounds TEXT,
  countries TEXT,
  languages TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  consent_on TEXT,
  same_as INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT,
  card_no_key TEXT
) STRICT;
CREATE INDEX ix_member_org_id_status ON member (org_id, status) WHERE deleted = 0;
CREATE INDEX ix_member_same_as ON member (same_as) WHERE deleted = 0;
CREATE INDEX ix_member_joined_on ON member (joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_org_id_joined_on ON member (org_id, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_name_key ON member (name_key) WHERE deleted = 0;
CREATE INDEX ix_member_kind_joined_on ON member (kind, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_card_no_key ON member (card_no_key) WHERE deleted = 0;
CREATE INDEX ix_member_status_joined_on ON member (status, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_applied_on_joined_on ON member (applied_on, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_left_on_joined_on ON member (left_on, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_moved_to_joined_on ON member (moved_to, joined_on) WHERE deleted = 0 AND moved_to IS NOT NULL;
CREATE INDEX ix_member_sex_joined_on ON member (sex, joined_on) WHERE deleted = 0;
CREATE INDEX ix_member_born_year ON member (born_year) WHERE deleted = 0;
CREATE INDEX ix_member_same_as_joined_on ON member (same_as, joined_on) WHERE deleted = 0 AND same_as IS NOT NULL;
CREATE UNIQUE INDEX ux_member_org_id_card_no ON member (org_id, card_no) WHERE deleted = 0;
CREATE INDEX ix_member_hidden ON member (id) WHERE deleted = 1;
CREATE INDEX ix_member_made_up ON member (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE member_fts USING fts5(search_text, content='member', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER member_fts_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER member_fts_delete AFTER DELETE ON member BEGIN
  INSERT INTO member_fts (member_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER member_fts_update AFTER UPDATE OF search_text ON member WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO member_fts (member_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO member_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE member_due (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  member INTEGER NOT NULL,
  year INTEGER NOT NULL,
  amount INTEGER,
  amount_cur TEXT,
  amount_q TEXT,
  paid_on TEXT NOT NULL,
  receipt TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ix_member_due_paid_on ON member_due (paid_on) WHERE deleted = 0;
CREATE INDEX ix_member_due_org_id_paid_on ON member_due (org_id, paid_on) WHERE deleted = 0;
CREATE INDEX ix_member_due_member_paid_on ON member_due (member, paid_on) WHERE deleted = 0;
CREATE INDEX ix_member_due_year ON member_due (year) WHERE deleted = 0;
CREATE INDEX ix_member_due_year_paid_on ON member_due (year, id, paid_on) WHERE deleted = 0;
CREATE UNIQUE INDEX ux_member_due_member_year ON member_due (member, year) WHERE deleted = 0;
CREATE INDEX ix_member_due_hidden ON member_due (id) WHERE deleted = 1;
CREATE INDEX ix_member_due_made_up ON member_due (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE member_due_fts USING fts5(search_text, content='member_due', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER member_due_fts_insert AFTER INSERT ON member_due BEGIN
  INSERT INTO member_due_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER member_due_fts_delete AFTER DELETE ON member_due BEGIN
  INSERT INTO member_due_fts (member_due_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER member_due_fts_update AFTER UPDATE OF search_text ON member_due WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO member_due_fts (member_due_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO member_due_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE congress (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  ordinal TEXT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  venue TEXT,
  theme TEXT,
  agreed_no TEXT,
  called INTEGER,
  present INTEGER,
  guests INTEGER,
  resolution_no TEXT,
  recognised_no TEXT,
  targets TEXT,
  result TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_congress_org_id_from_date ON congress (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_congress_from_date ON congress (from_date) WHERE deleted = 0;
CREATE INDEX ix_congress_title_key ON congress (title_key) WHERE deleted = 0;
CREATE INDEX ix_congress_kind_from_date ON congress (kind, from_date) WHERE deleted = 0;
CREATE INDEX ix_congress_status_from_date ON congress (status, from_date) WHERE deleted = 0;
CREATE INDEX ix_congress_hidden ON congress (id) WHERE deleted = 1;
CREATE INDEX ix_congress_made_up ON congress (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE congress_fts USING fts5(search_text, content='congress', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER congress_fts_insert AFTER INSERT ON congress BEGIN
  INSERT INTO congress_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER congress_fts_delete AFTER DELETE ON congress BEGIN
  INSERT INTO congress_fts (congress_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER congress_fts_update AFTER UPDATE OF search_text ON congress WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO congress_fts (congress_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO congress_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  congress INTEGER,
  resolution_no TEXT,
  committee_size INTEGER,
  standing_size INTEGER,
  inspection_size INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_term_org_id_to_date ON term (org_id, to_date) WHERE deleted = 0;
CREATE INDEX ix_term_from_date ON term (from_date) WHERE deleted = 0;
CREATE INDEX ix_term_org_id_from_date ON term (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_term_name_key ON term (name_key) WHERE deleted = 0;
CREATE INDEX ix_term_to_date_from_date ON term (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_term_congress_from_date ON term (congress, from_date) WHERE deleted = 0 AND congress IS NOT NULL;
CREATE INDEX ix_term_hidden ON term (id) WHERE deleted = 1;
CREATE INDEX ix_term_made_up ON term (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE term_fts USING fts5(search_text, content='term', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER term_fts_insert AFTER INSERT ON term BEGIN
  INSERT INTO term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER term_fts_delete AFTER DELETE ON term BEGIN
  INSERT INTO term_fts (term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER term_fts_update AFTER UPDATE OF search_text ON term WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO term_fts (term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  person TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  term INTEGER,
  how TEXT NOT NULL,
  from_date TEXT NOT NULL,
  votes_for INTEGER,
  votes_total INTEGER,
  decision_no TEXT,
  to_date TEXT,
  ended_by TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  person_key TEXT
) STRICT;
CREATE INDEX ix_appointment_org_id_from_date ON appointment (org_id, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_from_date ON appointment (from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_person_key ON appointment (person_key) WHERE deleted = 0;
CREATE INDEX ix_appointment_title_from_date ON appointment (title, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_body_from_date ON appointment (body, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_term_from_date ON appointment (term, from_date) WHERE deleted = 0 AND term IS NOT NULL;
CREATE INDEX ix_appointment_how_from_date ON appointment (how, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_to_date_from_date ON appointment (to_date, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_ended_by_from_date ON appointment (ended_by, from_date) WHERE deleted = 0;
CREATE INDEX ix_appointment_hidden ON appointment (id) WHERE deleted = 1;
CREATE INDEX ix_appointment_made_up ON appointment (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE appointment_fts USING fts5(search_text, content='appointment', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER appointment_fts_insert AFTER INSERT ON appointment BEGIN
  INSERT INTO appointment_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER appointment_fts_delete AFTER DELETE ON appointment BEGIN
  INSERT INTO appointment_fts (appointment_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER appointment_fts_update AFTER UPDATE OF search_text ON appointment WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO appointment_fts (appointment_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO appointment_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  to_date TEXT,
  from_time TEXT,
  to_time TEXT,
  format TEXT,
  place TEXT,
  chair TEXT,
  secretary TEXT,
  joint TEXT,
  attendees INTEGER,
  attendees_q TEXT,
  agenda TEXT,
  conclusions TEXT,
  minutes_no TEXT,
  minutes_on TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_meeting_date ON meeting (date) WHERE deleted = 0;
CREATE INDEX ix_meeting_org_id_date ON meeting (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_meeting_title_key ON meeting (title_key) WHERE deleted = 0;
CREATE INDEX ix_meeting_kind_date ON meeting (kind, date) WHERE deleted = 0;
CREATE INDEX ix_meeting_status_date ON meeting (status, date) WHERE deleted = 0;
CREATE INDEX ix_meeting_hidden ON meeting (id) WHERE deleted = 1;
CREATE INDEX ix_meeting_made_up ON meeting (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE meeting_fts USING fts5(search_text, content='meeting', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER meeting_fts_insert AFTER INSERT ON meeting BEGIN
  INSERT INTO meeting_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER meeting_fts_delete AFTER DELETE ON meeting BEGIN
  INSERT INTO meeting_fts (meeting_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER meeting_fts_update AFTER UPDATE OF search_text ON meeting WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO meeting_fts (meeting_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO meeting_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  meeting INTEGER NOT NULL,
  from_time TEXT,
  to_time TEXT,
  kind TEXT,
  title TEXT NOT NULL,
  speaker TEXT,
  paper TEXT,
  summary TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  from_time_key TEXT,
  title_key TEXT
) STRICT;
CREATE INDEX ix_meeting_item_meeting_from_time ON meeting_item (meeting, from_time) WHERE deleted = 0;
CREATE INDEX ix_meeting_item_org_id ON meeting_item (org_id) WHERE deleted = 0;
CREATE INDEX ix_meeting_item_from_time_key ON meeting_item (from_time_key) WHERE deleted = 0;
CREATE INDEX ix_meeting_item_kind ON meeting_item (kind) WHERE deleted = 0;
CREATE INDEX ix_meeting_item_title_key ON meeting_item (title_key) WHERE deleted = 0;
CREATE INDEX ix_meeting_item_hidden ON meeting_item (id) WHERE deleted = 1;
CREATE INDEX ix_meeting_item_made_up ON meeting_item (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE meeting_item_fts USING fts5(search_text, content='meeting_item', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER meeting_item_fts_insert AFTER INSERT ON meeting_item BEGIN
  INSERT INTO meeting_item_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER meeting_item_fts_delete AFTER DELETE ON meeting_item BEGIN
  INSERT INTO meeting_item_fts (meeting_item_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER meeting_item_fts_update AFTER UPDATE OF search_text ON meeting_item WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO meeting_item_fts (meeting_item_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO meeting_item_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE meeting_invitee (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  meeting INTEGER NOT NULL,
  person TEXT NOT NULL,
  title TEXT,
  unit INTEGER,
  invited_as TEXT,
  status TEXT NOT NULL,
  substitute TEXT,
  excuse TEXT,
  seat TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  person_key TEXT
) STRICT;
CREATE INDEX ix_meeting_invitee_meeting_status ON meeting_invitee (meeting, status) WHERE deleted = 0;
CREATE INDEX ix_meeting_invitee_org_id ON meeting_invitee (org_id) WHERE deleted = 0;
CREATE INDEX ix_meeting_invitee_person_key ON meeting_invitee (person_key) WHERE deleted = 0;
CREATE INDEX ix_meeting_invitee_unit ON meeting_invitee (unit) WHERE deleted = 0 AND unit IS NOT NULL;
CREATE INDEX ix_meeting_invitee_invited_as ON meeting_invitee (invited_as) WHERE deleted = 0;
CREATE INDEX ix_meeting_invitee_status ON meeting_invitee (status) WHERE deleted = 0;
CREATE INDEX ix_meeting_invitee_hidden ON meeting_invitee (id) WHERE deleted = 1;
CREATE INDEX ix_meeting_invitee_made_up ON meeting_invitee (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE meeting_invitee_fts USING fts5(search_text, content='meeting_invitee', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER meeting_invitee_fts_insert AFTER INSERT ON meeting_invitee BEGIN
  INSERT INTO meeting_invitee_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER meeting_invitee_fts_delete AFTER DELETE ON meeting_invitee BEGIN
  INSERT INTO meeting_invitee_fts (meeting_invitee_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER meeting_invitee_fts_update AFTER UPDATE OF search_text ON meeting_invitee WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO meeting_invitee_fts (meeting_invitee_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO meeting_invitee_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE petition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  from_org INTEGER NOT NULL,
  from_person TEXT,
  date TEXT NOT NULL,
  channel TEXT,
  meeting INTEGER,
  filing INTEGER,
  kind TEXT,
  text TEXT NOT NULL,
  support_requested TEXT,
  addressed_to TEXT,
  owner TEXT,
  due TEXT,
  status TEXT NOT NULL,
  answer TEXT,
  not_yet TEXT,
  answered_on TEXT,
  closed_on TEXT,
  satisfaction INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_petition_from_org_date ON petition (from_org, date) WHERE deleted = 0;
CREATE INDEX ix_petition_date ON petition (date) WHERE deleted = 0;
CREATE INDEX ix_petition_org_id_date ON petition (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_petition_title_key ON petition (title_key) WHERE deleted = 0;
CREATE INDEX ix_petition_channel_date ON petition (channel, date) WHERE deleted = 0;
CREATE INDEX ix_petition_meeting_date ON petition (meeting, date) WHERE deleted = 0 AND meeting IS NOT NULL;
CREATE INDEX ix_petition_filing_date ON petition (filing, date) WHERE deleted = 0 AND filing IS NOT NULL;
CREATE INDEX ix_petition_kind_date ON petition (kind, date) WHERE deleted = 0;
CREATE INDEX ix_petition_owner_date ON petition (owner, date) WHERE deleted = 0;
CREATE INDEX ix_petition_due_date ON petition (due, date) WHERE deleted = 0;
CREATE INDEX ix_petition_status_date ON petition (status, date) WHERE deleted = 0;
CREATE INDEX ix_petition_answered_on_date ON petition (answered_on, date) WHERE deleted = 0;
CREATE INDEX ix_petition_hidden ON petition (id) WHERE deleted = 1;
CREATE INDEX ix_petition_made_up ON petition (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE petition_fts USING fts5(search_text, content='petition', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER petition_fts_insert AFTER INSERT ON petition BEGIN
  INSERT INTO petition_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER petition_fts_delete AFTER DELETE ON petition BEGIN
  INSERT INTO petition_fts (petition_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER petition_fts_update AFTER UPDATE OF search_text ON petition WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO petition_fts (petition_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO petition_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE petition_forward (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  petition INTEGER NOT NULL,
  sent_to TEXT NOT NULL,
  doc_no TEXT,
  sent_on TEXT NOT NULL,
  due TEXT,
  answer TEXT,
  answer_no TEXT,
  answered_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  sent_to_key TEXT
) STRICT;
CREATE INDEX ix_petition_forward_petition_sent_on ON petition_forward (petition, sent_on) WHERE deleted = 0;
CREATE INDEX ix_petition_forward_sent_on ON petition_forward (sent_on) WHERE deleted = 0;
CREATE INDEX ix_petition_forward_org_id_sent_on ON petition_forward (org_id, sent_on) WHERE deleted = 0;
CREATE INDEX ix_petition_forward_sent_to_key ON petition_forward (sent_to_key) WHERE deleted = 0;
CREATE INDEX ix_petition_forward_hidden ON petition_forward (id) WHERE deleted = 1;
CREATE INDEX ix_petition_forward_made_up ON petition_forward (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE petition_forward_fts USING fts5(search_text, content='petition_forward', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER petition_forward_fts_insert AFTER INSERT ON petition_forward BEGIN
  INSERT INTO petition_forward_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER petition_forward_fts_delete AFTER DELETE ON petition_forward BEGIN
  INSERT INTO petition_forward_fts (petition_forward_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER petition_forward_fts_update AFTER UPDATE OF search_text ON petition_forward WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO petition_forward_fts (petition_forward_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO petition_forward_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE work_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  parent INTEGER,
  doc_no TEXT,
  signed_on TEXT,
  partners TEXT,
  goals TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_work_plan_period_from ON work_plan (period_from) WHERE deleted = 0;
CREATE INDEX ix_work_plan_org_id_period_from ON work_plan (org_id, period_from) WHERE deleted = 0;
CREATE INDEX ix_work_plan_title_key ON work_plan (title_key) WHERE deleted = 0;
CREATE INDEX ix_work_plan_kind_period_from ON work_plan (kind, period_from) WHERE deleted = 0;
CREATE INDEX ix_work_plan_parent_period_from ON work_plan (parent, period_from) WHERE deleted = 0 AND parent IS NOT NULL;
CREATE INDEX ix_work_plan_status_period_from ON work_plan (status, period_from) WHERE deleted = 0;
CREATE INDEX ix_work_plan_hidden ON work_plan (id) WHERE deleted = 1;
CREATE INDEX ix_work_plan_made_up ON work_plan (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE work_plan_fts USING fts5(search_text, content='work_plan', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER work_plan_fts_insert AFTER INSERT ON work_plan BEGIN
  INSERT INTO work_plan_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER work_plan_fts_delete AFTER DELETE ON work_plan BEGIN
  INSERT INTO work_plan_fts (work_plan_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER work_plan_fts_update AFTER UPDATE OF search_text ON work_plan WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO work_plan_fts (work_plan_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO work_plan_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  date TEXT NOT NULL,
  occasion TEXT,
  meeting INTEGER,
  doc_no TEXT,
  text TEXT NOT NULL,
  due TEXT,
  status TEXT NOT NULL,
  response TEXT,
  response_doc TEXT,
  reported_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_directive_date ON directive (date) WHERE deleted = 0;
CREATE INDEX ix_directive_org_id_date ON directive (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_directive_title_key ON directive (title_key) WHERE deleted = 0;
CREATE INDEX ix_directive_meeting_date ON directive (meeting, date) WHERE deleted = 0 AND meeting IS NOT NULL;
CREATE INDEX ix_directive_due_date ON directive (due, date) WHERE deleted = 0;
CREATE INDEX ix_directive_status_date ON directive (status, date) WHERE deleted = 0;
CREATE INDEX ix_directive_hidden ON directive (id) WHERE deleted = 1;
CREATE INDEX ix_directive_made_up ON directive (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE directive_fts USING fts5(search_text, content='directive', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER directive_fts_insert AFTER INSERT ON directive BEGIN
  INSERT INTO directive_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER directive_fts_delete AFTER DELETE ON directive BEGIN
  INSERT INTO directive_fts (directive_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER directive_fts_update AFTER UPDATE OF search_text ON directive WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO directive_fts (directive_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO directive_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  lead INTEGER NOT NULL,
  owner TEXT,
  due TEXT,
  joint TEXT,
  output TEXT,
  work_area TEXT,
  priority TEXT NOT NULL,
  plan INTEGER,
  directive INTEGER,
  petition INTEGER,
  incoming_paper INTEGER,
  carried_from INTEGER,
  indicator TEXT,
  target INTEGER,
  status TEXT NOT NULL,
  progress INTEGER,
  result TEXT,
  done_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT,
  owner_key TEXT
) STRICT;
CREATE INDEX ix_task_org_id_due ON task (org_id, due) WHERE deleted = 0;
CREATE INDEX ix_task_directive ON task (directive) WHERE deleted = 0;
CREATE INDEX ix_task_plan_due ON task (plan, due) WHERE deleted = 0;
CREATE INDEX ix_task_due ON task (due) WHERE deleted = 0;
CREATE INDEX ix_task_title_key ON task (title_key) WHERE deleted = 0;
CREATE INDEX ix_task_lead_due ON task (lead, due) WHERE deleted = 0;
CREATE INDEX ix_task_owner_key ON task (owner_key) WHERE deleted = 0;
CREATE INDEX ix_task_work_area_due ON task (work_area, due) WHERE deleted = 0;
CREATE INDEX ix_task_priority_due ON task (priority, due) WHERE deleted = 0;
CREATE INDEX ix_task_directive_due ON task (directive, due) WHERE deleted = 0 AND directive IS NOT NULL;
CREATE INDEX ix_task_petition_due ON task (petition, due) WHERE deleted = 0 AND petition IS NOT NULL;
CREATE INDEX ix_task_incoming_paper_due ON task (incoming_paper, due) WHERE deleted = 0 AND incoming_paper IS NOT NULL;
CREATE INDEX ix_task_carried_from_due ON task (carried_from, due) WHERE deleted = 0 AND carried_from IS NOT NULL;
CREATE INDEX ix_task_indicator_due ON task (indicator, due) WHERE deleted = 0;
CREATE INDEX ix_task_status_due ON task (status, due) WHERE deleted = 0;
CREATE INDEX ix_task_progress ON task (progress) WHERE deleted = 0;
CREATE INDEX ix_task_hidden ON task (id) WHERE deleted = 1;
CREATE INDEX ix_task_made_up ON task (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE task_fts USING fts5(search_text, content='task', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER task_fts_insert AFTER INSERT ON task BEGIN
  INSERT INTO task_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER task_fts_delete AFTER DELETE ON task BEGIN
  INSERT INTO task_fts (task_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER task_fts_update AFTER UPDATE OF search_text ON task WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO task_fts (task_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO task_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE occasion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL,
  countries TEXT,
  audience TEXT,
  rule TEXT,
  base_date TEXT,
  base_year INTEGER,
  days INTEGER,
  typical_use TEXT,
  source TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_occasion_kind_base_date ON occasion (kind, base_date) WHERE deleted = 0;
CREATE INDEX ix_occasion_base_date ON occasion (base_date) WHERE deleted = 0;
CREATE INDEX ix_occasion_org_id_base_date ON occasion (org_id, base_date) WHERE deleted = 0;
CREATE INDEX ix_occasion_name_key ON occasion (name_key) WHERE deleted = 0;
CREATE INDEX ix_occasion_status_base_date ON occasion (status, base_date) WHERE deleted = 0;
CREATE INDEX ix_occasion_hidden ON occasion (id) WHERE deleted = 1;
CREATE INDEX ix_occasion_made_up ON occasion (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE occasion_fts USING fts5(search_text, content='occasion', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER occasion_fts_insert AFTER INSERT ON occasion BEGIN
  INSERT INTO occasion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER occasion_fts_delete AFTER DELETE ON occasion BEGIN
  INSERT INTO occasion_fts (occasion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER occasion_fts_update AFTER UPDATE OF search_text ON occasion WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO occasion_fts (occasion_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO occasion_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE occasion_date (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  occasion INTEGER NOT NULL,
  date TEXT NOT NULL,
  days INTEGER,
  source TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  source_key TEXT
) STRICT;
CREATE INDEX ix_occasion_date_occasion_date ON occasion_date (occasion, date) WHERE deleted = 0;
CREATE INDEX ix_occasion_date_date ON occasion_date (date) WHERE deleted = 0;
CREATE INDEX ix_occasion_date_org_id_date ON occasion_date (org_id, date) WHERE deleted = 0;
CREATE INDEX ix_occasion_date_source_key ON occasion_date (source_key) WHERE deleted = 0;
CREATE INDEX ix_occasion_date_status_date ON occasion_date (status, date) WHERE deleted = 0;
CREATE INDEX ix_occasion_date_hidden ON occasion_date (id) WHERE deleted = 1;
CREATE INDEX ix_occasion_date_made_up ON occasion_date (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE occasion_date_fts USING fts5(search_text, content='occasion_date', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER occasion_date_fts_insert AFTER INSERT ON occasion_date BEGIN
  INSERT INTO occasion_date_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER occasion_date_fts_delete AFTER DELETE ON occasion_date BEGIN
  INSERT INTO occasion_date_fts (occasion_date_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER occasion_date_fts_update AFTER UPDATE OF search_text ON occasion_date WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO occasion_date_fts (occasion_date_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO occasion_date_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT,
  author TEXT,
  published TEXT,
  number TEXT,
  url TEXT,
  text TEXT,
  language TEXT,
  caption TEXT,
  credit TEXT,
  file_name TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_evidence_sha256 ON evidence (sha256) WHERE deleted = 0;
CREATE INDEX ix_evidence_published ON evidence (published) WHERE deleted = 0;
CREATE INDEX ix_evidence_org_id_published ON evidence (org_id, published) WHERE deleted = 0;
CREATE INDEX ix_evidence_kind_published ON evidence (kind, published) WHERE deleted = 0;
CREATE INDEX ix_evidence_title_key ON evidence (title_key) WHERE deleted = 0;
CREATE INDEX ix_evidence_source_published ON evidence (source, published) WHERE deleted = 0;
CREATE INDEX ix_evidence_hidden ON evidence (id) WHERE deleted = 1;
CREATE INDEX ix_evidence_made_up ON evidence (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE evidence_fts USING fts5(search_text, content='evidence', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER evidence_fts_insert AFTER INSERT ON evidence BEGIN
  INSERT INTO evidence_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER evidence_fts_delete AFTER DELETE ON evidence BEGIN
  INSERT INTO evidence_fts (evidence_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER evidence_fts_update AFTER UPDATE OF search_text ON evidence WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO evidence_fts (evidence_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO evidence_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE evidence_span (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  evidence INTEGER NOT NULL,
  fact TEXT,
  quote TEXT,
  start_at INTEGER,
  end_at INTEGER,
  register_name TEXT,
  record_id INTEGER,
  claim INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  quote_key TEXT
) STRICT;
CREATE INDEX ix_evidence_span_register_name_record_id ON evidence_span (register_name, record_id) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_evidence ON evidence_span (evidence) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_claim ON evidence_span (claim) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_fact ON evidence_span (fact) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_org_id ON evidence_span (org_id) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_quote_key ON evidence_span (quote_key) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_record_id ON evidence_span (record_id) WHERE deleted = 0;
CREATE INDEX ix_evidence_span_hidden ON evidence_span (id) WHERE deleted = 1;
CREATE INDEX ix_evidence_span_made_up ON evidence_span (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE evidence_span_fts USING fts5(search_text, content='evidence_span', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER evidence_span_fts_insert AFTER INSERT ON evidence_span BEGIN
  INSERT INTO evidence_span_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER evidence_span_fts_delete AFTER DELETE ON evidence_span BEGIN
  INSERT INTO evidence_span_fts (evidence_span_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER evidence_span_fts_update AFTER UPDATE OF search_text ON evidence_span WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO evidence_span_fts (evidence_span_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO evidence_span_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  statement TEXT NOT NULL,
  statement_en TEXT,
  indicator TEXT,
  about INTEGER NOT NULL,
  measure TEXT,
  amount INTEGER,
  amount_q TEXT,
  unit TEXT,
  countries TEXT,
  period_from TEXT,
  period_to TEXT,
  status TEXT NOT NULL,
  evidence INTEGER,
  fact TEXT,
  clash_note TEXT,
  settled_on TEXT,
  settled_by TEXT,
  settled_reason TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  statement_key TEXT,
  indicator_key TEXT
) STRICT;
CREATE INDEX ix_claim_indicator_about_period_to ON claim (indicator, about, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_period_to ON claim (period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_org_id_period_to ON claim (org_id, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_statement_key ON claim (statement_key) WHERE deleted = 0;
CREATE INDEX ix_claim_indicator_key ON claim (indicator_key) WHERE deleted = 0;
CREATE INDEX ix_claim_indicator_period_to ON claim (indicator, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_about_period_to ON claim (about, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_period_from_period_to ON claim (period_from, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_status_period_to ON claim (status, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_evidence_period_to ON claim (evidence, period_to) WHERE deleted = 0 AND evidence IS NOT NULL;
CREATE INDEX ix_claim_fact_period_to ON claim (fact, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_settled_on_period_to ON claim (settled_on, period_to) WHERE deleted = 0;
CREATE INDEX ix_claim_hidden ON claim (id) WHERE deleted = 1;
CREATE INDEX ix_claim_made_up ON claim (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE claim_fts USING fts5(search_text, content='claim', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER claim_fts_insert AFTER INSERT ON claim BEGIN
  INSERT INTO claim_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER claim_fts_delete AFTER DELETE ON claim BEGIN
  INSERT INTO claim_fts (claim_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER claim_fts_update AFTER UPDATE OF search_text ON claim WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO claim_fts (claim_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO claim_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE article_reading (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  published TEXT,
  evidence INTEGER NOT NULL,
  about INTEGER,
  state TEXT,
  waiting INTEGER,
  accepted INTEGER,
  rejected INTEGER,
  text_hash TEXT,
  body TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_article_reading_text_hash ON article_reading (text_hash) WHERE deleted = 0;
CREATE INDEX ix_article_reading_evidence ON article_reading (evidence) WHERE deleted = 0;
CREATE INDEX ix_article_reading_published ON article_reading (published) WHERE deleted = 0;
CREATE INDEX ix_article_reading_org_id_published ON article_reading (org_id, published) WHERE deleted = 0;
CREATE INDEX ix_article_reading_title_key ON article_reading (title_key) WHERE deleted = 0;
CREATE INDEX ix_article_reading_evidence_published ON article_reading (evidence, published) WHERE deleted = 0;
CREATE INDEX ix_article_reading_about_published ON article_reading (about, published) WHERE deleted = 0 AND about IS NOT NULL;
CREATE INDEX ix_article_reading_state_published ON article_reading (state, published) WHERE deleted = 0;
CREATE INDEX ix_article_reading_waiting ON article_reading (waiting) WHERE deleted = 0;
CREATE INDEX ix_article_reading_hidden ON article_reading (id) WHERE deleted = 1;
CREATE INDEX ix_article_reading_made_up ON article_reading (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE article_reading_fts USING fts5(search_text, content='article_reading', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER article_reading_fts_insert AFTER INSERT ON article_reading BEGIN
  INSERT INTO article_reading_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER article_reading_fts_delete AFTER DELETE ON article_reading BEGIN
  INSERT INTO article_reading_fts (article_reading_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER article_reading_fts_update AFTER UPDATE OF search_text ON article_reading WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO article_reading_fts (article_reading_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO article_reading_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE article_candidate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  reading INTEGER NOT NULL,
  kind TEXT,
  title TEXT NOT NULL,
  title_en TEXT,
  quote TEXT,
  state TEXT,
  target_register TEXT,
  target_id INTEGER,
  spans TEXT,
  fact TEXT,
  fingerprint TEXT,
  changes TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_article_candidate_reading ON article_candidate (reading) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_fingerprint ON article_candidate (fingerprint) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_org_id ON article_candidate (org_id) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_kind ON article_candidate (kind) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_title_key ON article_candidate (title_key) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_state ON article_candidate (state) WHERE deleted = 0;
CREATE INDEX ix_article_candidate_hidden ON article_candidate (id) WHERE deleted = 1;
CREATE INDEX ix_article_candidate_made_up ON article_candidate (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE article_candidate_fts USING fts5(search_text, content='article_candidate', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER article_candidate_fts_insert AFTER INSERT ON article_candidate BEGIN
  INSERT INTO article_candidate_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER article_candidate_fts_delete AFTER DELETE ON article_candidate BEGIN
  INSERT INTO article_candidate_fts (article_candidate_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER article_candidate_fts_update AFTER UPDATE OF search_text ON article_candidate WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO article_candidate_fts (article_candidate_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO article_candidate_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  cutoff TEXT,
  number TEXT,
  signed_on TEXT,
  sealed_by TEXT,
  sealed_on TEXT,
  seal_hash TEXT,
  corrects INTEGER,
  body TEXT,
  seal TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_report_period_to ON report (period_to) WHERE deleted = 0;
CREATE INDEX ix_report_org_id_period_to ON report (org_id, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_title_key ON report (title_key) WHERE deleted = 0;
CREATE INDEX ix_report_kind_period_to ON report (kind, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_status_period_to ON report (status, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_signed_on_period_to ON report (signed_on, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_corrects_period_to ON report (corrects, period_to) WHERE deleted = 0 AND corrects IS NOT NULL;
CREATE INDEX ix_report_hidden ON report (id) WHERE deleted = 1;
CREATE INDEX ix_report_made_up ON report (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE report_fts USING fts5(search_text, content='report', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER report_fts_insert AFTER INSERT ON report BEGIN
  INSERT INTO report_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER report_fts_delete AFTER DELETE ON report BEGIN
  INSERT INTO report_fts (report_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER report_fts_update AFTER UPDATE OF search_text ON report WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO report_fts (report_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO report_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE report_remark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  report INTEGER NOT NULL,
  sent_on TEXT NOT NULL,
  author TEXT NOT NULL,
  asked TEXT,
  text TEXT NOT NULL,
  quote TEXT,
  block TEXT,
  verdict TEXT,
  reason TEXT,
  decided_by TEXT,
  decided_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  text_key TEXT
) STRICT;
CREATE INDEX ix_report_remark_report ON report_remark (report) WHERE deleted = 0;
CREATE INDEX ix_report_remark_sent_on ON report_remark (sent_on) WHERE deleted = 0;
CREATE INDEX ix_report_remark_org_id_sent_on ON report_remark (org_id, sent_on) WHERE deleted = 0;
CREATE INDEX ix_report_remark_report_sent_on ON report_remark (report, sent_on) WHERE deleted = 0;
CREATE INDEX ix_report_remark_text_key ON report_remark (text_key) WHERE deleted = 0;
CREATE INDEX ix_report_remark_verdict_sent_on ON report_remark (verdict, sent_on) WHERE deleted = 0;
CREATE INDEX ix_report_remark_hidden ON report_remark (id) WHERE deleted = 1;
CREATE INDEX ix_report_remark_made_up ON report_remark (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE report_remark_fts USING fts5(search_text, content='report_remark', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER report_remark_fts_insert AFTER INSERT ON report_remark BEGIN
  INSERT INTO report_remark_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER report_remark_fts_delete AFTER DELETE ON report_remark BEGIN
  INSERT INTO report_remark_fts (report_remark_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER report_remark_fts_update AFTER UPDATE OF search_text ON report_remark WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO report_remark_fts (report_remark_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO report_remark_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE report_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  file_name TEXT,
  sha256 TEXT,
  places TEXT,
  size INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_report_template_org_id ON report_template (org_id) WHERE deleted = 0;
CREATE INDEX ix_report_template_title_key ON report_template (title_key) WHERE deleted = 0;
CREATE INDEX ix_report_template_kind ON report_template (kind) WHERE deleted = 0;
CREATE INDEX ix_report_template_hidden ON report_template (id) WHERE deleted = 1;
CREATE INDEX ix_report_template_made_up ON report_template (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE report_template_fts USING fts5(search_text, content='report_template', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER report_template_fts_insert AFTER INSERT ON report_template BEGIN
  INSERT INTO report_template_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER report_template_fts_delete AFTER DELETE ON report_template BEGIN
  INSERT INTO report_template_fts (report_template_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER report_template_fts_update AFTER UPDATE OF search_text ON report_template WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO report_template_fts (report_template_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO report_template_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE report_calendar (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  receiver TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  from_month INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  due_day INTEGER NOT NULL,
  due_month INTEGER NOT NULL,
  send_day INTEGER,
  send_month INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  basis TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_report_calendar_org_id ON report_calendar (org_id) WHERE deleted = 0;
CREATE INDEX ix_report_calendar_title_key ON report_calendar (title_key) WHERE deleted = 0;
CREATE INDEX ix_report_calendar_receiver ON report_calendar (receiver) WHERE deleted = 0;
CREATE INDEX ix_report_calendar_kind ON report_calendar (kind) WHERE deleted = 0;
CREATE INDEX ix_report_calendar_hidden ON report_calendar (id) WHERE deleted = 1;
CREATE INDEX ix_report_calendar_made_up ON report_calendar (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE report_calendar_fts USING fts5(search_text, content='report_calendar', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER report_calendar_fts_insert AFTER INSERT ON report_calendar BEGIN
  INSERT INTO report_calendar_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER report_calendar_fts_delete AFTER DELETE ON report_calendar BEGIN
  INSERT INTO report_calendar_fts (report_calendar_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER report_calendar_fts_update AFTER UPDATE OF search_text ON report_calendar WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO report_calendar_fts (report_calendar_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO report_calendar_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE report_campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  asks TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  cutoff TEXT,
  due TEXT NOT NULL,
  receivers TEXT,
  opened_on TEXT,
  status TEXT,
  report INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_report_campaign_period_to ON report_campaign (period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_org_id_period_to ON report_campaign (org_id, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_title_key ON report_campaign (title_key) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_kind_period_to ON report_campaign (kind, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_asks_period_to ON report_campaign (asks, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_due_period_to ON report_campaign (due, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_status_period_to ON report_campaign (status, period_to) WHERE deleted = 0;
CREATE INDEX ix_report_campaign_report_period_to ON report_campaign (report, period_to) WHERE deleted = 0 AND report IS NOT NULL;
CREATE INDEX ix_report_campaign_hidden ON report_campaign (id) WHERE deleted = 1;
CREATE INDEX ix_report_campaign_made_up ON report_campaign (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE report_campaign_fts USING fts5(search_text, content='report_campaign', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER report_campaign_fts_insert AFTER INSERT ON report_campaign BEGIN
  INSERT INTO report_campaign_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER report_campaign_fts_delete AFTER DELETE ON report_campaign BEGIN
  INSERT INTO report_campaign_fts (report_campaign_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER report_campaign_fts_update AFTER UPDATE OF search_text ON report_campaign WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO report_campaign_fts (report_campaign_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO report_campaign_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE filing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  campaign INTEGER NOT NULL,
  from_org INTEGER NOT NULL,
  status TEXT NOT NULL,
  due TEXT,
  filed_on TEXT,
  resent_on TEXT,
  accepted_on TEXT,
  reminded_on TEXT,
  late_days INTEGER,
  returns INTEGER,
  return_reason TEXT,
  channel TEXT,
  filed_by TEXT,
  behalf_reason TEXT,
  signer TEXT,
  narrative TEXT,
  difficulties TEXT,
  plans TEXT,
  proposals TEXT,
  confirmed TEXT,
  doubted TEXT,
  evidence INTEGER,
  snapshot TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_filing_campaign_from_org ON filing (campaign, from_org) WHERE deleted = 0;
CREATE INDEX ix_filing_org_id_due ON filing (org_id, due) WHERE deleted = 0;
CREATE INDEX ix_filing_due ON filing (due) WHERE deleted = 0;
CREATE INDEX ix_filing_title_key ON filing (title_key) WHERE deleted = 0;
CREATE INDEX ix_filing_campaign_due ON filing (campaign, due) WHERE deleted = 0;
CREATE INDEX ix_filing_from_org_due ON filing (from_org, due) WHERE deleted = 0;
CREATE INDEX ix_filing_status_due ON filing (status, due) WHERE deleted = 0;
CREATE INDEX ix_filing_filed_on_due ON filing (filed_on, due) WHERE deleted = 0;
CREATE INDEX ix_filing_late_days ON filing (late_days) WHERE deleted = 0;
CREATE INDEX ix_filing_returns ON filing (returns) WHERE deleted = 0;
CREATE INDEX ix_filing_channel_due ON filing (channel, due) WHERE deleted = 0;
CREATE INDEX ix_filing_evidence_due ON filing (evidence, due) WHERE deleted = 0 AND evidence IS NOT NULL;
CREATE INDEX ix_filing_hidden ON filing (id) WHERE deleted = 1;
CREATE INDEX ix_filing_made_up ON filing (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE filing_fts USING fts5(search_text, content='filing', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER filing_fts_insert AFTER INSERT ON filing BEGIN
  INSERT INTO filing_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER filing_fts_delete AFTER DELETE ON filing BEGIN
  INSERT INTO filing_fts (filing_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER filing_fts_update AFTER UPDATE OF search_text ON filing WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO filing_fts (filing_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO filing_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE filing_waiver (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  filing INTEGER NOT NULL,
  rule TEXT NOT NULL,
  subject TEXT,
  reason TEXT NOT NULL,
  waived_by TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  reason_key TEXT
) STRICT;
CREATE INDEX ix_filing_waiver_filing ON filing_waiver (filing) WHERE deleted = 0;
CREATE INDEX ix_filing_waiver_org_id ON filing_waiver (org_id) WHERE deleted = 0;
CREATE INDEX ix_filing_waiver_rule ON filing_waiver (rule) WHERE deleted = 0;
CREATE INDEX ix_filing_waiver_reason_key ON filing_waiver (reason_key) WHERE deleted = 0;
CREATE INDEX ix_filing_waiver_hidden ON filing_waiver (id) WHERE deleted = 1;
CREATE INDEX ix_filing_waiver_made_up ON filing_waiver (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE filing_waiver_fts USING fts5(search_text, content='filing_waiver', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER filing_waiver_fts_insert AFTER INSERT ON filing_waiver BEGIN
  INSERT INTO filing_waiver_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER filing_waiver_fts_delete AFTER DELETE ON filing_waiver BEGIN
  INSERT INTO filing_waiver_fts (filing_waiver_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER filing_waiver_fts_update AFTER UPDATE OF search_text ON filing_waiver WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO filing_waiver_fts (filing_waiver_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO filing_waiver_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE incoming_paper (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  arrived_on TEXT NOT NULL,
  sender TEXT NOT NULL,
  their_number TEXT,
  their_date TEXT,
  kind TEXT NOT NULL,
  urgency TEXT NOT NULL,
  title TEXT NOT NULL,
  pages INTEGER,
  due TEXT,
  routed_to INTEGER,
  owner TEXT,
  instruction TEXT,
  routed_on TEXT,
  status TEXT NOT NULL,
  result TEXT,
  done_on TEXT,
  paper_file INTEGER,
  number INTEGER,
  year INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_incoming_paper_org_id_arrived_on ON incoming_paper (org_id, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_arrived_on ON incoming_paper (arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_sender_arrived_on ON incoming_paper (sender, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_their_date_arrived_on ON incoming_paper (their_date, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_kind_arrived_on ON incoming_paper (kind, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_urgency_arrived_on ON incoming_paper (urgency, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_title_key ON incoming_paper (title_key) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_due ON incoming_paper (due) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_due_arrived_on ON incoming_paper (due, id, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_routed_to_arrived_on ON incoming_paper (routed_to, arrived_on) WHERE deleted = 0 AND routed_to IS NOT NULL;
CREATE INDEX ix_incoming_paper_status_arrived_on ON incoming_paper (status, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_done_on_arrived_on ON incoming_paper (done_on, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_paper_file_arrived_on ON incoming_paper (paper_file, arrived_on) WHERE deleted = 0 AND paper_file IS NOT NULL;
CREATE INDEX ix_incoming_paper_number ON incoming_paper (number) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_number_arrived_on ON incoming_paper (number, id, arrived_on) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_year_arrived_on ON incoming_paper (year, arrived_on) WHERE deleted = 0;
CREATE UNIQUE INDEX ux_incoming_paper_org_id_year_number ON incoming_paper (org_id, year, number) WHERE deleted = 0;
CREATE INDEX ix_incoming_paper_hidden ON incoming_paper (id) WHERE deleted = 1;
CREATE INDEX ix_incoming_paper_made_up ON incoming_paper (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE incoming_paper_fts USING fts5(search_text, content='incoming_paper', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER incoming_paper_fts_insert AFTER INSERT ON incoming_paper BEGIN
  INSERT INTO incoming_paper_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER incoming_paper_fts_delete AFTER DELETE ON incoming_paper BEGIN
  INSERT INTO incoming_paper_fts (incoming_paper_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER incoming_paper_fts_update AFTER UPDATE OF search_text ON incoming_paper WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO incoming_paper_fts (incoming_paper_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO incoming_paper_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE outgoing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  symbol TEXT,
  answers INTEGER,
  signer TEXT,
  signed_on TEXT,
  recipients TEXT,
  copies INTEGER,
  keeper TEXT,
  status TEXT,
  full_number TEXT,
  number INTEGER,
  year INTEGER,
  issued_on TEXT,
  numbered_by TEXT,
  paper_file INTEGER,
  report INTEGER,
  meeting INTEGER,
  petition INTEGER,
  award INTEGER,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_outgoing_issued_on ON outgoing (issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_org_id_issued_on ON outgoing (org_id, issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_title_key ON outgoing (title_key) WHERE deleted = 0;
CREATE INDEX ix_outgoing_kind_issued_on ON outgoing (kind, issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_answers_issued_on ON outgoing (answers, issued_on) WHERE deleted = 0 AND answers IS NOT NULL;
CREATE INDEX ix_outgoing_signed_on_issued_on ON outgoing (signed_on, issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_status_issued_on ON outgoing (status, issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_number ON outgoing (number) WHERE deleted = 0;
CREATE INDEX ix_outgoing_year_issued_on ON outgoing (year, issued_on) WHERE deleted = 0;
CREATE INDEX ix_outgoing_paper_file_issued_on ON outgoing (paper_file, issued_on) WHERE deleted = 0 AND paper_file IS NOT NULL;
CREATE INDEX ix_outgoing_report_issued_on ON outgoing (report, issued_on) WHERE deleted = 0 AND report IS NOT NULL;
CREATE INDEX ix_outgoing_meeting_issued_on ON outgoing (meeting, issued_on) WHERE deleted = 0 AND meeting IS NOT NULL;
CREATE INDEX ix_outgoing_petition_issued_on ON outgoing (petition, issued_on) WHERE deleted = 0 AND petition IS NOT NULL;
CREATE INDEX ix_outgoing_award_issued_on ON outgoing (award, issued_on) WHERE deleted = 0 AND award IS NOT NULL;
CREATE UNIQUE INDEX ux_outgoing_org_id_kind_year_number ON outgoing (org_id, kind, year, number) WHERE deleted = 0;
CREATE INDEX ix_outgoing_hidden ON outgoing (id) WHERE deleted = 1;
CREATE INDEX ix_outgoing_made_up ON outgoing (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE outgoing_fts USING fts5(search_text, content='outgoing', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER outgoing_fts_insert AFTER INSERT ON outgoing BEGIN
  INSERT INTO outgoing_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER outgoing_fts_delete AFTER DELETE ON outgoing BEGIN
  INSERT INTO outgoing_fts (outgoing_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER outgoing_fts_update AFTER UPDATE OF search_text ON outgoing WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO outgoing_fts (outgoing_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO outgoing_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE paper_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  year INTEGER,
  notation TEXT NOT NULL,
  title TEXT NOT NULL,
  keeper TEXT,
  keeping INTEGER,
  opened_on TEXT NOT NULL,
  status TEXT NOT NULL,
  closed_on TEXT,
  sheets INTEGER,
  keep_until TEXT,
  handed_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  notation_key TEXT,
  title_key TEXT
) STRICT;
CREATE INDEX ix_paper_file_opened_on ON paper_file (opened_on) WHERE deleted = 0;
CREATE INDEX ix_paper_file_org_id_opened_on ON paper_file (org_id, opened_on) WHERE deleted = 0;
CREATE INDEX ix_paper_file_year_opened_on ON paper_file (year, opened_on) WHERE deleted = 0;
CREATE INDEX ix_paper_file_notation_key ON paper_file (notation_key) WHERE deleted = 0;
CREATE INDEX ix_paper_file_title_key ON paper_file (title_key) WHERE deleted = 0;
CREATE INDEX ix_paper_file_keeping_opened_on ON paper_file (keeping, opened_on) WHERE deleted = 0 AND keeping IS NOT NULL;
CREATE INDEX ix_paper_file_status_opened_on ON paper_file (status, opened_on) WHERE deleted = 0;
CREATE INDEX ix_paper_file_closed_on_opened_on ON paper_file (closed_on, opened_on) WHERE deleted = 0;
CREATE UNIQUE INDEX ux_paper_file_org_id_year_notation ON paper_file (org_id, year, notation) WHERE deleted = 0;
CREATE INDEX ix_paper_file_hidden ON paper_file (id) WHERE deleted = 1;
CREATE INDEX ix_paper_file_made_up ON paper_file (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE paper_file_fts USING fts5(search_text, content='paper_file', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER paper_file_fts_insert AFTER INSERT ON paper_file BEGIN
  INSERT INTO paper_file_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER paper_file_fts_delete AFTER DELETE ON paper_file BEGIN
  INSERT INTO paper_file_fts (paper_file_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER paper_file_fts_update AFTER UPDATE OF search_text ON paper_file WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO paper_file_fts (paper_file_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO paper_file_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE advice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  requested_by TEXT,
  requested_on TEXT NOT NULL,
  incoming_paper INTEGER,
  due TEXT,
  owner TEXT,
  authors TEXT,
  summary TEXT,
  accepted_on TEXT,
  grade TEXT,
  status TEXT NOT NULL,
  sent_on TEXT,
  outgoing INTEGER,
  result TEXT,
  result_doc TEXT,
  result_on TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_advice_requested_on ON advice (requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_org_id_requested_on ON advice (org_id, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_title_key ON advice (title_key) WHERE deleted = 0;
CREATE INDEX ix_advice_kind_requested_on ON advice (kind, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_incoming_paper_requested_on ON advice (incoming_paper, requested_on) WHERE deleted = 0 AND incoming_paper IS NOT NULL;
CREATE INDEX ix_advice_due ON advice (due) WHERE deleted = 0;
CREATE INDEX ix_advice_due_requested_on ON advice (due, id, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_accepted_on_requested_on ON advice (accepted_on, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_grade_requested_on ON advice (grade, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_status_requested_on ON advice (status, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_sent_on_requested_on ON advice (sent_on, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_outgoing_requested_on ON advice (outgoing, requested_on) WHERE deleted = 0 AND outgoing IS NOT NULL;
CREATE INDEX ix_advice_result_requested_on ON advice (result, requested_on) WHERE deleted = 0;
CREATE INDEX ix_advice_hidden ON advice (id) WHERE deleted = 1;
CREATE INDEX ix_advice_made_up ON advice (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE advice_fts USING fts5(search_text, content='advice', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER advice_fts_insert AFTER INSERT ON advice BEGIN
  INSERT INTO advice_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER advice_fts_delete AFTER DELETE ON advice BEGIN
  INSERT INTO advice_fts (advice_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER advice_fts_update AFTER UPDATE OF search_text ON advice WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO advice_fts (advice_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO advice_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE country (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  official TEXT,
  region TEXT,
  relation_date TEXT,
  relation_precision TEXT,
  relation_status TEXT,
  national_day TEXT,
  aliases TEXT,
  historic TEXT,
  source TEXT,
  status TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_country_org_id ON country (org_id) WHERE deleted = 0;
CREATE INDEX ix_country_name_key ON country (name_key) WHERE deleted = 0;
CREATE INDEX ix_country_region ON country (region) WHERE deleted = 0;
CREATE INDEX ix_country_relation_status ON country (relation_status) WHERE deleted = 0;
CREATE INDEX ix_country_hidden ON country (id) WHERE deleted = 1;
CREATE INDEX ix_country_made_up ON country (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE country_fts USING fts5(search_text, content='country', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER country_fts_insert AFTER INSERT ON country BEGIN
  INSERT INTO country_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER country_fts_delete AFTER DELETE ON country BEGIN
  INSERT INTO country_fts (country_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER country_fts_update AFTER UPDATE OF search_text ON country WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO country_fts (country_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO country_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_en TEXT,
  full_name TEXT,
  kind TEXT,
  region TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor INTEGER,
  succession TEXT,
  merged_from TEXT,
  aliases TEXT,
  legal_basis TEXT,
  source TEXT,
  status TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  name_key TEXT
) STRICT;
CREATE INDEX ix_place_org_id ON place (org_id) WHERE deleted = 0;
CREATE INDEX ix_place_name_key ON place (name_key) WHERE deleted = 0;
CREATE INDEX ix_place_kind ON place (kind) WHERE deleted = 0;
CREATE INDEX ix_place_region ON place (region) WHERE deleted = 0;
CREATE INDEX ix_place_valid_from ON place (valid_from) WHERE deleted = 0;
CREATE INDEX ix_place_valid_to ON place (valid_to) WHERE deleted = 0;
CREATE INDEX ix_place_successor ON place (successor) WHERE deleted = 0 AND successor IS NOT NULL;
CREATE INDEX ix_place_hidden ON place (id) WHERE deleted = 1;
CREATE INDEX ix_place_made_up ON place (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE place_fts USING fts5(search_text, content='place', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER place_fts_insert AFTER INSERT ON place BEGIN
  INSERT INTO place_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER place_fts_delete AFTER DELETE ON place BEGIN
  INSERT INTO place_fts (place_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER place_fts_update AFTER UPDATE OF search_text ON place WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO place_fts (place_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO place_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE aid_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  decree TEXT NOT NULL,
  event TEXT NOT NULL,
  unit TEXT NOT NULL,
  number INTEGER,
  day INTEGER,
  month INTEGER,
  source TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_aid_term_org_id ON aid_term (org_id) WHERE deleted = 0;
CREATE INDEX ix_aid_term_title_key ON aid_term (title_key) WHERE deleted = 0;
CREATE INDEX ix_aid_term_decree ON aid_term (decree) WHERE deleted = 0;
CREATE INDEX ix_aid_term_event ON aid_term (event) WHERE deleted = 0;
CREATE INDEX ix_aid_term_status ON aid_term (status) WHERE deleted = 0;
CREATE INDEX ix_aid_term_hidden ON aid_term (id) WHERE deleted = 1;
CREATE INDEX ix_aid_term_made_up ON aid_term (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE aid_term_fts USING fts5(search_text, content='aid_term', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER aid_term_fts_insert AFTER INSERT ON aid_term BEGIN
  INSERT INTO aid_term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER aid_term_fts_delete AFTER DELETE ON aid_term BEGIN
  INSERT INTO aid_term_fts (aid_term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER aid_term_fts_update AFTER UPDATE OF search_text ON aid_term WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO aid_term_fts (aid_term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO aid_term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

CREATE TABLE keeping_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  org_id INTEGER,
  note TEXT,
  confidentiality TEXT NOT NULL DEFAULT 'internal',
  illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  title_en TEXT,
  years INTEGER,
  from_date TEXT,
  to_date TEXT,
  basis TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0,
  updated_by INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  search_text TEXT NOT NULL DEFAULT '',
  title_key TEXT
) STRICT;
CREATE INDEX ix_keeping_term_org_id ON keeping_term (org_id) WHERE deleted = 0;
CREATE INDEX ix_keeping_term_title_key ON keeping_term (title_key) WHERE deleted = 0;
CREATE INDEX ix_keeping_term_status ON keeping_term (status) WHERE deleted = 0;
CREATE INDEX ix_keeping_term_hidden ON keeping_term (id) WHERE deleted = 1;
CREATE INDEX ix_keeping_term_made_up ON keeping_term (id) WHERE illustrative = 1;
CREATE VIRTUAL TABLE keeping_term_fts USING fts5(search_text, content='keeping_term', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);
CREATE TRIGGER keeping_term_fts_insert AFTER INSERT ON keeping_term BEGIN
  INSERT INTO keeping_term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER keeping_term_fts_delete AFTER DELETE ON keeping_term BEGIN
  INSERT INTO keeping_term_fts (keeping_term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER keeping_term_fts_update AFTER UPDATE OF search_text ON keeping_term WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO keeping_term_fts (keeping_term_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text);
  INSERT INTO keeping_term_fts (rowid, search_text) VALUES (new.id, new.search_text);
END;

