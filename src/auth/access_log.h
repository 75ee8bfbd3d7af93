// What was done besides changing records: signing in, refusals, readings of personal fields, lists taken out.
#pragma once
#include "auth/actor.h"
#include "auth/read_notes.h"

namespace nc {

/// One line of the log. Acts: sign_in, sign_in_refused, sign_out, read_personal, export, see_as, person_changed, token_made ...
struct AccessEntry {
  std::int64_t id = 0;
  Instant at = 0;
  std::int64_t person = 0;
  std::string person_name;
  std::int64_t org = 0;
  std::string act, register_name;
  std::int64_t record = 0, n = 1;
  std::string detail, remote;
};
/// Appends; the person is the one really sitting there, also while seeing the site as somebody else.
void note_access(db::Tx& tx, const Actor& actor, AccessEntry access);
void note_readings(db::Tx& tx, const Actor& actor, const ReadNotes& notes, std::string_view remote);
/// Newest first, of people within the actor's reach; `act` "" is all.
std::vector<AccessEntry> accesses(db::ReadDb& db, const Actor& actor, std::string_view act, int limit);

}  // namespace nc
