// Somebody with the database file in hand changes things behind the program's back: each change is found and named.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/program.h"
#include "app/sample/sample.h"
#include "app/site/safety.h"
#include "support/engines.h"
#include "support/sample_database.h"

namespace nc::app {
namespace {

namespace fs = std::filesystem;

/// A sample office with a signed ledger, to meddle with.
class Tampering : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    url_ = test::sample_office(GetParam());
    folder_ = (fs::temp_directory_path() / ("nhipcau-tamper-" + std::to_string(::getpid()) + "-" + std::to_string(++made_))).string();
    fs::create_directories(folder_);
    database_ = test::open_database(url_, {.readers = 2, .busy_ms = 15000, .create = true, .read_only = false});
    sign();
  }
  void TearDown() override {
    database_.reset();
    fs::remove_all(folder_);
  }
  void sign() {
    const auto key = ledger::signing_key(folder_);
    ASSERT_TRUE(key);
    database_->write([&](db::Tx& tx) { return ledger::sign_head(tx, *key, folder_).has_value(); });
  }
  std::vector<std::string> faults() { return check_everything(*database_, catalog(), folder_).faults; }
  void meddle(const std::string& sql) {
    database_->write([&](db::Tx& tx) {
      tx.script(db::Sql::built(sql));
      return true;
    });
  }
  void expect_found(const std::string& words) {
    const auto all = faults();
    bool found = false;
    for (const auto& f : all) found = found || f.find(words) != std::string::npos;
    EXPECT_TRUE(found) << words << " is not among " << all.size() << " faults" << (all.empty() ? "" : ", first: " + all.front());
  }
  std::int64_t some(const std::string& register_name) {
    std::int64_t id = 0;
    database_->read([&](db::ReadDb& db) { id = db.integer(db::Sql::built("SELECT min(id) FROM " + register_name + " WHERE deleted = 0")); });
    return id;
  }

  static inline int made_ = 0;
  std::string url_, folder_;
  std::unique_ptr<db::Database> database_;
};

INSTANTIATE_TEST_SUITE_P(Both, Tampering, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Tampering, the_untouched_office_has_no_fault) {
  const auto check = check_everything(*database_, catalog(), folder_);
  EXPECT_TRUE(check.faults.empty()) << check.faults.front();
  EXPECT_GT(check.entries, 1000);
  EXPECT_GT(check.records, 1000);
  EXPECT_EQ(check.heads, 1);
}

TEST_P(Tampering, a_row_that_was_changed_is_named_with_its_column) {
  const auto id = some("delegation");
  meddle("UPDATE delegation SET members = 999 WHERE id = " + std::to_string(id));
  expect_found("delegation #" + std::to_string(id) + ": ô members");
}

TEST_P(Tampering, a_row_that_was_hidden_deleted_or_slipped_in_is_named) {
  const auto id = some("activity");
  meddle("UPDATE activity SET deleted = 1 WHERE id = " + std::to_string(id));
  expect_found("activity #" + std::to_string(id) + ": bị ẩn");
  meddle("DELETE FROM petition WHERE id = " + std::to_string(some("petition")));
  expect_found("đã mất khỏi sổ");
  meddle("INSERT INTO award (code, title, kind, version, created_at, created_by, updated_at, updated_by, deleted, status, org_id, confidentiality, illustrative) "
         "SELECT 'X-1', title, kind, 1, 1, 1, 1, 1, 0, status, org_id, confidentiality, 0 FROM award ORDER BY id LIMIT 1");
  expect_found("no entry of the ledger made this row");
}

TEST_P(Tampering, an_entry_that_was_edited_removed_or_moved_is_named) {
  meddle("UPDATE change SET actor_name = 'Người khác' WHERE seq = 100");
  expect_found("entry 100: was edited");
  meddle("DELETE FROM change WHERE seq = 200");
  expect_found("entry 200: was removed");
  meddle("UPDATE change SET seq = -1 WHERE seq = 300; UPDATE change SET seq = 300 WHERE seq = 301; UPDATE change SET seq = 301 WHERE seq = -1");
  expect_found("entry 300: was edited or put in another order");
}

TEST_P(Tampering, a_ledger_written_anew_does_not_fit_the_signed_heads) {
  // The chain is cut and its end made to fit: only the signature tells.
  std::string hash;
  database_->read([&](db::ReadDb& db) { hash = db::as_text(db.scalar("SELECT hash FROM change WHERE seq = 500")); });
  meddle("DELETE FROM change WHERE seq > 500; UPDATE chain_head SET seq = 500, hash = '" + hash + "'");
  expect_found("signed head");
  // Even when the signed heads are taken out as well: the log in the folder knows them.
  meddle("DELETE FROM signed_head");
  expect_found("was signed once and is not in the ledger any more");
}

TEST_P(Tampering, a_head_signed_by_somebody_else_is_named) {
  const KeyPair other = new_key_pair();
  meddle("UPDATE signed_head SET key_id = '" + other.public_key.substr(0, 16) + "'");
  expect_found("was signed with another key");
}

TEST_P(Tampering, a_signature_that_was_changed_is_named) {
  meddle("UPDATE signed_head SET at = at + 1");
  expect_found("its signature doesn't hold");
}

TEST_P(Tampering, an_evidence_file_that_was_changed_or_removed_is_named) {
  database_->write([&](db::Tx& tx) {
    tx.exec("INSERT INTO blob (sha256, media_type, size, content) VALUES ($1, 'text/plain', 3, 'YWJj')", {std::string(64, '0')});
    return true;
  });
  expect_found(std::string(64, '0'));
  meddle("UPDATE evidence SET sha256 = '" + std::string(64, 'a') + "' WHERE id = " + std::to_string(some("evidence")));
  expect_found("its file is gone");
}

TEST_P(Tampering, a_drill_restores_the_office_whole_and_leaves_nothing_behind) {
  const auto done = drill(*database_, catalog(), folder_);
  ASSERT_TRUE(done) << done.error().message.en;
  EXPECT_TRUE(done->ok) << done->faults.front();
  EXPECT_EQ(done->restored_records, done->live_records);
  EXPECT_GT(done->check.entries, 1000);
  for (const auto& file : fs::directory_iterator(folder_)) EXPECT_EQ(file.path().filename().string().find("drill"), std::string::npos) << file.path();
  database_->read([&](db::ReadDb& db) { EXPECT_EQ(db.integer("SELECT count(*) FROM safety_run WHERE kind = 'drill' AND ok = 1"), 1); });
  const auto copies_left = [&] {
    std::int64_t n = 0;
    if (GetParam() == db::Engine::postgres)
      database_->read([&](db::ReadDb& db) { n = db.integer("SELECT count(*) FROM pg_database WHERE strpos(datname, $1) > 0", {"_drill_" + std::to_string(::getpid()) + "_"}); });
    return n;
  };
  EXPECT_EQ(copies_left(), 0);
  // A broken office is told by the drill as well.
  meddle("UPDATE delegation SET members = 999 WHERE id = " + std::to_string(some("delegation")));
  const auto broken = drill(*database_, catalog(), folder_);
  ASSERT_TRUE(broken);
  EXPECT_FALSE(broken->ok);
  EXPECT_EQ(copies_left(), 0);
}

TEST_P(Tampering, a_drill_that_could_not_be_done_is_written_down_with_its_reason) {
  // A folder that is a file: nothing can be written into it.
  const std::string in_the_way = folder_ + "/khong-phai-thu-muc";
  std::ofstream(in_the_way) << "x";
  EXPECT_FALSE(drill(*database_, catalog(), in_the_way));
  database_->read([&](db::ReadDb& db) { EXPECT_EQ(db.integer("SELECT count(*) FROM safety_run WHERE kind = 'drill' AND ok = 0"), 1); });
}

TEST_P(Tampering, what_need_not_be_kept_goes_after_its_time) {
  const Instant now_is = now(), old = now_is - 400LL * 86'400'000;
  database_->write([&](db::Tx& tx) {
    const auto person = tx.integer("SELECT min(id) FROM person");
    for (const auto& [at, read] : {std::pair{old, true}, {old, false}, {now_is, true}})
      tx.exec("INSERT INTO notice (person_id, at, register_name, record_id, act, actor_name, vi, en, read_at) VALUES ($1, $2, 'aid', 1, 'x', 'y', 'v', 'e', $3)",
              {person, at, read ? db::Value(at) : db::Value()});
    tx.exec("INSERT INTO mail_outbox (kind, to_person, subject, body, created_at, sent_at) VALUES ('digest', $1, 's', 'b', $2, $2)", {person, now_is - 100LL * 86'400'000});
    return true;
  });
  std::int64_t gone = 0;
  database_->write([&](db::Tx& tx) {
    gone = apply_retention(tx);
    return true;
  });
  EXPECT_EQ(gone, 2) << "the old read notice and the letter of three months ago; what is unread stays";
  database_->write([&](db::Tx& tx) {
    put_setting(tx, "retention.mail_days", "1");
    tx.exec("INSERT INTO mail_outbox (kind, to_person, subject, body, created_at, sent_at) VALUES ('digest', 1, 's', 'b', $1, $1)", {now_is - 3LL * 86'400'000});
    gone = apply_retention(tx);
    return true;
  });
  EXPECT_EQ(gone, 1) << "the office may say how long";
}

TEST(SigningKey, is_made_once_readable_by_its_owner_only) {
  const fs::path folder = fs::temp_directory_path() / ("nhipcau-key-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto first = ledger::signing_key(folder.string()), second = ledger::signing_key(folder.string());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->secret, second->secret);
  EXPECT_EQ(fs::status(folder / "ledger-key").permissions() & fs::perms::all, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(signature_holds(first->public_key, "bản gốc", signature_of(*first, "bản gốc")));
  EXPECT_FALSE(signature_holds(first->public_key, "bản sửa", signature_of(*first, "bản gốc")));
  std::ofstream(folder / "ledger-key") << "hỏng\n";
  EXPECT_FALSE(ledger::signing_key(folder.string())) << "a damaged key is not silently replaced";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace nc::app
