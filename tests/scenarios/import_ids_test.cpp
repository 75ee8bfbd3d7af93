// Imports that edit and create in one go: every new record gets a number of its own, whatever stands between them.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "conformance/world.h"
#include "sheets/import.h"

namespace nc::test {
namespace {

class MixedImport : public testing::TestWithParam<db::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, MixedImport, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(MixedImport, of_one_edit_and_a_thousand_and_one_creations_is_done) {
  World& world = World::of(app::catalog(), GetParam());
  const reg::Description& d = *app::catalog().find("partner");
  const Actor actor = Actor::system();
  reg::ImportTable table;
  table.targets = {"code", "name", "kind", "status"};
  const auto first_of = [&](const char* field) { return d.find(field)->opt.options->all().front().code; };
  const auto kind = first_of("kind"), status = first_of("status");
  const auto saved = world.write([&](db::Tx& tx) { return world.create(tx, d, actor, 1); });
  table.rows.push_back({saved.code, "Tên đã sửa", kind, status});
  constexpr int k_new = 1001;
  for (int i = 0; i < k_new; ++i) table.rows.push_back({"LO-" + std::to_string(i), "Đối tác mới số " + std::to_string(i), kind, status});
  reg::ImportOptions options;
  options.dry_run = false;
  options.empty_clears = false;
  const auto done = world.write([&](db::Tx& tx) { return reg::import_table(tx, app::catalog(), d, actor, table, options); });
  for (const auto& row : done.rows) EXPECT_TRUE(row.problems.empty()) << words(row.problems);
  EXPECT_TRUE(done.done);
  EXPECT_EQ(done.created, k_new);
  EXPECT_EQ(done.updated, 1);
  EXPECT_EQ(world.read([&](db::ReadDb& r) { return r.integer("SELECT count(DISTINCT id) FROM partner WHERE code LIKE 'LO-%'"); }), k_new);
  const auto back = world.write([&](db::Tx& tx) { return reg::undo_batch(tx, app::catalog(), actor, done.batch); });
  EXPECT_TRUE(back.done) << words(back.problems);
}

}  // namespace
}  // namespace nc::test
