// Foreign aid and charity: what was carried out, what was mobilised, what was approved, and the list of items.
#include <algorithm>

#include "app/reference/public.h"
#include "app/reports/facts.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using doc::Origin;
using doc::Style;

constexpr std::size_t k_notable = 4;

/// The indicators whose items a report of this kind lists.
std::vector<AidFact> items_of(Drafter& d) {
  return d.is_term() ? aid_of(d, {"I43"}) : d.kind == "half_year" ? aid_of(d, {"I38", "I40"}) : aid_of(d, {"I38", "I39", "I41"});
}

/// "dự án", "chương trình", "phi dự án", "khoản"
std::string kind_word(const AidFact& a) {
  if (a.kind == "programme") return "chương trình";
  if (a.kind == "project") return "dự án";
  if (a.kind == "non_project") return "phi dự án";
  return "khoản";
}

std::string donor_of(const AidFact& a) {
  if (a.donor.empty()) return {};
  std::string text = in_sentence(a.donor);
  const std::string nation = a.country.empty() ? "" : countries().label(a.country, Lang::vi);
  if (!nation.empty() && text.find(nation) == std::string::npos) text += " (" + nation + ")";
  return text;
}

std::string in_words(std::int64_t n) {
  static const char* k_words[] = {"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};
  return n > 0 && n <= 10 ? k_words[n] : std::to_string(n);
}

fig::Ask of_item(const Drafter& d, std::string_view indicator, const AidFact& a) { return d.ask(indicator, d.office.code, {{"code", a.code}}); }

/// "phi dự án “Trung tâm Đào tạo xuất sắc” của Quỹ Schneider (Pháp), trị giá ..."
std::string named(Drafter& d, const AidFact& a) {
  std::string text = kind_word(a) + " “" + in_sentence(a.title) + "”";
  if (a.year_no >= 2 && a.title.find("năm thứ") == std::string::npos) text += ", tái ký năm thứ " + in_words(a.year_no) + ",";
  if (const auto donor = donor_of(a); !donor.empty()) text += " của " + donor;
  if (!a.recipient.empty() && a.title.find(a.recipient) == std::string::npos) text += " cho " + words::lower_first(in_sentence(a.recipient));
  for (const char* indicator : {"I40", "I42"})
    if (d.known(of_item(d, indicator, a))) {
      text += std::string(indicator) == "I40" ? ", trị giá " + d.token(of_item(d, indicator, a)) : ", đã thực hiện " + d.token(of_item(d, indicator, a));
      break;
    }
  if (!a.result.empty()) text += "; " + words::lower_first(in_sentence(a.result));
  return text;
}

void write_notable(Drafter& d, const std::vector<AidFact>& items) {
  std::vector<std::string> list;
  for (const auto& a : items)
    if (list.size() < k_notable && !a.illustrative) list.push_back(named(d, a));
  for (const auto& a : items)
    if (list.size() < 2 && a.illustrative) list.push_back(named(d, a));
  if (!list.empty()) d.paragraph("notable", std::string(d.pick({"Tiêu biểu có ", "Trong đó có "})) + words::joined(list, "; ") + ".");
}

void write_sectors(Drafter& d, std::string_view indicator) {
  fig::Ask ask = d.ask(indicator, d.office.code);
  ask.by = "sector";
  std::vector<std::string> names;
  for (const auto& g : d.figure(ask).groups)
    if (!g.key.empty() && names.size() < 4) names.push_back(words::lower_first(sectors().label(g.key, Lang::vi)));
  if (names.size() > 1) d.paragraph("sectors", "Viện trợ, tài trợ hướng vào các lĩnh vực: " + words::joined(names, "; ") + ".");
}

/// Half-year: value mobilised. Longer: what was implemented and mobilised, without counting an item's share twice.
void write_values(Drafter& d) {
  const bool half = d.kind == "half_year";
  std::vector<std::string> counts;
  if (d.known("I38")) counts.push_back("thực hiện " + d.token("I38", "chương trình, dự án"));
  if (d.known("I39")) counts.push_back("vận động mới " + d.token("I39", half ? "khoản" : "chương trình, dự án"));
  const char* value = half ? "I40" : "I41";
  std::string text;
  if (!counts.empty()) text = d.office.self() + " " + words::joined(counts, " và ");
  if (d.known(value)) {
    text += text.empty() ? "" : "; ";
    text += std::string(half ? "giá trị vận động đạt " : "tổng giá trị thực hiện và vận động đạt ") + d.token(value);
    if (text.starts_with("giá trị") || text.starts_with("tổng")) text = words::upper_first(text);
  }
  if (!text.empty()) d.paragraph("values", text + ".");
  std::vector<std::string> more;
  const bool all_in_kind = d.known("I42") && d.known("I44") && d.figure("I42", d.office.code).value == d.figure("I44", d.office.code).value;
  if (d.known("I42") && !all_in_kind) more.push_back("đã giải ngân, bàn giao " + d.token("I42"));
  if (d.known("I44")) more.push_back(std::string(all_in_kind ? "đã bàn giao " : "") + "hiện vật trị giá " + d.token("I44"));
  if (!more.empty()) d.paragraph("delivered", (more.size() == 2 ? "Trong kỳ " + more[0] + ", trong đó " + more[1] : "Trong kỳ " + more[0]) + ".");
  if (!half && d.known("I39") && d.known("I38"))
    d.hint("Không cộng số khoản thực hiện với số khoản vận động mới: một khoản có thể thuộc cả hai.", "Implemented and newly mobilised items are not added: one item may be both.");
  if (!half && d.known(value))
    d.hint("Máy không viết “cao nhất từ trước đến nay”: cần chuỗi năm liên tục của I41, cùng cách đếm và cùng địa bàn.",
           "“The highest ever” is not written: it needs an unbroken series of I41 over the years, with one rule and one territory.", fig::ask_url(d.ask("I41", d.office.code)));
}

void write_approved(Drafter& d) {
  const fig::Ask ask = d.ask("I43", d.office.code);
  if (!d.known(ask)) return;
  std::string text = "Trong nhiệm kỳ, " + (d.office.area().empty() ? "cấp có thẩm quyền" : "Ủy ban nhân dân " + d.office.area()) + " phê duyệt " +
                     d.token(ask, Style::prose, "dự án, phi dự án", "aid_item") + " phi chính phủ nước ngoài, tổng giá trị " + d.token(ask);
  d.paragraph("approved", text + ".");
  const auto groups = beneficiary_groups_of(d);
  if (!groups.empty()) d.paragraph("groups", "Người hưởng lợi gồm " + words::joined(groups, "; ") + ".");
}

/// Approved items and value by year of the decision.
void write_years(Drafter& d) {
  std::vector<Cells> rows{{"Năm", "Số khoản phê duyệt", "Giá trị phê duyệt"}};
  const std::string unit = d.figure("I43", d.office.code).unit;
  for (int year = d.period.from.year(); year <= d.period.to.year(); ++year) {
    const Period one{std::max(d.period.from, *Date::from_ymd(year, 1, 1)), std::min(d.period.to, *Date::from_ymd(year, 12, 31))};
    const fig::Ask ask = d.ask("I43", d.office.code, {}, one);
    if (d.known(ask)) rows.push_back({std::to_string(year), d.token(ask, Style::number, {}, "aid_item"), d.token(ask, Style::amount)});
    else rows.push_back({std::to_string(year), "…", "…"});
  }
  const fig::Ask whole = d.ask("I43", d.office.code);
  if (rows.size() < 3 || !d.known(whole)) return;
  rows.push_back({"**Cả nhiệm kỳ**", d.token(whole, Style::number, {}, "aid_item"), d.token(whole, Style::amount)});
  put_caption(d, "years.caption", "Viện trợ phê duyệt theo năm quyết định");
  put_table(d, "years", std::move(rows), {30, 35, 35}, "crr", "Đơn vị tính giá trị: " + (unit == "VND" ? std::string("đồng") : unit));
  put_note(d, "years.note", unit == "VND" ? "mỗi khoản đếm một lần, theo ngày quyết định phê duyệt." : "giá trị giữ nguyên tệ; không quy ra đồng khi chưa có tỷ giá và ngày tỷ giá của từng khoản.");
}

Cells row_of(Drafter& d, std::size_t no, const AidFact& a) {
  std::string donor = a.donor.empty() ? "…" : in_sentence(a.donor);
  if (const std::string nation = a.country.empty() ? "" : " (" + countries().label(a.country, Lang::vi) + ")"; !nation.empty() && donor.ends_with(nation))
    donor.resize(donor.size() - nation.size());
  std::string about;
  for (const auto& part : {reg::Options{{"ingo", {"phi chính phủ", "NGO"}},
                                        {"foundation", {"quỹ", "foundation"}},
                                        {"foreign_government_mission", {"cơ quan đại diện", "mission"}},
                                        {"foreign_local_government", {"chính quyền địa phương", "local government"}},
                                        {"intl_organisation", {"tổ chức quốc tế", "international organisation"}},
                                        {"company", {"doanh nghiệp", "company"}},
                                        {"foreign_individual", {"cá nhân", "individual"}},
                                        {"overseas_vietnamese", {"người Việt Nam ở nước ngoài", "overseas Vietnamese"}},
                                        {"mixed", {"nhiều loại", "mixed"}}}
                               .label(a.provider_class, Lang::vi),
                           a.country.empty() ? std::string() : countries().label(a.country, Lang::vi)})
    if (!part.empty()) about += (about.empty() ? "" : "; ") + part;
  if (!about.empty()) donor += " (" + about + ")";
  auto value = [&](std::string_view indicator) { return d.known(of_item(d, indicator, a)) ? d.token(of_item(d, indicator, a), Style::million) : std::string("…"); };
  return {std::to_string(no), in_sentence(a.title), donor, a.recipient.empty() ? "…" : in_sentence(a.recipient), a.sector.empty() ? "…" : words::upper_first(sectors().label(a.sector, Lang::vi)),
          value("I40"), value("I42"), a.decision.empty() ? "…" : in_sentence(a.decision)};
}

std::vector<std::string> codes_of(const std::vector<AidFact>& items, std::size_t most) {
  std::vector<std::string> codes;
  for (const auto& a : items)
    if (codes.size() < most) codes.push_back(a.code);
  return codes;
}

std::vector<Cells> item_rows(Drafter& d, const std::vector<AidFact>& items, std::size_t most) {
  for (std::string_view indicator : {"I40", "I42"}) d.read_items(indicator, codes_of(items, most));
  std::vector<Cells> rows{{"STT", "Tên khoản", "Nhà tài trợ (loại; nước)", "Đơn vị tiếp nhận", "Lĩnh vực", "Giá trị vận động", "Giá trị thực hiện", "Văn bản phê duyệt"}};
  for (const auto& a : items)
    if (rows.size() <= most) rows.push_back(row_of(d, rows.size(), a));
  if (rows.size() < 2) return rows;
  auto total = [&](std::string_view indicator) { return d.known(indicator) ? d.token(d.ask(indicator, d.office.code), Style::million) : std::string("…"); };
  rows.push_back({"", "**Tổng số trong kỳ**", "", "", "", total("I40"), total("I42"), ""});
  return rows;
}

constexpr const char* k_list_note = "dòng tổng lấy từ chỉ tiêu của kỳ, không phải phép cộng các dòng; dấu “…” là chưa có số liệu.";

Cells approved_row(Drafter& d, std::size_t no, const AidFact& a) {
  const fig::Ask ask = of_item(d, "I43", a);
  return {std::to_string(no), in_sentence(a.title), donor_of(a).empty() ? "…" : donor_of(a), a.sector.empty() ? "…" : words::upper_first(sectors().label(a.sector, Lang::vi)),
          d.known(ask) ? d.token(ask, Style::amount) : "…", a.decision.empty() ? "…" : in_sentence(a.decision)};
}

}  // namespace

std::vector<Cells> aid_list_rows(Drafter& d) { return item_rows(d, items_of(d), k_aid_annex); }

void write_aid(Drafter& d) {
  const auto items = items_of(d);
  d.begin("aid", "Viện trợ, tài trợ nước ngoài");
  if (items.empty() && !d.known("I40") && !d.known("I41") && !d.known("I43")) return d.nothing("Viện trợ, tài trợ nước ngoài", "Foreign aid", "/aid");
  d.head(Kind::clause, "1. Công tác phi chính phủ nước ngoài; viện trợ, tài trợ");
  if (d.is_term()) {
    write_approved(d);
    write_years(d);
  } else {
    for (std::string_view indicator : {"I40", "I42"}) d.read_items(indicator, codes_of(items, k_aid_inline));
    fig::Ask by_sector = d.ask("I38", d.office.code);
    by_sector.by = "sector";
    d.figure(by_sector);  // one question for the number and its split
    write_values(d);
    write_sectors(d, "I38");
    write_notable(d, items);
  }
  if (items.empty()) return;
  if (items.size() > k_aid_inline) {
    d.paragraph("annex", "Danh mục các khoản ở Phụ lục kèm theo.");
  } else if (!d.is_term()) {
    put_caption(d, "list.caption", "Danh mục khoản viện trợ, tài trợ");
    put_table(d, "list", item_rows(d, items, k_aid_inline), {5, 20, 17, 15, 13, 10, 10, 10}, "cllllrrl", "Đơn vị tính: triệu đồng");
    put_note(d, "list.note", k_list_note);
  }
}

void write_charity(Drafter& d) {
  const auto list = charity_of(d);
  if (list.empty() && !d.known("I55") && !d.known("I54") && !d.known("I56")) return;
  std::vector<std::string> parts;
  if (d.known("I55")) parts.push_back("trao quà cho " + d.token("I55", "hộ"));
  if (d.known("I54")) parts.push_back("tổng giá trị " + d.token("I54"));
  if (d.known("I56")) parts.push_back("tặng, trồng " + d.token("I56", "cây"));
  if (parts.empty()) return;
  d.begin("charity", "Hoạt động nhân đạo");
  d.paragraph("sums", "Hoạt động nhân đạo ngoài các khoản viện trợ: " + words::joined(parts, "; ") + ".");
}

void write_aid_annex(Drafter& d) {
  const auto items = items_of(d);
  if (items.size() <= k_aid_inline) return;
  d.begin("annex", "Phụ lục: danh mục viện trợ");
  const std::string name = "DANH MỤC KHOẢN VIỆN TRỢ, TÀI TRỢ " + words::upper(words::period_name(d.kind, d.document.period));
  doc::Block& head = d.put("head", Kind::annex, "Phụ lục\n" + name + "\n(Kèm theo Báo cáo số       /" + d.document.symbol + " ngày       tháng       năm " +
                                                    std::to_string(d.period.to.year() + (d.is_term() ? 1 : 0)) + " của " + d.office.name + ")");
  head.wide = true;
  if (d.is_term()) {
    d.read_items("I43", codes_of(items, k_aid_annex));
    std::vector<Cells> rows{{"STT", "Tên khoản", "Nhà tài trợ", "Lĩnh vực", "Giá trị phê duyệt", "Văn bản phê duyệt"}};
    for (const auto& a : items)
      if (rows.size() <= k_aid_annex) rows.push_back(approved_row(d, rows.size(), a));
    const std::string unit = d.figure("I43", d.office.code).unit;
    put_table(d, "table", std::move(rows), {6, 34, 18, 14, 12, 16}, "clllrl", "Đơn vị tính giá trị: " + (unit == "VND" ? std::string("đồng") : unit));
  } else {
    put_table(d, "table", item_rows(d, items, k_aid_annex), {4, 21, 18, 15, 14, 9, 9, 10}, "cllllrrl", "Đơn vị tính: triệu đồng");
    put_note(d, "note", k_list_note);
  }
  if (items.size() > k_aid_annex)
    d.hint("Danh mục chỉ in " + std::to_string(k_aid_annex) + " khoản đầu; sổ có nhiều hơn.", "Only the first " + std::to_string(k_aid_annex) + " items are printed; the register has more.", "/aid");
}

}  // namespace nc::app
