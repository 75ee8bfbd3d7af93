// The sample office holds every fact of the five articles, and its made-up rows sum to what the articles declare.
#include "app/sample/sample.h"

#include <gtest/gtest.h>

#include <map>

#include "app/catalog.h"
#include "app/reference/public.h"
#include "ledger/ledger.h"
#include "register/store.h"
#include "sheets/import.h"
#include "support/engines.h"
#include "support/sample_database.h"

namespace nc::app {
namespace {

std::unique_ptr<db::Database> office(db::Engine engine) { return test::open_database(test::sample_office(engine)); }

class SampleOffice : public testing::TestWithParam<db::Engine> {
 protected:
  /// Read by all tests that change nothing.
  static db::Database& shared() { return test::sample_database(GetParam()); }

  static std::int64_t number(db::Database& database, const db::Sql& sql, const db::Params& params = {}) {
    std::int64_t out = 0;
    database.read([&](db::ReadDb& db) { out = db.integer(sql, params); });
    return out;
  }
  static std::int64_t number(const db::Sql& sql, const db::Params& params = {}) {
    return number(shared(), sql, params);
  }

  static db::Table table(const db::Sql& sql, const db::Params& params = {}) {
    db::Table out;
    shared().read([&](db::ReadDb& db) { out = db.all(sql, params); });
    return out;
  }
};

#define BELOW(alias, place)                                                                                      \
  alias                                                                                                          \
      ".org_id IN (SELECT t.descendant FROM org_tree t JOIN organisation a ON a.id = t.ancestor WHERE a.code = " \
      "'" place "')"
#define DELEGATIONS(place, direction)                                   \
  "FROM delegation d WHERE d.deleted = 0 AND d.direction = '" direction \
  "' AND d.status IN ('completed', 'reported') AND " BELOW("d", place)

TEST_P(SampleOffice, every_one_of_the_67_facts_is_a_claim_with_its_exact_words) {
  const auto facts = table(
      "SELECT c.fact, s.quote FROM claim c JOIN evidence_span s ON s.claim = c.id AND s.fact = c.fact JOIN "
      "organisation o ON o.id = c.about "
      "WHERE c.illustrative = 0 AND s.quote <> '' ORDER BY c.fact");
  ASSERT_EQ(facts.rows.size(), 67U);
  EXPECT_EQ(db::as_text(facts.rows.front()[0]), "F001");
  EXPECT_EQ(db::as_text(facts.rows.back()[0]), "F067");
}

/// The characters from `start` to `end`, counted in code points.
std::string cut(const std::string& text, std::int64_t start, std::int64_t end) {
  std::string out;
  std::int64_t at = -1;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
    if (at >= start && at < end) out += c;
  }
  return out;
}

TEST_P(SampleOffice, each_quote_stands_in_its_article_where_the_span_says) {
  const auto spans = table(
      "SELECT s.quote, s.start_at, s.end_at, e.text, s.fact FROM evidence_span s JOIN evidence e ON e.id = s.evidence "
      "WHERE s.quote IS NOT NULL AND s.quote <> ''");
  ASSERT_GE(spans.rows.size(), 67U);
  for (const auto& row : spans.rows)
    EXPECT_EQ(cut(db::as_text(row[3]), db::as_int(row[1]), db::as_int(row[2])), db::as_text(row[0]))
        << db::as_text(row[4]);
}

TEST_P(SampleOffice, articles_are_our_own_short_form) {
  const auto articles = table("SELECT text, title FROM evidence WHERE kind = 'article' AND illustrative = 0");
  ASSERT_EQ(articles.rows.size(), 5U);
  for (const auto& row : articles.rows) EXPECT_EQ(cut(db::as_text(row[0]), 1500, 100000), "") << db::as_text(row[1]);
}

TEST_P(SampleOffice, named_facts_are_records_that_are_not_made_up) {
  const auto spans = table(
      "SELECT DISTINCT register_name FROM evidence_span WHERE illustrative = 0 AND record_id IS NOT NULL AND record_id "
      "<> 0");
  std::int64_t records = 0;
  for (const auto& row : spans.rows) {
    const std::string name = db::as_text(row[0]);
    ASSERT_NE(catalog().find(name), nullptr);
    const auto real =
        number(db::Sql::built(
                   "SELECT COUNT(DISTINCT s.record_id) FROM evidence_span s JOIN " + name +
                   " r ON r.id = s.record_id WHERE s.register_name = $1 AND s.illustrative = 0 AND r.illustrative = 0"),
               {name});
    const auto all = number(
        "SELECT COUNT(DISTINCT record_id) FROM evidence_span WHERE register_name = $1 AND illustrative = 0", {name});
    EXPECT_EQ(real, all) << name;
    records += real;
  }
  EXPECT_GE(records, 60);
}

TEST_P(SampleOffice, the_city_received_57_delegations_with_291_visitors_in_2025) {
  EXPECT_EQ(
      number("SELECT COUNT(*) " DELEGATIONS("ct-tp", "in") " AND d.from_date BETWEEN '2025-01-01' AND '2025-12-31'"),
      57);
  EXPECT_EQ(
      number("SELECT COUNT(*) " DELEGATIONS("ct-tp", "in") " AND d.from_date BETWEEN '2025-01-01' AND '2025-12-08'"),
      57);
  EXPECT_EQ(number("SELECT SUM(d.members) " DELEGATIONS("ct-tp",
                                                        "in") " AND d.from_date BETWEEN '2025-01-01' AND '2025-12-31'"),
            291);
  EXPECT_LT(number("SELECT COUNT(*) " DELEGATIONS("ct", "in") " AND d.from_date BETWEEN '2025-01-01' AND '2025-12-31'"),
            57);
}

TEST_P(SampleOffice, fourteen_came_from_korea_and_thirteen_countries_came_at_all) {
  EXPECT_EQ(number("SELECT COUNT(*) " DELEGATIONS("ct-tp",
                                                  "in") " AND d.from_date LIKE '2025%' AND d.countries LIKE '%|KR|%'"),
            14);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT d.countries) " DELEGATIONS("ct-tp", "in") " AND d.from_date LIKE '2025%'"),
            13);
}

TEST_P(SampleOffice, three_delegations_with_21_people_went_abroad_in_2025) {
  EXPECT_EQ(number("SELECT COUNT(*) " DELEGATIONS("ct-tp", "out") " AND d.from_date LIKE '2025%'"), 3);
  EXPECT_EQ(number("SELECT SUM(d.members) " DELEGATIONS("ct-tp", "out") " AND d.from_date LIKE '2025%'"), 21);
  EXPECT_EQ(
      number("SELECT COUNT(*) " DELEGATIONS("ct-tp", "out") " AND d.from_date LIKE '2025%' AND d.countries = '|LA|'"),
      2);
}

TEST_P(SampleOffice, the_union_received_24_delegations_in_the_first_half_of_2022) {
  EXPECT_EQ(number("SELECT COUNT(*) " DELEGATIONS("ct", "in") " AND d.from_date BETWEEN '2022-01-01' AND '2022-06-30'"),
            24);
  EXPECT_GT(number("SELECT COUNT(*) " DELEGATIONS("ct", "in") " AND d.from_date LIKE '2022%'"), 50);
}

TEST_P(SampleOffice, two_delegations_of_2025_lack_evidence) {
  EXPECT_EQ(number("SELECT COUNT(*) FROM delegation d WHERE d.from_date LIKE '2025%' AND NOT EXISTS (SELECT 1 FROM "
                   "evidence_span s "
                   "WHERE s.register_name = 'delegation' AND s.record_id = d.id)"),
            2);
}

TEST_P(SampleOffice, the_union_has_21_member_associations) {
  EXPECT_EQ(number("SELECT COUNT(*) FROM organisation o JOIN org_tree t ON t.descendant = o.id JOIN organisation a ON "
                   "a.id = t.ancestor "
                   "WHERE a.code = 'ct' AND o.kind = 'bilateral_association' AND o.status = 'active'"),
            21);
  EXPECT_EQ(number("SELECT COUNT(*) FROM organisation o JOIN org_tree t ON t.descendant = o.id JOIN organisation a ON "
                   "a.id = t.ancestor "
                   "WHERE a.code = 'vufo' AND o.kind = 'locality'"),
            0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM org_home h JOIN organisation o ON o.id = h.org_id JOIN organisation l ON l.id "
                   "= h.locality_id "
                   "WHERE o.code = 'ct-kr' AND l.code = 'ct-tp'"),
            1);
}

TEST_P(SampleOffice, 197_partners_had_contact_within_three_years) {
  for (const char* day : {"2022-09-03", "2025-12-08"}) {
    const std::string from = Date::from_iso(day)->plus_months(-36).iso();
    EXPECT_EQ(number("SELECT COUNT(DISTINCT x.partner) FROM courtesy x WHERE x.status = 'done' AND x.date > $1 AND "
                     "x.date <= $2 AND " BELOW("x", "ct"),
                     {from, std::string(day)}),
              197)
        << day;
  }
}

#define ACTIVE                                                                                         \
  "FROM aid a WHERE a.deleted = 0 AND a.status IN ('implementing', 'completed', 'closed') AND " BELOW( \
      "a", "ct") " AND a.from_date <= $2 AND (a.to_date IS NULL OR a.to_date >= $1)"

TEST_P(SampleOffice, six_aid_items_ran_in_2022_and_sixteen_in_2025) {
  EXPECT_EQ(number("SELECT COUNT(*) " ACTIVE, {std::string("2022-01-01"), std::string("2022-06-30")}), 6);
  EXPECT_EQ(number("SELECT COUNT(*) " ACTIVE, {std::string("2022-01-01"), std::string("2022-08-31")}), 6);
  EXPECT_EQ(number("SELECT COUNT(*) " ACTIVE, {std::string("2025-01-01"), std::string("2025-12-08")}), 16);
  EXPECT_EQ(number("SELECT COUNT(*) " ACTIVE, {std::string("2025-01-01"), std::string("2025-12-31")}), 16);
}

/// Implemented and mobilised, the overlap of one item counted once.
#define BOTH_WAYS                                                                                                \
  "SELECT CAST(SUM(CASE WHEN c > r THEN c ELSE r END) AS bigint) FROM (SELECT v.aid, SUM(CASE WHEN v.basis = "   \
  "'committed' THEN v.vnd ELSE 0 END) AS c, "                                                                    \
  "SUM(CASE WHEN v.basis IN ('disbursed', 'in_kind') THEN v.vnd ELSE 0 END) AS r FROM aid_value v WHERE " BELOW( \
      "v", "ct") " AND v.date BETWEEN $1 AND $2 GROUP BY v.aid) x"

TEST_P(SampleOffice, aid_values_are_what_the_articles_declare) {
  EXPECT_EQ(number(BOTH_WAYS, {std::string("2025-01-01"), std::string("2025-12-08")}), 35'842'600'000);
  EXPECT_EQ(number(BOTH_WAYS, {std::string("2022-01-01"), std::string("2022-08-31")}), 3'240'000'000);
  EXPECT_EQ(number("SELECT SUM(v.vnd) FROM aid_value v WHERE v.basis = 'committed' AND v.date BETWEEN '2022-01-01' AND "
                   "'2022-06-30' AND " BELOW("v", "ct")),
            3'240'000'000);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT v.aid) FROM aid_value v WHERE v.basis = 'committed' AND v.date LIKE '2025%' "
                   "AND " BELOW("v", "ct")),
            18);
  EXPECT_EQ(number("SELECT COUNT(*) FROM aid_value v JOIN aid a ON a.id = v.aid WHERE a.code = 'F022' AND v.basis = "
                   "'in_kind' AND v.vnd = 1700000000 "
                   "AND v.vnd_q = 'more_than' AND v.illustrative = 0"),
            1);
}

TEST_P(SampleOffice, the_schneider_centre_has_nine_transfers_of_175000_euro) {
  EXPECT_EQ(number("SELECT COUNT(*) FROM aid_value v JOIN aid a ON a.id = v.aid WHERE a.code = 'F056' AND v.basis = "
                   "'disbursed'"),
            9);
  EXPECT_EQ(number("SELECT SUM(v.amount) FROM aid_value v JOIN aid a ON a.id = v.aid WHERE a.code = 'F056' AND v.basis "
                   "= 'disbursed'"),
            17'500'000);
  EXPECT_EQ(number("SELECT SUM(v.vnd) FROM aid_value v JOIN aid a ON a.id = v.aid WHERE a.code = 'F056' AND v.basis = "
                   "'disbursed'"),
            4'830'000'000);
  EXPECT_EQ(number("SELECT value FROM aid WHERE code = 'F056'"), 6'900'000'000);
}

TEST_P(SampleOffice, hai_phong_has_52_approved_items_of_9_5_million_dollars) {
  EXPECT_EQ(number("SELECT COUNT(DISTINCT v.aid) FROM aid_value v WHERE v.basis = 'approved' AND v.date BETWEEN "
                   "'2018-01-01' AND '2023-12-31' AND " BELOW("v", "hp")),
            52);
  EXPECT_EQ(
      number("SELECT SUM(v.amount) FROM aid_value v WHERE v.basis = 'approved' AND v.amount_cur = 'USD' AND " BELOW(
          "v", "hp")),
      950'000'000);
}

TEST_P(SampleOffice, the_rest_of_the_declared_numbers) {
  EXPECT_EQ(number("SELECT COUNT(*) FROM organisation o WHERE o.kind = 'chapter' AND " BELOW("o", "hp-ru")), 7);
  EXPECT_EQ(number("SELECT COUNT(*) FROM organisation o WHERE o.kind = 'club' AND o.topic = 'peace' AND " BELOW(
                "o", "hp-peace")),
            2);
  EXPECT_EQ(number("SELECT SUM(c.trees) FROM charity c WHERE " BELOW("c", "ct-kr")), 1000);
  EXPECT_EQ(number("SELECT SUM(c.trees) FROM charity c WHERE c.same_as IS NULL AND " BELOW("c", "bg")), 900);
  EXPECT_EQ(number("SELECT SUM(c.value) FROM charity c WHERE c.counted_as_aid IS NULL AND c.date BETWEEN '2022-01-01' "
                   "AND '2022-09-03' AND " BELOW("c", "ct-kr")),
            60'000'000);
  EXPECT_EQ(number("SELECT SUM(c.households) FROM charity c WHERE c.date LIKE '2022%' AND " BELOW("c", "ct-kr")), 100);
  EXPECT_EQ(number("SELECT COUNT(*) FROM agreement g WHERE g.kind = 'twinning' AND g.country = 'LA' AND " BELOW(
                "g", "ct-tp")),
            2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM information n WHERE n.kind = 'panel' AND n.date BETWEEN '2022-01-01' AND "
                   "'2022-06-30' AND " BELOW("n", "ct")),
            11);
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition k WHERE k.date = '2022-06-29' AND k.answered_on IS NULL AND " BELOW(
                "k", "ct")),
            2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM award w JOIN organisation o ON o.id = w.subject_org WHERE o.code = 'ct' AND "
                   "w.kind = 'vufo_flag' AND w.merit_year BETWEEN 2014 AND 2022"),
            9);
  EXPECT_EQ(number("SELECT COUNT(*) FROM courtesy x WHERE x.kind = 'accompany_leader' AND x.date BETWEEN '2022-01-01' "
                   "AND '2022-06-30' AND " BELOW("x", "ct")),
            4);
  EXPECT_EQ(number("SELECT COUNT(*) FROM activity a WHERE a.status = 'done' AND a.from_date LIKE '2025%' AND " BELOW(
                "a", "ct")),
            86);
}

TEST_P(SampleOffice, former_names_and_abbreviations_are_found) {
  const auto finds = [](std::string_view words, const std::string& register_name, const std::string& code) {
    bool found = false;
    shared().read([&](db::ReadDb& db) {
      for (const auto& hit : reg::search(db, catalog(), Actor::system(), words, 20, Lang::vi))
        found = found || (hit.what->name == register_name && hit.code == code);
    });
    return found;
  };
  EXPECT_TRUE(finds("Liên Xô", "country", "RU"));
  EXPECT_TRUE(finds("việt - xô", "organisation", "hp-ru"));
  EXPECT_TRUE(finds("LHHN Can Tho", "organisation", "ct"));
  EXPECT_TRUE(finds("vufo", "organisation", "vufo"));
  EXPECT_TRUE(finds("Xay Sổm Bum", "partner", "DT-XAYSOMBOUN"));
  EXPECT_TRUE(finds("merry year", "partner", "DT-MYI"));
}

TEST_P(SampleOffice, the_people_of_the_sample_can_sign_in) {
  shared().read([](db::ReadDb& db) {
    EXPECT_NE(check_password(db, "thu", "mot-nhip-cau-huu-nghi"), 0);
    EXPECT_EQ(check_password(db, "thu", "mot-nhip-cau"), 0);
  });
  EXPECT_NE(sample_account_lines().find("mot-nhip-cau-huu-nghi"), std::string::npos);
}

TEST_P(SampleOffice, exporting_a_register_and_importing_it_again_changes_nothing) {
  shared().write([](db::Tx& tx) {
    for (const char* name : {"delegation", "aid", "claim", "organisation"}) {
      const reg::Description& d = *catalog().find(name);
      std::vector<reg::Cells> rows;
      reg::each(tx, d, Actor::system(), {},
                [&](const reg::Cells& cells) { return rows.push_back(cells), rows.size() < 40; });
      const auto codes = reg::link_codes(tx, catalog(), d, rows);
      std::vector<std::vector<std::string>> lines;
      for (const auto& cells : rows) lines.push_back(reg::export_row(d, cells, codes));
      const auto again =
          reg::import_rows(tx, catalog(), d, Actor::system(), reg::export_header(d), lines, false, "test");
      EXPECT_EQ(again.failed, 0) << name << ": "
                                 << (again.rows.empty() || again.rows[0].problems.empty()
                                         ? ""
                                         : again.rows[0].problems[0].message.en);
      EXPECT_EQ(again.unchanged, static_cast<int>(rows.size())) << name;
    }
    return false;
  });
}

TEST_P(SampleOffice, removing_made_up_rows_leaves_facts_and_claims) {
  auto database = office(GetParam());
  std::vector<std::pair<std::string, std::int64_t>> gone;
  database->write([&](db::Tx& tx) {
    gone = remove_illustrative(tx);
    return true;
  });
  for (const reg::Description* d : catalog().all())
    EXPECT_EQ(number(*database, db::Sql::built("SELECT COUNT(*) FROM " + d->name + " WHERE illustrative = 1")), 0)
        << d->name;
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM claim"), 67);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) " DELEGATIONS("ct-tp", "in")), 0);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM organisation WHERE code = 'ct-kr'"), 1);
  EXPECT_EQ(number(*database,
                   "SELECT COUNT(*) FROM organisation o WHERE o.kind = 'bilateral_association' AND " BELOW("o", "ct")),
            4);
  EXPECT_EQ(number(*database, "SELECT SUM(v.vnd) FROM aid_value v WHERE v.basis = 'in_kind' AND " BELOW("v", "ct")),
            1'700'000'000);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM aid WHERE code = 'F056' AND value IS NULL"), 1);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM evidence_span s WHERE s.register_name = 'delegation'"), 0);
  std::int64_t all = 0;
  for (const auto& [name, rows] : gone) all += rows;
  EXPECT_GT(all, 1400);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM change WHERE action = 'remove_illustrative'"),
            static_cast<std::int64_t>(gone.size()));
  database->read([](db::ReadDb& db) { EXPECT_TRUE(ledger::verify(db).faults.empty()); });
}

TEST_P(SampleOffice, the_summary_value_of_an_aid_item_follows_its_entries) {
  shared().write([](db::Tx& tx) {
    const auto value = [&] { return tx.scalar("SELECT value FROM aid WHERE code = 'VT-2025-021'"); };
    EXPECT_EQ(db::as_int(value()), 1'450'000'000);
    const reg::Description& entries = *catalog().find("aid_value");
    const auto entry = reg::load_code(tx, entries, Actor::system(), "VT-2025-021-V1");
    if (!entry) return ADD_FAILURE() << entry.error().message.en, false;
    const auto removed = reg::remove(tx, catalog(), entries, Actor::system(), db::as_int((*entry)[reg::k_id]),
                                     db::as_int((*entry)[reg::k_version]), "test");
    if (!removed) return ADD_FAILURE() << removed.error().message.en, false;
    EXPECT_TRUE(db::is_null(value()));
    EXPECT_TRUE(reg::undo(tx, catalog(), entries, Actor::system(), removed->change).has_value());
    EXPECT_EQ(db::as_int(value()), 1'450'000'000);
    return false;
  });
}

TEST_P(SampleOffice, a_made_up_organisation_that_a_real_record_needs_stays) {
  auto database = office(GetParam());
  database->write([](db::Tx& tx) {
    const reg::Description& d = *catalog().find("delegation");
    const auto made = reg::import_rows(tx, catalog(), d, Actor::system(),
                                       {"direction", "title", "countries", "from_date", "status", "org"},
                                       {{"in", "Đoàn thật", "JP", "2025-12-01", "completed", "ct-jp"}}, false, "test");
    EXPECT_EQ(made.created, 1);
    remove_illustrative(tx);
    return true;
  });
  EXPECT_EQ(number(*database, "SELECT COUNT(*) " DELEGATIONS("ct-tp", "in")), 1);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM organisation WHERE illustrative = 1"), 1);
}

TEST(ReferenceLists, understand_what_people_type) {
  EXPECT_EQ(countries().code_of("Hàn Quốc"), "KR");
  EXPECT_EQ(countries().code_of("han quoc"), "KR");
  EXPECT_EQ(countries().code_of("South Korea"), "KR");
  EXPECT_EQ(countries().code_of("Nga"), "RU");
  EXPECT_EQ(countries().code_of("Mỹ"), "US");
  EXPECT_EQ(countries().code_of("Atlantis"), "");
  EXPECT_EQ(place_units().code_of("Cần Thơ"), "p92");
  EXPECT_EQ(place_units().code_of("Hậu Giang"), "f93");
  EXPECT_EQ(main_sector("nutrition"), "health");
  EXPECT_EQ(aid_decree_on(*Date::from_iso("2025-12-07")), "80/2020");
  EXPECT_EQ(aid_decree_on(*Date::from_iso("2025-12-08")), "313/2025");
  EXPECT_EQ(aid_decree_on({}), "");
}

TEST(ReferenceLists, countries_are_in_vietnamese_order) {
  std::vector<std::string> first;
  for (std::size_t i = 0; i < 4; ++i) first.push_back(countries().all()[i].label.vi);
  EXPECT_EQ(first, (std::vector<std::string>{"Ả-rập Xê-út", "Afghanistan", "Ai Cập", "Albania"}));
}

INSTANTIATE_TEST_SUITE_P(Both, SampleOffice, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
