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
Said named(const Drafter& d, const ActivityFact& a) {
  const Said title = titled(in_sentence(a.title), in_sentence(a.title_en));
  Said text(words::lower_first(title.vi), title.en);
  if (a.day) text += " (" + words::on_day_said(a.day, d.is_term() ? 0 : d.period.to.year()) + ")";
  if (!a.partners.empty()) text += Said(", phối hợp với ", ", with ") + in_sentence(a.partners);
  return text;
}

/// Activities by who led them: "Liên hiệp tổ chức a; b.", "Hội hữu nghị ... tổ chức c."
std::vector<Said> by_host(Drafter& d, const std::vector<ActivityFact>& list) {
  std::vector<Said> hosts;
  std::map<std::string, std::vector<Said>> of_host, guests;
  for (const auto& a : list) {
    const Said host = a.org == d.office.id ? d.office.We() : a.org == d.office.locality_id ? Said(words::upper_first(d.office.area_word()), "The " + d.office.area_word_said().en) : short_name_said(d, a.host, a.host_en);
    if (std::none_of(hosts.begin(), hosts.end(), [&](const Said& one) { return one.vi == host.vi; })) hosts.push_back(host);
    (is_own_verb(a.title) ? guests : of_host)[host.vi].push_back(named(d, a));
  }
  std::vector<Said> sentences;
  for (const Said& host : hosts) {
    std::vector<Said> parts;
    if (!of_host[host.vi].empty()) parts.push_back(d.pick({{"tổ chức ", "held "}, {"chủ trì ", "led "}}) + words::joined(of_host[host.vi], "; "));
    if (!guests[host.vi].empty()) parts.push_back(Said("", "took part in ") + words::joined(guests[host.vi], "; "));
    sentences.push_back(host + " " + words::joined(parts, "; ") + ".");
  }
  return sentences;
}

constexpr Text k_friendship{"Công tác hòa bình, đoàn kết, hữu nghị nhân dân", "Peace, solidarity and friendship of peoples"};

/// One head over all points of this field, written before the first of them.
void friendship_head(Drafter& d) {
  for (const auto& section : d.document.sections)
    for (const auto& b : section.blocks)
      if (b.kind == Kind::clause && b.text.ends_with(k_friendship.vi)) return;
  d.head(Kind::clause, "1. " + Said(Message(k_friendship)));
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
  d.begin("activities", {"Giao lưu, hữu nghị", "Friendship activities"});
  friendship_head(d);
  if (list.empty() && !d.known("I31")) return d.nothing("Hoạt động hữu nghị", "Friendship activities", "/activities");
  d.put("title", Kind::point, {"a) Giao lưu, hoạt động hữu nghị", "a) Exchange and friendship activities"});
  if (d.known("I31") && d.figure("I31", d.office.code).row_count > static_cast<std::int64_t>(list.size())) {
    Said text = d.office.We() + (d.office.is_union() ? Said(" và các tổ chức thành viên", " and its member organisations") : Said()) + Said(" tổ chức ", " held ") + d.token("I31");
    if (d.known("I32")) text += Said(", với ", ", attended by ") + d.token("I32") + Said(" tham gia", "");
    if (d.known("I33") && d.office.is_union()) text += Said("; trong đó các Hội chủ trì ", "; of these, led by associations: ") + d.token("I33");
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
  d.begin("anniversaries", {"Kỷ niệm quan hệ ngoại giao", "Anniversaries"});
  friendship_head(d);
  if (of_occasion.empty()) {
    for (const auto& o : anniversaries_of(d, d.period))
      if (!d.is_term()) d.hint("Trong kỳ có " + o.phrase.vi + " tròn " + std::to_string(o.years) + " năm (" + words::short_day(o.day) + ") mà sổ chưa có hoạt động kỷ niệm.",
             o.name + ": " + std::to_string(o.years) + " years on " + format_date(o.day, Lang::en) + ", but no activity marks it.", "/activities/new");
    return;
  }
  std::vector<Said> parts;
  for (const auto& country : in_protocol_order(order))
    for (const auto& [name, a] : of_occasion) {
      if (a->countries.empty() || countries().label(a->countries.front(), Lang::vi) != country.vi) continue;
      const Date on = a->day ? a->day : d.period.to;
      const Said phrase = occasion_phrase(name, a->occasion_en, a->occasion_kind, a->countries.front());
      parts.push_back(Said("", "the ") + d.years_since(a->base, on) + Said(" " + phrase.vi, " anniversary of " + phrase.en));
    }
  if (parts.empty()) return;
  d.put("title", Kind::point, {"a) Kỷ niệm ngày thiết lập quan hệ ngoại giao", "a) Anniversaries of diplomatic relations"});
  d.paragraph("named", d.office.We() + d.pick({{" tổ chức hoạt động kỷ niệm ", " marked "}, {" cùng các Hội tổ chức kỷ niệm ", " and the associations marked "}}) + words::enumerated(parts) + ".");
}

// ---- delegations -----------------------------------------------------------------------------------------

namespace {

bool declared(const fig::Figure& f) {
  return std::any_of(f.claims.begin(), f.claims.end(), [](const fig::ClaimSeen& c) { return c.match == "exact"; });
}

struct Line { Said what; fig::Ask ask; std::int64_t claim = 0; std::string part = {}; };

class DelegationTable {
 public:
  DelegationTable(Drafter& d, std::vector<Line> lines) : d_(d), lines_(std::move(lines)) {}

  void write(const Said& caption) {
    const bool compare = !d_.is_term();
    std::vector<Cells> rows;
    const Said no("STT", "No."), about("Nội dung", "Subject");
    rows.push_back(compare ? Cells{no, about, {"Kỳ này", "This period"}, words::before_said(d_.period), {"So sánh", "Change"}} : Cells{no, about, {"Số liệu", "Figure"}});
    for (const Line& line : lines_) {
      const bool now = d_.known(line.ask);
      const fig::Ask before = year_before(line.ask);
      if (!now && !(compare && d_.known(before))) continue;
      Cells row{std::to_string(rows.size()), line.what, now ? Said(number(line, line.ask)) : gap()};
      if (compare) {
        row.push_back(d_.known(before) ? Said(number(line, before)) : gap());
        row.push_back(change(line, now && d_.known(before)));
      }
      rows.push_back(std::move(row));
    }
    if (rows.size() < 2) return;
    put_caption(d_, "caption", caption);
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
  Said gap() {
    gaps_ = true;
    return "…";
  }
  std::string number(const Line& line, const fig::Ask& ask) {
    const std::string mark = d_.token(ask, Style::number, {}, line.part);
    if (line.claim != 0 && ask == line.ask) d_.document.tokens.back().claim = line.claim;
    return mark;
  }
  Said change(const Line& line, bool both) {
    const auto compared = d_.engine.compare(d_.db, d_.actor, d_.figure(line.ask));
    if (compared.change) return d_.token(line.ask, Style::change);
    if (both && !compared.why_not.empty()) {
      reason_ = compared.why_not;
      return {"không so sánh", "not compared"};
    }
    return gap();
  }
  void notes() {
    std::vector<Said> parts{{"thăm, chúc mừng cơ quan đại diện ở trong nước không phải là đoàn ra", "visits to missions within the country are no outgoing delegations"}};
    if (gaps_) parts.push_back({"dấu “…” là chưa có số liệu", "“…” means no figures yet"});
    constexpr Text k_prefix{"không so sánh: ", "not compared: "};
    const auto why = [](const std::string& text, std::string_view prefix, const char* because) { return text.starts_with(prefix) ? because + text.substr(prefix.size()) : text; };
    if (!reason_.empty()) parts.push_back({why(reason_.vi, k_prefix.vi, "không so sánh với kỳ trước vì "), why(reason_.en, k_prefix.en, "not compared with the period before because ")});
    put_note(d_, "note", words::joined(parts, "; ") + ".");
  }

  Drafter& d_;
  std::vector<Line> lines_;
  bool gaps_ = false;
  Said reason_;
};

/// "khách đến từ 13 nước, nhiều nhất là Hàn Quốc (14 đoàn), ..."
Said origins(Drafter& d, const std::string& org) {
  fig::Ask by_country = d.ask("I17", org);
  by_country.by = "country";
  std::vector<fig::Group> groups = d.figure(by_country).groups;
  std::erase_if(groups, [](const fig::Group& g) { return g.key.empty(); });
  if (groups.size() < 2) return {};
  // "Most" must be more than the next: a tie across the cut names nobody.
  std::size_t named = std::min<std::size_t>(3, groups.size());
  while (named > 0 && named < groups.size() && groups[named - 1].value == groups[named].value) --named;
  const Said text = Said("Khách đến từ ", "Visitors came from ") + d.token(d.ask("I21", org), Style::prose, {"nước", "country|countries"}, "country");
  std::vector<Said> most;
  for (std::size_t i = 0; i < named; ++i) most.push_back(Said(groups[i].label) + " (" + d.token(d.ask("I17", org, {{"country", groups[i].key}})) + ")");
  return text + (most.empty() ? Said(".") : Said(", nhiều nhất là ", ", most of all from ") + words::enumerated(most) + ".");
}

Said incoming(Drafter& d, const std::string& org, bool area) {
  Said text = area ? d.in_period() + Said(", toàn ", ", the whole ") + d.office.area_word_said() : d.office.We();
  text += d.pick({{" đón ", " received "}, {" tiếp ", " received "}}) + d.token(d.ask("I17", org));
  const bool visitors = d.known(d.ask("I18", org));
  text += visitors ? Said(" với ", " with ") + d.token(d.ask("I18", org), Style::prose, {"", "visitors"}) + Said(" quốc tế", " from abroad") : Said(" khách quốc tế", " from abroad");
  text += Said(" đến thăm, làm việc, khảo sát và theo dõi dự án", " for visits, meetings, surveys and the follow-up of projects");
  if (area && d.known("I20")) text += Said("; trong đó ", "; of these, led by ") + d.office.we() + Said(" và các Hội chủ trì ", " and the associations: ") + d.token("I20");
  return text + Said(" (Bảng ", " (Table ") + std::to_string(d.tables() + 1) + ").";
}

std::int64_t open_list_claim(const fig::Figure& f) {
  for (const auto& c : f.claims)
    if (c.qualifier == Qualifier::at_least && f.period.from <= c.period.from && c.period.to <= f.period.to) return c.id;
  return 0;
}

/// Visits to missions together with the city's leaders, letters, calls.
void write_courtesy(Drafter& d, std::int64_t claim) {
  const Where with_city{{"kind", "accompany_leader"}};
  std::vector<Said> sentences;
  if (d.known("I27", with_city)) {
    const auto visits = courtesies_of(d, "accompany_leader");
    std::vector<std::string> nations;
    bool consulates = !visits.empty();
    for (const auto& v : visits) {
      if (!v.country.empty()) nations.push_back(v.country);
      consulates = consulates && v.partner.starts_with("Tổng Lãnh sự quán");
    }
    const Said missions = consulates ? Said("Tổng Lãnh sự quán", "Consulates General|Consulates General") : Said("cơ quan đại diện nước ngoài", "foreign missions");
    Said text = d.office.We() + Said(" cùng đoàn của ", " joined the delegation of the ") + d.office.area_word_said() + Said(" đến thăm, làm việc với ", " that visited and met with ") + d.token("I27", missions, with_city);
    d.document.tokens.back().claim = claim;
    const auto names = in_protocol_order(nations);
    if (!names.empty()) text += (claim != 0 ? Said(", trong đó có ", ", among them ") : Said(": ")) + words::joined(names, ", ");
    sentences.push_back(text + ".");
  }
  std::vector<Said> more;
  if (d.known("I27", {{"kind", "receive_courtesy_call"}})) more.push_back(Said("tiếp ", "received ") + d.token("I27", {"lượt khách đến chào", "courtesy calls"}, {{"kind", "receive_courtesy_call"}}));
  if (d.known("I27", {{"kind", "pay_visit"}})) more.push_back(Said("đến thăm, chúc mừng ", "paid ") + d.token("I27", {"lượt", "visits of congratulation|visits of congratulation"}, {{"kind", "pay_visit"}}));
  if (d.known("I27", {{"kind", "greeting_letter"}})) more.push_back(Said("gửi ", "sent ") + d.token("I27", {"thư, thiếp chúc mừng", "letters and cards of congratulation|letters and cards of congratulation"}, {{"kind", "greeting_letter"}}));
  if (!more.empty()) sentences.push_back(d.office.We() + " " + words::enumerated(more) + ".");
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
  d.begin("delegations", {"Đoàn vào, đoàn ra", "Delegations"});
  friendship_head(d);
  if (!d.known(d.ask("I17", org)) && !d.known(d.ask("I23", org)) && !d.known("I27")) return d.nothing("Đoàn vào, đoàn ra", "Delegations", "/delegations");
  d.put("title", Kind::point, {"a) Đoàn vào, đoàn ra; quan hệ với cơ quan đại diện nước ngoài", "a) Delegations in and out; foreign missions"});
  if (d.known(d.ask("I17", org))) {
    d.paragraph("in", incoming(d, org, area));
    if (auto text = origins(d, org); !text.empty()) d.paragraph("from", text);
  }
  if (d.known(d.ask("I23", org))) {
    Said text = (area ? Said(words::upper_first(d.office.area_word()), "The " + d.office.area_word_said().en) : d.office.We()) + Said(" tổ chức ", " sent ") + d.token(d.ask("I23", org), Style::prose, {"đoàn ra", "delegation abroad|delegations abroad"});
    if (d.known(d.ask("I24", org))) text += Said(" với ", " with ") + d.token(d.ask("I24", org), Style::prose, {"lượt người đi", "travellers"});
    d.paragraph("out", text + ".");
  }
  write_courtesy(d, claim);
  const Said whose = area ? Said(" (toàn ", " (whole ") + d.office.area_word_said() + ")" : Said();
  DelegationTable(d, {{Said("Đoàn vào", "Incoming delegations") + whose + Said(" (đoàn)", ""), d.ask("I17", org)},
                      {{"Khách quốc tế theo đoàn (lượt)", "International visitors of delegations"}, d.ask("I18", org)},
                      {Said("Đoàn vào do ", "Incoming delegations led by ") + d.office.we() + Said(" và các Hội chủ trì (đoàn)", " and the associations"), d.ask("I20", d.office.code)},
                      {Said("Đoàn ra", "Outgoing delegations") + whose + Said(" (đoàn)", ""), d.ask("I23", org)},
                      {{"Tỷ lệ đoàn vào trên đoàn ra", "Incoming to outgoing delegations"}, d.ask("I25", org)},
                      {Said("Cơ quan đại diện được thăm cùng đoàn của ", "Missions visited with the delegation of the ") + d.office.area_word_said() + Said(" (cơ quan)", ""), d.ask("I27", d.office.code, with_city), claim}})
      .write({"Đoàn vào, đoàn ra và tiếp xúc với cơ quan đại diện", "Delegations in and out, contacts with missions"});
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
    if (every_year != a.title) a.title = every_year + " hằng năm", a.title_en.clear(), a.day = Date{};
    if (list.size() < k_named_activities) list.push_back(std::move(a));
  }
  const auto campaigns = campaigns_of(d);
  const bool clubs = d.known("I05", {{"topic", "peace"}});
  d.begin("peace", {"Hòa bình, đa phương", "Peace and multilateral work"});
  friendship_head(d);
  if (list.empty() && campaigns.empty() && !clubs && !d.known("I63")) return d.nothing("Công tác hòa bình", "Peace work", "/activities");
  d.put("title", Kind::point, {"a) Công tác hòa bình và đa phương", "a) Peace and multilateral work"});
  if (d.known("I63")) d.paragraph("count", d.in_period() + Said(" có ", " the Peace Committee led ") + d.token("I63", {"hoạt động vì hòa bình", "activity for peace|activities for peace"}) + Said(" do Ủy ban Hòa bình chủ trì.", "."));
  if (!list.empty()) d.paragraph("named", words::joined(by_host(d, list), " "));
  for (const auto& c : campaigns)
    d.paragraph("campaign", Said("Ủy ban Hòa bình tham gia ", "The Peace Committee took part in ") + words::lower_first(titled(in_sentence(c.title), in_sentence(c.title_en))) +
                                (c.initiator.empty() ? Said() : Said(" do ", ", launched by ") + in_sentence(c.initiator) + Said(" phát động", "")) + ".");
  if (!clubs) return;
  std::vector<Said> names;
  for (const auto& c : clubs_of(d))
    if (c.topic == "peace") names.push_back(c.name);
  d.paragraph("clubs", Said("Có ", "At work are ") + d.token(d.ask("I05", d.office.code, {{"topic", "peace"}}), Style::prose, {"câu lạc bộ hòa bình", "peace clubs"}) + Said(" đang sinh hoạt: ", ": ") + words::joined(names, "; ") + ".");
}

namespace {

Said parties(const AgreementFact& a) { return foreign_place(in_sentence(a.foreign_party), a.country); }

void write_twinning(Drafter& d, const std::string& org) {
  const Where twinning{{"kind", "twinning"}};
  const auto list = agreements_of(d, "I64", org, twinning);
  if (list.empty() || !d.known(d.ask("I64", org, twinning))) return;
  std::vector<Said> names;
  for (const auto& a : list) names.push_back(parties(a));
  const Said owner = org == d.office.locality ? words::upper_first(d.office.area_said()) : d.office.We();
  d.paragraph("twinning", owner + Said(" duy trì quan hệ kết nghĩa với ", " is twinned with ") + d.token(d.ask("I64", org, twinning), Style::words, {"địa phương", "locality|localities"}) + ": " + words::enumerated(names) + ".");
}

}  // namespace

void write_agreements(Drafter& d) {
  const bool area_twinned = !d.office.locality.empty() && d.known(d.ask("I64", d.office.locality, {{"kind", "twinning"}}));
  const auto preparing = agreements_in_preparation(d);
  d.begin("agreements", {"Thỏa thuận, kết nghĩa", "Agreements and twinning"});
  friendship_head(d);
  if (!area_twinned && !d.known("I64") && !d.known("I65") && preparing.empty()) return d.nothing("Thỏa thuận, kết nghĩa", "Agreements", "/agreements");
  d.put("title", Kind::point, {"a) Thỏa thuận quốc tế, kết nghĩa", "a) International agreements, twinning"});
  if (area_twinned) write_twinning(d, d.office.locality);
  else write_twinning(d, d.office.code);
  if (d.known("I65")) {
    std::vector<Said> names;
    for (const auto& a : agreements_of(d, "I65", d.office.code))
      if (names.size() < 5) names.push_back(words::lower_first(titled(in_sentence(a.title), in_sentence(a.title_en))));
    d.paragraph("signed", d.in_period() + Said(" ký mới ", ", newly signed: ") + d.token("I65") + (names.empty() ? Said() : Said(", gồm ", ": ") + words::joined(names, "; ")) + ".");
  }
  if (d.known("I64", {{"kind", "mou"}}))
    d.paragraph("memoranda", Said("Đến ", "On ") + words::paper_day(d.period.to) + ", " + d.office.we() + Said(" và các Hội có ", " and the associations have ") +
                                 d.token("I64", {"bản ghi nhớ", "memorandum of understanding|memoranda of understanding"}, {{"kind", "mou"}}) + Said(" đang có hiệu lực.", " in force."));
  for (const auto& a : preparing)
    d.paragraph("preparing", short_name_said(d, a.host, a.host_en) + Said(" xúc tiến ", " is preparing ") + (a.kind == "twinning" ? Said("quan hệ kết nghĩa", "the twinning") : Said("thỏa thuận", "an agreement")) + Said(" giữa ", " between ") +
                                 foreign_place(in_sentence(a.vn_party), {}) + Said(" và ", " and ") + parties(a) + ".");
}

// ---- economy, education ----------------------------------------------------------------------------------

void write_economic(Drafter& d) {
  std::vector<ActivityFact> list;
  for (auto& a : activities_of(d, d.office.code))
    if (is_economic(a) && list.size() < k_named_activities) list.push_back(std::move(a));
  d.begin("economic", {"Ngoại giao kinh tế", "Economic diplomacy"});
  if (list.empty()) return d.nothing("Ngoại giao kinh tế, xúc tiến đầu tư", "Economic diplomacy", "/activities?kind=business_forum");
  d.head(Kind::clause, {"1. Ngoại giao kinh tế, xúc tiến đầu tư, thương mại", "1. Economic diplomacy, investment and trade"});
  d.paragraph("named", words::joined(by_host(d, list), " "));
}

void write_education(Drafter& d) {
  std::vector<ActivityFact> list;
  for (auto& a : activities_of(d, d.office.code))
    if (is_contest(a) && list.size() < k_named_activities) list.push_back(std::move(a));
  const bool clubs = d.known("I05", {{"topic", "language"}});
  d.begin("education", {"Giáo dục, ngoại ngữ", "Education, languages"});
  if (list.empty() && !clubs) return;
  d.head(Kind::clause, {"1. Giáo dục, ngoại ngữ, thế hệ trẻ", "1. Education, languages, young people"});
  if (!list.empty()) d.paragraph("contests", words::joined(by_host(d, list), " "));
  if (!clubs) return;
  std::vector<Said> names;
  for (const auto& c : clubs_of(d))
    if (c.topic == "language") names.push_back(c.name);
  d.paragraph("clubs", Said("Mạng lưới có ", "The network has ") + d.token("I05", {"câu lạc bộ ngoại ngữ", "language clubs"}, {{"topic", "language"}}) + ": " + words::joined(names, "; ") + ".");
}

}  // namespace nc::app
