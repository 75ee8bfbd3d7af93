// The ledger keeps every change and notices when somebody meddles with it.
#include "ledger/entry_hash.h"
#include "ledger/ledger.h"

#include <gtest/gtest.h>

#include <thread>

#include "ledger/generation.h"
#include "support/core_tables.h"

namespace nc::ledger {
namespace {

class Ledger : public testing::TestWithParam<db::Engine> {
 protected:
  Ledger() : database(test::database_with_core_tables(GetParam())) {
    actor.id = 7;
    actor.name = "Đặng Thu Hà";
  }
  Change add(std::int64_t record, const std::string& after = "{\"title\":\"Đón đoàn\"}") {
    Change c;
    c.register_name = "delegation";
    c.record = record;
    c.version = 1;
    c.action = "create";
    c.reason = "nhập sổ";
    c.after = after;
    Change out;
    database->write([&](db::Tx& tx) {
      out = append(tx, actor, c);
      return true;
    });
    return out;
  }
  void meddle(const std::string& sql) {
    database->write([&](db::Tx& tx) {
      tx.script(db::Sql::built(sql));
      return true;
    });
  }
  Verified verified() {
    return database->read_result([](db::ReadDb& db) { return verify(db); });
  }
  void expect_only_fault(const std::string& start) {
    const Verified v = verified();
    ASSERT_EQ(v.faults.size(), 1U) << (v.faults.empty() ? "none" : v.faults.back());
    EXPECT_TRUE(v.faults[0].starts_with(start)) << v.faults[0];
  }
  std::unique_ptr<db::Database> database;
  Actor actor;
};
INSTANTIATE_TEST_SUITE_P(Both, Ledger, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Ledger, gives_back_what_was_written) {
  const Change written = add(3);
  EXPECT_EQ(written.seq, 1);
  EXPECT_EQ(written.hash.size(), 64U);
  database->read([&](db::ReadDb& db) {
    const auto found = find(db, 1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->actor, 7);
    EXPECT_EQ(found->actor_name, "Đặng Thu Hà");
    EXPECT_EQ(found->register_name, "delegation");
    EXPECT_EQ(found->record, 3);
    EXPECT_EQ(found->version, 1);
    EXPECT_EQ(found->action, "create");
    EXPECT_EQ(found->reason, "nhập sổ");
    EXPECT_EQ(found->before, "");
    EXPECT_EQ(found->after, "{\"title\":\"Đón đoàn\"}");
    EXPECT_EQ(found->hash, written.hash);
    EXPECT_EQ(found->at, written.at);
    EXPECT_FALSE(find(db, 2));
  });
}

TEST_P(Ledger, shows_the_newest_first) {
  for (const std::int64_t record : {1, 2, 1, 1}) add(record);
  database->read([&](db::ReadDb& db) {
    const auto of_one = history(db, "delegation", 1);
    ASSERT_EQ(of_one.size(), 3U);
    EXPECT_EQ(of_one[0].seq, 4);
    EXPECT_EQ(of_one[2].seq, 1);
    EXPECT_EQ(history(db, "delegation", 1, 2).size(), 2U);
    EXPECT_TRUE(history(db, "aid", 1).empty());
    ASSERT_EQ(recent(db, 2).size(), 2U);
    EXPECT_EQ(recent(db, 2)[1].seq, 3);
  });
}

TEST_P(Ledger, holds_together) {
  EXPECT_EQ(verified().faults.size(), 0U);
  for (int i = 1; i <= 5; ++i) add(i);
  EXPECT_EQ(verified().entries, 5);
  EXPECT_TRUE(verified().faults.empty());
}

TEST_P(Ledger, does_not_count_what_was_rolled_back) {
  add(1);
  database->write([&](db::Tx& tx) {
    append(tx, actor, {});
    return false;
  });
  EXPECT_EQ(add(2).seq, 2);
  EXPECT_TRUE(verified().faults.empty());
}

TEST_P(Ledger, notices_an_edited_entry) {
  for (int i = 1; i <= 5; ++i) add(i);
  for (const char* edit : {"after_json = '{}'", "actor_name = 'X'", "at = at + 1", "reason = ''", "record = 9",
                           "register_name = 'aid'", "action = 'delete'", "version = 2", "batch = 'b'", "actor = 8"}) {
    meddle("CREATE TABLE kept AS SELECT * FROM change WHERE seq = 3; UPDATE change SET " + std::string(edit) +
           " WHERE seq = 3");
    expect_only_fault("mục 3: ");
    meddle("DELETE FROM change WHERE seq = 3; INSERT INTO change SELECT * FROM kept; DROP TABLE kept");
    EXPECT_TRUE(verified().faults.empty()) << edit;
  }
}

TEST_P(Ledger, keeps_its_chain_when_contents_are_erased_by_decision) {
  for (int i = 1; i <= 5; ++i) add(i);
  database->write([](db::Tx& tx) {
    EXPECT_TRUE(erase_contents(tx, {}, {{3, "", "", "{\"name\":\"X\"}"}, {4, "", "", "{}"}}, "12/QĐ").empty());
    return true;
  });
  EXPECT_TRUE(verified().faults.empty()) << verified().faults[0];
  EXPECT_EQ(verified().erased, 2);
  EXPECT_EQ(verified().entries, 6);
  // Again, by a later decision that covers the same entry.
  database->write([](db::Tx& tx) {
    erase_contents(tx, {}, {{3, "", "", "{\"name\":\"Y\"}"}}, "13/QĐ");
    return true;
  });
  EXPECT_TRUE(verified().faults.empty()) << verified().faults[0];
  meddle("UPDATE change SET after_json = '{\"name\":\"Z\"}' WHERE seq = 3");
  expect_only_fault("mục 3: ");
}

TEST_P(Ledger, does_not_take_an_edit_for_an_erasure) {
  for (int i = 1; i <= 5; ++i) add(i);
  std::string digest;
  database->read([&](db::ReadDb& db) {
    const auto c = find(db, 2);
    digest = content_digest(c->salt, c->reason, c->before, c->after);
  });
  meddle("UPDATE change SET after_json = '{}', salt = '', digest = '" + digest + "' WHERE seq = 2");
  expect_only_fault("mục 2: ");
  EXPECT_EQ(verified().erased, 1);
}

TEST_P(Ledger, does_not_mistake_text_moved_between_columns_for_the_same) {
  add(1);
  meddle("UPDATE change SET action = 'creat', reason = 'e' || reason");
  expect_only_fault("mục 1: ");
}

TEST_P(Ledger, notices_a_removed_entry) {
  for (int i = 1; i <= 5; ++i) add(i);
  meddle("DELETE FROM change WHERE seq = 2");
  expect_only_fault("mục 2: ");
  EXPECT_EQ(verified().entries, 4);
}

TEST_P(Ledger, notices_removal_at_both_ends) {
  for (int i = 1; i <= 5; ++i) add(i);
  meddle("DELETE FROM change WHERE seq = 5");
  expect_only_fault("mục 5: ");
  meddle("DELETE FROM change WHERE seq = 1");
  EXPECT_EQ(verified().faults.size(), 2U);
  meddle("DELETE FROM change");
  expect_only_fault("mục 1: ");
}

TEST_P(Ledger, notices_entries_in_another_order) {
  for (int i = 1; i <= 5; ++i) add(i);
  meddle(
      "UPDATE change SET seq = 100 WHERE seq = 2; UPDATE change SET seq = 2 WHERE seq = 3; UPDATE change SET seq = "
      "3 WHERE seq = 100");
  EXPECT_GE(verified().faults.size(), 2U);
}

TEST_P(Ledger, notices_entries_written_past_it) {
  add(1);
  meddle(
      "INSERT INTO change SELECT 2, at, actor, actor_name, register_name, record, version, action, reason, batch, "
      "before_json, after_json, hash, salt, digest FROM change");
  EXPECT_GE(verified().faults.size(), 1U);
  meddle("DELETE FROM change WHERE seq = 2; DELETE FROM chain_head");
  EXPECT_EQ(verified().faults.size(), 1U);
}

TEST_P(Ledger, stays_whole_when_many_write_at_once) {
  std::vector<std::thread> writers;
  for (int t = 0; t < 16; ++t)
    writers.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) add(t);
    });
  for (auto& writer : writers) writer.join();
  const Verified v = verified();
  EXPECT_EQ(v.entries, 320);
  EXPECT_TRUE(v.faults.empty()) << v.faults[0];
}

TEST_P(Ledger, counts_how_often_a_register_changed) {
  const auto of = [&](const char* name) {
    return database->read_result([&](db::ReadDb& db) { return generation(db, name); });
  };
  EXPECT_EQ(of("aid"), 0);
  for (int i = 0; i < 3; ++i)
    database->write([](db::Tx& tx) {
      touched(tx, "aid");
      return true;
    });
  EXPECT_EQ(of("aid"), 3);
  EXPECT_EQ(of("partner"), 0);
}

}  // namespace
}  // namespace nc::ledger
