// A database with two Unions and their people, and example records of any register made from its description.
#pragma once
#include <map>
#include <memory>

#include "register/store.h"
#include "support/engines.h"

namespace nc::test {

/// One database for many tests of an engine and a catalogue: tests keep apart by having organisations of their own.
class World {
 public:
  static World& of(const reg::Catalog& catalog, db::Engine engine);
  /// The same for a test that begins: a new one when the last has become large, since every organisation more makes the next one dearer.
  static World& for_new_test(const reg::Catalog& catalog, db::Engine engine);
  /// Over a database that has the schema already: for tests with offices of their own.
  World(const reg::Catalog& catalog, std::unique_ptr<db::Database> database) : catalog_(catalog), database_(std::move(database)) {}

  const reg::Catalog& catalog() const { return catalog_; }
  db::Database& database() { return *database_; }

  /// Two organisations made for this test, and somebody in each who reaches that one only.
  struct Two {
    Actor a, b;
  };
  /// It is the fifteenth of June 2026. Tests whose rules look at the day say so first: other tests move the clock.
  static void set_day();
  Two two_unions();

  /// A valid record of the register, filled as far as its rules allow; `variant` makes records differ.
  reg::Cells example(db::Tx& tx, const reg::Description& d, const Actor& actor, int variant);
  /// Saves it; fails the test when no valid one is found.
  reg::Saved create(db::Tx& tx, const reg::Description& d, const Actor& actor, int variant);
  std::vector<std::int64_t> create_many(const reg::Description& d, const Actor& actor, int n);

  template <class F> auto read(F&& body) {
    std::optional<decltype(body(std::declval<db::ReadDb&>()))> out;
    database_->read([&](db::ReadDb& r) { out.emplace(body(r)); });
    return std::move(*out);
  }
  /// Commits.
  template <class F> auto write(F&& body) {
    std::optional<decltype(body(std::declval<db::Tx&>()))> out;
    database_->write([&](db::Tx& tx) {
      out.emplace(body(tx));
      return true;
    });
    return std::move(*out);
  }
  reg::Cells load(const reg::Description& d, const Actor& actor, std::int64_t id);
  tl::expected<reg::Saved, Problems> save(const reg::Description& d, const Actor& actor, reg::Cells cells);

 private:
  World(const reg::Catalog& catalog, db::Engine engine);
  static std::unique_ptr<World>& kept(const reg::Catalog& catalog, db::Engine engine);
  void fill(db::Tx& tx, const reg::Description& d, const Actor& actor, const reg::Field& f, int variant, int tried, reg::Cells& cells);
  std::int64_t target(db::Tx& tx, const reg::Field& f, const Actor& actor, int variant);
  bool try_save(db::Tx& tx, const reg::Description& d, const Actor& actor, reg::Cells cells, Problems& problems);

  const reg::Catalog& catalog_;
  std::unique_ptr<db::Database> database_;
  std::vector<std::string> making_;  ///< registers whose examples are being made: links back to them stay empty
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> made_;
  int unions_ = 0;
};

/// Words of the title of example `variant`: in Vietnamese order by variant, all different.
std::string example_title(int variant);
std::string words(const Problems& problems);

}  // namespace nc::test
