// The hash that chains one ledger entry to the one before it.
#include "ledger/entry_hash.h"

#include "base/hash.h"

namespace nc::ledger {
namespace {

void add(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
}
void add(std::string& out, std::int64_t field) { add(out, std::to_string(field)); }

}  // namespace

std::string content_digest(std::string_view salt, std::string_view reason, std::string_view before, std::string_view after) {
  std::string out;
  out.reserve(64 + reason.size() + before.size() + after.size());
  for (const std::string_view part : {salt, reason, before, after}) add(out, part);
  return sha256_hex(out);
}

std::string entry_hash(std::string_view previous, const Change& c) {
  std::string out;
  out.reserve(256 + c.before.size() + c.after.size());
  add(out, previous);
  add(out, c.seq);
  add(out, c.at);
  add(out, c.actor);
  add(out, c.actor_name);
  add(out, c.register_name);
  add(out, c.record);
  add(out, c.version);
  add(out, c.action);
  if (!c.salt.empty() || !c.digest.empty()) {
    add(out, c.batch);
    add(out, c.digest.empty() ? content_digest(c.salt, c.reason, c.before, c.after) : c.digest);
    return sha256_hex(out);
  }
  add(out, c.reason);
  add(out, c.batch);
  add(out, c.before);
  add(out, c.after);
  return sha256_hex(out);
}

}  // namespace nc::ledger
