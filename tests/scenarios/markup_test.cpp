// Markup and formulas typed into every text field of every register are text on every page and in every file.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "file/table.h"
#include "file/zip_file.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

constexpr std::string_view k_hostile = "=cmd|'/C calc'!A0\"><script>alert(9)</script><img src=x onerror=alert(9)>{{7*7}}${7*7}";
constexpr std::string_view k_short = "=1+\"><script>alert(9)";

class Markup : public testing::Test, protected test::SampleSite {
 protected:
  Markup() : SampleSite({}) { sign_in(); }

  /// Hostile text in every text field of one record that may be shown; its number, 0 when the register has no record.
  std::int64_t poison(const reg::Description& d) {
    std::int64_t id = 0;
    program().database().write([&](db::Tx& tx) {
      id = tx.integer(db::Sql::built("SELECT min(id) FROM " + d.name + " WHERE deleted = 0"));
      if (id == 0) return false;
      auto cells = reg::load(tx, d, Actor::system(), id);
      for (const reg::Field& f : d.fields) {
        if ((f.kind != reg::Kind::text && f.kind != reg::Kind::long_text) || f.opt.inner || (f.opt.read_only && f.name != d.title_field)) continue;
        const bool room = f.opt.max == 0 || f.opt.max >= static_cast<int>(k_hostile.size());
        const std::string was = db::as_text((*cells)[static_cast<std::size_t>(f.first)]);
        (*cells)[static_cast<std::size_t>(f.first)] = std::string(room ? k_hostile : k_short).substr(0, f.opt.max > 0 ? static_cast<std::size_t>(f.opt.max) : std::string::npos);
        if (auto saved = reg::save(tx, catalog(), d, Actor::system(), *cells); !saved) {
          (*cells)[static_cast<std::size_t>(f.first)] = was;  // a field with a form of its own (an address, a code) refuses it: fine
          if (was.empty()) (*cells)[static_cast<std::size_t>(f.first)] = std::monostate{};
        } else {
          *cells = *reg::load(tx, d, Actor::system(), id);
          ++poisoned_;
        }
      }
      (*cells)[reg::k_note] = std::string(k_hostile);
      (void)reg::save(tx, catalog(), d, Actor::system(), *cells);
      return true;
    });
    return id;
  }

  void expect_only_text(const std::string& where) {
    const auto response = get(where);
    EXPECT_EQ(response.status, 200) << where;
    const std::string_view page = response.content();
    for (const char* live : {"<script>alert(9)", "<img src=x", "onerror=alert(9)>", "\"><script>a"})
      EXPECT_EQ(page.find(live), std::string_view::npos) << where << " prints " << live << ": ..." << page.substr(page.find(live) == std::string_view::npos ? 0 : page.find(live) - 60, 160);
    if (page.find("alert(9)") != std::string_view::npos) ++shown_;
  }

  int poisoned_ = 0, shown_ = 0;
};

/// A cell that a spreadsheet would take for a formula: unguarded at the beginning of a CSV cell.
bool has_live_cell(std::string_view csv) {
  for (const char* begin : {"\n=", ",=", ";=", "\n\"=", ",\"=", ";\"=", "\t="})
    if (csv.find(begin) != std::string_view::npos) return true;
  return false;
}

TEST_F(Markup, is_text_on_every_page_of_every_register) {
  const std::string hostile(k_hostile);
  for (const reg::Description* d : catalog().all()) {
    if (d->name == "report") continue;
    const std::int64_t id = poison(*d);
    if (id == 0) continue;
    const std::string list = "/" + d->path, record = list + "/" + std::to_string(id);
    post(record + "/comment", {{"text", hostile}});
    for (const std::string& page : {list + "?id=" + std::to_string(id), record, record + "/edit", record + "/history", record + "/compare", list + "/new?" + d->title_field + "=" + url_encode(k_hostile)}) expect_only_text(page);
    const auto csv = get(list + "?id=" + std::to_string(id) + "&format=csv");
    EXPECT_EQ(csv.status, 200) << list;
    EXPECT_FALSE(has_live_cell(csv.content())) << list << "\n" << csv.content();
    const auto xlsx = get(list + "?id=" + std::to_string(id) + "&format=xlsx");
    EXPECT_EQ(xlsx.status, 200) << list;
    const auto back = tables::read_table(xlsx.content());
    EXPECT_TRUE(back) << list;
    const auto json = get(record + "?format=json");
    EXPECT_TRUE(test::header(json, "Content-Type").starts_with("application/json")) << test::header(json, "Content-Type");
  }
  for (const char* page : {"/", "/search?q=alert", "/changes", "/work", "/notices", "/figures/I17?org=ct-tp&period=2025", "/reports"}) expect_only_text(page);
  EXPECT_GT(poisoned_, 100) << "the fields were really filled";
  EXPECT_GT(shown_, 100) << "the pages really show them";
}

TEST_F(Markup, is_text_in_the_trash_the_refused_form_and_the_error_page) {
  const std::string hostile(k_hostile);
  const auto& d = *catalog().find("delegation");
  const std::int64_t id = poison(d);
  const auto refused = post("/delegations", {{"title", hostile}, {"direction", hostile}, {"from_date", hostile}, {"head", hostile}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.content().find("<script>alert(9)"), std::string_view::npos);
  EXPECT_NE(refused.content().find("&lt;script&gt;alert(9)"), std::string_view::npos);
  const std::int64_t version = number("SELECT version FROM delegation WHERE id = $1", {id});
  EXPECT_EQ(post("/delegations/" + std::to_string(id) + "/delete", {{"version", std::to_string(version)}, {"reason", hostile}}).status, 303);
  expect_only_text("/trash");
  EXPECT_EQ(shown_, 1);
  for (const char* wrong : {"/delegations?sort=%3Cscript%3Ealert(9)%3C%2Fscript%3E", "/figures/%3Cscript%3Ealert(9)", "/%3Cscript%3Ealert(9)%3C%2Fscript%3E", "/set?back=javascript:alert(9)&lang=vi"}) {
    const auto answer = get(wrong);
    EXPECT_EQ(answer.content().find("<script>alert(9)"), std::string_view::npos) << wrong;
    EXPECT_EQ(test::location(answer).find("javascript"), std::string::npos);
  }
}

TEST_F(Markup, a_formula_stays_text_in_a_workbook) {
  const auto& d = *catalog().find("partner");
  const std::int64_t id = poison(d);
  const auto xlsx = get("/partners?id=" + std::to_string(id) + "&format=xlsx");
  const auto back = tables::read_table(xlsx.content());
  ASSERT_TRUE(back);
  bool whole = false;
  for (const auto& row : back->rows)
    for (const auto& cell : row) whole = whole || cell == k_hostile;
  EXPECT_TRUE(whole) << "the text comes back as it was typed, not as what a formula gave";
}

}  // namespace
}  // namespace nc::app
