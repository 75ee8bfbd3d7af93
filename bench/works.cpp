// The works: list, search, record, create, figures.
#include "works.h"

#include <algorithm>
#include <array>

#include "html/html.h"
#include "db/full_text.h"

namespace bench {
namespace {

using namespace nc;

constexpr std::array k_lands{"KR", "JP", "US", "FR", "DE", "IN", "LA", "KH", "NL", "AU", "GB", "CA", "SG", "CN", "RU", "CH", "SE", "NO", "IT", "ES"};
constexpr std::array k_places{"Cần Thơ", "o mon", "Đà Nẵng", "hai phong", "Điện Biên", "dong thap", "Vị Thanh", "nga bay", "Sóc Trăng", "Bắc Giang"};
constexpr const char* k_all_years = "/figures/I40?org=ct&from=2015-01-01&to=2025-12-31";

/// Scattered and repeatable.
std::uint64_t scattered(std::uint64_t n) {
  n = (n + 1) * 0x9E3779B97F4A7C15ULL;
  return (n ^ (n >> 29U)) >> 7U;
}
const char* land(std::uint64_t n) { return k_lands[scattered(n) % k_lands.size()]; }
std::string year(std::uint64_t n) { return std::to_string(2015 + scattered(n + 7) % 11); }
const char* place(std::uint64_t n) { return k_places[scattered(n) % k_places.size()]; }
std::int64_t record(const Office& o, std::uint64_t n) {
  return o.first_aid() + static_cast<std::int64_t>(scattered(n) % static_cast<std::uint64_t>(std::max<std::int64_t>(1, o.aid() / 2)));
}

void drain(db::ReadDb& db, const db::Sql& sql, const db::Params& params) {
  std::size_t bytes = 0;
  db.each(sql, params, [&](const db::Row& row) {
    for (int i = 0; i < row.columns(); ++i) bytes += row.text(i).size();
    return true;
  });
  if (bytes == ~std::size_t{0}) throw std::logic_error("unreachable: keeps the loop");
}

std::string get(const Office& o, const std::string& target) { return get_request(target, o.cookie()); }

/// Only what lists show: all columns of the register are more than any hand-written page would read.
#define BENCH_COLUMNS "t.id, t.code, t.title, t.kind, t.donor, t.country, t.sector, t.status, t.from_date, t.value, t.value_cur, t.value_q, t.illustrative"

void list_sql(db::ReadDb& db, const Office&, std::uint64_t n) {
  drain(db, "SELECT " BENCH_COLUMNS ", p.name FROM aid t LEFT JOIN partner p ON p.id = t.donor WHERE t.deleted = 0 AND t.country = $1 "
            "AND substr(t.from_date, 1, 4) = $2 ORDER BY t.value DESC, t.id DESC LIMIT 50", {std::string(land(n)), year(n)});
}

void search_sql(db::ReadDb& db, const Office&, std::uint64_t n) {
  const auto words = db::match_query(db.engine(), place(n));
  if (db.engine() == db::Engine::sqlite)
    drain(db, "SELECT " BENCH_COLUMNS " FROM aid_fts f CROSS JOIN aid t WHERE t.id = f.rowid AND aid_fts MATCH $1 AND t.deleted = 0 ORDER BY f.rowid DESC LIMIT 50", {words});
  else
    drain(db, "SELECT " BENCH_COLUMNS " FROM aid t WHERE t.search_vector @@ to_tsquery('simple', $1) AND t.deleted = 0 ORDER BY t.id DESC LIMIT 50", {words});
}

void record_sql(db::ReadDb& db, const Office& o, std::uint64_t n) {
  drain(db, "SELECT * FROM aid WHERE id = $1", {record(o, n)});
  drain(db, "SELECT * FROM aid_value WHERE aid = $1 AND deleted = 0", {record(o, n)});
  drain(db, "SELECT * FROM change WHERE register_name = 'aid' AND record = $1 ORDER BY seq DESC LIMIT 5", {record(o, n)});
}

std::string create_request(const Office& o, std::uint64_t n) {
  return post_request("/aid", o.cookie(),
                      "csrf=" + o.csrf() + "&kind=project&status=mobilising&title=" + url_encode("Nước sạch nông thôn tại Ô Môn số " + std::to_string(n)) +
                          "&from_date=2025-03-0" + std::to_string(1 + n % 9) + "&country=" + land(n) + "&provider_class=ingo");
}

}  // namespace

const std::vector<Work>& works() {
  static const std::vector<Work> all = {
      {"list: country and year, sorted by amount",
       [](const Office& o, std::uint64_t n) { return get(o, std::string("/aid?sort=-value&country=") + land(n) + "&period=" + year(n)); }, list_sql, {13, 97, 39}},
      {"search of a place name in the list", [](const Office& o, std::uint64_t n) { return get(o, "/aid?q=" + url_encode(place(n))); }, search_sql, {178, 6.4, 859}},
      {"search of a place name everywhere", [](const Office& o, std::uint64_t n) { return get(o, "/search?q=" + url_encode(place(n))); }, search_sql, {178, 6.4, 859}},
      {"record page", [](const Office& o, std::uint64_t n) { return get(o, "/aid/" + std::to_string(record(o, n))); }, record_sql, {4.1, 261, 5}},
      {"create, durable", create_request, nullptr, {12, 114, 0}},
      {"figure by country, eleven years, cached", [](const Office& o, std::uint64_t) { return get(o, std::string(k_all_years) + "&by=country"); }, nullptr, {81, 17, 525}, true},
      {"figure of one country by year, cached",
       [](const Office& o, std::uint64_t n) { return get(o, std::string(k_all_years) + "&by=year&country=" + land(n % 20)); }, nullptr, {81, 17, 525}, true},
      {"overview", [](const Office& o, std::uint64_t) { return get(o, "/"); }, nullptr, {}, true},
  };
  return all;
}

std::vector<Uncached> uncached() {
  fig::Ask by_country;
  by_country.code = "I40";
  by_country.org = "ct";
  by_country.by = "country";
  by_country.period = Period{*Date::from_ymd(2015, 1, 1), *Date::from_ymd(2025, 12, 31)};
  fig::Ask one_year = by_country;
  one_year.period = Period{*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31)};
  fig::Ask by_year = by_country;
  by_year.by = "year";
  return {{"figure by country, eleven years", by_country, {81, 0, 525}},
          {"figure by year, eleven years", by_year, {81, 0, 525}},
          {"figure by country, one year", one_year, {}}};
}

}  // namespace bench
