// Closed lists that come from the reference tables.
#include <algorithm>
#include <charconv>

#include "app/reference/public.h"
#include "app/common/table.h"
#include "base/fold.h"

namespace nc::app {

namespace {

/// Every spelling under which an option is found, folded, with bars between (reg::Options::code_of reads it so).
std::string folded_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    const std::string folded = fold(name);
    if (folded.empty()) continue;
    if (!out.empty()) out += '|';
    out += folded;
  }
  return out;
}

std::vector<reg::Option> in_vietnamese_order(std::vector<reg::Option> items) {
  std::ranges::stable_sort(items, {}, [](const reg::Option& o) { return collation_key(o.label.vi); });
  return items;
}

void add_all(std::vector<std::string>& to, const std::string& cell) {
  for (std::string& part : split_cell(cell)) to.push_back(std::move(part));
}

std::vector<reg::Option> read_simple(std::string_view file, std::string_view alias_column) {
  const TsvTable& table = reference_table(file);
  std::vector<reg::Option> items;
  for (const auto& row : table.rows()) {
    std::vector<std::string> names{table.cell(row, "name_vi"), table.cell(row, "name_en")};
    if (!alias_column.empty()) add_all(names, table.cell(row, alias_column));
    items.push_back({table.cell(row, "code"), Message(names[0], names[1]), folded_names(names)});
  }
  return items;
}

std::vector<reg::Option> read_countries() {
  const TsvTable& table = reference_table("countries.tsv");
  std::vector<reg::Option> items;
  for (const auto& row : table.rows()) {
    std::vector<std::string> names{table.cell(row, "name_vi"), table.cell(row, "name_en"), table.cell(row, "iso3"),
                                   table.cell(row, "official_vi")};
    add_all(names, table.cell(row, "aliases_vi"));
    add_all(names, table.cell(row, "aliases_en"));
    items.push_back({table.cell(row, "iso2"), Message(names[0], names[1]), folded_names(names)});
  }
  return in_vietnamese_order(std::move(items));
}

void read_places(std::vector<reg::Option>& items, std::string_view file, char prefix, Text when) {
  const TsvTable& table = reference_table(file);
  for (const auto& row : table.rows()) {
    const std::string vi = table.cell(row, "name_vi"), en = table.cell(row, "name_en");
    const bool former = prefix == 'f';
    std::vector<std::string> names;
    if (!former) {  // a bare name means today's unit
      names = {vi, en, table.cell(row, "full_name_vi")};
      add_all(names, table.cell(row, "aliases_vi"));
    } else {
      names = {vi + std::string(when.vi)};
      if (table.cell(row, "succession") == "merged") names.push_back(vi);
    }
    Message label(former ? vi + std::string(when.vi) : vi, former ? en + std::string(when.en) : en);
    items.push_back({prefix + table.cell(row, "code"), std::move(label), folded_names(names)});
  }
}

std::vector<reg::Option> read_place_units() {
  std::vector<reg::Option> items;
  read_places(items, "provinces.tsv", 'p', {" ", " "});
  read_places(items, "former_provinces.tsv", 'f', {" (đến 30/6/2025)", " (until 30 June 2025)"});
  return in_vietnamese_order(std::move(items));
}

}  // namespace

const reg::Options& countries() {
  static const reg::Options options{read_countries()};
  return options;
}

std::string country_pair_name(std::string_view iso2) {
  const TsvTable& table = reference_table("countries.tsv");
  for (const auto& row : table.rows())
    if (table.cell(row, "iso2") == iso2) return table.cell(row, "pair_vi");
  return std::string(iso2);
}

const reg::Options& sectors() {
  static const reg::Options options{
      read_simple("aid_sectors.tsv", "")};  // their own order: children follow their parent
  return options;
}

std::string main_sector(std::string_view code) {
  const TsvTable& table = reference_table("aid_sectors.tsv");
  for (const auto& row : table.rows())
    if (table.cell(row, "code") == code && !table.cell(row, "parent").empty()) return table.cell(row, "parent");
  return std::string(code);
}

const reg::Options& beneficiary_groups() {
  static const reg::Options options{in_vietnamese_order(read_simple("beneficiary_groups.tsv", "aliases_vi"))};
  return options;
}

const reg::Options& units() {
  static const reg::Options options{in_vietnamese_order(read_simple("units.tsv", "aliases_vi"))};
  return options;
}

const reg::Options& place_units() {
  static const reg::Options options{read_place_units()};
  return options;
}

namespace {

/// Degrees as the table writes them, whatever the locale of the machine.
double degrees(const std::string& cell) {
  double out = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), out);
  return out;
}

}  // namespace

std::optional<PlacePoint> place_point(std::string_view code) {
  if (code.size() < 2) return std::nullopt;
  std::string unit(code.substr(1));
  const TsvTable& former = reference_table("former_provinces.tsv");
  if (code.front() == 'f')
    for (const auto& row : former.rows())
      if (former.cell(row, "code") == code.substr(1)) unit = former.cell(row, "successor");
  const TsvTable& points = reference_table("province_points.tsv");
  for (const auto& row : points.rows())
    if (points.cell(row, "code") == unit) return PlacePoint{degrees(points.cell(row, "latitude")), degrees(points.cell(row, "longitude"))};
  return std::nullopt;
}

std::vector<std::string> places_of_today() {
  std::vector<std::string> out;
  const TsvTable& now = reference_table("provinces.tsv");
  for (const auto& row : now.rows()) out.push_back("p" + now.cell(row, "code"));
  return out;
}

const reg::Options& verified_or_recalled() {
  static const reg::Options options{{"verified", {"đã kiểm chứng", "verified"}}, {"recalled", {"chưa kiểm chứng", "not verified"}}};
  return options;
}

const reg::Options& aid_decrees() {
  static const reg::Options options{read_simple("aid_decrees.tsv", "")};
  return options;
}

std::string aid_decree_on(Date approved) {
  if (!approved) return {};
  const TsvTable& table = reference_table("aid_decrees.tsv");
  for (const auto& row : table.rows()) {
    const auto from = Date::from_iso(table.cell(row, "valid_from"));
    const auto to = Date::from_iso(table.cell(row, "valid_to"));
    if (from && *from <= approved && (!to || approved <= *to)) return table.cell(row, "code");
  }
  return {};
}

}  // namespace nc::app
