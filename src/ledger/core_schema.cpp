// Tables that belong to the program itself, written once with placeholders for what the engines call differently.
#include "ledger/core_schema.h"

namespace nc::ledger {
namespace {

// @ID new number for each row; @INT 64-bit integer; @TEXT text compared by bytes; @END of an ordinary table;
// @KEYED end of a table that is only reached by its primary key.
constexpr std::string_view k_schema = R"sql(
-- People who may sign in. login is folded; functions is a list like "enter,check".
CREATE TABLE person (
  id @ID,
  login @TEXT NOT NULL UNIQUE,
  name @TEXT NOT NULL,
  title @TEXT NOT NULL DEFAULT '',
  org_id @INT NOT NULL,
  reach @TEXT NOT NULL CHECK (reach IN ('own', 'own_and_below', 'union', 'all')),
  functions @TEXT NOT NULL DEFAULT '',
  password_hash @TEXT NOT NULL,
  disabled @INT NOT NULL DEFAULT 0,
  created_at @INT NOT NULL,
  sight @TEXT NOT NULL DEFAULT 'internal' CHECK (sight IN ('published', 'figures', 'internal', 'personal')),
  role @TEXT NOT NULL DEFAULT '',
  email @TEXT NOT NULL DEFAULT '',
  totp_secret @TEXT NOT NULL DEFAULT '',
  totp_last @INT NOT NULL DEFAULT 0,
  outside_name @TEXT NOT NULL DEFAULT '',
  mail_choice @TEXT NOT NULL DEFAULT 'all' CHECK (mail_choice IN ('all', 'digest', 'none'))
)@END;
-- outside_name: who this is for the OIDC provider ("issuer subject"); totp_secret is sealed with a key outside of the database;
-- totp_last is the newest step that was used, so that a code works once; mail_choice: which notices come by mail.
CREATE UNIQUE INDEX ix_person_outside ON person (outside_name) WHERE outside_name <> '';

-- Codes for the day the telephone is lost. Only SHA-256 is kept; each works once.
CREATE TABLE recovery_code (
  code_hash @TEXT PRIMARY KEY,
  person_id @INT NOT NULL REFERENCES person(id)
)@KEYED;
CREATE INDEX ix_recovery_code_person ON recovery_code (person_id);

-- Passkeys (WebAuthn): public halves of key pairs whose secret half never leaves the person's device. Base64.
CREATE TABLE passkey (
  id @ID,
  person_id @INT NOT NULL REFERENCES person(id),
  credential @TEXT NOT NULL UNIQUE,
  public_key @TEXT NOT NULL,
  counter @INT NOT NULL DEFAULT 0,
  name @TEXT NOT NULL,
  created_at @INT NOT NULL,
  used_at @INT NOT NULL DEFAULT 0
)@END;
CREATE INDEX ix_passkey_person ON passkey (person_id);

-- Answers to challenges that were taken, by hash, until they would be too old anyway: each works once.
CREATE TABLE used_once (
  name_hash @TEXT PRIMARY KEY,
  expires_at @INT NOT NULL
)@KEYED;

-- Invitations, links to a new pass-phrase and to a new mail address (the address is beside it), by hash; each works once.
CREATE TABLE person_link (
  token_hash @TEXT PRIMARY KEY,
  person_id @INT NOT NULL REFERENCES person(id),
  kind @TEXT NOT NULL CHECK (kind IN ('invite', 'reset', 'address')),
  expires_at @INT NOT NULL,
  address @TEXT NOT NULL DEFAULT ''
)@KEYED;

-- Tokens of other programs, by hash. scopes is a list like "read,write".
CREATE TABLE api_token (
  id @ID,
  token_hash @TEXT NOT NULL UNIQUE,
  person_id @INT NOT NULL REFERENCES person(id),
  name @TEXT NOT NULL,
  scopes @TEXT NOT NULL,
  created_at @INT NOT NULL,
  expires_at @INT NOT NULL,
  used_at @INT NOT NULL DEFAULT 0
)@END;
CREATE INDEX ix_api_token_person ON api_token (person_id);

-- Secret addresses of calendars, by hash: one a person, replaced when it is renewed.
CREATE TABLE calendar_feed (
  person_id @INT PRIMARY KEY REFERENCES person(id),
  token_hash @TEXT NOT NULL UNIQUE,
  created_at @INT NOT NULL
)@END;

-- Secret addresses of drafts for remarks, by hash: whom each was sent to, until when it holds, when it was taken back (0: never).
CREATE TABLE report_share (
  id @ID,
  report_id @INT NOT NULL,
  token_hash @TEXT NOT NULL UNIQUE,
  asked @TEXT NOT NULL,
  made_by @INT NOT NULL,
  made_by_name @TEXT NOT NULL,
  created_at @INT NOT NULL,
  expires_at @INT NOT NULL,
  revoked_at @INT NOT NULL DEFAULT 0
)@END;
CREATE INDEX ix_report_share_report ON report_share (report_id);

-- Failed tries to sign in, by the name of what is counted; deleted by a later one when their quarter of an hour is over.
CREATE TABLE failed_try (
  id @ID,
  name @TEXT NOT NULL,
  at @INT NOT NULL
)@END;
CREATE INDEX ix_failed_try ON failed_try (name, at);

-- Who signed in, was refused, read personal fields or changed people. Nothing but the clock of retention deletes from it.
CREATE TABLE access_log (
  id @ID,
  at @INT NOT NULL,
  person_id @INT NOT NULL,
  person_name @TEXT NOT NULL,
  org_id @INT NOT NULL,
  act @TEXT NOT NULL,
  register_name @TEXT NOT NULL DEFAULT '',
  record @INT NOT NULL DEFAULT 0,
  n @INT NOT NULL DEFAULT 1,
  detail @TEXT NOT NULL DEFAULT '',
  remote @TEXT NOT NULL DEFAULT ''
)@END;
CREATE INDEX ix_access_log_at ON access_log (at);
CREATE INDEX ix_access_log_record ON access_log (register_name, record);

-- Signed-in visits. Only the SHA-256 of the cookie is kept; times are milliseconds since 1970 UTC.
CREATE TABLE session (
  token_hash @TEXT PRIMARY KEY,
  person_id @INT NOT NULL REFERENCES person(id),
  created_at @INT NOT NULL,
  seen_at @INT NOT NULL,
  expires_at @INT NOT NULL,
  proved_at @INT NOT NULL DEFAULT 0,
  second_step @INT NOT NULL DEFAULT 0,
  seen_as @TEXT NOT NULL DEFAULT '',
  agent @TEXT NOT NULL DEFAULT '',
  remote @TEXT NOT NULL DEFAULT '',
  way @TEXT NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'oidc', 'passkey'))
)@KEYED;
-- way: how the person signed in; proved_at: when the pass-phrase was last given; second_step: 1 while a code is still asked for; seen_as: whom an
-- administrator sees the site as.
CREATE INDEX ix_session_person ON session (person_id);

-- The ledger: every change, append-only; hash chains each entry to the one before.
CREATE TABLE change (
  seq @INT PRIMARY KEY,
  at @INT NOT NULL,
  actor @INT NOT NULL,
  actor_name @TEXT NOT NULL,
  register_name @TEXT NOT NULL,
  record @INT NOT NULL,
  version @INT NOT NULL,
  action @TEXT NOT NULL,
  reason @TEXT NOT NULL DEFAULT '',
  batch @TEXT NOT NULL DEFAULT '',
  before_json @TEXT NOT NULL DEFAULT '',
  after_json @TEXT NOT NULL DEFAULT '',
  hash @TEXT NOT NULL,
  salt @TEXT NOT NULL DEFAULT '',
  digest @TEXT NOT NULL DEFAULT ''
)@END;
-- salt keeps digests of contents from being guessed; it goes when personal data are erased, and digest takes their place.
CREATE INDEX ix_change_record ON change (register_name, record, seq);
CREATE INDEX ix_change_batch ON change (batch) WHERE batch <> '';

-- One row: number and hash of the newest entry. Its lock puts writers in order.
CREATE TABLE chain_head (
  id @INT PRIMARY KEY CHECK (id = 1),
  seq @INT NOT NULL,
  hash @TEXT NOT NULL
)@END;
INSERT INTO chain_head (id, seq, hash) VALUES (1, 0, '');

-- Who is below whom, at any depth; an organisation is its own descendant with depth 0.
CREATE TABLE org_tree (
  ancestor @INT NOT NULL,
  descendant @INT NOT NULL,
  depth @INT NOT NULL,
  PRIMARY KEY (ancestor, descendant)
)@KEYED;
CREATE INDEX ix_org_tree_descendant ON org_tree (descendant, ancestor);

-- The city or province (as a whole) that an organisation belongs to.
CREATE TABLE org_home (
  org_id @INT PRIMARY KEY,
  locality_id @INT NOT NULL
)@END;

-- Files of evidence, by the hash of their content: the same file is kept once. Base64, because both engines store text alike.
CREATE TABLE blob (
  sha256 @TEXT PRIMARY KEY,
  media_type @TEXT NOT NULL,
  size @INT NOT NULL,
  content @TEXT NOT NULL,
  scan @TEXT NOT NULL DEFAULT 'none' CHECK (scan IN ('none', 'waiting', 'clean', 'infected')),
  scan_note @TEXT NOT NULL DEFAULT '',
  scanned_at @INT NOT NULL DEFAULT 0
)@KEYED;
-- scan: what the virus scanner said; 'none' where no scanner was set when the file came.
CREATE INDEX ix_blob_waiting ON blob (scanned_at) WHERE scan IN ('none', 'waiting');

-- Files that the program drew when a record was sealed or issued, by name; their bytes are in blob. Written once. entry is the entry
-- of the ledger that holds the hash of the list: "name sha256" of the files kept together, a line each, in order of their names.
CREATE TABLE kept_file (
  register_name @TEXT NOT NULL,
  record_id @INT NOT NULL,
  name @TEXT NOT NULL,
  sha256 @TEXT NOT NULL,
  size @INT NOT NULL,
  kept_at @INT NOT NULL,
  entry @INT NOT NULL,
  PRIMARY KEY (register_name, record_id, name)
)@KEYED;

-- Numbers of a series of papers that were never given here: the office kept them on paper before it began with the program.
CREATE TABLE number_gap (
  series @TEXT NOT NULL,
  first_number @INT NOT NULL,
  last_number @INT NOT NULL,
  reason @TEXT NOT NULL,
  set_by @TEXT NOT NULL,
  set_at @INT NOT NULL,
  PRIMARY KEY (series, first_number)
)@KEYED;

CREATE TABLE setting (
  name @TEXT PRIMARY KEY,
  value @TEXT NOT NULL
)@KEYED;

-- Records under way for which somebody is waited, and until when (yyyy-mm-dd). Written by each save of such a record.
CREATE TABLE flow_clock (
  register_name @TEXT NOT NULL,
  record_id @INT NOT NULL,
  org_id @INT NOT NULL,
  state @TEXT NOT NULL,
  since @INT NOT NULL,
  due @TEXT,
  reminded @INT NOT NULL DEFAULT 0,
  PRIMARY KEY (register_name, record_id)
)@KEYED;
CREATE INDEX ix_flow_clock_due ON flow_clock (due) WHERE due IS NOT NULL;

-- What people are told: an approval asked for, a return, a mention. read_at and mailed_at are NULL until then.
CREATE TABLE notice (
  id @ID,
  person_id @INT NOT NULL REFERENCES person(id),
  at @INT NOT NULL,
  register_name @TEXT NOT NULL,
  record_id @INT NOT NULL,
  act @TEXT NOT NULL,
  actor_name @TEXT NOT NULL,
  vi @TEXT NOT NULL,
  en @TEXT NOT NULL,
  read_at @INT,
  mailed_at @INT
)@END;
CREATE INDEX ix_notice_person ON notice (person_id, id);
CREATE INDEX ix_notice_unread ON notice (person_id) WHERE read_at IS NULL;

-- Letters waiting to be sent. to_person or to_address names who gets it; sent_at is NULL until it went out, given_up_at until it
-- never will. Letters with a link in them have no text here: the link is made when they go out, so that no copy of the
-- database holds one.
CREATE TABLE mail_outbox (
  id @ID,
  kind @TEXT NOT NULL,
  to_person @INT NOT NULL DEFAULT 0,
  to_address @TEXT NOT NULL DEFAULT '',
  subject @TEXT NOT NULL,
  body @TEXT NOT NULL,
  created_at @INT NOT NULL,
  not_before @INT NOT NULL DEFAULT 0,
  sent_at @INT,
  given_up_at @INT,
  tries @INT NOT NULL DEFAULT 0,
  last_error @TEXT NOT NULL DEFAULT ''
)@END;
CREATE INDEX ix_mail_outbox_waiting ON mail_outbox (not_before) WHERE sent_at IS NULL AND given_up_at IS NULL;

-- Heads of the ledger's chain, signed from time to time with a key that is not in the database (Ed25519, base64).
CREATE TABLE signed_head (
  seq @INT PRIMARY KEY,
  hash @TEXT NOT NULL,
  at @INT NOT NULL,
  key_id @TEXT NOT NULL,
  signature @TEXT NOT NULL
)@END;

-- What looked after the data did: restore drills, verifications. report is JSON.
CREATE TABLE safety_run (
  id @ID,
  kind @TEXT NOT NULL,
  at @INT NOT NULL,
  ms @INT NOT NULL,
  ok @INT NOT NULL,
  report @TEXT NOT NULL
)@END;

-- Requests to erase a person. name is empty once they are decided; who asked is never who decides.
CREATE TABLE erasure (
  id @ID,
  org_id @INT NOT NULL,
  name @TEXT NOT NULL,
  decision @TEXT NOT NULL,
  reason @TEXT NOT NULL,
  asked_by @INT NOT NULL,
  asked_name @TEXT NOT NULL,
  asked_at @INT NOT NULL,
  decided_by @INT NOT NULL DEFAULT 0,
  decided_name @TEXT NOT NULL DEFAULT '',
  decided_at @INT NOT NULL DEFAULT 0,
  state @TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused')),
  fields @INT NOT NULL DEFAULT 0,
  entries @INT NOT NULL DEFAULT 0,
  letters @INT NOT NULL DEFAULT 0
)@END;

-- How often a register changed: the key under which its figures are cached.
CREATE TABLE generation (
  register_name @TEXT PRIMARY KEY,
  n @INT NOT NULL
)@KEYED;
)sql";

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

std::string core_schema_sql(db::Engine engine) {
  const bool sqlite = engine == db::Engine::sqlite;
  std::string out(k_schema.substr(1));
  replace_all(out, "@ID",
              sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
  replace_all(out, "@INT", sqlite ? "INTEGER" : "BIGINT");
  replace_all(out, "@TEXT", sqlite ? "TEXT" : "TEXT COLLATE \"C\"");
  replace_all(out, "@END", sqlite ? " STRICT" : "");
  replace_all(out, "@KEYED", sqlite ? " STRICT, WITHOUT ROWID" : "");
  return out;
}

}  // namespace nc::ledger
