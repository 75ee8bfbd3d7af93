// A contest from its rules to its certificates: rounds, entrants with guardians, score sheets, who goes on, prizes, papers.
#include <gtest/gtest.h>

#include "app/contests/standing.h"
#include "base/clock.h"
#include "file/zip_file.h"
#include "fixtures/pdf_view.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;
using Form = test::SampleSite::Form;

class Contests : public testing::TestWithParam<db::Engine> {
 protected:
  Contests() : site_({.engine = GetParam()}) {
    site_.sign_in();
    add("/contests", {{"code", "QA-C1"}, {"title", "Cuộc thi thử"}, {"edition", "10"}, {"status", "open"}, {"from_date", "2019-03-01"}, {"to_date", "2019-05-20"}, {"jury", "Cô Lan, Thầy Minh"}, {"max_score", "10"}});
    contest_ = site_.number("SELECT id FROM contest WHERE code = 'QA-C1'");
    for (const auto& [number, name] : {std::pair{"1", "Sơ khảo"}, {"2", "Chung khảo"}}) add("/contest-rounds", {{"contest", std::to_string(contest_)}, {"number", number}, {"name", name}});
    first_ = site_.number("SELECT id FROM contest_round WHERE contest = $1 AND number = 1", {contest_});
    last_ = site_.number("SELECT id FROM contest_round WHERE contest = $1 AND number = 2", {contest_});
  }

  void add(const std::string& path, const Form& form) {
    const auto made = site_.post(path, form);
    ASSERT_EQ(made.status, 303) << path << made.content();
  }
  std::int64_t enters(const std::string& name, Form more = {}) {
    Form form{{"contest", std::to_string(contest_)}, {"name", name}};
    if (std::ranges::none_of(more, [](const auto& f) { return f.first == "status"; })) form.emplace_back("status", "confirmed");
    form.insert(form.end(), more.begin(), more.end());
    add("/contest-entrants", form);
    return site_.number("SELECT id FROM contest_entrant WHERE name = $1", {name});
  }
  std::string url(const std::string& rest) const { return "/contests/" + std::to_string(contest_) + rest; }
  web::Response scores(std::int64_t round, const Form& form) { return site_.post(url("/scores?round=" + std::to_string(round)), form); }
  static std::string cell(std::int64_t entrant, int juror) { return "s." + std::to_string(entrant) + "." + std::to_string(juror); }

  test::SampleSite site_;
  std::int64_t contest_ = 0, first_ = 0, last_ = 0;
};

TEST_P(Contests, number_new_rounds_on_from_the_last_one) {
  const std::string page = site_.page(url("/rounds"));
  const auto preset = [&](const std::string& box) { return page.substr(page.find("name=\"" + box + "\""), 60); };
  EXPECT_TRUE(shows(preset("r2.number"), "value=\"3\"")) << preset("r2.number");
  EXPECT_TRUE(shows(preset("r3.number"), "value=\"4\""));
  add(url("/rounds"), {{"lines", "2"}, {"next", "3"}, {"r0.id", "0"}, {"r0.number", "3"}, {"r0.name", "Bán kết"}, {"r0.format", "onsite"}, {"r1.id", "0"}, {"r1.number", "4"}, {"r1.format", "onsite"}});
  EXPECT_EQ(site_.number("SELECT number FROM contest_round WHERE name = 'Bán kết' AND contest = $1", {contest_}), 3);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM contest_round WHERE contest = $1", {contest_}), 3) << "a line with nothing but its number is empty";
}

TEST_P(Contests, give_places_by_the_mean_of_the_jurors_and_let_the_best_go_on) {
  const auto an = enters("An Thử"), binh = enters("Bình Thử"), chi = enters("Chi Thử"), dung = enters("Dung Thử");
  EXPECT_EQ(scores(first_, {{cell(an, 0), "8,5"}, {cell(an, 1), "9"}, {cell(binh, 0), "11"}}).status, 422) << "above the highest score";
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM contest_score WHERE round = $1", {first_}), 0) << "all or nothing";
  ASSERT_EQ(scores(first_, {{cell(an, 0), "8,5"}, {cell(an, 1), "9"}, {cell(binh, 0), "7"}, {cell(binh, 1), "8"}, {cell(chi, 0), "7.5"}, {cell(chi, 1), "7.5"}, {cell(dung, 0), "6"}}).status, 303);
  site_.program().database().read([&](db::ReadDb& db) {
    const auto rounds = rounds_of(db, Actor::system(), contest_);
    const auto all = standings(db, Actor::system(), contest_, rounds, first_);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].name, "An Thử");
    EXPECT_EQ(all[0].mean, 8750);
    EXPECT_EQ(all[1].place, 2);
    EXPECT_EQ(all[2].place, 2) << "equal means share a place";
    EXPECT_EQ(all[3].place, 4);
    EXPECT_TRUE(standings(db, Actor::system(), contest_, rounds, last_).empty()) << "nobody went on yet";
  });
  EXPECT_TRUE(shows(site_.page(url("/scores")), "8,75"));
  EXPECT_EQ(site_.post(url("/advance?round=" + std::to_string(first_)), {{"places", "0"}}).status, 422);
  ASSERT_EQ(site_.post(url("/advance?round=" + std::to_string(first_)), {{"places", "2"}}).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM contest_entrant WHERE reached = $1", {last_}), 3) << "those level with the last one go on, too";
  EXPECT_EQ(site_.post(url("/advance?round=" + std::to_string(last_)), {{"places", "2"}}).status, 422) << "there is no round after the last";
  ASSERT_EQ(scores(first_, {{cell(dung, 0), ""}}).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM contest_score WHERE deleted = 0 AND entrant = $1", {dung}), 0) << "an emptied cell takes the score away";
}

TEST_P(Contests, let_minors_take_part_only_with_a_guardian) {
  const std::string young = today().plus_months(-16 * 12).iso();
  Form minor{{"contest", std::to_string(contest_)}, {"name", "Em Thử"}, {"born", young}, {"status", "confirmed"}};
  EXPECT_EQ(site_.post("/contest-entrants", minor).status, 422) << "the day of birth says it";
  minor.back().second = "registered";
  EXPECT_EQ(site_.post("/contest-entrants", minor).status, 303);
  EXPECT_EQ(site_.number("SELECT is_minor FROM contest_entrant WHERE name = 'Em Thử'"), 1) << "whatever was ticked";
  EXPECT_EQ(site_.post("/contest-entrants", {{"contest", std::to_string(contest_)}, {"name", "Em Hai"}, {"is_minor", "1"}, {"status", "confirmed"}}).status, 422);
  enters("Em Ba", {{"is_minor", "1"}, {"status", "registered"}});
  enters("Người lớn", {{"status", "registered"}});
  ASSERT_EQ(site_.post(url("/confirm")).status, 303);
  EXPECT_EQ(site_.text("SELECT status FROM contest_entrant WHERE name = 'Người lớn'"), "confirmed");
  EXPECT_EQ(site_.text("SELECT status FROM contest_entrant WHERE name = 'Em Ba'"), "registered");
  EXPECT_TRUE(shows(site_.page(url("")), "chưa có đồng ý của người giám hộ"));
}

TEST_P(Contests, print_certificates_one_each_and_all_prizes_together) {
  const auto an = enters("An Giấy"), binh = enters("Bình Giấy"), chi = enters("Chi Giấy");
  ASSERT_EQ(scores(first_, {{cell(an, 0), "9"}, {cell(binh, 0), "8"}, {cell(chi, 0), "7"}}).status, 303);
  ASSERT_EQ(site_.post(url("/advance?round=" + std::to_string(first_)), {{"places", "2"}}).status, 303);
  ASSERT_EQ(scores(last_, {{cell(an, 0), "7"}, {cell(binh, 0), "9"}}).status, 303);
  EXPECT_EQ(site_.get(url("/certificates.zip")).status, 409) << "nobody has a prize yet";
  const std::string page = site_.page(url("/results"));
  EXPECT_TRUE(shows(page, "value=\"first\" selected"));
  ASSERT_EQ(site_.post(url("/results?round=" + std::to_string(last_)), {{"p." + std::to_string(binh), "first"}, {"p." + std::to_string(an), "second"}}).status, 303);
  const auto one = site_.get("/contest-entrants/" + std::to_string(binh) + "/certificate.pdf");
  ASSERT_EQ(one.status, 200);
  const paper::fixture::PdfView hung{std::string(one.content())};
  EXPECT_NEAR(hung.width(1), 297, 0.5) << "across, to hang on a wall";
  EXPECT_TRUE(hung.has(1, "Bình") && hung.has(1, "NHẤT") && hung.has(1, "CỘNG") && hung.has(1, "/GCN-LHHN"));
  const auto zip = site_.get(url("/certificates.zip"));
  ASSERT_EQ(zip.status, 200);
  const std::string bytes(zip.content());
  auto reader = ZipReader::open(bytes);
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->has("01-an-giay.pdf"));
  EXPECT_TRUE(reader->has("02-binh-giay.pdf"));
  EXPECT_FALSE(reader->has("03-chi-giay.pdf")) << "only those with a prize";
}

TEST_P(Contests, count_once_with_their_entrants_whether_kept_as_activity_or_as_contest) {
  enters("Một Đếm");
  enters("Hai Đếm");
  EXPECT_EQ(site_.count("I37", "ct", "2019"), 1);
  add("/activities", {{"code", "QA-HD1"}, {"title", "Cuộc thi thử (hoạt động)"}, {"kind", "contest"}, {"from_date", "2019-05-20"}, {"status", "done"}, {"entrants", "30"}});
  EXPECT_EQ(site_.count("I37", "ct", "2019"), 2);
  const auto activity = site_.number("SELECT id FROM activity WHERE code = 'QA-HD1'");
  add("/contests", {{"code", "QA-C2"}, {"title", "Cuộc thi thử hai"}, {"status", "awarded"}, {"from_date", "2019-05-01"}, {"to_date", "2019-05-20"}, {"entrants", "40"}, {"activity", std::to_string(activity)}});
  EXPECT_EQ(site_.count("I37", "ct", "2019"), 2) << "the same contest in both registers counts once";
  site_.program().database().read([&](db::ReadDb& db) {
    fig::Ask ask;
    ask.code = "I37";
    ask.org = "ct";
    ask.period = *parse_period("2019");
    const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
    ASSERT_TRUE(f);
    ASSERT_EQ(f->parts.size(), 2U);
    EXPECT_DOUBLE_EQ(f->parts[1].value.value_or(0), 42) << "two that are listed, forty that were written down";
  });
}

TEST_P(Contests, take_entries_from_the_public_while_they_are_open) {
  ASSERT_EQ(site_.post(url("/entry-page"), {{"act", "open"}}).status, 303);
  const std::string page = "/enter/" + site_.text("SELECT entry_key FROM contest WHERE id = $1", {contest_});
  const auto entries = [&](const char* status) { return site_.number("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND status = $2", {contest_, std::string(status)}); };
  const Form child{{"name", "Bé Thử Đăng Ký"}, {"born", today().plus_months(-12 * 12).iso()}, {"school", "Trường thử"}, {"phone", "0900"}, {"agree", "1"}};
  EXPECT_EQ(site_.get("/enter/").status, 404);
  EXPECT_EQ(site_.get("/enter/0123456789abcdef0123").status, 404);
  EXPECT_EQ(site_.get(page).status, 200);
  EXPECT_EQ(site_.post(page, child).status, 422) << "a minor without a guardian";
  Form whole = child;
  whole.insert(whole.end(), {{"guardian", "Phụ huynh thử"}, {"guardian_phone", "0901"}, {"consent", "1"}});
  EXPECT_EQ(site_.post(page, whole).status, 200);
  EXPECT_EQ(site_.post(page, whole).status, 200) << "the same answer for the same person";
  EXPECT_EQ(entries("checking"), 1);
  Form program = whole;
  program.emplace_back("website", "https://example.org");
  program.front().second = "Máy Tự Điền";
  EXPECT_EQ(site_.post(page, program).status, 200);
  EXPECT_EQ(entries("checking"), 1) << "who fills in the hidden box is not written down";
  const std::string id = std::to_string(site_.number("SELECT id FROM contest_entrant WHERE contest = $1 AND status = 'checking'", {contest_}));
  EXPECT_EQ(site_.post(url("/entries"), {{"entrant", id}, {"act", "accept"}}).status, 303);
  EXPECT_EQ(site_.post(url("/entries"), {{"entrant", id}, {"act", "refuse"}}).status, 409) << "it was decided";
  EXPECT_EQ(entries("registered"), 1);
  int refused = 0;
  for (int n = 0; n < 14; ++n) {
    whole.front().second = "Người Thử Số " + std::to_string(n);
    if (site_.post(page, whole).status == 429) ++refused;
  }
  EXPECT_GT(refused, 0) << "so many from one address are stopped";
  EXPECT_LE(entries("checking"), 12);
}

TEST_P(Contests, a_list_where_nobody_counted_the_entrants_shows_no_zero) {
  const auto foot = [&] {
    const std::string page = site_.page("/contests?from=2019-01-01&to=2019-12-31");
    const auto at = page.find("class=\"tot\"");
    return at == std::string::npos ? std::string() : page.substr(at, page.find("</tr>", at) - at);
  };
  EXPECT_TRUE(shows(foot(), "<span class=\"none\">–</span>")) << foot();
  add("/contests", {{"code", "QA-C2"}, {"title", "Cuộc thi có đếm"}, {"edition", "1"}, {"status", "open"}, {"from_date", "2019-06-01"}, {"to_date", "2019-06-20"}, {"entrants", "12"}});
  EXPECT_TRUE(test::reads(foot(), " 12 ")) << "what is known is added: " << foot();
}

INSTANTIATE_TEST_SUITE_P(Both, Contests, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
