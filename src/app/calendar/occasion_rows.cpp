// Occasions made from the reference tables: observances, treaties, diplomatic relations and national days.
#include <algorithm>

#include "app/calendar/public.h"
#include "app/reference/public.h"
#include "app/common/sources.h"
#include "app/common/table.h"

namespace nc::app {

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Item {
  std::string code, name, name_en, kind, countries, audience, rule, base_year, base_date, days, use, source, status,
      note;
};

void add(Rows& rows, const Item& i) {
  rows.push_back({i.code, i.name, i.name_en, i.kind, i.countries, i.audience, i.rule, i.base_year, i.base_date,
                  i.days.empty() ? "1" : i.days, i.use, i.source, i.status.empty() ? "recalled" : i.status, i.note,
                  "public"});
}

/// Only real countries go into the country column; groups (EU, all, peace ...) stay words.
void share_out(const std::string& cell, Item& item) {
  for (const std::string& code : split_cell(cell)) {
    std::string& to = countries().find(code) ? item.countries : item.audience;
    to += (to.empty() ? "" : "|") + code;
  }
}

std::string kind_of_observance(const TsvTable& table, const std::vector<std::string>& row) {
  const std::string use = table.cell(row, "typical_use"), code = table.cell(row, "code"),
                    where = table.cell(row, "countries");
  if (code == "vufo_day") return "organisation_day";
  if (code.find("relations") != std::string::npos) return "diplomatic_relation";
  if (use.find("national_day") != std::string::npos) return "national_day";
  if (table.cell(row, "rule").starts_with("lunar") || table.cell(row, "rule").starts_with("solar")) return "festival";
  if (where == "VN") return "domestic_day";
  if (where == "all" || where == "peace" || where == "UN") return "international_day";
  return use.find("greeting") != std::string::npos || use.find("festival") != std::string::npos ? "festival" : "other";
}

void add_observances(Rows& rows) {
  const TsvTable& table = reference_table("observances.tsv");
  for (const auto& row : table.rows()) {
    if (table.cell(row, "rule").starts_with("from:")) continue;  // those come from the tables they name
    Item item{.code = table.cell(row, "code"),
              .name = table.cell(row, "name_vi"),
              .name_en = table.cell(row, "name_en"),
              .kind = kind_of_observance(table, row),
              .countries = {},
              .audience = {},
              .rule = table.cell(row, "rule"),
              .base_year = table.cell(row, "base_year"),
              .base_date = {},
              .days = table.cell(row, "days"),
              .use = table.cell(row, "typical_use"),
              .source = source_words(table.cell(row, "source")),
              .status = table.cell(row, "status"),
              .note = table.cell(row, "note")};
    share_out(table.cell(row, "countries"), item);
    add(rows, item);
  }
}

void put_base(const std::string& date, Item& item) {
  if (date.size() >= 4) item.base_year = date.substr(0, 4);
  if (date.size() != 10) return;
  item.base_date = date;
  item.rule = "fixed:" + date.substr(5);
}

/// "Strategic partnership" says with whom only in the column of countries; the title has to.
std::string with_whom(const std::string& name_en, const std::string& country) {
  const bool named = name_en.find(" with ") != std::string::npos || (name_en.find("artnership") == std::string::npos && !name_en.starts_with("Treaty"));
  return named || !countries().find(country) ? name_en : name_en + " with " + countries().label(country, Lang::en);
}

void add_treaties(Rows& rows) {
  const TsvTable& table = reference_table("treaties.tsv");
  for (const auto& row : table.rows()) {
    Item item{.code = table.cell(row, "id"),
              .name = table.cell(row, "name_vi"),
              .name_en = with_whom(table.cell(row, "name_en"), table.cell(row, "country")),
              .kind = table.cell(row, "kind") == "friendship_year" ? "friendship_year" : "treaty",
              .countries = {},
              .audience = {},
              .rule = {},
              .base_year = {},
              .base_date = {},
              .days = {},
              .use = "anniversary",
              .source = source_words(table.cell(row, "source")),
              .status = table.cell(row, "status"),
              .note = table.cell(row, "note")};
    share_out(table.cell(row, "country"), item);
    put_base(table.cell(row, "date"), item);
    add(rows, item);
  }
}

void add_relations(Rows& rows, const TsvTable& table, const std::vector<std::string>& row) {
  const std::string date = table.cell(row, "relation_with_vn");
  if (date.empty()) return;
  const std::string status = table.cell(row, "relation_status");
  Item item{.code = "rel-" + table.cell(row, "iso2"),
            .name = "Ngày thiết lập quan hệ ngoại giao Việt Nam - " + table.cell(row, "name_vi"),
            .name_en = "Diplomatic relations between Viet Nam and " + table.cell(row, "name_en"),
            .kind = "diplomatic_relation",
            .countries = table.cell(row, "iso2"),
            .audience = {},
            .rule = {},
            .base_year = {},
            .base_date = {},
            .days = {},
            .use = "gathering|greeting",
            .source = source_words(table.cell(row, "source")),
            .status = status == "verified" ? "verified" : "recalled",
            .note = table.cell(row, "note")};
  put_base(date, item);
  add(rows, item);
}

void add_national_day(Rows& rows, const TsvTable& table, const std::vector<std::string>& row) {
  const std::string day = table.cell(row, "national_day");
  if (table.cell(row, "kind") == "self" || day.empty()) return;
  add(rows, {.code = "nd-" + table.cell(row, "iso2"),
             .name = "Quốc khánh " + table.cell(row, "name_vi"),
             .name_en = "National day of " + table.cell(row, "name_en"),
             .kind = "national_day",
             .countries = table.cell(row, "iso2"),
             .audience = {},
             .rule = "fixed:" + day,
             .base_year = {},
             .base_date = {},
             .days = {},
             .use = "greeting",
             .source = source_words(table.cell(row, "national_day_source")),
             .status = table.cell(row, "national_day_status") == "verified" ? "verified" : "recalled",
             .note = {}});
}

}  // namespace

ReferenceRows occasion_rows() {
  ReferenceRows out;
  out.header = {"code",      "name", "name_en",     "kind",   "countries", "audience", "rule",           "base_year",
                "base_date", "days", "typical_use", "source", "status",    "note",     "confidentiality"};
  add_observances(out.rows);
  add_treaties(out.rows);
  const TsvTable& table = reference_table("countries.tsv");
  for (const auto& row : table.rows()) {
    add_relations(out.rows, table, row);
    add_national_day(out.rows, table, row);
  }
  return out;
}

}  // namespace nc::app
