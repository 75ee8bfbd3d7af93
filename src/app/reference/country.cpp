// Register of countries: reference data, with the date of diplomatic relations and the national day.
#include "app/common/sources.h"
#include "app/common/table.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Country : reg::Standard {
  std::string name, name_en, official, region;
  Date relation_date;
  std::string relation_precision, relation_status, national_day, aliases, historic, source, status;
};

const reg::Options& regions() {
  static const reg::Options options{{"southeast_asia", {"Đông Nam Á", "South-East Asia"}},
                                    {"east_asia", {"Đông Á", "East Asia"}},
                                    {"south_asia", {"Nam Á", "South Asia"}},
                                    {"central_asia", {"Trung Á", "Central Asia"}},
                                    {"west_asia", {"Tây Á", "West Asia"}},
                                    {"northern_europe", {"Bắc Âu", "Northern Europe"}},
                                    {"western_europe", {"Tây Âu", "Western Europe"}},
                                    {"southern_europe", {"Nam Âu", "Southern Europe"}},
                                    {"eastern_europe", {"Đông Âu", "Eastern Europe"}},
                                    {"north_america", {"Bắc Mỹ", "North America"}},
                                    {"central_america", {"Trung Mỹ", "Central America"}},
                                    {"caribbean", {"Ca-ri-bê", "Caribbean"}},
                                    {"south_america", {"Nam Mỹ", "South America"}},
                                    {"oceania", {"Châu Đại Dương", "Oceania"}},
                                    {"north_africa", {"Bắc Phi", "North Africa"}},
                                    {"west_africa", {"Tây Phi", "West Africa"}},
                                    {"central_africa", {"Trung Phi", "Central Africa"}},
                                    {"east_africa", {"Đông Phi", "East Africa"}},
                                    {"southern_africa", {"Nam Phi (khu vực)", "Southern Africa"}}};
  return options;
}

const reg::Options& precisions() {
  static const reg::Options options{{"day", {"đến ngày", "to the day"}},
                                    {"month", {"đến tháng", "to the month"}},
                                    {"year", {"đến năm", "to the year"}},
                                    {"none", {"chưa có", "none"}}};
  return options;
}

const reg::Options& sureness() {
  static const reg::Options options{{"verified", {"đã kiểm chứng", "verified"}},
                                    {"verified_year", {"mới kiểm chứng năm", "year verified"}},
                                    {"recalled", {"chưa kiểm chứng", "not verified"}},
                                    {"computed", {"tính ra", "computed"}},
                                    {"unknown", {"chưa biết", "unknown"}},
                                    {"none", {"không có", "none"}}};
  return options;
}

/// "09-23" in words; no year belongs to a national day.
const reg::Options& days_of_the_year() {
  static const reg::Options options = [] {
    constexpr int k_leap = 2024;
    std::vector<reg::Option> all;
    for (Date day = *Date::from_ymd(k_leap, 1, 1); day.year() == k_leap; day = day.plus_days(1)) {
      const std::string en = format_date(day, Lang::en);
      all.push_back({day.iso().substr(5), Message("ngày " + std::to_string(day.day()) + " tháng " + std::to_string(day.month()), en.substr(0, en.rfind(' '))),
                     std::to_string(day.day()) + " " + std::to_string(day.month())});
    }
    return reg::Options(std::move(all));
  }();
  return options;
}

/// Names in one cell of a table as a person lists them.
std::string listed(const std::string& cell) {
  std::string out;
  for (const std::string& name : split_cell(cell)) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// A date known to the month or year is kept as its first day; the precision says how much of it counts.
std::string first_day(const std::string& known) {
  if (known.size() == 4) return known + "-01-01";
  if (known.size() == 7) return known + "-01";
  return known;
}

}  // namespace

const reg::Description& country_register() {
  static const reg::Description description =
      reg::Register<Country>("country", "countries", {"Nước và vùng lãnh thổ", "Countries and territories"},
                             {"nước", "country"})
          .icon("world")
          .field(&Country::name, "name", {"Tên", "Vietnamese name"},
                 {.required = true, .search = true, .sortable = true})
          .field(&Country::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {.search = true})
          .field(&Country::official, "official", {"Tên đầy đủ", "Official name"}, {.search = true})
          .field(&Country::region, "region", {"Khu vực", "Region"}, {.options = &regions(), .filter = true})
          .field(&Country::relation_date, "relation_date",
                 {"Ngày lập quan hệ ngoại giao", "Diplomatic relations since"},
                 {.section = Text{"Quan hệ với Việt Nam", "Relations with Viet Nam"}})
          .field(&Country::relation_precision, "relation_precision", {"Ngày biết đến mức", "Date known"},
                 {.options = &precisions()})
          .field(&Country::relation_status, "relation_status", {"Độ tin cậy của ngày", "Reliability of the date"},
                 {.options = &sureness(),
                  .filter = true,
                  .hint = Text{"Ngày chưa kiểm chứng cần đối chiếu với Bộ Ngoại giao trước khi in",
                               "Check dates that are not verified with the foreign ministry before printing them"}})
          .field(&Country::national_day, "national_day", {"Quốc khánh", "National day"}, {.options = &days_of_the_year()})
          .field(&Country::aliases, "aliases", {"Cách viết khác", "Other spellings"}, {.search = true})
          .field(&Country::historic, "historic", {"Tên cũ", "Former names"},
                 {.search = true,
                  .hint = Text{"Để tìm trong văn bản cũ; không dùng trong văn bản mới",
                               "For finding old papers; not for new ones"}})
          .field(&Country::source, "source", {"Nguồn", "Source"})
          .field(&Country::status, "status", {"Độ tin cậy của dòng", "Reliability of the row"},
                 {.options = &sureness()})
          .title("name", "name_en")
          .list({"name", "name_en", "region", "relation_date", "relation_status", "national_day"})
          .sorted_by("name")
          .scope(shared_scope)
          .reference()
          .not_in_nav()
          .done();
  return description;
}

ReferenceRows country_rows() {
  const TsvTable& table = reference_table("countries.tsv");
  ReferenceRows out;
  out.header = {"code",
                "name",
                "name_en",
                "official",
                "region",
                "relation_date",
                "relation_precision",
                "relation_status",
                "national_day",
                "aliases",
                "historic",
                "source",
                "status",
                "note",
                "confidentiality"};
  for (const auto& row : table.rows())
    out.rows.push_back({table.cell(row, "iso2"), table.cell(row, "name_vi"), table.cell(row, "name_en"),
                        table.cell(row, "official_vi"), table.cell(row, "region"),
                        first_day(table.cell(row, "relation_with_vn")), table.cell(row, "relation_precision"),
                        table.cell(row, "relation_status"), table.cell(row, "national_day"),
                        listed(table.cell(row, "aliases_vi")), listed(table.cell(row, "aliases_historic_vi")),
                        source_words(table.cell(row, "source")), table.cell(row, "status"), table.cell(row, "note"), "public"});
  return out;
}

}  // namespace nc::app
