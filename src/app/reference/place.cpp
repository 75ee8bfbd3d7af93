// Register of provinces and cities: both lists, before and from 01/07/2025, with the successor of each former unit.
#include "app/common/sources.h"
#include "app/common/table.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Place : reg::Standard {
  std::string name, name_en, full_name, kind, region;
  Date valid_from, valid_to;
  reg::Ref successor;
  std::string succession, merged_from, aliases, legal_basis, source, status;
};

const reg::Options& place_kinds() {
  static const reg::Options options{{"city", {"thành phố trực thuộc trung ương", "centrally-run city"}},
                                    {"province", {"tỉnh", "province"}}};
  return options;
}

const reg::Options& successions() {
  static const reg::Options options{{"same", {"giữ nguyên", "unchanged"}},
                                    {"kept_name", {"hợp nhất, giữ tên", "merged, name kept"}},
                                    {"merged", {"hợp nhất, đổi tên", "merged, name changed"}}};
  return options;
}

void ends_after_start(const Place& place, Problems& problems) {
  if (place.valid_from && place.valid_to && place.valid_to < place.valid_from)
    problems.push_back(
        {Code::invalid,
         Message("Đơn vị hết hiệu lực trước khi có hiệu lực. Chọn ngày từ " + format_date(place.valid_from, Lang::vi) +
                     " trở đi.",
                 "The unit ends before it begins. Choose " + format_date(place.valid_from, Lang::en) + " or later."),
         "valid_to"});
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

}  // namespace

const reg::Description& place_register() {
  static const reg::Description description =
      reg::Register<Place>("place", "places", {"Tỉnh, thành phố", "Provinces and cities"},
                           {"đơn vị hành chính", "unit"})
          .icon("map-pin")
          .field(&Place::name, "name", {"Tên", "Vietnamese name"}, {.required = true, .search = true, .sortable = true})
          .field(&Place::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {.search = true})
          .field(&Place::full_name, "full_name", {"Tên đầy đủ", "Full name"}, {.search = true})
          .field(&Place::kind, "kind", {"Loại", "Kind"}, {.options = &place_kinds(), .filter = true})
          .field(&Place::region, "region", {"Vùng", "Region"}, {.filter = true})
          .field(&Place::valid_from, "valid_from", {"Có hiệu lực từ", "Valid from"},
                 {.filter = true, .section = Text{"Hiệu lực và kế thừa", "Validity and succession"}})
          .field(&Place::valid_to, "valid_to", {"Đến hết ngày", "Valid to"}, {.filter = true})
          .field(&Place::successor, "successor", {"Đơn vị kế thừa", "Successor"}, {.link = "place"})
          .field(&Place::succession, "succession", {"Cách kế thừa", "Kind of succession"}, {.options = &successions()})
          .field(&Place::merged_from, "merged_from", {"Hợp thành từ", "Formed from"}, {.search = true})
          .field(&Place::aliases, "aliases", {"Cách viết khác", "Other spellings"}, {.search = true})
          .field(&Place::legal_basis, "legal_basis", {"Căn cứ", "Legal basis"})
          .field(&Place::source, "source", {"Nguồn", "Source"})
          .field(&Place::status, "status", {"Độ tin cậy", "Reliability"}, {.options = &verified_or_recalled()})
          .title("name", "name_en")
          .subtitle("full_name")
          .list({"name", "kind", "region", "valid_from", "valid_to", "successor"})
          .sorted_by("name")
          .view({"Hiện nay", "Today"}, "valid_from=2025-07-01..2200-12-31")
          .view({"Đến 30/6/2025", "Until 30 June 2025"}, "valid_to=1900-01-01..2025-06-30")
          .rule(ends_after_start)
          .scope(shared_scope)
          .reference()
          .not_in_nav()
          .done();
  return description;
}

ReferenceRows place_rows() {
  ReferenceRows out;
  out.header = {"code",        "name",     "name_en",   "full_name",  "kind",           "region",
                "valid_from",  "valid_to", "successor", "succession", "merged_from",    "aliases",
                "legal_basis", "source",   "status",    "note",       "confidentiality"};
  const TsvTable& now = reference_table("provinces.tsv");
  for (const auto& row : now.rows())
    out.rows.push_back({"p" + now.cell(row, "code"), now.cell(row, "name_vi"), now.cell(row, "name_en"),
                        now.cell(row, "full_name_vi"), now.cell(row, "kind"), now.cell(row, "region_vi"),
                        now.cell(row, "valid_from"), now.cell(row, "valid_to"), "", "",
                        joined(split_cell(now.cell(row, "merged_from"))), now.cell(row, "aliases_vi"),
                        now.cell(row, "legal_basis"), source_words(now.cell(row, "source")), now.cell(row, "status"),
                        now.cell(row, "note"), "public"});
  const TsvTable& former = reference_table("former_provinces.tsv");
  for (const auto& row : former.rows())
    out.rows.push_back({"f" + former.cell(row, "code"), former.cell(row, "name_vi"), former.cell(row, "name_en"),
                        former.cell(row, "full_name_vi"), former.cell(row, "kind"), former.cell(row, "region_vi"),
                        former.cell(row, "valid_from"), former.cell(row, "valid_to"),
                        "p" + former.cell(row, "successor"), former.cell(row, "succession"), "",
                        former.cell(row, "aliases_vi"), "", source_words(former.cell(row, "source")), former.cell(row, "status"),
                        former.cell(row, "note"), "public"});
  return out;
}

}  // namespace nc::app
