// Register of what the portal counts: visits and articles of a site, a row a month.
#include "app/common/rules.h"
#include "app/information/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct PortalCount : reg::Standard {
  std::string site;
  Date month;
  reg::Count visits, articles_vi, articles_other;
  std::string source;
};

void check(const PortalCount& c, Problems& problems) {
  constexpr std::int64_t k_most_visits = 1'000'000'000, k_most_articles = 100'000;
  if (c.month && (c.month.year() > today().year() || (c.month.year() == today().year() && c.month.month() > today().month())))
    complain(problems, "month", "Tháng này chưa đến. Kiểm tra lại tháng, năm.", "This month is yet to come. Check month and year.");
  not_absurd(c.visits, k_most_visits, "visits", problems);
  not_absurd(c.articles_vi, k_most_articles, "articles_vi", problems);
  not_absurd(c.articles_other, k_most_articles, "articles_other", problems);
  if (!c.visits.value && !c.articles_vi.value && !c.articles_other.value)
    complain(problems, "visits", "Ghi ít nhất một số: lượt truy cập hoặc số bài.", "Enter at least one number: visits or articles.");
}

}  // namespace

const reg::Description& portal_counts() {
  static const reg::Description description =
      reg::Register<PortalCount>("portal_count", "portal-counts", {"Số đếm của trang thông tin", "Counts of the portal"}, {"số đếm tháng", "monthly count"})
          .icon("chart-bar")
          .prefix("SDT")
          .field(&PortalCount::site, "site", {"Trang", "Site"}, {.required = true, .max = 120, .search = true, .filter = true, .sortable = true, .hint = Text{"Tên miền hoặc tên trang mạng xã hội", "Domain, or the name of the page"}})
          .field(&PortalCount::month, "month", {"Tháng", "Month"}, {.required = true, .filter = true, .hint = Text{"Ghi ngày cuối tháng: kỳ nào có ngày ấy thì tính tháng này", "Its last day: periods that hold this day count the month"}})
          .field(&PortalCount::visits, "visits", {"Lượt truy cập", "Visits"}, {.unit = Text{"lượt", "visits"}})
          .field(&PortalCount::articles_vi, "articles_vi", {"Bài tiếng Việt", "Articles in Vietnamese"}, {.unit = Text{"bài", "articles"}})
          .field(&PortalCount::articles_other, "articles_other", {"Bài tiếng khác", "Articles in other languages"}, {.unit = Text{"bài", "articles"}})
          .field(&PortalCount::source, "source", {"Nguồn của số", "Source"}, {.max = 200, .hint = Text{"Trang quản trị, công cụ đếm", "Administration page, counting tool"}})
          .title("site")
          .date("month")
          .list({"month", "site", "visits", "articles_vi", "articles_other", "org"})
          .sorted_by("month", true)
          .index({"org_id", "month"})
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
