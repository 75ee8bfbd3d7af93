// Every number that opens, on every place of the sidebar and on the boards: it is the count, or the sum, of what it opens.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cmath>
#include <set>

#include "base/clock.h"
#include "support/sample_database.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

namespace json = boost::json;

struct Opened { std::string href, shown, page; };

std::string plain(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"&amp;", "&"}, {"\u00A0", " "}})
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

std::string between(std::string_view page, std::size_t from, std::string_view open, std::string_view close) {
  const auto at = page.find(open, from);
  if (at == std::string_view::npos) return {};
  return std::string(page.substr(at + open.size(), page.find(close, at + open.size()) - at - open.size()));
}

/// Numbers of a page that open something: markup of figure().
std::vector<Opened> opened_on(const std::string& page, const std::string& name) {
  std::vector<Opened> out;
  for (std::size_t at = 0; (at = page.find("<a class=\"fig", at)) != std::string::npos; ++at) {
    std::string shown = read_aloud("<" + between(page, at, "<", "</a>"));
    shown.erase(0, shown.find_first_not_of(' '));
    shown.erase(shown.find_last_not_of(' ') + 1);
    out.push_back({plain(between(page, at, "href=\"", "\"")), plain(shown), name});
  }
  return out;
}

/// "1.420" as a number; nothing for shortened money, words, ratios.
std::optional<std::int64_t> whole_number(std::string text) {
  std::erase(text, '.');
  return parse_int(text);
}

class OpenedFigures : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    opened_ = std::make_unique<SampleSite>(SampleSite::Choices{.opens_on = "2025"});
    opened_->sign_in();
  }
  static void TearDownTestSuite() { opened_.reset(); }

  std::vector<std::string> places() {
    std::vector<std::string> out{"/clubs?of=language", "/clubs?of=all", "/compatriots?of=all", "/business-leads/board", "/campaigns/overview", "/information/months", "/country-profile/KR", "/wall",
                                 "/organisations/" + id_of("organisation", "ct-kr") + "/members", "/organisations/" + id_of("organisation", "ct") + "/members",
                                 "/scholarship-programmes/" + id_of("scholarship_programme", "CTHB-MH-1")};
    const std::string front = site_.page("/");
    const std::string sidebar = front.substr(0, front.find("<main"));
    for (std::size_t at = 0; (at = sidebar.find("href=\"/", at)) != std::string::npos; ++at)
      if (const std::string href = plain(between(sidebar, at, "href=\"", "\"")); !href.starts_with("/assets/") && !href.starts_with("/set?")) out.push_back(href);
    return out;
  }
  std::string id_of(const char* name, const char* code) {
    return std::to_string(site_.number(db::Sql::built("SELECT id FROM " + std::string(name) + " WHERE code = $1"), {code}));
  }
  /// The rows behind an address; null for a page that is no list.
  json::value read(const std::string& href) {
    const auto answer = site_.get(href.substr(0, href.find('#')) + (href.find('?') == std::string::npos ? "?" : "&") + "format=json");
    EXPECT_EQ(answer.status, 200) << href;
    boost::system::error_code bad;
    auto out = json::parse(answer.content(), bad);
    return bad ? json::value() : out;
  }

  void check_figure(const Opened& o) {
    const json::object f = read(o.href).as_object();
    const fig::Indicator* indicator = all_figures().find(std::string(f.at("code").as_string()));
    ASSERT_NE(indicator, nullptr) << o.href;
    const json::array& rows = f.at("rows").as_array();
    EXPECT_EQ(static_cast<std::int64_t>(rows.size()), f.at("row_count").as_int64()) << o.page << " " << o.href;
    const std::string unit(f.at("unit").as_string());
    // Quotients and streaks are worked out from their rows, and screens shorten money: there is no number to compare with.
    if (indicator->rows_sql.empty() || unit == "percent" || unit == "ratio" || fig::is_currency(unit) || !f.at("value").is_int64()) return;
    const auto shown = whole_number(o.shown);
    if (o.href.find("&by=") != std::string::npos) {  // "13 nước": as many as there are groups
      EXPECT_EQ(shown.value_or(-1), std::ranges::count_if(f.at("groups").as_array(), [](const json::value& g) { return !g.at("key").as_string().empty(); })) << o.href;
      return;
    }
    ASSERT_TRUE(shown.has_value()) << o.page << " " << o.href << " shows " << o.shown;
    ++compared_;
    EXPECT_EQ(*shown, f.at("value").as_int64()) << o.page << " " << o.href;
    std::int64_t sum = 0;
    for (const auto& row : rows)
      if (row.at("unit").as_string() == unit && row.at("amount").is_int64()) sum += row.at("amount").as_int64();
    EXPECT_EQ(*shown, indicator->measure == fig::Measure::count ? static_cast<std::int64_t>(rows.size()) : sum) << o.page << " " << o.href;
  }
  void check_list(const Opened& o) {
    const auto shown = whole_number(o.shown);
    const json::value rows = shown ? read(o.href) : json::value();
    // Months of the calendar and shortened money of the board of aid are no lists of as many rows.
    if (!rows.is_array()) return;
    ++listed_;
    EXPECT_EQ(*shown, static_cast<std::int64_t>(rows.as_array().size())) << o.page << " " << o.href;
  }

  static inline std::unique_ptr<SampleSite> opened_;
  SampleSite& site_ = *opened_;
  int compared_ = 0, listed_ = 0;
};

TEST_F(OpenedFigures, show_as_many_as_the_rows_they_open) {
  std::set<std::string> seen;
  for (const std::string& place : places()) {
    auto answer = site_.get(place);
    if (const std::string elsewhere = location(answer); !elsewhere.empty()) answer = site_.get(elsewhere);
    for (const Opened& o : opened_on(std::string(answer.content()), place)) {
      if (!seen.insert(o.href + "#" + o.shown).second) continue;
      if (o.href.starts_with("/figures/")) check_figure(o);
      else if (o.href.starts_with("/")) check_list(o);
    }
  }
  EXPECT_GT(compared_, 100);
  EXPECT_GT(listed_, 20);
}

/// Records of a register that a part of a page links to.
std::set<std::string> linked(const std::string& page, const std::string& part, const std::string& path) {
  const auto from = page.find("id=\"" + part + "\"");
  const std::string section = from == std::string::npos ? std::string() : page.substr(from, page.find("</section>", from) - from);
  std::set<std::string> out;
  for (std::size_t at = 0; (at = section.find("href=\"" + path, at)) != std::string::npos; ++at)
    if (const std::string id = between(section, at, path, "\""); !id.empty() && id.find_first_not_of("0123456789") == std::string::npos) out.insert(id);
  return out;
}

TEST_F(OpenedFigures, of_clubs_and_compatriots_are_as_many_as_the_list_below_them) {
  const auto today_is = today().iso();
  const auto figure = [&](const char* code) { return read(std::string("/figures/") + code + "?org=ct-tp&as_of=" + today_is).at("value").as_int64(); };
  const auto add_club = [&](const char* code, const char* topic, const char* parent) {
    const auto made = site_.post("/organisations", {{"code", code}, {"name", std::string("Câu lạc bộ ") + code}, {"kind", "club"}, {"level", "grassroots"}, {"parent", parent}, {"topic", topic}, {"club_state", "regular"}, {"status", "active"}, {"org", parent}, {"version", "0"}});
    ASSERT_EQ(made.status, 303) << made.content();
  };
  EXPECT_EQ(linked(site_.page("/clubs"), "clubs", "/organisations/").size(), 2U) << "the clubs of others are not of the office";
  EXPECT_GE(linked(site_.page("/clubs?of=all"), "clubs", "/organisations/").size(), 7U);
  add_club("Q-A", "language", "ct-kr");
  add_club("Q-B", "arts", "ct");
  for (const auto& [address, code, wanted] : {std::tuple{"/clubs", "I05", 4}, {"/clubs?of=language", "I61", 2}}) {
    EXPECT_EQ(figure(code), wanted);
    EXPECT_EQ(linked(site_.page(address), "clubs", "/organisations/").size(), static_cast<std::size_t>(wanted)) << address;
  }
  const std::string page = site_.page("/compatriots");
  EXPECT_EQ(static_cast<std::int64_t>(linked(page, "by-country", "/organisations/").size()), figure("I70"));
  EXPECT_EQ(static_cast<std::int64_t>(linked(page, "cases", "/support-cases/").size()), figure("I70A"));
  EXPECT_GT(linked(site_.page("/compatriots?of=all"), "by-country", "/organisations/").size(), linked(page, "by-country", "/organisations/").size()) << "Bac Giang has one in Japan";
}

}  // namespace
}  // namespace nc::test
