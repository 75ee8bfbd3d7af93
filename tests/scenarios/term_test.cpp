// A term put together from its years: sealed annual reports where there are any, else the registers; what moved is named.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/figures.h"
#include "app/reports/compare.h"
#include "app/reports/draft.h"
#include "app/reports/supplement.h"
#include "app/reports/tables.h"
#include "app/reports/term.h"
#include "app/sample/sample.h"
#include "register/store.h"
#include "support/engines.h"
#include "support/sample_database.h"

namespace nc::app {
namespace {

db::Database& sample(db::Engine engine) { return test::sample_database(engine); }
const fig::Engine& figures() { return test::all_figures(); }

const Period k_term{*Date::from_ymd(2018, 1, 1), *Date::from_ymd(2023, 12, 31)};

Term term(db::ReadDb& db) { return term_of(db, Actor::system(), figures(), "hp", k_term).value(); }

const TermLine& line_of(const Term& term, std::string_view code, bool counts_rows = false) {
  for (const TermLine& line : term.lines)
    if (line.indicator->code == code && line.counts_rows == counts_rows) return line;
  throw std::runtime_error("no line " + std::string(code));
}

void seal_year(db::Tx& tx, int year) {
  const auto made = create_report(tx, Actor::system(), figures(), "annual", "hp", {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)});
  ASSERT_TRUE(made.has_value());
  Loaded loaded = load_report(tx, Actor::system(), made->id).value();
  for (auto& s : loaded.document.sections)
    for (auto& b : s.blocks)
      if (b.text.find("[chưa có số liệu") != std::string::npos) b.text = "Do điều kiện khách quan.";
  const auto sealed = seal_report(tx, Actor::system(), figures(), loaded, loaded.report.version, {.sample_office = true});
  ASSERT_TRUE(sealed.has_value()) << sealed.error().front().message.en;
}

class TermOfHaiPhong : public testing::TestWithParam<db::Engine> {
 protected:
  template <class F> void trying(F body) {
    sample(GetParam()).write([&](db::Tx& tx) {
      body(tx);
      return false;
    });
  }
};

TEST_P(TermOfHaiPhong, has_52_items_of_9_5_million_dollars_and_every_cell_opens_its_rows) {
  trying([](db::Tx& tx) {
    const Term t = term(tx);
    ASSERT_EQ(t.years.size(), 6U);
    const TermLine &items = line_of(t, "I43", true), &value = line_of(t, "I43");
    EXPECT_EQ(items.whole.value, 52);
    EXPECT_EQ(items.sum, 52);
    EXPECT_EQ(value.whole.value, 9'500'000);
    EXPECT_EQ(value.unit, "USD");
    EXPECT_EQ(value.sum, 9'500'000);
    std::set<std::int64_t> opened;
    double dollars = 0;
    for (const YearValue& year : value.years) {
      const auto rows = figures().rows(tx, Actor::system(), year.ask, 1000).value();
      EXPECT_EQ(static_cast<std::int64_t>(rows.size()), year.now.row_count);
      for (const auto& r : rows) {
        opened.insert(r.id);
        dollars += static_cast<double>(r.amount.value_or(0)) / 100;
      }
    }
    EXPECT_EQ(opened.size(), 52U) << "the rows behind the years are the 52 items";
    EXPECT_NEAR(dollars, 9'500'000, 0.5);
  });
}

TEST_P(TermOfHaiPhong, never_adds_what_stood_on_a_day_nor_shares) {
  trying([](db::Tx& tx) {
    const Term t = term(tx);
    const TermLine& members = line_of(t, "I01");
    EXPECT_EQ(members.rule, AcrossYears::level);
    EXPECT_FALSE(members.sum.has_value());
    EXPECT_EQ(members.whole.value, members.years.back().now.value) << "the level at the end of the term";
    EXPECT_FALSE(line_of(t, "I45").sum.has_value()) << "a mean of years is no mean of the term";
  });
}

TEST_P(TermOfHaiPhong, says_which_years_are_sealed_and_which_records_moved_since) {
  trying([](db::Tx& tx) {
    for (const YearSource& y : term(tx).years) ASSERT_EQ(y.report, 0);
    seal_year(tx, 2023);
    const Term sealed = term(tx);
    EXPECT_GT(sealed.years.back().report, 0);
    EXPECT_EQ(sealed.years.front().report, 0);
    const TermLine& before = line_of(sealed, "I43", true);
    EXPECT_EQ(before.years.back().sealed, before.years.back().now.value);
    EXPECT_FALSE(before.years.back().differs());

    const auto rows = figures().rows(tx, Actor::system(), before.years.back().ask, 1).value();
    const reg::Description& values = *catalog().find("aid_value");
    const std::int64_t value = tx.integer("SELECT id FROM aid_value WHERE aid = $1 AND basis = 'approved'", {rows.at(0).id});
    const auto cells = reg::load(tx, values, Actor::system(), value).value();
    const auto removed = reg::remove(tx, catalog(), values, Actor::system(), value, db::as_int(cells[reg::k_version]), "trùng");
    ASSERT_TRUE(removed.has_value()) << removed.error().message.en;

    const Term moved = term(tx);
    const TermLine& items = line_of(moved, "I43", true);
    EXPECT_EQ(items.years.back().used(), before.years.back().now.value) << "the sealed number stays";
    EXPECT_EQ(*items.years.back().now.value, *before.years.back().now.value - 1);
    ASSERT_EQ(items.years.back().moved.left.size(), 1U);
    EXPECT_EQ(items.years.back().moved.left[0].id, rows[0].id);
    EXPECT_TRUE(items.differs());
    EXPECT_EQ(items.sum, 52);
    EXPECT_EQ(items.whole.value, 51);
  });
}

/// A delegation of the Union in 2023.
void receive_one(db::Tx& tx, const char* title) {
  const reg::Description& d = *catalog().find("delegation");
  reg::Cells cells(d.columns().size());
  cells[reg::k_id] = cells[reg::k_version] = std::int64_t{0};
  cells[reg::k_org] = tx.integer("SELECT id FROM organisation WHERE code = 'hp'");
  cells[reg::k_confidentiality] = std::string("internal");
  for (const auto& [field, value] : {std::pair{"direction", "in"}, {"title", title}, {"countries", "|LA|"}, {"from_date", "2023-03-15"}, {"status", "completed"}}) cells[static_cast<std::size_t>(d.column(field))] = std::string(value);
  const auto saved = reg::save(tx, catalog(), d, Actor::system(), cells);
  ASSERT_TRUE(saved.has_value()) << saved.error().front().message.en;
}

TEST_P(TermOfHaiPhong, takes_the_corrected_value_of_a_sealed_supplement_and_says_which_one) {
  trying([](db::Tx& tx) {
    receive_one(tx, "Đoàn trước khi niêm phong");
    seal_year(tx, 2023);
    const Term as_sealed = term(tx);
    const YearValue before = line_of(as_sealed, "I17").years.back();
    receive_one(tx, "Đoàn nhập muộn");
    const std::int64_t report = term(tx).years.back().report;
    Loaded base = load_report(tx, Actor::system(), report).value();
    std::string token;
    for (const auto& m : doc::moved_since(tx, Actor::system(), figures(), *base.seal))
      if (const auto* t = base.seal->document.find_token(m.token); t->ask.code == "I17" && t->ask.org == "hp" && t->ask.where.empty() && t->style != doc::Style::change && token.empty()) token = m.token;
    ASSERT_FALSE(token.empty());
    const auto kept = [&] {
      std::string out;
      for (const KeptFile& f : kept_files(tx, "report", report)) out += f.name + " " + f.sha256 + "\n";
      return out;
    };
    const std::string files = kept();
    const auto made = start_supplement(tx, Actor::system(), figures(), report, base, {{token, "hội gửi muộn"}});
    ASSERT_TRUE(made.has_value()) << made.error().front().message.en;
    const Term draft_only = term(tx);
    EXPECT_EQ(line_of(draft_only, "I17").years.back().used(), before.sealed) << "a draft corrects nothing";
    Loaded supplement = load_report(tx, Actor::system(), made->id).value();
    ASSERT_TRUE(seal_report(tx, Actor::system(), figures(), supplement, made->version, {.sample_office = true}).has_value());
    EXPECT_NE(files, "");
    EXPECT_EQ(kept(), files) << "the files of the sealed report stay";
    EXPECT_EQ(kept_files(tx, "report", made->id).size(), 8U) << "the supplement has its own";
    const Term corrected = term(tx);
    const YearValue& v = line_of(corrected, "I17").years.back();
    EXPECT_EQ(*v.sealed, *before.sealed + 1);
    EXPECT_EQ(v.first_sealed, before.sealed);
    EXPECT_EQ(v.corrected_by.no, 1);
    EXPECT_EQ(v.corrected_by.report, made->id);
    EXPECT_FALSE(v.differs());
  });
}

TEST_P(TermOfHaiPhong, prints_the_years_as_figures_in_an_annex_of_its_report) {
  trying([](db::Tx& tx) {
    const auto draft = draft_report(tx, Actor::system(), figures(), "term", "hp", k_term).value();
    doc::Document d = draft.document;
    const doc::Block* table = d.find_block("years.table");
    ASSERT_NE(table, nullptr);
    bool found = false;
    for (const auto& row : table->rows) {
      if (row.front().find("dự án") == std::string::npos && row.front().find("khoản") == std::string::npos) continue;
      const auto marks = doc::marks_in(row.back());
      if (marks.size() != 1 || d.find_token(marks[0])->ask.code != "I43" || d.find_token(marks[0])->shown != "52") continue;
      found = true;
      EXPECT_EQ(row.size(), 8U);
      for (std::size_t i = 1; i < row.size(); ++i) EXPECT_EQ(doc::marks_in(row[i]).size(), 1U) << "each cell is a figure";
    }
    EXPECT_TRUE(found);
  });
}

TEST_P(TermOfHaiPhong, compares_two_years_figure_by_figure_and_names_the_records_of_each) {
  trying([](db::Tx& tx) {
    const auto year = [](int y) { return Period{*Date::from_ymd(y, 1, 1), *Date::from_ymd(y, 12, 31)}; };
    const auto made = create_report(tx, Actor::system(), figures(), "annual", "hp", year(2023)).value();
    const Loaded loaded = load_report(tx, Actor::system(), made.id).value();
    const Comparison all = compare_with(tx, Actor::system(), figures(), loaded, year(2022));
    ASSERT_FALSE(all.figures.empty());
    bool counted = false, stood = false;
    for (const FigureCompared& c : all.figures) {
      if (!c.listed || c.indicator->rows_sql.empty()) continue;
      const std::int64_t both = c.now_rows - static_cast<std::int64_t>(c.moved.added.size());
      EXPECT_EQ(c.before_rows - static_cast<std::int64_t>(c.moved.left.size()), both) << c.indicator->code << ": what is not named is in both";
      counted = counted || (!c.at_day && !c.moved.added.empty());
      stood = stood || (c.at_day && c.moved.empty() && c.now_rows > 0);
    }
    EXPECT_TRUE(counted) << "what happened in a year is of that year";
    EXPECT_TRUE(stood) << "associations that stood at the end of both years moved nothing";
  });
}

TEST_P(TermOfHaiPhong, takes_standard_tables_whose_cells_are_figures) {
  trying([](db::Tx& tx) {
    const Period year{*Date::from_ymd(2025, 1, 1), *Date::from_ymd(2025, 12, 31)};
    const auto made = create_report(tx, Actor::system(), figures(), "annual", "ct", year).value();
    Loaded loaded = load_report(tx, Actor::system(), made.id).value();
    std::vector<std::string> codes;
    for (const StandardTable& t : standard_tables()) codes.push_back(t.code);
    ASSERT_EQ(codes.size(), 11U);
    const int written = add_standard_tables(tx, Actor::system(), figures(), loaded, codes).value();
    EXPECT_GE(written, 8);
    const doc::Section& section = loaded.document.sections.back();
    ASSERT_EQ(section.id, "tables");
    int cells = 0;
    for (const doc::Block& b : section.blocks)
      for (const auto& row : b.rows)
        for (const auto& cell : row)
          for (const auto& id : doc::marks_in(cell)) {
            const doc::Token* token = loaded.document.find_token(id);
            ASSERT_NE(token, nullptr) << cell;
            ++cells;
            const auto figure = figures().evaluate(tx, Actor::system(), token->ask).value();
            EXPECT_EQ(token->value, figure.value) << token->ask.code;
            EXPECT_FALSE(figures().rows(tx, Actor::system(), token->ask, 1)->empty()) << token->ask.code << " opens nothing";
          }
    EXPECT_GT(cells, 60);
    EXPECT_TRUE(add_standard_tables(tx, Actor::system(), figures(), loaded, {"B2"}).has_value());
    EXPECT_EQ(std::count_if(loaded.document.sections.begin(), loaded.document.sections.end(), [](const doc::Section& s) { return s.id == "tables"; }), 1) << "choosing again replaces";
    const auto fresh = draft_report(tx, Actor::system(), figures(), "annual", "ct", year).value();
    EXPECT_EQ(doc::redrafted(loaded.document, fresh.document).sections.back().id, "tables") << "a refresh keeps them";
  });
}

TEST_P(TermOfHaiPhong, says_whose_costs_in_other_currencies_stand_in_no_sum_of_the_table) {
  trying([](db::Tx& tx) {
    const Period year{*Date::from_ymd(2025, 1, 1), *Date::from_ymd(2025, 12, 31)};
    const auto made = create_report(tx, Actor::system(), figures(), "annual", "ct", year).value();
    const auto told = [&] {
      Loaded loaded = load_report(tx, Actor::system(), made.id).value();
      EXPECT_EQ(add_standard_tables(tx, Actor::system(), figures(), loaded, {"B5"}).value(), 1);
      const auto& blocks = loaded.document.sections.back().blocks;
      return std::ranges::any_of(blocks, [](const doc::Block& b) { return b.text.find("ngoại tệ chưa quy đổi của") != std::string::npos; });
    };
    EXPECT_FALSE(told());
    ASSERT_GT(tx.exec("UPDATE activity SET cost = 100000, cost_cur = 'USD' WHERE id = (SELECT MIN(a.id) FROM activity a JOIN organisation o ON o.id = a.org_id WHERE o.code = 'ct-kr' AND a.from_date LIKE '2025%' AND a.status = 'done')"), 0);
    EXPECT_TRUE(told());
  });
}

INSTANTIATE_TEST_SUITE_P(Both, TermOfHaiPhong, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
