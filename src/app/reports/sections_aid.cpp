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
Said kind_word(const AidFact& a) {
  if (a.kind == "programme") return {"chương trình", "the programme"};
  if (a.kind == "project") return {"dự án", "the project"};
  if (a.kind == "non_project") return {"phi dự án", "the non-project aid"};
  return {"khoản", "the item"};
}

Said donor_of(const AidFact& a) {
  if (a.donor.empty()) return {};
  Said text(in_sentence(a.donor), a.donor_en.empty() ? in_sentence(a.donor) : a.donor_en);
  if (a.country.empty()) return text;
  if (const std::string nation = countries().label(a.country, Lang::vi); text.vi.find(nation) == std::string::npos) text.vi += " (" + nation + ")";
  if (const std::string nation = countries().label(a.country, Lang::en); text.en.find(nation) == std::string::npos) text.en += " (" + nation + ")";
  return text;
}

std::string in_words(std::int64_t n) {
  static const char* k_words[] = {"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};
  return n > 0 && n <= 10 ? k_words[n] : std::to_string(n);
}

fig::Ask of_item(const Drafter& d, std::string_view indicator, const AidFact& a) { return d.ask(indicator, d.office.code, {{"code", a.code}}); }

Said title_of(const AidFact& a) { return {in_sentence(a.title), a.title_en.empty() ? in_sentence(a.title) : in_sentence(a.title_en)}; }

/// "phi dự án “Trung tâm Đào tạo xuất sắc” của Quỹ Schneider (Pháp), trị giá ..."
Said named(Drafter& d, const AidFact& a) {
  Said text = kind_word(a) + " “" + title_of(a) + "”";
  if (a.year_no >= 2 && a.title.find("năm thứ") == std::string::npos) text += Said(", tái ký năm thứ " + in_words(a.year_no) + ",", " (renewed, year " + std::to_string(a.year_no) + ")");
  if (const auto donor = donor_of(a); !donor.empty()) text += Said(" của ", " of ") + donor;
  if (!a.recipient.empty() && a.title.find(a.recipient) == std::string::npos) text += Said(" cho ", " for ") + Said(words::lower_first(in_sentence(a.recipient)), in_sentence(a.recipient));
  for (const char* indicator : {"I40", "I42"})
    if (d.known(of_item(d, indicator, a))) {
      text += (std::string(indicator) == "I40" ? Said(", trị giá ", ", worth ") : Said(", đã thực hiện ", ", carried out ")) + d.token(of_item(d, indicator, a));
      break;
    }
  if (!a.result.empty()) text.vi += "; " + words::lower_first(in_sentence(a.result));  // a free text that nobody translated
  return text;
}

void write_notable(Drafter& d, const std::vector<AidFact>& items) {
  std::vector<Said> list;
  for (const auto& a : items)
    if (list.size() < k_notable && !a.illustrative) list.push_back(named(d, a));
  for (const auto& a : items)
    if (list.size() < 2 && a.illustrative) list.push_back(named(d, a));
  if (!list.empty()) d.paragraph("notable", d.pick({{"Tiêu biểu có ", "Notable are "}, {"Trong đó có ", "Among them are "}}) + words::joined(list, "; ") + ".");
}

void write_sectors(Drafter& d, std::string_view indicator) {
  fig::Ask ask = d.ask(indicator, d.office.code);
  ask.by = "sector";
  std::vector<Said> names;
  for (const auto& g : d.figure(ask).groups)
    if (!g.key.empty() && names.size() < 4) names.push_back({words::lower_first(sectors().label(g.key, Lang::vi)), words::lower_first(sectors().label(g.key, Lang::en))});
  if (names.size() > 1) d.paragraph("sectors", Said("Viện trợ, tài trợ hướng vào các lĩnh vực: ", "Aid went to these fields: ") + words::joined(names, "; ") + ".");
}

/// Half-year: value mobilised. Longer: what was implemented and mobilised, without counting an item's share twice.
void write_values(Drafter& d) {
  const bool half = d.kind == "half_year";
  std::vector<Said> counts;
  const Said projects("chương trình, dự án", "programme or project|programmes and projects");
  if (d.known("I38")) counts.push_back(Said("thực hiện ", "carried out ") + d.token("I38", projects));
  if (d.known("I39")) counts.push_back(Said("vận động mới ", "newly mobilised ") + d.token("I39", half ? Said("khoản", "items") : projects));
  const char* value = half ? "I40" : "I41";
  Said text;
  if (!counts.empty()) text = d.office.We() + " " + words::enumerated(counts);
  if (d.known(value)) {
    const bool alone = text.empty();
    if (!alone) text += "; ";
    text += (half ? Said("giá trị vận động đạt ", "the value mobilised came to ") : Said("tổng giá trị thực hiện và vận động đạt ", "the value carried out and mobilised came to ")) + d.token(value);
    if (alone) text = words::upper_first(text);
  }
  if (!text.empty()) d.paragraph("values", text + ".");
  std::vector<Said> more;
  const bool all_in_kind = d.known("I42") && d.known("I44") && d.figure("I42", d.office.code).value == d.figure("I44", d.office.code).value;
  if (d.known("I42") && !all_in_kind) more.push_back(Said("đã giải ngân, bàn giao ", "disbursed or handed over was ") + d.token("I42"));
  if (d.known("I44")) more.push_back((all_in_kind ? Said("đã bàn giao hiện vật trị giá ", "handed over were goods worth ") : Said("hiện vật trị giá ", "goods worth ")) + d.token("I44"));
  if (!more.empty()) d.paragraph("delivered", Said("Trong kỳ ", "In the period, ") + (more.size() == 2 ? more[0] + Said(", trong đó ", ", of which ") + more[1] : more[0]) + ".");
  if (!half && d.known("I39") && d.known("I38"))
    d.hint("Không cộng số khoản thực hiện với số khoản vận động mới: một khoản có thể thuộc cả hai.", "Implemented and newly mobilised items are not added: one item may be both.");
  if (!half && d.known(value))
    d.hint("Máy không viết “cao nhất từ trước đến nay”: cần chuỗi năm liên tục của I41, cùng cách đếm và cùng địa bàn.",
           "“The highest ever” is not written: it needs an unbroken series of I41 over the years, with one rule and one territory.", fig::ask_url(d.ask("I41", d.office.code)));
}

void write_approved(Drafter& d) {
  const fig::Ask ask = d.ask("I43", d.office.code);
  if (!d.known(ask)) return;
  const Said who = d.office.area().empty() ? Said("cấp có thẩm quyền", "the competent authority") : Said("Ủy ban nhân dân ", "the People's Committee of ") + d.office.area_said();
  const Said text = Said("Trong nhiệm kỳ, ", "During the term, ") + who + Said(" phê duyệt ", " approved ") +
                    d.token(ask, Style::prose, {"dự án, phi dự án", "project or non-project item|projects and non-project items"}, "aid_item") +
                    Said(" phi chính phủ nước ngoài, tổng giá trị ", " of foreign non-governmental aid, worth ") + d.token(ask);
  d.paragraph("approved", text + ".");
  const auto groups = beneficiary_groups_of(d);
  if (!groups.empty()) d.paragraph("groups", Said("Người hưởng lợi gồm ", "The beneficiaries are ") + words::joined(groups, "; ") + ".");
}

Said unit_of_value(const std::string& unit) { return Said("Đơn vị tính giá trị: ", "Unit of value: ") + (unit == "VND" ? Said("đồng", "dong") : Said(unit)); }

/// Approved items and value by year of the decision.
void write_years(Drafter& d) {
  std::vector<Cells> rows{{{"Năm", "Year"}, {"Số khoản phê duyệt", "Items approved"}, {"Giá trị phê duyệt", "Value approved"}}};
  const std::string unit = d.figure("I43", d.office.code).unit;
  for (int year = d.period.from.year(); year <= d.period.to.year(); ++year) {
    const Period one{std::max(d.period.from, *Date::from_ymd(year, 1, 1)), std::min(d.period.to, *Date::from_ymd(year, 12, 31))};
    const fig::Ask ask = d.ask("I43", d.office.code, {}, one);
    if (d.known(ask)) rows.push_back({std::to_string(year), d.token(ask, Style::number, {}, "aid_item"), d.token(ask, Style::amount)});
    else rows.push_back({std::to_string(year), "…", "…"});
  }
  const fig::Ask whole = d.ask("I43", d.office.code);
  if (rows.size() < 3 || !d.known(whole)) return;
  rows.push_back({{"**Cả nhiệm kỳ**", "**Whole term**"}, d.token(whole, Style::number, {}, "aid_item"), d.token(whole, Style::amount)});
  put_caption(d, "years.caption", {"Viện trợ phê duyệt theo năm quyết định", "Aid approved, by year of the decision"});
  put_table(d, "years", std::move(rows), {30, 35, 35}, "crr", unit_of_value(unit));
  put_note(d, "years.note", unit == "VND" ? Said("mỗi khoản đếm một lần, theo ngày quyết định phê duyệt.", "each item counts once, on the day of its approval.")
                                          : Said("giá trị giữ nguyên tệ; không quy ra đồng khi chưa có tỷ giá và ngày tỷ giá của từng khoản.",
                                                 "values stay in their currency; none is turned into dong without the rate of its day."));
}

/// What kind of donor it is, and of which country: "phi chính phủ; Hoa Kỳ".
std::string about_donor(const AidFact& a, Lang lang) {
  static const reg::Options k_kinds{{"ingo", {"phi chính phủ", "NGO"}},
                                    {"foundation", {"quỹ", "foundation"}},
                                    {"foreign_government_mission", {"cơ quan đại diện", "mission"}},
                                    {"foreign_local_government", {"chính quyền địa phương", "local government"}},
                                    {"intl_organisation", {"tổ chức quốc tế", "international organisation"}},
                                    {"company", {"doanh nghiệp", "company"}},
                                    {"foreign_individual", {"cá nhân", "individual"}},
                                    {"overseas_vietnamese", {"người Việt Nam ở nước ngoài", "overseas Vietnamese"}},
                                    {"mixed", {"nhiều loại", "mixed"}}};
  std::string about;
  for (const auto& part : {k_kinds.label(a.provider_class, lang), a.country.empty() ? std::string() : countries().label(a.country, lang)})
    if (!part.empty()) about += (about.empty() ? "" : "; ") + part;
  return about;
}

std::string donor_cell(const AidFact& a, Lang lang) {
  std::string donor = a.donor.empty() ? "…" : lang == Lang::en && !a.donor_en.empty() ? a.donor_en : in_sentence(a.donor);
  if (const std::string nation = a.country.empty() ? "" : " (" + countries().label(a.country, lang) + ")"; !nation.empty() && donor.ends_with(nation))
    donor.resize(donor.size() - nation.size());
  const std::string about = about_donor(a, lang);
  return about.empty() ? donor : donor + " (" + about + ")";
}

Said sector_cell(const AidFact& a) {
  return a.sector.empty() ? Said("…") : Said(words::upper_first(sectors().label(a.sector, Lang::vi)), words::upper_first(sectors().label(a.sector, Lang::en)));
}

Cells row_of(Drafter& d, std::size_t no, const AidFact& a) {
  auto value = [&](std::string_view indicator) { return d.known(of_item(d, indicator, a)) ? d.token(of_item(d, indicator, a), Style::million) : std::string("…"); };
  const std::string mobilised = value("I40"), carried_out = value("I42");
  return {std::to_string(no), title_of(a), {donor_cell(a, Lang::vi), donor_cell(a, Lang::en)}, a.recipient.empty() ? "…" : in_sentence(a.recipient), sector_cell(a), mobilised, carried_out,
          a.decision.empty() ? "…" : in_sentence(a.decision)};
}

std::vector<std::string> codes_of(const std::vector<AidFact>& items, std::size_t most) {
  std::vector<std::string> codes;
  for (const auto& a : items)
    if (codes.size() < most) codes.push_back(a.code);
  return codes;
}

std::vector<Cells> item_rows(Drafter& d, const std::vector<AidFact>& items, std::size_t most) {
  for (std::string_view indicator : {"I40", "I42"}) d.read_items(indicator, codes_of(items, most));
  std::vector<Cells> rows{{{"STT", "No."}, {"Tên khoản", "Item"}, {"Nhà tài trợ (loại; nước)", "Donor (kind; country)"}, {"Đơn vị tiếp nhận", "Recipient"}, {"Lĩnh vực", "Field"},
                           {"Giá trị vận động", "Value mobilised"}, {"Giá trị thực hiện", "Value carried out"}, {"Văn bản phê duyệt", "Approval"}}};
  for (const auto& a : items)
    if (rows.size() <= most) rows.push_back(row_of(d, rows.size(), a));
  if (rows.size() < 2) return rows;
  auto total = [&](std::string_view indicator) { return d.known(indicator) ? d.token(d.ask(indicator, d.office.code), Style::million) : std::string("…"); };
  const std::string mobilised = total("I40"), carried_out = total("I42");
  rows.push_back({"", {"**Tổng số trong kỳ**", "**Total of the period**"}, "", "", "", mobilised, carried_out, ""});
  return rows;
}

constexpr Text k_list_note{"dòng tổng lấy từ chỉ tiêu của kỳ, không phải phép cộng các dòng; dấu “…” là chưa có số liệu.", "the total is the figure of the period, not the sum of the lines; “…” means no figures yet."};
constexpr Text k_million{"Đơn vị tính: triệu đồng", "Unit: million dong"};

Cells approved_row(Drafter& d, std::size_t no, const AidFact& a) {
  const fig::Ask ask = of_item(d, "I43", a);
  return {std::to_string(no), title_of(a), donor_of(a).empty() ? Said("…") : donor_of(a), sector_cell(a),
          d.known(ask) ? d.token(ask, Style::amount) : "…", a.decision.empty() ? "…" : in_sentence(a.decision)};
}

}  // namespace

std::vector<Cells> aid_list_rows(Drafter& d) { return item_rows(d, items_of(d), k_aid_annex); }

void write_aid(Drafter& d) {
  const auto items = items_of(d);
  d.begin("aid", {"Viện trợ, tài trợ nước ngoài", "Foreign aid"});
  if (items.empty() && !d.known("I40") && !d.known("I41") && !d.known("I43")) return d.nothing("Viện trợ, tài trợ nước ngoài", "Foreign aid", "/aid");
  d.head(Kind::clause, {"1. Công tác phi chính phủ nước ngoài; viện trợ, tài trợ", "1. Foreign non-governmental affairs; aid"});
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
    d.paragraph("annex", {"Danh mục các khoản ở Phụ lục kèm theo.", "The items are listed in the annex."});
  } else if (!d.is_term()) {
    put_caption(d, "list.caption", {"Danh mục khoản viện trợ, tài trợ", "List of aid items"});
    put_table(d, "list", item_rows(d, items, k_aid_inline), {5, 20, 17, 15, 13, 10, 10, 10}, "cllllrrl", Message(k_million));
    put_note(d, "list.note", Message(k_list_note));
  }
}

void write_charity(Drafter& d) {
  const auto list = charity_of(d);
  if (list.empty() && !d.known("I55") && !d.known("I54") && !d.known("I56")) return;
  std::vector<Said> parts;
  if (d.known("I55")) parts.push_back(Said("trao quà cho ", "gifts to ") + d.token("I55", {"hộ", "households"}));
  if (d.known("I54")) parts.push_back(Said("tổng giá trị ", "worth ") + d.token("I54"));
  if (d.known("I56")) parts.push_back(Said("tặng, trồng ", "given or planted: ") + d.token("I56", {"cây", "trees"}));
  if (parts.empty()) return;
  d.begin("charity", {"Hoạt động nhân đạo", "Humanitarian work"});
  d.paragraph("sums", Said("Hoạt động nhân đạo ngoài các khoản viện trợ: ", "Humanitarian work beside the aid items: ") + words::joined(parts, "; ") + ".");
}

void write_aid_annex(Drafter& d) {
  const auto items = items_of(d);
  if (items.size() <= k_aid_inline) return;
  d.begin("annex", {"Phụ lục: danh mục viện trợ", "Annex: aid items"});
  put_annex_head(d, Said("Danh mục khoản viện trợ, tài trợ ", "List of aid items, ") + words::period_said(d.kind, d.document.period), d.period.to.year() + (d.is_term() ? 1 : 0));
  if (d.is_term()) {
    d.read_items("I43", codes_of(items, k_aid_annex));
    std::vector<Cells> rows{{{"STT", "No."}, {"Tên khoản", "Item"}, {"Nhà tài trợ", "Donor"}, {"Lĩnh vực", "Field"}, {"Giá trị phê duyệt", "Value approved"}, {"Văn bản phê duyệt", "Approval"}}};
    for (const auto& a : items)
      if (rows.size() <= k_aid_annex) rows.push_back(approved_row(d, rows.size(), a));
    const std::string unit = d.figure("I43", d.office.code).unit;
    put_table(d, "table", std::move(rows), {6, 34, 18, 14, 12, 16}, "clllrl", unit_of_value(unit));
  } else {
    put_table(d, "table", item_rows(d, items, k_aid_annex), {4, 21, 18, 15, 14, 9, 9, 10}, "cllllrrl", Message(k_million));
    put_note(d, "note", Message(k_list_note));
  }
  if (items.size() > k_aid_annex)
    d.hint("Danh mục chỉ in " + std::to_string(k_aid_annex) + " khoản đầu; sổ có nhiều hơn.", "Only the first " + std::to_string(k_aid_annex) + " items are printed; the register has more.", "/aid");
}

}  // namespace nc::app
