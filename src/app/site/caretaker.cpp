// Chores of the running server: signed heads, reminders, digests, sending mail, the nightly drill.
#include <filesystem>

#include "app/campaigns/public.h"
#include "app/calendar/public.h"
#include "app/desk/inbox.h"
#include "app/evidence/pages.h"
#include "app/evidence/scanner.h"
#include "app/flows.h"
#include "app/mail/public.h"
#include "app/petitions/public.h"
#include "app/site/safety.h"
#include "base/log.h"
#include "flow/notice.h"

namespace nc::app {
namespace {

constexpr Instant k_minute = 60'000, k_hour = 60 * k_minute, k_office = 7 * k_hour;

/// Minutes since midnight in the office's calendar.
int minute_of_day(Instant t) { return static_cast<int>(((t + k_office) / k_minute) % (24 * 60)); }

}  // namespace

Caretaker::~Caretaker() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Caretaker::start() {
  thread_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::minutes(1), [this] { return stop_; })) {
      lock.unlock();
      look_after();
      lock.lock();
    }
  });
}

/// Does `work` when no node has done it in this turn yet. A failure is logged and tried again in the next turn.
void Caretaker::chore(const char* name, const std::string& turn, const std::function<void()>& work) {
  try {
    bool ours = false;
    program_.database().read([&](db::ReadDb& db) { ours = setting(db, std::string("chore.") + name) != turn; });
    if (!ours) return;
    program_.database().write([&](db::Tx& tx) {
      ours = setting(tx, std::string("chore.") + name) != turn;
      if (ours) put_setting(tx, std::string("chore.") + name, turn);
      return ours;
    });
    if (ours) work();
  } catch (const std::exception& e) {
    log::error(std::string("chore ") + name + ": " + e.what());
  }
}

void Caretaker::look_after() {
  db::Database& database = program_.database();
  const Instant t = now();
  const int minute = minute_of_day(t);
  const std::string day = day_of(t).iso();
  chore("sign", std::to_string(t / k_hour), [&] {
    const auto key = ledger::signing_key(data_folder());
    if (!key) return log::error(key.error().message.en);
    database.write([&](db::Tx& tx) { return ledger::sign_head(tx, *key, data_folder()).has_value(); });
  });
  chore("remind", day + "/" + std::to_string(minute / 60), [&] {
    database.write([&](db::Tx& tx) { return flow::remind(tx, program_.catalog(), flows()) + remind_members(tx) + escalate_petitions(tx) > 0; });
  });
  chore("occasions", day, [&] { database.write([](db::Tx& tx) { return remind_of_occasions(tx) > 0; }); });
  if (!scanner_address().empty()) chore("scan", std::to_string(t / k_minute), [&] { scan_files(database); });
  chore("retention", day, [&] { database.write([](db::Tx& tx) { return apply_retention(tx) > 0; }); });
  // Offices without an inbox write nothing for it every minute.
  const auto inbox = std::filesystem::path(data_folder()) / "inbox";
  std::error_code wrong;
  if (std::filesystem::is_directory(inbox, wrong)) chore("inbox", std::to_string(t / k_minute), [&] { look_into_inbox(program_, inbox); });
  bool may_disturb = false, digest_time = false, urgent = false;
  database.read([&](db::ReadDb& db) {
    may_disturb = mail_may_disturb(db, minute);
    digest_time = minute >= digest_minute(db);
    urgent = may_disturb && flow::anything_urgent(db);
  });
  if (urgent) chore("urgent", day + "/" + std::to_string(minute), [&] { database.write([&](db::Tx& tx) { return flow::write_urgent(tx) > 0; }); });
  if (may_disturb && digest_time) chore("digest", day, [&] { database.write([&](db::Tx& tx) { return flow::write_digests(tx) > 0; }); });
  if (minute >= 2 * 60 + 15)
    chore("drill", day, [&] {
      const auto done = drill(database, program_.catalog(), data_folder());
      if (!done) log::error("restore drill: " + done.error().message.en);
      else if (!done->ok) log::error("restore drill: " + done->faults.front());
      else log::info("restore drill: " + std::to_string(done->restored_records) + " records, " + std::to_string(done->ms) + " ms");
    });
  send_letters();
}

/// Every node sends: each letter is claimed by one of them.
void Caretaker::send_letters() {
  try {
    send_waiting(program_.database(), [this] {
      const std::lock_guard lock(mutex_);
      return stop_;
    });
  } catch (const std::exception& e) {
    log::error(std::string("mail: ") + e.what());
  }
}

}  // namespace nc::app
