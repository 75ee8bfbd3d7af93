// Register of estimates of compatriots abroad, and what was said last of each place.
#include <algorithm>
#include <set>
#include <tuple>

#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/compatriots/public.h"
#include "app/reference/public.h"
#include "base/fold.h"

namespace nc::app {

namespace {

struct DiasporaEstimate : reg::Standard {
  std::string title, country, city;
  Date as_of;
  reg::Count quantity;
  reg::Ref association;
  std::string source, confidence = "declared";
};

const reg::Options& confidences() {
  static const reg::Options options{{"official", {"số của cơ quan có thẩm quyền", "from an authority"}}, {"declared", {"hội tự khai", "declared by the association"}}, {"press", {"báo chí đưa", "from the press"}}, {"guess", {"ước đoán", "a guess"}}};
  return options;
}

void check(const DiasporaEstimate& e, Problems& problems) {
  constexpr std::int64_t k_most = 10'000'000;
  not_in_future(e.as_of, "as_of", problems);
  not_absurd(e.quantity, k_most, "quantity", problems);
  if (e.country == "VN") complain(problems, "country", "Chọn nước đồng bào đang sống.", "Choose the country where the compatriots live.");
}

}  // namespace

const reg::Description& diaspora_estimates() {
  static const reg::Description description =
      reg::Register<DiasporaEstimate>("diaspora_estimate", "diaspora-estimates", {"Ước tính số đồng bào", "Estimates of compatriots"}, {"ước tính", "estimate"})
          .icon("users-group")
          .prefix("UTKB")
          .field(&DiasporaEstimate::title, "title", {"Những ai", "Who"}, {.required = true, .search = true, .sortable = true, .hint = Text{"Ví dụ: người Cần Thơ ở Seoul", "For example: people from Can Tho in Seoul"}})
          .field(&DiasporaEstimate::country, "country", {"Nước", "Country"}, {.required = true, .options = &countries(), .filter = true})
          .field(&DiasporaEstimate::city, "city", {"Thành phố, vùng", "City, region"}, {.max = 120, .search = true, .hint = Text{"Để trống khi số là của cả nước ấy", "Leave empty when the number is of the whole country"}})
          .field(&DiasporaEstimate::as_of, "as_of", {"Tính đến ngày", "As of"}, {.required = true, .filter = true, .preset = "today"})
          .field(&DiasporaEstimate::quantity, "quantity", {"Số người", "People"}, {.required = true, .hint = Text{"Gõ như nguồn nói: hơn 300, gần 1.000", "As the source says it: more than 300, nearly 1,000"}, .unit = Text{"người", "people"}})
          .field(&DiasporaEstimate::association, "association", {"Hội khai số", "Declared by"}, {.link = "organisation", .filter = true})
          .field(&DiasporaEstimate::source, "source", {"Nguồn", "Source"}, {.max = 200, .search = true})
          .field(&DiasporaEstimate::confidence, "confidence", {"Độ tin cậy", "Reliability"}, {.required = true, .options = &confidences(), .filter = true, .preset = "declared"})
          .title("title")
          .date("as_of")
          .country("country")
          .list({"as_of", "title", "country", "city", "quantity", "confidence"})
          .sorted_by("as_of", true)
          .rule(check)
          .done();
  return description;
}

std::string Estimate::shown(Lang lang) const {
  const auto word = prose_word(qualifier, lang, false);
  return (word.empty() ? std::string() : std::string(word) + "\u00A0") + format_int(quantity, lang);
}

std::map<std::string, std::vector<Estimate>> current_estimates(db::ReadDb& db, const Actor& actor, const std::string& office) {
  std::map<std::string, std::vector<Estimate>> out;
  std::set<std::tuple<std::string, std::string, std::int64_t>> seen;
  each_within(db, "SELECT e.id, e.title, COALESCE(e.city, ''), COALESCE(e.source, ''), e.confidence, e.as_of, e.quantity, e.quantity_q, e.illustrative, e.country, COALESCE(e.association, 0) FROM diaspora_estimate e WHERE e.deleted = 0 AND e.quantity IS NOT NULL", {},
              both(org_scope(actor, "e"), of_office("e.org_id", office)), "ORDER BY e.as_of DESC, e.id DESC", [&](const db::Row& r) {
                const std::string country(r.text(9));
                if (!seen.emplace(country, fold(r.text(2)), r.integer(10)).second) return true;  // said again later
                Estimate e{r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), Date::from_iso(r.text(5)).value_or(Date{}), r.integer(6)};
                if (!qualifier_from_code(r.text(7), e.qualifier)) e.qualifier = Qualifier::exact;
                e.illustrative = r.integer(8) != 0;
                out[country].push_back(std::move(e));
                return true;
              });
  for (auto& [country, all] : out)
    std::ranges::stable_sort(all, [](const Estimate& a, const Estimate& b) { return std::pair(!a.of_whole_country(), -a.quantity) < std::pair(!b.of_whole_country(), -b.quantity); });
  return out;
}

Message sum_with_parts(const std::vector<Estimate>& all) {
  if (all.size() < 2 || all.front().of_whole_country()) return {};
  Estimate sum;
  Message parts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Estimate& e = all[i];
    sum.quantity += e.quantity;
    sum.qualifier = i == 0 ? e.qualifier : combine(sum.qualifier, e.qualifier);
    const bool last = i + 1 == all.size();
    parts.vi += (i == 0 ? "" : last ? " và " : ", ") + e.city + " " + e.shown(Lang::vi) + " (" + format_date(e.as_of, Lang::vi) + ")";
    parts.en += (i == 0 ? "" : last ? " and " : ", ") + e.city + " " + e.shown(Lang::en) + " (" + format_date(e.as_of, Lang::en) + ")";
  }
  return {"Cộng các nơi đã khai: " + sum.shown(Lang::vi) + " người, gồm " + parts.vi + ". Không phải số của cả nước ấy.", "The places declared: " + sum.shown(Lang::en) + " people, being " + parts.en + ". Not a number of the whole country."};
}

}  // namespace nc::app
