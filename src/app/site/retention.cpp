// What is kept no longer than it is needed: read notices, sent letters, ended visits, old results of drills.
#include "app/privacy/public.h"
#include "app/site/safety.h"
#include "sheets/import_jobs.h"

namespace nc::app {
namespace {

constexpr Instant k_day = 86'400'000;

Instant before_days(db::ReadDb& db, std::string_view name, std::int64_t otherwise) {
  const auto days = parse_int(setting(db, name)).value_or(otherwise);
  return now() - k_day * (days < 1 ? 1 : days);
}

}  // namespace

std::int64_t apply_retention(db::Tx& tx) {
  std::int64_t gone = 0;
  gone += tx.exec("DELETE FROM notice WHERE read_at IS NOT NULL AND at < $1", {before_days(tx, "retention.notices_days", 365)});
  gone += tx.exec("DELETE FROM mail_outbox WHERE COALESCE(sent_at, given_up_at) < $1", {before_days(tx, "retention.mail_days", 90)});
  gone += tx.exec("DELETE FROM safety_run WHERE at < $1", {before_days(tx, "retention.runs_days", 730)});
  gone += tx.exec("DELETE FROM session WHERE expires_at < $1", {now()});
  gone += prune_access_log(tx);
  gone += reg::prune_jobs(tx);
  return gone;
}

}  // namespace nc::app
