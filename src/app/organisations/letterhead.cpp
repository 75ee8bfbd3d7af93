// Head and foot of papers that an organisation writes outside of reports: programmes, letters, results of visits.
#include "app/common/within.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

/// "Thành phố Cần Thơ" -> "Cần Thơ".
std::string place_name(std::string place) {
  for (const std::string_view word : {"Thành phố ", "thành phố ", "Tỉnh ", "tỉnh "})
    if (place.starts_with(word)) return place.substr(word.size());
  return place;
}

/// A centrally run city is no province: "Thành phố Cần Thơ" -> "city".
std::string area_en(std::string_view name) {
  if (name.starts_with("Thành phố ") || name.starts_with("thành phố ")) return "city";
  return name.starts_with("Tỉnh ") || name.starts_with("tỉnh ") ? "province" : "";
}

/// "Lê Thị A, Chủ tịch (2025)": who was chair then may not be chair now.
std::string chair_of(const std::string& contact, Date on) {
  const auto comma = contact.find(','), open = contact.rfind('(');
  if (comma == std::string::npos || contact.find("Chủ tịch", comma) == std::string::npos) return {};
  if (open != std::string::npos) {
    const auto year = parse_int(std::string_view(contact).substr(open + 1, 4));
    if (!year || !on || *year < on.year() - 1 || *year > on.year()) return {};
  }
  return contact.substr(0, comma);
}

}  // namespace

std::string home_org(db::ReadDb& db, const Actor& actor) {
  // An association does not reach its city: then its own figures are the whole.
  std::string out = actor.org_code;
  each_within(db, "SELECT o.code FROM org_home h JOIN organisation o ON o.id = h.locality_id WHERE h.org_id = $1", {actor.org}, reach_scope(actor, "o"), "", [&](const db::Row& r) {
    out = r.text(0);
    return false;
  });
  return out;
}

Letterhead letterhead_of(db::ReadDb& db, std::int64_t organisation, Date on) {
  Letterhead out;
  const auto row = db.first("SELECT name, name_en, kind, place, symbol, contact FROM organisation WHERE id = $1", {organisation});
  if (!row) return out;
  const auto text = [&](std::size_t column) { return db::as_text(row->at(column)); };
  const bool is_union = text(2) == "provincial_union" || text(2) == "national_union";
  const std::string area = area_en(db::as_text(db.scalar("SELECT l.name FROM org_home h JOIN organisation l ON l.id = h.locality_id WHERE h.org_id = $1", {organisation})));
  return {organisation, text(0), text(1), text(2), place_name(text(3)), text(4).empty() ? (is_union ? "LHHN" : "HHN") : text(4), area.empty() ? area_en(text(3)) : area, chair_of(text(5), on)};
}

paper::Paper paper_from(const Letterhead& head, Lang lang, std::string_view sort, Date on) {
  paper::Paper p;
  p.lang = lang;
  p.letter = sort.empty();
  p.issuer_lines = paper::issuer_lines(head.in(lang));
  if (!sort.empty()) p.symbol = std::string(sort) + "-" + head.symbol;
  const std::string place = head.place.empty() ? std::string() : head.place + ", ";
  if (lang == Lang::vi) p.place_date = place + (on ? format_date_paper(on) : "ngày       tháng       năm      ");
  else p.place_date = place + (on ? format_date(on, Lang::en) : std::string("                    "));
  p.authority = {std::string(Text("CHỦ TỊCH", "CHAIR").in(lang))};
  p.signer = head.signer;
  return p;
}

std::string in_capitals(std::string_view text) {
  std::string out;
  for (const std::string& part : paper::issuer_lines(text)) out += (out.empty() ? "" : " ") + part;
  return out;
}

paper::Diploma diploma_from(const Letterhead& head, std::string_view sort, Date on, bool illustrative) {
  paper::Paper p = paper_from(head, Lang::vi, sort, on);
  paper::Diploma out;
  out.issuer = in_capitals(head.name);
  out.title = "GIẤY CHỨNG NHẬN";
  if (!sort.empty()) out.number = "Số:          /" + p.symbol;
  out.place_date = std::move(p.place_date);
  out.authority = std::move(p.authority);
  out.signer = std::move(p.signer);
  if (illustrative) out.stamp = "BẢN MẪU";
  return out;
}

}  // namespace nc::app
