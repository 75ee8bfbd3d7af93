// Peace, solidarity and friendship: activities, anniversaries, delegations, missions, agreements.
#include <algorithm>
#include <set>

#include "app/reference/public.h"
#include "app/reports/facts.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using doc::Origin;
using doc::Style;

constexpr std::size_t k_named_activities = 6;

bool is_peace(const ActivityFact& a) { return a.host_kind == "peace_committee"; }
bool is_anniversary(const ActivityFact& a) { return (a.occasion_kind == "diplomatic_relation" || a.occasion_kind == "treaty") && a.base; }
bool is_economic(const ActivityFact& a) { return a.kind == "business_forum"; }
bool is_contest(const ActivityFact& a) { return a.kind == "contest"; }

/// Guests elsewhere ("Dự Đại hội ...") hold nothing: the title is the verb.
bool is_own_verb(const std::string& title) { return title.starts_with("Dự ") || title.starts_with("Tham gia ") || title.starts_with("Tiếp "); }

/// "họp mặt hữu nghị ... (ngày 12/6)"
std::string named(const Drafter& d, const ActivityFact& a) {
  std::string text = words::lower_first(in_sentence(a.title));
  if (a.day) text += " (" + words::on_day(a.day, d.is_term() ? 0 : d.period.to.year()) + ")";
  if (!a.partners.empty()) text += ", phối hợp với " + in_sentence(a.partners);
  return text;
}

/// Activities by who led them: "Liên hiệp tổ chức a; b.", "Hội hữu nghị ... tổ chức c."
std::vector<std::string> by_host(Drafter& d, const std::vector<ActivityFact>& list) {
  std::vector<std::string> hosts;
  std::map<std::string, std::vector<std::string>> of_host, guests;
  for (const auto& a : list) {
    const std::string host = a.org == d.office.id ? d.office.self() : a.org == d.office.locality_id ? words::upper_first(d.office.area_word()) : short_name(d, a.host);
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(host);
    (is_own_verb(a.title) ? guests : of_host)[host].push_back(named(d, a));
  }
  std::vector<std::string> sentences;
  for (const auto& host : hosts) {
    std::vector<std::string> parts;
    if (!of_host[host].empty()) parts.push_back(std::string(d.pick({"tổ chức ", "chủ trì "})) + words::joined(of_host[host], "; "));
    if (!guests[host].empty()) parts.push_back(words::joined(guests[host], "; "));
    sentences.push_back(host + " " + words::joined(parts, "; ") + ".");
  }
  return sentences;
}

constexpr std::string_view k_friendship = "Công tác hòa bình, đoàn kết, hữu nghị nhân dân";

/// One head over all points of this field, written before the first of them.
void friendship_head(Drafter& d) {
  for (const auto& section : d.document.sections)
    for (const auto& b : section.blocks)
      if (b.kind == Kind::clause && b.text.ends_with(k_friendship)) return;
  d.head(Kind::clause, "1. " + std::string(k_friendship));
}


}  // namespace

void write_activities(Drafter& d) {
  auto all = activities_of(d, d.office.code);
  if (d.office.is_union() && !d.office.locality.empty())  // what the city itself held belongs to the picture
    for (auto& a : activities_of(d, d.office.locality))
      if (a.org == d.office.locality_id) all.push_back(std::move(a));
  std::stable_sort(all.begin(), all.end(), [](const ActivityFact& a, const ActivityFact& b) { return a.illustrative < b.illustrative; });
  std::vector<ActivityFact> list;
  for (auto& a : all)
    if (!is_peace(a) && !is_anniversary(a) && !is_economic(a) && !is_contest(a) && list.size() < k_named_activities) list.push_back(std::move(a));
  d.begin("activities", "Giao lưu, hữu nghị");
  friendship_head(d);
  if (list.empty() && !d.known("I31")) return d.nothing("Hoạt động hữu nghị", "Friendship activities", "/activities");
  d.put("title", Kind::point, "a) Giao lưu, hoạt động hữu nghị");
  if (d.known("I31") && d.figure("I31", d.office.code).row_count > static_cast<std::int64_t>(list.size())) {
    std::string text = d.office.self() + (d.office.is_union() ? " và các tổ chức thành viên" : "") + " tổ chức " + d.token("I31");
    if (d.known("I32")) text += ", với " + d.token("I32") + " tham gia";
    if (d.known("I33") && d.office.is_union()) text += "; trong đó các Hội chủ trì " + d.token("I33");
    d.paragraph("count", text + ".");
  }
  if (!list.empty()) {
    const auto sentences = by_host(d, list);
    d.paragraph("named", words::joined(sentences, " "));
  }
}

void write_anniversaries(Drafter& d) {
  std::map<std::string, const ActivityFact*> of_occasion;
  const auto all = activities_of(d, d.office.code);
  std::vector<std::string> order;
  for (const auto& a : all)
    if (is_anniversary(a) && !of_occasion.contains(a.occasion)) {
      of_occasion[a.occasion] = &a;
      order.push_back(a.countries.empty() ? "" : a.countries.front());
    }
  d.begin("anniversaries", "Kỷ niệm quan hệ ngoại giao");
  friendship_head(d);
  if (of_occasion.empty()) {
    for (const auto& o : anniversaries_of(d, d.period))
      if (!d.is_term()) d.hint("Trong kỳ có " + o.phrase + " tròn " + std::to_string(o.years) + " năm (" + words::short_day(o.day) + ") mà sổ chưa có hoạt động kỷ niệm.",
             o.name + ": " + std::to_string(o.years) + " years on " + format_date(o.day, Lang::en) + ", but no activity marks it.", "/activities/new");
    return;
  }
  std::vector<std::string> parts;
  for (const auto& country : in_protocol_order(order))
    for (const auto& [name, a] : of_occasion) {
      if (a->countries.empty() || countries().label(a->countries.front(), Lang::vi) != country) continue;
      const Date on = a->day ? a->day : d.period.to;
      parts.push_back(d.years_since(a->base, on) + " " + occasion_phrase(name, a->occasion_kind));
    }
  if (parts.empty()) return;
  d.put("title", Kind::point, "a) Kỷ niệm ngày thiết lập quan hệ ngoại giao");
  d.paragraph("named", d.office.self() + std::string(d.pick({" tổ chức hoạt động kỷ niệm ", " cùng các Hội tổ chức kỷ niệm "})) + words::enumerated(parts) + ".");
}

// ---- delegations -----------------------------------------------------------------------------------------

namespace {

bool declared(const fig::Figure& f) {
  return std::any_of(f.claims.begin(), f.claims.end(), [](const fig::ClaimSeen& c) { return c.match == "exact"; });
}

struct Line { std::string what; fig::Ask ask; std::int64_t claim = 0; std::string part = {}; };

class DelegationTable {
 public:
  DelegationTable(Drafter& d, std::vector<Line> lines) : d_(d), lines_(std::move(lines)) {}

  void write(std::string_view caption) {
    const bool compare = !d_.is_term();
    std::vector<Cells> rows;
    rows.push_back(compare ? Cells{"STT", "Nội dung", "Kỳ này", words::before_name(d_.period), "So sánh"} : Cells{"STT", "Nội dung", "Số liệu"});
    for (const Line& line : lines_) {
      const bool now = d_.known(line.ask);
      const fig::Ask before = year_before(line.ask);
      if (!now && !(compare && d_.known(before))) continue;
      Cells row{std::to_string(rows.size()), line.what, now ? number(line, line.ask) : gap()};
      if (compare) {
        row.push_back(d_.known(before) ? number(line, before) : gap());
        row.push_back(change(line, now && d_.known(before)));
      }
      rows.push_back(std::move(row));
    }
    if (rows.size() < 2) return;
    put_caption(d_, "caption", std::string(caption));
    const std::vector<double> widths = compare ? std::vector<double>{7, 50, 13, 15, 15} : std::vector<double>{10, 70, 20};
    put_table(d_, "table", std::move(rows), widths, compare ? "clrrl" : "clr");
    notes();
  }

 private:
  fig::Ask year_before(const fig::Ask& now) const {
    fig::Ask a = now;
    if (a.period) a.period = a.period->year_before();
    if (a.as_of) a.as_of = Period{d_.period.from, *a.as_of}.year_before().to;
    return a;
  }
  std::string gap() {
    gaps_ = true;
    return "…";
  }
  std::string number(const Line& line, const fig::Ask& ask) {
    const std::string mark = d_.token(ask, Style::number, {}, line.part);
    if (line.claim != 0 && ask == line.ask) d_.document.tokens.back().claim = line.claim;
    return mark;
  }
  std::string change(const Line& line, bool both) {
    const auto compared = d_.engine.compare(d_.db, d_.actor, d_.figure(line.ask));
    if (compared.change) return d_.token(line.ask, Style::change);
    if (both && !compared.why_not.empty()) {
      reason_ = compared.why_not.vi;
      return "không so sánh";
    }
    return gap();
  }
  void notes() {
    std::vector<std::string> parts{"thăm, chúc mừng cơ quan đại diện ở trong nước không phải là đoàn ra"};
    if (gaps_) parts.emplace_back("dấu “…” là chưa có số liệu");
    if (!reason_.empty()) parts.push_back(reason_.starts_with("không so sánh: ") ? "không so sánh với kỳ trước vì " + reason_.substr(std::string_view("không so sánh: ").size()) : reason_);
    put_note(d_, "note", words::joined(parts, "; ") + ".");
  }

  Drafter& d_;
  std::vector<Line> lines_;
  bool gaps_ = false;
  std::string reason_;
};

/// "khách đến từ 13 nước, nhiều nhất là Hàn Quốc (14 đoàn), ..."
std::string origins(Drafter& d, const std::string& org) {
  fig::Ask by_country = d.ask("I17", org);
  by_country.by = "country";
  std::vector<fig::Group> groups = d.figure(by_country).groups;
  std::erase_if(groups, [](const fig::Group& g) { return g.key.empty(); });
  if (groups.size() < 2) return {};
  // "Most" must be more than the next: a tie across the cut names nobody.
  std::size_t named = std::min<std::size_t>(3, groups.size());
  while (named > 0 && named < groups.size() && groups[named - 1].value == groups[named].value) --named;
  std::string text = "Khách đến từ " + d.token(d.ask("I21", org), Style::prose, "nước", "country");
  std::vector<std::string> most;
  for (std::size_t i = 0; i < named; ++i) most.push_back(groups[i].label.vi + " (" + d.token(d.ask("I17", org, {{"country", groups[i].key}})) + ")");
  return text + (most.empty() ? "." : ", nhiều nhất là " + words::enumerated(most) + ".");
}

std::string incoming(Drafter& d, const std::string& org, bool area) {
  const std::string who = area ? "toàn " + d.office.area_word() : d.office.self();
  std::string text = area ? d.in_period() + ", " + who : who;
  text += std::string(d.pick({" đón ", " tiếp "})) + d.token(d.ask("I17", org));
  const bool visitors = d.known(d.ask("I18", org));
  text += visitors ? " với " + d.token(d.ask("I18", org)) + " quốc tế" : " khách quốc tế";
  text += " đến thăm, làm việc, khảo sát và theo dõi dự án";
  if (area && d.known("I20")) text += "; trong đó " + d.office.self() + " và các Hội chủ trì " + d.token("I20");
  return text + " (Bảng " + std::to_string(d.tables() + 1) + ").";
}

std::int64_t open_list_claim(const fig::Figure& f) {
  for (const auto& c : f.claims)
    if (c.qualifier == Qualifier::at_least && f.period.from <= c.period.from && c.period.to <= f.period.to) return c.id;
  return 0;
}

/// Visits to missions together with the city's leaders, letters, calls.
void write_courtesy(Drafter& d, std::int64_t claim) {
  const Where with_city{{"kind", "accompany_leader"}};
  std::vector<std::string> sentences;
  if (d.known("I27", with_city)) {
    const auto visits = courtesies_of(d, "accompany_leader");
    std::vector<std::string> nations;
    bool consulates = !visits.empty();
    for (const auto& v : visits) {
      if (!v.country.empty()) nations.push_back(v.country);
      consulates = consulates && v.partner.starts_with("Tổng Lãnh sự quán");
    }
    std::string text = d.office.self() + " cùng đoàn của " + d.office.area_word() + " đến thăm, làm việc với " +
                       d.token("I27", consulates ? "Tổng Lãnh sự quán" : "cơ quan đại diện nước ngoài", with_city);
    d.document.tokens.back().claim = claim;
    const auto names = in_protocol_order(nations);
    if (!names.empty()) text += (claim != 0 ? ", trong đó có " : ": ") + words::joined(names, ", ");
    sentences.push_back(text + ".");
  }
  std::vector<std::string> more;
  if (d.known("I27", {{"kind", "receive_courtesy_call"}})) more.push_back("tiếp " + d.token("I27", "lượt khách đến chào", {{"kind", "receive_courtesy_call"}}));
  if (d.known("I27", {{"kind", "pay_visit"}})) more.push_back("đến thăm, chúc mừng " + d.token("I27", "lượt", {{"kind", "pay_visit"}}));
  if (d.known("I27", {{"kind", "greeting_letter"}})) more.push_back("gửi " + d.token("I27", "thư, thiếp chúc mừng", {{"kind", "greeting_letter"}}));
  if (!more.empty()) sentences.push_back(d.office.self() + " " + words::enumerated(more) + ".");
  if (!sentences.empty()) d.paragraph("courtesy", words::joined(sentences, " "));
}

void explain_numbers(Drafter& d, const std::string& org) {
  for (const char* code : {"I18", "I24"})
    if (d.known(d.ask(code == std::string_view("I18") ? "I17" : "I23", org)) && !d.known(d.ask(code, org)))
      d.hint(std::string(code) + ": chưa ghi số người của các đoàn, nên không nêu.", std::string(code) + ": the delegations have no number of people, so none is given.",
             fig::ask_url(d.ask(code, org)));
  if (!d.known(d.ask("I23", org)))
    d.hint("I23: sổ chưa có đoàn ra trong kỳ. Chưa ghi khác với không có: nếu đúng là không có, thêm câu ấy vào đoạn.",
           "I23: no outgoing delegation is recorded. Not recorded is not none: if there was none, say so in the paragraph.", "/delegations?direction=out");
}

}  // namespace

bool speaks_for_area(Drafter& d) {
  if (!d.office.is_union() || d.office.locality.empty()) return false;
  const fig::Figure& area = d.figure("I17", d.office.locality);
  const fig::Figure& own = d.figure("I17", d.office.code);
  if (area.row_count == 0) return false;
  return (declared(area) && !declared(own)) || area.row_count > own.row_count;
}

void write_delegations(Drafter& d) {
  const bool area = speaks_for_area(d);
  const std::string org = area ? d.office.locality : d.office.code;
  const Where with_city{{"kind", "accompany_leader"}};
  const std::int64_t claim = open_list_claim(d.figure("I27", d.office.code, with_city));
  d.begin("delegations", "Đoàn vào, đoàn ra");
  friendship_head(d);
  if (!d.known(d.ask("I17", org)) && !d.known(d.ask("I23", org)) && !d.known("I27")) return d.nothing("Đoàn vào, đoàn ra", "Delegations", "/delegations");
  d.put("title", Kind::point, "a) Đoàn vào, đoàn ra; quan hệ với cơ quan đại diện nước ngoài");
  if (d.known(d.ask("I17", org))) {
    d.paragraph("in", incoming(d, org, area));
    if (auto text = origins(d, org); !text.empty()) d.paragraph("from", text);
  }
  if (d.known(d.ask("I23", org))) {
    std::string text = (area ? words::upper_first(d.office.area_word()) + " tổ chức " : d.office.self() + " tổ chức ") + d.token(d.ask("I23", org), Style::prose, "đoàn ra");
    if (d.known(d.ask("I24", org))) text += " với " + d.token(d.ask("I24", org), Style::prose, "lượt người đi");
    d.paragraph("out", text + ".");
  }
  write_courtesy(d, claim);
  const std::string whose = area ? " (toàn " + d.office.area_word() + ")" : "";
  DelegationTable(d, {{"Đoàn vào" + whose + " (đoàn)", d.ask("I17", org)},
                      {"Khách quốc tế theo đoàn (lượt)", d.ask("I18", org)},
                      {"Đoàn vào do " + d.office.self() + " và các Hội chủ trì (đoàn)", d.ask("I20", d.office.code)},
                      {"Đoàn ra" + whose + " (đoàn)", d.ask("I23", org)},
                      {"Tỷ lệ đoàn vào trên đoàn ra", d.ask("I25", org)},
                      {"Cơ quan đại diện được thăm cùng đoàn của " + d.office.area_word() + " (cơ quan)", d.ask("I27", d.office.code, with_city), claim}})
      .write("Đoàn vào, đoàn ra và tiếp xúc với cơ quan đại diện");
  explain_numbers(d, org);
}

// ---- peace, agreements -----------------------------------------------------------------------------------

void write_peace(Drafter& d) {
  std::vector<ActivityFact> list;
  std::set<std::string> seen;
  for (auto& a : activities_of(d, d.office.code)) {
    if (!is_peace(a)) continue;
    // What is held every year is named once.
    std::string every_year = a.title;
    if (const auto at = every_year.find(" năm "); d.is_term() && at != std::string::npos && every_year.size() - at <= 10) every_year.resize(at);
    if (!seen.insert(every_year).second) continue;
    if (every_year != a.title) a.title = every_year + " hằng năm", a.day = Date{};
    if (list.size() < k_named_activities) list.push_back(std::move(a));
  }
  const auto campaigns = campaigns_of(d);
  const bool clubs = d.known("I05", {{"topic", "peace"}});
  d.begin("peace", "Hòa bình, đa phương");
  friendship_head(d);
  if (list.empty() && campaigns.empty() && !clubs && !d.known("I63")) return d.nothing("Công tác hòa bình", "Peace work", "/activities");
  d.put("title", Kind::point, "a) Công tác hòa bình và đa phương");
  if (d.known("I63")) d.paragraph("count", d.in_period() + " có " + d.token("I63", "hoạt động vì hòa bình") + " do Ủy ban Hòa bình chủ trì.");
  if (!list.empty()) d.paragraph("named", words::joined(by_host(d, list), " "));
  for (const auto& c : campaigns)
    d.paragraph("campaign", "Ủy ban Hòa bình tham gia " + words::lower_first(in_sentence(c.title)) + (c.initiator.empty() ? "" : " do " + in_sentence(c.initiator) + " phát động") + ".");
  if (!clubs) return;
  std::vector<std::string> names;
  for (const auto& c : clubs_of(d))
    if (c.topic == "peace") names.push_back(c.name);
  d.paragraph("clubs", "Có " + d.token(d.ask("I05", d.office.code, {{"topic", "peace"}}), Style::prose, "câu lạc bộ hòa bình") + " đang sinh hoạt: " + words::joined(names, "; ") + ".");
}

namespace {

std::string parties(const AgreementFact& a) { return words::lower_first(in_sentence(a.foreign_party)); }

void write_twinning(Drafter& d, const std::string& org) {
  const Where twinning{{"kind", "twinning"}};
  const auto list = agreements_of(d, "I64", org, twinning);
  if (list.empty() || !d.known(d.ask("I64", org, twinning))) return;
  std::vector<std::string> names;
  for (const auto& a : list) names.push_back(parties(a));
  const std::string owner = org == d.office.locality ? words::upper_first(d.office.area()) : d.office.self();
  d.paragraph("twinning", owner + " duy trì quan hệ kết nghĩa với " + d.token(d.ask("I64", org, twinning), Style::words, "địa phương") + ": " + words::enumerated(names) + ".");
}

}  // namespace

void write_agreements(Drafter& d) {
  const bool area_twinned = !d.office.locality.empty() && d.known(d.ask("I64", d.office.locality, {{"kind", "twinning"}}));
  const auto preparing = agreements_in_preparation(d);
  d.begin("agreements", "Thỏa thuận, kết nghĩa");
  friendship_head(d);
  if (!area_twinned && !d.known("I64") && !d.known("I65") && preparing.empty()) return d.nothing("Thỏa thuận, kết nghĩa", "Agreements", "/agreements");
  d.put("title", Kind::point, "a) Thỏa thuận quốc tế, kết nghĩa");
  if (area_twinned) write_twinning(d, d.office.locality);
  else write_twinning(d, d.office.code);
  if (d.known("I65")) {
    std::vector<std::string> names;
    for (const auto& a : agreements_of(d, "I65", d.office.code))
      if (names.size() < 5) names.push_back(words::lower_first(in_sentence(a.title)));
    d.paragraph("signed", d.in_period() + " ký mới " + d.token("I65") + (names.empty() ? "" : ", gồm " + words::joined(names, "; ")) + ".");
  }
  if (d.known("I64", {{"kind", "mou"}}))
    d.paragraph("memoranda", "Đến " + format_date_paper(d.period.to) + ", " + d.office.self() + " và các Hội có " + d.token("I64", "bản ghi nhớ", {{"kind", "mou"}}) + " đang có hiệu lực.");
  for (const auto& a : preparing)
    d.paragraph("preparing", short_name(d, a.host) + " xúc tiến " + (a.kind == "twinning" ? "quan hệ kết nghĩa" : "thỏa thuận") + " giữa " + words::lower_first(in_sentence(a.vn_party)) + " và " +
                                 parties(a) + ".");
}

// ---- economy, education ----------------------------------------------------------------------------------

void write_economic(Drafter& d) {
  std::vector<ActivityFact> list;
  for (auto& a : activities_of(d, d.office.code))
    if (is_economic(a) && list.size() < k_named_activities) list.push_back(std::move(a));
  d.begin("economic", "Ngoại giao kinh tế");
  if (list.empty()) return d.nothing("Ngoại giao kinh tế, xúc tiến đầu tư", "Economic diplomacy", "/activities?kind=business_forum");
  d.head(Kind::clause, "1. Ngoại giao kinh tế, xúc tiến đầu tư, thương mại");
  d.paragraph("named", words::joined(by_host(d, list), " "));
}

void write_education(Drafter& d) {
  std::vector<ActivityFact> list;
  for (auto& a : activities_of(d, d.office.code))
    if (is_contest(a) && list.size() < k_named_activities) list.push_back(std::move(a));
  const bool clubs = d.known("I05", {{"topic", "language"}});
  d.begin("education", "Giáo dục, ngoại ngữ");
  if (list.empty() && !clubs) return;
  d.head(Kind::clause, "1. Giáo dục, ngoại ngữ, thế hệ trẻ");
  if (!list.empty()) d.paragraph("contests", words::joined(by_host(d, list), " "));
  if (!clubs) return;
  std::vector<std::string> names;
  for (const auto& c : clubs_of(d))
    if (c.topic == "language") names.push_back(c.name);
  d.paragraph("clubs", "Mạng lưới có " + d.token("I05", "câu lạc bộ ngoại ngữ", {{"topic", "language"}}) + ": " + words::joined(names, "; ") + ".");
}

}  // namespace nc::app
