// What every register does, on both engines: one suite over the catalogue of the program and a demo catalogue.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/catalog.h"
#include "base/fold.h"
#include "conformance/demo_registers.h"
#include "conformance/world.h"
#include "sheets/import.h"
#include "register/parts.h"

namespace nc::test {
namespace {

using reg::Cells;
using reg::Description;
using reg::Field;
using reg::Kind;
using reg::ListQuery;

struct Case {
  const reg::Catalog* catalog;
  const Description* d;
  db::Engine engine;
};

std::vector<Case> cases() {
  std::vector<Case> out;
  for (const db::Engine engine : engines_under_test()) {
    for (const Description* d : app::catalog().all()) out.push_back({&app::catalog(), d, engine});
    for (const Description* d : demo_catalog().all()) out.push_back({&demo_catalog(), d, engine});
  }
  return out;
}

std::string case_name(const testing::TestParamInfo<Case>& info) {
  return std::string(info.param.engine == db::Engine::sqlite ? "sqlite_" : "postgres_") +
         (info.param.catalog == &demo_catalog() && !info.param.d->name.starts_with("demo") ? "demo_" : "") + info.param.d->name;
}

/// Field by field what differs between two records, leaving out id, version and what `skip` names.
std::string differences(const Description& d, const Cells& a, const Cells& b, const std::set<std::string>& skip = {}) {
  std::string out;
  const auto names = d.columns();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (i != reg::k_id && i != reg::k_version && !skip.contains(names[i]) && a[i] != b[i])
      out += names[i] + ": " + db::as_text(a[i]) + " | " + db::as_text(b[i]) + "\n";
  return out;
}

class Conformance : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    const World::Two two = World::for_new_test(*GetParam().catalog, GetParam().engine).two_unions();
    a_ = two.a;
    b_ = two.b;
  }
  World& world() { return World::of(*GetParam().catalog, GetParam().engine); }
  const Description& d() const { return *GetParam().d; }
  bool plain_scope() const {
    return d().scope(a_, "t").sql == org_scope(a_, "t").sql;
  }

  reg::Saved create(int variant) {
    return world().write([&](db::Tx& tx) { return world().create(tx, d(), a_, variant); });
  }
  reg::ListPage list(const ListQuery& q, const Actor& actor) {
    return world().read([&](db::ReadDb& r) { return reg::list(r, d(), actor, q); });
  }
  /// A list narrowed to the records of this test.
  ListQuery mine() const {
    ListQuery q;
    q.limit = 500;
    q.filters.emplace_back("org", std::to_string(a_.org));
    return q;
  }
  std::vector<Cells> all_mine() { return list(mine(), a_).rows; }
  std::vector<ledger::Change> history(std::int64_t id) {
    return world().read([&](db::ReadDb& r) { return ledger::history(r, d().name, id); });
  }
  template <class Body> auto in_tx(Body&& body) { return world().database().write_result(body); }

  /// Records of this test; for organisations these keep themselves, so lists are narrowed by id instead.
  std::set<std::int64_t> some(int n) {
    const auto ids = world().create_many(d(), a_, n);
    std::set<std::int64_t> mine;
    const std::set<std::int64_t> made(ids.begin(), ids.end());
    for (const Cells& c : all_mine())
      if (made.contains(db::as_int(c[reg::k_id]))) mine.insert(db::as_int(c[reg::k_id]));
    return mine;
  }

  Actor a_, b_;
};

INSTANTIATE_TEST_SUITE_P(Every, Conformance, testing::ValuesIn(cases()), case_name);

TEST_P(Conformance, a_record_reads_back_as_it_was_saved) {
  Cells typed = world().write([&](db::Tx& tx) { return world().example(tx, d(), a_, 1); });
  auto saved = world().save(d(), a_, typed);
  ASSERT_TRUE(saved) << words(saved.error());
  EXPECT_FALSE(saved->code.empty());
  const Cells stored = world().load(d(), Actor::system(), saved->id);
  std::set<std::string> skip{"code", "org_id"};
  if (!d().before_save.empty() || !d().after_save.empty())  // hooks may fill in what was left empty, not change the rest
    for (std::size_t i = 0; i < typed.size(); ++i)
      if (db::is_null(typed[i])) skip.insert(d().columns()[i]);
  EXPECT_EQ(differences(d(), typed, stored, skip), "");
  const auto by_code = world().read([&](db::ReadDb& r) { return reg::load_code(r, d(), Actor::system(), saved->code); });
  ASSERT_TRUE(by_code);
  EXPECT_EQ(*by_code, stored);
}

TEST_P(Conformance, an_edit_is_kept_with_its_history) {
  const reg::Saved made = create(2);
  Cells cells = world().load(d(), Actor::system(), made.id);
  cells[reg::k_note] = std::string("Đã đối chiếu với báo cáo");
  const auto saved = world().save(d(), a_, cells);
  ASSERT_TRUE(saved) << words(saved.error());
  const Cells stored = world().load(d(), Actor::system(), made.id);
  EXPECT_EQ(db::as_text(stored[reg::k_note]), "Đã đối chiếu với báo cáo");
  EXPECT_EQ(db::as_int(stored[reg::k_version]), saved->version);
  EXPECT_GT(saved->version, db::as_int(cells[reg::k_version]));
  const auto changes = history(made.id);
  ASSERT_GE(changes.size(), 2U);
  EXPECT_EQ(changes.front().action, "update");
  EXPECT_EQ(changes.front().actor_name, a_.name);
  EXPECT_NE(changes.front().after.find("Đã đối chiếu"), std::string::npos) << changes.front().after;
  EXPECT_EQ(changes.front().after.find("\"confidentiality\""), std::string::npos) << "only what differs is written";
  EXPECT_EQ(changes.back().action, "create");
  EXPECT_EQ(changes.back().before, "");
}

TEST_P(Conformance, a_stale_edit_is_refused_and_names_who_came_first) {
  const reg::Saved made = create(3);
  const Cells seen = world().load(d(), Actor::system(), made.id);
  Cells first = seen, second = seen;
  first[reg::k_note] = std::string("người thứ nhất");
  second[reg::k_note] = std::string("người thứ hai");
  ASSERT_TRUE(world().save(d(), a_, first));
  const auto refused = world().save(d(), a_, second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::conflict);
  EXPECT_NE(refused.error().front().message.vi.find(a_.name), std::string::npos) << refused.error().front().message.vi;
  EXPECT_EQ(db::as_text(world().load(d(), Actor::system(), made.id)[reg::k_note]), "người thứ nhất");
}

TEST_P(Conformance, saving_without_a_change_writes_nothing) {
  const reg::Saved made = create(4);
  const Cells cells = world().load(d(), Actor::system(), made.id);
  const std::size_t before = history(made.id).size();
  const auto saved = world().save(d(), a_, cells);
  ASSERT_TRUE(saved) << words(saved.error());
  EXPECT_EQ(saved->change, 0);
  EXPECT_EQ(saved->version, db::as_int(cells[reg::k_version]));
  EXPECT_EQ(history(made.id).size(), before);
}

TEST_P(Conformance, every_filter_finds_its_records_and_no_others) {
  const auto mine = some(7);
  const std::vector<Cells> rows = all_mine();
  const ListQuery base = mine.empty() ? ListQuery{} : this->mine();
  for (const Field& f : d().fields) {
    if (!reg::detail::filter_field(d(), f.name)) continue;
    std::set<std::string> values;
    for (const Cells& c : rows) {
      reg::Codes several;
      if (f.kind == Kind::choices || f.kind == Kind::links) reg::detail::get(c, f.first, several);
      else several = {db::as_text(c[static_cast<std::size_t>(f.first)])};
      for (const std::string& v : several)
        if (!v.empty()) values.insert(v);
    }
    values.insert("-");
    for (const std::string& v : values) {
      if (v == "-" && f.kind == Kind::boolean) continue;
      std::vector<std::pair<std::string, std::string>> typed{{"org", std::to_string(a_.org)}, {"limit", "500"}, {f.name, v}};
      const auto q = reg::parse_list_query(d(), typed);
      ASSERT_TRUE(q) << q.error().message.en;
      std::set<std::int64_t> expected, found;
      for (const Cells& c : rows) {
        const std::string stored = db::as_text(c[static_cast<std::size_t>(f.first)]);
        const bool list_kind = f.kind == Kind::choices || f.kind == Kind::links;
        const bool has = v == "-" ? stored.empty() : list_kind ? stored.find("|" + v + "|") != std::string::npos : stored == v;
        if (has) expected.insert(db::as_int(c[reg::k_id]));
      }
      const reg::ListPage page = list(*q, a_);
      for (const Cells& c : page.rows) found.insert(db::as_int(c[reg::k_id]));
      EXPECT_EQ(found, expected) << f.name << " = " << v;
      EXPECT_EQ(page.count, static_cast<std::int64_t>(expected.size())) << f.name << " = " << v;
    }
  }
}

TEST_P(Conformance, every_sort_is_the_same_on_both_engines_and_vietnamese) {
  some(11);
  const auto columns = d().columns();
  for (const std::vector<Field>* fields : {&Description::standard_fields(), &d().fields}) {
    for (const Field& f : *fields) {
      if (!reg::detail::sortable(d(), f)) continue;
      for (const bool down : {false, true}) {
        ListQuery q = mine();
        q.sort = (down ? "-" : "") + f.name;
        const std::vector<Cells> rows = list(q, a_).rows;
        const auto key = [&](const Cells& c) {
          return reg::detail::has_key(d(), f) ? reg::detail::key_value(f, c) : c[static_cast<std::size_t>(f.first)];
        };
        std::vector<Cells> expected = rows;
        std::sort(expected.begin(), expected.end(), [&](const Cells& x, const Cells& y) {
          const db::Value kx = key(x), ky = key(y);
          if (db::is_null(kx) != db::is_null(ky)) return db::is_null(ky);
          const auto ix = db::as_int(x[reg::k_id]), iy = db::as_int(y[reg::k_id]);
          if (kx != ky) return down ? ky < kx : kx < ky;
          return down ? iy < ix : ix < iy;
        });
        EXPECT_EQ(rows, expected) << q.sort;
      }
    }
  }
}

TEST_P(Conformance, words_are_found_with_and_without_diacritics) {
  const reg::Saved made = create(14);  // "Đà Nẵng 14" where the title is typed
  const Cells cells = world().load(d(), Actor::system(), made.id);
  std::vector<std::string> typed{made.code};
  const Field& title = *d().find(d().title_field);
  if (title.kind == Kind::text) {
    const std::string words = db::as_text(cells[static_cast<std::size_t>(title.first)]);
    typed.insert(typed.end(), {words, fold(words), fold(words).substr(0, fold(words).size() - 4)});
  }
  for (const std::string& words : typed) {
    ListQuery q = mine();
    q.filters.clear();
    q.words = words;
    const auto rows = list(q, Actor::system()).rows;
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Cells& c) { return db::as_int(c[reg::k_id]) == made.id; })) << words;
    const auto hits = world().read([&](db::ReadDb& r) { return reg::search(r, world().catalog(), Actor::system(), words, 200, Lang::vi); });
    EXPECT_TRUE(std::any_of(hits.begin(), hits.end(), [&](const reg::Hit& h) { return h.what == &d() && h.id == made.id; })) << words;
  }
  ListQuery none = mine();
  none.words = "khongcotrongsonao";
  EXPECT_TRUE(list(none, a_).rows.empty());
}

TEST_P(Conformance, pages_forth_and_back_show_everything_once) {
  some(7);
  std::vector<std::string> sorts{""};
  for (const Field& f : d().fields)
    if (reg::detail::sortable(d(), f)) sorts.insert(sorts.end(), {f.name, "-" + f.name});
  for (const std::string& sort : sorts) {
    ListQuery q = mine();
    q.sort = sort;
    const std::vector<Cells> whole = list(q, a_).rows;
    q.limit = 2;
    std::vector<Cells> forth, back;
    reg::ListPage page = list(q, a_);
    for (int i = 0; i < 100; ++i) {
      forth.insert(forth.end(), page.rows.begin(), page.rows.end());
      if (page.next.empty()) break;
      q.after = page.next;
      page = list(q, a_);
    }
    EXPECT_EQ(forth, whole) << "forth by " << sort;
    q.after.clear();
    back = page.rows;
    for (int i = 0; i < 100 && !page.previous.empty(); ++i) {
      q.before = page.previous;
      page = list(q, a_);
      back.insert(back.begin(), page.rows.begin(), page.rows.end());
    }
    EXPECT_EQ(back, whole) << "back by " << sort;
    std::vector<Cells> streamed;
    ListQuery all = mine();
    all.sort = sort;
    world().read([&](db::ReadDb& r) {
      reg::each(r, d(), a_, all, [&](const Cells& c) { return streamed.push_back(c), true; });
      return true;
    });
    EXPECT_EQ(streamed, whole);
  }
}

TEST_P(Conformance, a_key_or_filter_that_was_tampered_with_is_refused) {
  some(3);
  ListQuery q = mine();
  q.limit = 1;
  const std::string key = list(q, a_).next;
  if (!key.empty()) {
    EXPECT_TRUE(reg::parse_list_query(d(), {{"after", key}}));
    std::string other = key;
    other[other.size() / 2] = other[other.size() / 2] == '1' ? '2' : '1';
    EXPECT_FALSE(reg::parse_list_query(d(), {{"after", other}})) << other;
    EXPECT_FALSE(reg::parse_list_query(d(), {{"after", key}, {"sort", "-code"}}));
  }
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"no_such_field", "1"}, {"sort", "no_such_field"}, {"sort", "-note"}, {"limit", "0"}, {"limit", "100000"}, {"before", "'; DROP TABLE"}, {"note", "x"}}) {
    const auto refused = reg::parse_list_query(d(), {{name, value}});
    EXPECT_FALSE(refused) << name << "=" << value;
    if (!refused) { EXPECT_FALSE(refused.error().message.vi.empty()); }
  }
}

/// Columns that people fill and of which no two records may have the same values: then a copy of a record is refused, rightly.
bool refuses_copies(const reg::Description& d) {
  const auto entered = [&](const std::string& column) {
    const Field* f = d.find(column == "org_id" ? "org" : column);
    return f && !f->opt.read_only;
  };
  return std::any_of(d.uniques.begin(), d.uniques.end(), [&](const auto& columns) { return std::all_of(columns.begin(), columns.end(), entered); });
}

TEST_P(Conformance, an_export_imports_as_the_same_records) {
  const auto ids = some(4);
  const auto header = reg::export_header(d());
  std::vector<std::vector<std::string>> rows;
  std::vector<Cells> records;
  for (const Cells& c : all_mine())
    if (ids.contains(db::as_int(c[reg::k_id]))) records.push_back(c);
  world().read([&](db::ReadDb& r) {
    const auto codes = reg::link_codes(r, world().catalog(), d(), records);
    for (const Cells& c : records) rows.push_back(reg::export_row(d(), c, codes));
    return true;
  });
  const auto import = [&](const std::vector<std::vector<std::string>>& table, bool dry) {
    return world().write([&](db::Tx& tx) { return reg::import_rows(tx, world().catalog(), d(), a_, header, table, dry, "test.xlsx"); });
  };
  const reg::ImportResult same = import(rows, false);
  for (const auto& row : same.rows) EXPECT_TRUE(row.problems.empty()) << words(row.problems);
  EXPECT_EQ(same.unchanged, static_cast<int>(rows.size()));
  EXPECT_TRUE(same.done);

  const std::size_t code = static_cast<std::size_t>(std::find(header.begin(), header.end(), "code") - header.begin());
  for (auto& row : rows) row[code] = "N-" + row[code];
  const reg::ImportResult dry = import(rows, true);
  if (refuses_copies(d())) {
    EXPECT_EQ(dry.failed, static_cast<int>(rows.size()));
    for (const auto& row : dry.rows) EXPECT_FALSE(row.problems.empty()) << "a second record of the same is refused in words";
    return;
  }
  EXPECT_EQ(dry.created, static_cast<int>(rows.size()));
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load_code(r, d(), Actor::system(), rows.empty() ? "-" : rows[0][code]); }));
  const reg::ImportResult fresh = import(rows, false);
  for (const auto& row : fresh.rows) EXPECT_TRUE(row.problems.empty()) << words(row.problems);
  std::set<std::string> skip{"code", "org_id"};
  for (const Field& f : d().fields)
    if (f.opt.read_only)
      for (const std::string& c : f.column_names()) skip.insert(c);
  for (std::size_t i = 0; i < rows.size() && fresh.done; ++i) {
    const auto copy = world().read([&](db::ReadDb& r) { return reg::load_code(r, d(), Actor::system(), rows[i][code]); });
    ASSERT_TRUE(copy) << rows[i][code];
    EXPECT_EQ(differences(d(), records[i], *copy, skip), "");
  }
}

TEST_P(Conformance, a_whole_import_is_taken_back) {
  const auto ids = some(3);
  std::vector<Cells> records;
  for (const Cells& c : all_mine())
    if (ids.contains(db::as_int(c[reg::k_id]))) records.push_back(c);
  const auto count = [&] { return list(ListQuery{}, Actor::system()).count; };
  const auto before = count();
  std::vector<std::vector<std::string>> rows;
  world().read([&](db::ReadDb& r) {
    const auto codes = reg::link_codes(r, world().catalog(), d(), records);
    for (const Cells& c : records) rows.push_back(reg::export_row(d(), c, codes));
    return true;
  });
  const auto header = reg::export_header(d());
  const auto at = [&](const char* name) { return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin()); };
  const std::size_t edited = rows.size();
  for (std::size_t i = 0; i < edited; ++i) {
    if (!refuses_copies(d()) && !(d().stays && d().stays(records[i]))) {
      rows.push_back(rows[i]);  // a creation behind every edit
      rows.back()[at("code")] = "B-" + rows[i][at("code")];
    }
    rows[i][at("note")] = "sửa hàng loạt " + std::to_string(i);
  }
  const auto done = world().write([&](db::Tx& tx) { return reg::import_rows(tx, world().catalog(), d(), a_, header, rows, false, "test.xlsx"); });
  for (const auto& row : done.rows) EXPECT_TRUE(row.problems.empty()) << words(row.problems);
  ASSERT_TRUE(done.done);
  const std::size_t made = rows.size() - edited;
  EXPECT_EQ(done.created, static_cast<int>(made));
  EXPECT_EQ(count(), before + static_cast<std::int64_t>(made));
  const auto back = world().write([&](db::Tx& tx) { return reg::undo_batch(tx, world().catalog(), a_, done.batch); });
  EXPECT_EQ(words(back.problems), "");
  EXPECT_EQ(back.done, edited > 0);
  EXPECT_EQ(back.removed, static_cast<int>(made));
  EXPECT_EQ(back.set_back, static_cast<int>(edited));
  EXPECT_EQ(count(), before);
  for (const Cells& c : records) {
    const auto now = world().read([&](db::ReadDb& r) { return reg::load(r, d(), a_, db::as_int(c[reg::k_id])); });
    ASSERT_TRUE(now);
    EXPECT_EQ(differences(d(), c, *now, {}), "");
  }
  EXPECT_TRUE(world().read([&](db::ReadDb& r) { return ledger::verify(r).faults.empty(); }));
}

TEST_P(Conformance, a_bad_row_keeps_the_whole_file_out) {
  const auto count = [&] { return list(ListQuery{}, Actor::system()).count; };
  const auto before = count();
  const Field& title = *d().find(d().title_field);
  const auto result = world().write([&](db::Tx& tx) {
    return reg::import_rows(tx, world().catalog(), d(), a_, {"code", title.name, "confidentiality"},
                            {{"F-1", "An", "public"}, {"F-2", "Bình", "no such level"}, {"F-2", "Bình", ""}}, false, "bad.csv");
  });
  EXPECT_FALSE(result.done);
  EXPECT_GE(result.failed, 2);
  EXPECT_EQ(count(), before);
  const auto unknown = world().write([&](db::Tx& tx) {
    return reg::import_rows(tx, world().catalog(), d(), a_, {"code", "Cột lạ"}, {{"F-1", "x"}}, false, "bad.csv");
  });
  ASSERT_EQ(unknown.rows.size(), 1U);
  EXPECT_NE(unknown.rows[0].problems.at(0).message.vi.find("Cột lạ"), std::string::npos);
}

TEST_P(Conformance, making_editing_and_removing_can_be_taken_back) {
  const reg::Saved made = create(5);
  const Cells first = world().load(d(), Actor::system(), made.id);
  const auto undo = [&](std::int64_t change) {
    return in_tx([&](db::Tx& tx) { return reg::undo(tx, world().catalog(), d(), a_, change); });
  };
  Cells edited = first;
  edited[reg::k_note] = std::string("sửa");
  const auto edit = world().save(d(), a_, edited);
  ASSERT_TRUE(edit) << words(edit.error());

  const auto too_early = undo(made.change);
  ASSERT_FALSE(too_early) << "the edit stands in the way";
  EXPECT_EQ(too_early.error().code, Code::conflict);
  const auto undone = undo(edit->change);
  ASSERT_TRUE(undone) << undone.error().message.en;
  EXPECT_EQ(differences(d(), world().load(d(), Actor::system(), made.id), first), "");

  const auto removed = in_tx([&](db::Tx& tx) { return reg::remove(tx, world().catalog(), d(), a_, made.id, undone->version, "nhập trùng"); });
  if (d().stays && d().stays(first)) {
    EXPECT_FALSE(removed) << "what has its number stays in the book";
    EXPECT_FALSE(undo(made.change));
    return;
  }
  ASSERT_TRUE(removed) << removed.error().message.en;
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load(r, d(), Actor::system(), made.id); }));
  EXPECT_TRUE(world().read([&](db::ReadDb& r) { return reg::load(r, d(), Actor::system(), made.id, reg::Hidden::yes); }));
  // An organisation that is gone is in nobody's tree: only somebody who reaches all brings it back.
  if (d().name == "organisation") a_ = Actor::system();
  const auto restored = undo(removed->change);
  ASSERT_TRUE(restored) << restored.error().message.en;
  EXPECT_EQ(differences(d(), world().load(d(), Actor::system(), made.id), first), "");
  const auto taken_away = undo(made.change);
  ASSERT_TRUE(taken_away) << taken_away.error().message.en;
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load(r, d(), Actor::system(), made.id); }));
}

TEST_P(Conformance, a_code_belongs_to_one_record) {
  const reg::Saved made = create(6);
  Cells second = world().write([&](db::Tx& tx) { return world().example(tx, d(), a_, 7); });
  second[reg::k_code] = made.code;
  const auto refused = world().save(d(), a_, second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::conflict);
  EXPECT_EQ(refused.error().front().field, "code");
}

TEST_P(Conformance, bad_values_of_every_kind_are_refused_and_change_nothing) {
  const reg::Saved made = create(8);
  const Cells good = world().load(d(), Actor::system(), made.id);
  const std::map<Kind, std::vector<std::string>> bad{
      {Kind::integer, {"abc", "1,5", "99999999999999999999"}}, {Kind::count, {"nhiều", "-3", "5-7"}},
      {Kind::boolean, {"có lẽ"}},                              {Kind::date, {"31/02/2025", "hôm qua", "2025-13-01", "01/01/9999"}},
      {Kind::money, {"-5 tỷ", "3 tỷ USD 5 EUR", "vài triệu", "99999999999 tỷ"}},
      {Kind::decimal, {"abc", "1,2,3"}},                       {Kind::choice, {"không có trong danh mục"}},
      {Kind::choices, {"KHÔNG CÓ; cũng không"}},               {Kind::link, {"#999999999", "không có bản ghi này", "99999999"}},
      {Kind::links, {"#999999999", "ct-khong-co"}}};
  for (const Field& f : d().fields) {
    const auto values = bad.find(f.kind);
    if (values == bad.end()) continue;
    for (const std::string& value : values->second) {
      Cells cells = good;
      const auto message = world().read([&](db::ReadDb& r) { return reg::set_text(r, world().catalog(), a_, f, value, cells); });
      ASSERT_TRUE(message) << f.name << " took " << value;
      EXPECT_FALSE(message->vi.empty());
      EXPECT_EQ(cells, good) << f.name;
    }
  }
  // What comes past the text parsers is refused by saving.
  for (const Field& f : d().fields) {
    const auto at = static_cast<std::size_t>(f.first);
    Cells cells = good;
    if (f.kind == Kind::text || f.kind == Kind::long_text) cells[at] = std::string(static_cast<std::size_t>(std::max(30'000, f.opt.max + 1)), 'x');
    else if (f.kind == Kind::url) cells[at] = std::string("javascript:alert(1)");
    else if (f.kind == Kind::date) cells[at] = std::string("2025-02-31");
    else if (f.kind == Kind::link) cells[at] = std::int64_t{999'999'999};
    else if (f.kind == Kind::choice) cells[at] = std::string("nonsense");
    else if (f.kind == Kind::money || f.kind == Kind::count) cells[at] = std::int64_t{-1};
    else if (f.kind == Kind::integer) cells[at] = std::string("abc");
    else continue;
    const auto refused = world().save(d(), a_, cells);
    ASSERT_FALSE(refused) << f.name;
    EXPECT_TRUE(std::any_of(refused.error().begin(), refused.error().end(), [&](const Problem& p) { return p.field == f.name; }))
        << f.name << ": " << words(refused.error());
  }
  EXPECT_EQ(world().load(d(), Actor::system(), made.id), good);
}

TEST_P(Conformance, nobody_sees_or_changes_what_is_out_of_reach) {
  if (!plain_scope()) GTEST_SKIP() << "everybody may see " << d().name;
  const reg::Saved made = world().write([&](db::Tx& tx) { return world().create(tx, d(), b_, 9); });
  const Cells cells = world().load(d(), Actor::system(), made.id);
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load(r, d(), a_, made.id); }));
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load_code(r, d(), a_, made.code); }));
  const auto is_it = [&](const Cells& c) { return db::as_int(c[reg::k_id]) == made.id; };
  for (const char* words : {"", "example"}) {
    ListQuery q;
    q.limit = 500;
    q.words = *words ? made.code : "";
    const auto rows = list(q, a_).rows;
    EXPECT_TRUE(std::none_of(rows.begin(), rows.end(), is_it));
    bool exported = false;
    world().read([&](db::ReadDb& r) {
      reg::each(r, d(), a_, q, [&](const Cells& c) { return exported = exported || is_it(c), true; });
      return true;
    });
    EXPECT_FALSE(exported);
  }
  const auto hits = world().read([&](db::ReadDb& r) { return reg::search(r, world().catalog(), a_, made.code, 200, Lang::vi); });
  EXPECT_TRUE(std::none_of(hits.begin(), hits.end(), [&](const reg::Hit& h) { return h.what == &d() && h.id == made.id; }));
  for (const Description* other : world().catalog().all()) {
    for (const Field& f : other->fields) {
      if (f.kind != Kind::link || d().name != f.opt.link) continue;
      Cells scratch(other->columns().size());
      EXPECT_TRUE(world().read([&](db::ReadDb& r) { return reg::set_text(r, world().catalog(), a_, f, made.code, scratch); }));
      EXPECT_TRUE(world().read([&](db::ReadDb& r) { return reg::set_text(r, world().catalog(), a_, f, "#" + std::to_string(made.id), scratch); }));
    }
  }
  Cells mine = cells;
  mine[reg::k_note] = std::string("của người khác");
  EXPECT_FALSE(world().save(d(), a_, mine));
  EXPECT_FALSE(in_tx([&](db::Tx& tx) { return reg::remove(tx, world().catalog(), d(), a_, made.id, made.version, "x"); }));
  EXPECT_FALSE(in_tx([&](db::Tx& tx) { return reg::undo(tx, world().catalog(), d(), a_, made.change); }));
  Cells given_away = world().write([&](db::Tx& tx) { return world().example(tx, d(), a_, 10); });
  given_away[reg::k_org] = b_.org;
  const auto refused = world().save(d(), a_, given_away);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().field, "org");
}

TEST_P(Conformance, somebody_without_the_right_to_enter_changes_nothing) {
  const reg::Saved made = create(11);
  Cells cells = world().load(d(), Actor::system(), made.id);
  Actor reader = a_;
  reader.functions = {Function::audit};
  cells[reg::k_note] = std::string("không được phép");
  const auto refused = world().save(d(), reader, cells);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::forbidden);
  EXPECT_FALSE(in_tx([&](db::Tx& tx) { return reg::remove(tx, world().catalog(), d(), reader, made.id, made.version, "x"); }));
}

TEST_P(Conformance, pages_cost_few_statements) {
  const auto ids = some(3);
  const auto cost = [&](auto&& body) {
    return world().read([&](db::ReadDb& r) {
      const int before = r.statements();
      body(r);
      return r.statements() - before;
    });
  };
  EXPECT_LE(cost([&](db::ReadDb& r) { reg::list(r, d(), a_, mine()); }), 2);
  ListQuery words = mine();
  words.words = "an";
  EXPECT_LE(cost([&](db::ReadDb& r) { reg::list(r, d(), a_, words); }), 2);
  if (!ids.empty()) { EXPECT_LE(cost([&](db::ReadDb& r) { (void)reg::load(r, d(), a_, *ids.begin()); }), 1); }
  std::set<std::string> linked{"organisation"};
  for (const Field& f : d().fields)
    if (f.opt.link) linked.insert(f.opt.link);
  const auto rows = all_mine();
  EXPECT_LE(cost([&](db::ReadDb& r) { reg::link_titles(r, world().catalog(), d(), rows, Lang::vi); }), static_cast<int>(linked.size()));
  EXPECT_LE(cost([&](db::ReadDb& r) { reg::search(r, world().catalog(), a_, "an", 5, Lang::vi); }), 1);
}

TEST_P(Conformance, what_others_belong_to_is_not_removed) {
  for (const Description* part : world().catalog().parts_of(d().name)) {
    const reg::Saved child = world().write([&](db::Tx& tx) { return world().create(tx, *part, a_, 12); });
    const Cells cells = world().load(*part, Actor::system(), child.id);
    const std::int64_t parent = db::as_int(cells[static_cast<std::size_t>(part->find(part->parent_field)->first)]);
    if (parent == 0) continue;
    const Cells stored = world().load(d(), Actor::system(), parent);
    const auto refused = in_tx([&](db::Tx& tx) {
      return reg::remove(tx, world().catalog(), d(), Actor::system(), parent, db::as_int(stored[reg::k_version]), "x");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::conflict);
    EXPECT_FALSE(refused.error().message.vi.empty());
  }
}

}  // namespace
}  // namespace nc::test
