// The composer as a browser without scripts uses it: start a report, edit, collide, refresh, submit, seal, compare.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/reports/public.h"
#include "register/store.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;

class ComposerPages : public testing::Test, protected test::SampleSite {
 protected:
  ComposerPages() : SampleSite({.reports = true, .host = "office.example"}) { sign_in(); }

  /// The token in a header, as scripts send it.
  web::Response post(const std::string& target, const Form& fields) {
    return send("POST", target, {{"content-type", "application/x-www-form-urlencoded"}, {"x-csrf-token", token()}}, encoded(fields));
  }

  static std::string text(const web::Response& r) { return std::string(r.content()); }
  static bool has(const web::Response& r, std::string_view words) { return test::shows(r, words); }

  /// Value of a hidden field inside the form of a block.
  static std::string base_of(const std::string& page, const std::string& block) {
    const auto at = page.find("name=\"block\" value=\"" + block + "\"");
    const auto base = page.find("name=\"base\" value=\"", at);
    if (at == std::string::npos || base == std::string::npos) return {};
    const auto from = base + std::string_view("name=\"base\" value=\"").size();
    return page.substr(from, page.find('"', from) - from);
  }

  std::int64_t version(int id) { return number("SELECT version FROM report WHERE id = $1", {std::int64_t{id}}); }
  std::string body(int id) { return SampleSite::text("SELECT body FROM report WHERE id = $1", {std::int64_t{id}}); }

  void one_delegation_more() {
    program().database().write([&](db::Tx& tx) {
      const reg::Description& d = *catalog().find("delegation");
      const auto id = tx.integer("SELECT MIN(id) FROM delegation WHERE direction = 'in' AND from_date >= '2022-01-01' AND from_date <= '2022-06-30'");
      auto cells = reg::load(tx, d, Actor::system(), id).value();
      cells[reg::k_id] = std::int64_t{0};
      cells[reg::k_code] = std::monostate{};
      cells[reg::k_version] = std::int64_t{0};
      return reg::save(tx, catalog(), d, Actor::system(), cells).has_value();
    });
  }
};

constexpr const char* k_block = "situation.circumstances";

TEST_F(ComposerPages, a_report_is_started_from_a_form_and_opens_with_living_figures) {
  EXPECT_EQ(get("/reports/new").status, 200);
  const auto bad = post("/reports", {{"kind", "annual"}, {"org", "ct"}, {"period", "khi nào"}});
  EXPECT_EQ(bad.status, 422);
  EXPECT_TRUE(has(bad, "khi nào")) << "what was typed comes back";
  const auto whole_year = post("/reports", {{"kind", "half_year"}, {"org", "ct"}, {"period", "2025"}});
  EXPECT_EQ(whole_year.status, 422) << "six months over the figures of twelve";
  EXPECT_NE(whole_year.content().find("“6 tháng đầu năm 2025” hoặc “6 tháng cuối năm 2025”"), std::string::npos);
  const auto made = post("/reports", {{"kind", "nine_month"}, {"org", "ct"}, {"period", "2025-9M"}});
  ASSERT_EQ(made.status, 303);
  const auto page = get(location(made));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "Báo cáo 9 tháng đầu năm 2025"));
  EXPECT_TRUE(has(page, "class=\"tok"));
}

TEST_F(ComposerPages, choosing_a_figure_shows_its_records_and_claims) {
  const auto page = get("/reports/3");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "Bản ghi <span class=\"m2\">57"));
  EXPECT_TRUE(has(page, "Mở cả 57 bản ghi trong sổ"));
  EXPECT_TRUE(has(page, "tiếp đón 57 đoàn")) << "the words of the article";
  EXPECT_TRUE(has(page, "Hàn Quốc"));
  EXPECT_EQ(get("/reports/99").status, 404);
}

TEST_F(ComposerPages, a_translator_writes_the_english_of_a_paragraph_and_must_keep_its_figures) {
  const auto english = get("/reports/3?lang=en");
  EXPECT_TRUE(has(english, "Socialist Republic") || has(english, "SOCIALIST REPUBLIC"));
  EXPECT_TRUE(has(english, "57\u00A0delegations"));
  const std::string base = base_of(text(english), "delegations.in");
  const auto without = post("/reports/3/translation", {{"block", "delegations.in"}, {"base", base}, {"lang", "en"}, {"text", "Many delegations came."}, {"do", "save"}});
  EXPECT_EQ(without.status, 422) << "the figures are gone";
  EXPECT_TRUE(has(without, "Many delegations came.")) << "what was typed comes back";
  const auto at = body(3).find("\"en\":\"In the period, the whole city received ");
  ASSERT_NE(at, std::string::npos);
  const std::string draft = body(3).substr(at + 6, body(3).find('"', at + 6) - at - 6);
  const auto saved = post("/reports/3/translation", {{"block", "delegations.in"}, {"base", base}, {"text", "By hand. " + draft}, {"do", "save"}});
  ASSERT_EQ(saved.status, 303) << text(saved);
  EXPECT_TRUE(has(get("/reports/3?lang=en"), "By hand. In the period"));
  EXPECT_FALSE(has(get("/reports/3"), "By hand. In the period"));
  EXPECT_TRUE(has(get("/reports/3/report.html?lang=en"), "By hand. In the period"));
  // The Vietnamese is changed: the English says so until somebody looks.
  post("/reports/3/block", {{"block", k_block}, {"base", base_of(text(get("/reports/3")), k_block)}, {"text", "Tình hình đã khác."}, {"do", "save"}});
  EXPECT_TRUE(has(get("/reports/3/report.json?lang=en"), "[changed since it was translated] Tình hình đã khác."));
  EXPECT_TRUE(has(get("/reports/3"), "đoạn tiếng Việt đã đổi sau khi dịch"));
}

TEST_F(ComposerPages, a_paragraph_is_edited_and_its_figures_stay_alive) {
  const std::string page = text(get("/reports/3"));
  const auto saved = post("/reports/3/block", {{"block", k_block}, {"base", base_of(page, k_block)}, {"version", "1"}, {"text", "Lời mới với {t1: 21 Hội}."}, {"do", "save"}});
  ASSERT_EQ(saved.status, 303) << text(saved);
  EXPECT_NE(body(3).find("Lời mới với {t1}."), std::string::npos);
  EXPECT_TRUE(has(get("/reports/3"), "đã biên tập"));
  const auto unknown = post("/reports/3/block", {{"block", k_block}, {"version", std::to_string(version(3))}, {"text", "Số {t999: 7}."}, {"do", "save"}});
  EXPECT_EQ(unknown.status, 422);
  EXPECT_TRUE(has(unknown, "Số {t999: 7}.")) << "nothing typed is lost";
  const auto restored = post("/reports/3/block", {{"block", k_block}, {"version", std::to_string(version(3))}, {"text", ""}, {"do", "restore"}});
  EXPECT_EQ(restored.status, 303);
  EXPECT_EQ(body(3).find("Lời mới"), std::string::npos);
}

TEST_F(ComposerPages, two_people_in_one_paragraph_lose_nothing_and_in_two_do_not_collide) {
  const std::string page = text(get("/reports/3"));
  const std::string base = base_of(page, k_block), other = base_of(page, "situation.network");
  ASSERT_FALSE(base.empty());
  ASSERT_FALSE(other.empty());
  EXPECT_EQ(post("/reports/3/block", {{"block", k_block}, {"base", base}, {"version", "1"}, {"text", "Của người thứ nhất."}, {"do", "save"}}).status, 303);
  const auto late = post("/reports/3/block", {{"block", k_block}, {"base", base}, {"version", "1"}, {"text", "Của người thứ hai."}, {"do", "save"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "Của người thứ nhất."));
  EXPECT_TRUE(has(late, "Của người thứ hai."));
  EXPECT_EQ(post("/reports/3/block", {{"block", "situation.network"}, {"base", other}, {"version", "1"}, {"text", "Đoạn khác."}, {"do", "save"}}).status, 303);
  EXPECT_NE(body(3).find("Của người thứ nhất."), std::string::npos);
  EXPECT_NE(body(3).find("Đoạn khác."), std::string::npos);
}

TEST_F(ComposerPages, paragraphs_are_added_and_removed) {
  const std::string page = text(get("/reports/3"));
  const auto added = post("/reports/3/block", {{"block", k_block}, {"base", base_of(page, k_block)}, {"version", "1"}, {"text", "Giữ lời này."}, {"do", "add"}});
  ASSERT_EQ(added.status, 303);
  EXPECT_TRUE(has(get("/reports/3?e=b1"), "[điền: lời của đoạn mới]"));
  EXPECT_NE(body(3).find("Giữ lời này."), std::string::npos);
  EXPECT_EQ(post("/reports/3/block", {{"block", "b1"}, {"version", "2"}, {"do", "remove"}}).status, 303);
  EXPECT_EQ(body(3).find("lời của đoạn mới"), std::string::npos);
}

TEST_F(ComposerPages, the_head_is_filled_in_and_a_stale_form_comes_back_as_typed) {
  const std::vector<std::pair<std::string, std::string>> head{{"version", "1"}, {"place", "Cần Thơ"}, {"issuer", "LIÊN HIỆP CÁC TỔ CHỨC\nHỮU NGHỊ THÀNH PHỐ CẦN THƠ"},
                                                              {"subject", "Kết quả công tác năm 2025"}, {"addressed_to", "Thành ủy"}, {"recipients", "Như trên\nLưu: VT"}, {"authority", "CHỦ TỊCH"}, {"signer", "Nguyễn Văn A"}};
  EXPECT_EQ(post("/reports/3/head", head).status, 303);
  const auto page = get("/reports/3");
  EXPECT_TRUE(has(page, "TỔ CHỨC")) << "the issuer as typed";
  EXPECT_TRUE(has(get("/reports/3?p=head"), "Nguyễn Văn A"));
  auto stale = head;
  stale.back().second = "Trần Thị B";
  const auto back = post("/reports/3/head", stale);
  EXPECT_EQ(back.status, 409);
  EXPECT_TRUE(has(back, "Trần Thị B"));
  EXPECT_EQ(body(3).find("Trần Thị B"), std::string::npos);
}

TEST_F(ComposerPages, refreshing_shows_old_and_new_before_anything_changes) {
  const auto other = post("/reports", {{"kind", "half_year"}, {"org", "ct"}, {"period", "năm 2022"}});
  EXPECT_EQ(other.status, 422);
  EXPECT_TRUE(test::shows(other, "ghi “6 tháng đầu năm 2022” hoặc “6 tháng cuối năm 2022”")) << "the refusal speaks in words";
  const auto made = post("/reports", {{"kind", "half_year"}, {"org", "ct"}, {"period", "6 tháng đầu năm 2022"}});
  const std::string address = location(made).substr(0, location(made).find('?'));
  const int id = static_cast<int>(parse_int(address.substr(address.rfind('/') + 1)).value());
  EXPECT_EQ(location(post(address + "/refresh", {{"version", "1"}})), address + "?done=same");
  one_delegation_more();
  EXPECT_TRUE(has(get(address), "số đã đổi trong sổ"));
  const auto preview = post(address + "/refresh", {{"version", "1"}});
  EXPECT_EQ(preview.status, 200);
  EXPECT_TRUE(has(preview, "<del>24\u00A0đoàn</del>"));
  EXPECT_TRUE(has(preview, "<ins>25\u00A0đoàn</ins>"));
  EXPECT_EQ(version(id), 1);
  EXPECT_EQ(post(address + "/refresh", {{"version", "1"}, {"apply", "1"}}).status, 303);
  EXPECT_TRUE(has(get(address), "25\u00A0đoàn"));
}

TEST_F(ComposerPages, nothing_is_submitted_or_sealed_with_blanks_and_the_seal_holds) {
  const auto made = post("/reports", {{"kind", "half_year"}, {"org", "ct"}, {"period", "2022-H1"}});
  const std::string address = location(made).substr(0, location(made).find('?'));
  const int id = static_cast<int>(parse_int(address.substr(address.rfind('/') + 1)).value());
  const auto early = post(address + "/submit", {{"version", "1"}});
  EXPECT_EQ(early.status, 422);
  EXPECT_TRUE(has(early, "#b-evaluation.causes"));
  EXPECT_EQ(post(address + "/block", {{"block", "evaluation.causes"}, {"version", "1"}, {"text", "Việc đi lại quốc tế mới nối lại."}, {"do", "save"}}).status, 303);
  EXPECT_EQ(post(address + "/submit", {{"version", std::to_string(version(id))}}).status, 303);
  const auto sealed = post(address + "/seal", {{"version", std::to_string(version(id))}});
  ASSERT_EQ(sealed.status, 303) << text(sealed);
  one_delegation_more();
  const auto page = get(address);
  EXPECT_TRUE(has(page, "24\u00A0đoàn"));
  EXPECT_TRUE(has(page, "BẢN MẪU"));
  EXPECT_FALSE(has(page, "<textarea"));
  EXPECT_EQ(post(address + "/block", {{"block", k_block}, {"version", std::to_string(version(id))}, {"text", "Sửa lén."}, {"do", "save"}}).status, 403);
  const auto difference = get(address + "/difference");
  EXPECT_TRUE(has(difference, "24\u00A0đoàn"));
  EXPECT_TRUE(has(difference, "25\u00A0đoàn"));
  EXPECT_TRUE(has(get(address + "/report.json"), "\"sealed\":true"));
}

TEST_F(ComposerPages, files_are_made_in_four_formats_with_links_to_this_office) {
  for (const char* format : {"docx", "pdf", "html", "json"}) {
    const auto file = get(std::string("/reports/3/report.") + format);
    EXPECT_EQ(file.status, 200) << format;
    EXPECT_GT(file.content().size(), 5000U) << format;
  }
  EXPECT_TRUE(has(get("/reports/3/report.html"), "http://office.example/figures/I17?org=ct-tp"));
  EXPECT_EQ(get("/reports/3/report.odt").status, 404);
}

TEST_F(ComposerPages, the_list_shows_reports_without_their_insides) {
  const auto list = get("/reports");
  EXPECT_EQ(list.status, 200);
  EXPECT_TRUE(has(list, "Báo cáo nhiệm kỳ 2018 - 2023"));
  const auto exported = get("/reports?format=csv");
  EXPECT_EQ(exported.status, 200);
  EXPECT_FALSE(has(exported, "next_block"));
  EXPECT_FALSE(has(get("/reports/3/history"), "next_block"));
}

}  // namespace
}  // namespace nc::app
