// The record or claim that a statement would become, as far as the article states it.
#include "app/desk/draft.h"

#include <algorithm>
#include <array>

#include "app/evidence/public.h"
#include "base/fold.h"
#include "base/words.h"

namespace nc::app {

namespace {

using intake::Fact;
using intake::Kind;
using intake::Status;

/// Cells of a new record and the ways to fill them by field name; a field that the register has not is left out.
class Draft {
 public:
  Draft(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const reg::Description& d) : db_(db), catalog_(catalog), actor_(actor), d_(d), cells(d.columns().size()) {
    cells[reg::k_id] = cells[reg::k_version] = cells[reg::k_illustrative] = std::int64_t{0};
    cells[reg::k_org] = actor.org;
    cells[reg::k_confidentiality] = std::string("internal");
    for (const auto& f : d.fields)
      if (f.opt.preset && std::string_view(f.opt.preset) != "today") text(f.name, f.opt.preset);
  }

  void text(std::string_view field, std::string_view value) {
    const auto* f = d_.find(field);
    if (!f || value.empty()) return;
    // What does not fit is not filled in: the person sees an empty box.
    (void)reg::set_text(db_, catalog_, actor_, *f, value, cells);
  }
  void day(std::string_view field, Date value) {
    if (const auto* f = d_.find(field); f && value) cells[at(*f)] = value.iso();
  }
  void count(std::string_view field, const std::optional<std::int64_t>& n, Qualifier q) {
    const auto* f = d_.find(field);
    if (!f || !n) return;
    cells[at(*f)] = *n;
    cells[at(*f) + 1] = std::string(code(q));
  }
  void money(std::string_view field, const std::optional<Money>& m, Qualifier q) {
    const auto* f = d_.find(field);
    if (!f || !m) return;
    cells[at(*f)] = m->minor;
    cells[at(*f) + 1] = std::string(m->currency.code());
    cells[at(*f) + 2] = std::string(code(q));
  }
  void nations(const std::vector<std::string>& iso2) {
    const auto* many = d_.find("countries");
    if (many && !iso2.empty()) (void)reg::set_texts(db_, catalog_, actor_, *many, iso2, cells);
    if (!iso2.empty()) text("country", iso2.front());
  }
  void link(std::string_view field, std::int64_t id) {
    if (const auto* f = d_.find(field); f && id != 0) cells[at(*f)] = id;
  }
  /// The partner of exactly that name, else the name as text.
  void partner(std::string_view field, std::string_view field_of_text, const std::string& name) {
    if (const std::int64_t id = partner_named(name); id != 0) return link(field, id);
    text(field_of_text, name);
  }
  void organisation(std::string_view field, std::int64_t id) { text(field, db::as_text(db_.scalar("SELECT name FROM organisation WHERE id = $1", {id}))); }

 private:
  static std::size_t at(const reg::Field& f) { return static_cast<std::size_t>(f.first); }
  std::int64_t partner_named(const std::string& name) const {
    const std::string wanted = fold(name);
    if (wanted.empty()) return 0;
    db::Params params;
    std::string sql = "SELECT p.id, p.name FROM partner p WHERE p.deleted = 0 AND (";
    append(sql, params, org_scope(actor_, "p"));
    std::int64_t found = 0;
    db_.each(db::Sql::built(sql + ") ORDER BY p.id"), params, [&](const db::Row& row) {
      if (fold(row.text(1)) == wanted) found = row.integer(0);
      return found == 0;
    });
    return found;
  }
  db::ReadDb& db_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  const reg::Description& d_;

 public:
  reg::Cells cells;
};

bool has(const std::string& folded, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return folded.find(w) != std::string::npos; });
}

using Rule = std::pair<std::string_view, std::string_view>;  // words, code

template <std::size_t N>
std::string first_of(const std::string& folded, const std::array<Rule, N>& rules, std::string_view otherwise) {
  for (const auto& [words, found] : rules)
    if (folded.find(words) != std::string::npos) return std::string(found);
  return std::string(otherwise);
}

std::string kind_of_award(const Fact& f) {
  const std::string award = fold(f.award), giver = fold(f.donor);
  if (has(award, {"co thi dua"})) return has(award + giver, {"chinh phu"}) ? "gov_flag" : has(giver, {"uy ban", "ubnd"}) ? "province_flag" : "vufo_flag";
  if (has(award, {"bang khen"})) {
    if (has(award + giver, {"thu tuong"})) return "pm_certificate";
    return has(giver, {"uy ban", "ubnd", "chu tich", "thanh pho", "tinh"}) ? "province_certificate" : "vufo_certificate";
  }
  constexpr std::array<Rule, 5> rules{{{"giay khen", "commendation"}, {"huan chuong lao dong", "labour_order"}, {"huan chuong huu nghi", "friendship_order"},
                                       {"huy chuong huu nghi", "friendship_medal"}, {"ky niem chuong", "vufo_memorial_medal"}}};
  return first_of(award, rules, "");
}

std::string kind_of_activity(const std::string& folded) {
  constexpr std::array<Rule, 21> rules{{{"trong cay", "tree_planting"}, {"trong", "tree_planting"}, {"cuoc thi", "contest"}, {"hoi thi", "contest"}, {"hop mat", "gathering"},
                                        {"gap mat", "gathering"}, {"yoga", "yoga_day"}, {"ky niem", "anniversary"}, {"hoi thao", "conference"}, {"hoi nghi", "conference"},
                                        {"toa dam", "talk"}, {"trien lam", "exhibition"}, {"ngay hoi", "festival_day"}, {"le hoi", "festival_day"}, {"tap huan", "training"},
                                        {"kham", "medical_camp"}, {"khanh thanh", "inauguration"}, {"dien dan", "business_forum"}, {"ra mat", "launch"}, {"ky ket", "signing_ceremony"},
                                        {"giao luu", "student_exchange"}}};
  return first_of(folded, rules, "other");
}

std::string kind_of_gift(const Fact& f) {
  constexpr std::array<Rule, 7> rules{{{"cay cau", "bridge"}, {"cay", "tree"}, {"truong", "school"}, {"nuoc", "water"}, {"nha", "house"}, {"thiet bi", "equipment"}, {"may", "equipment"}}};
  return first_of(fold(f.item), rules, f.item.empty() && f.amount && !f.count ? "cash" : "gift");
}

std::string kind_of_agreement(const std::string& folded) {
  constexpr std::array<Rule, 5> rules{{{"ket nghia", "twinning"}, {"ghi nho", "mou"}, {"bien ban lam viec", "minutes"}, {"chuong trinh hop tac", "cooperation_programme"},
                                       {"vien tro", "aid_agreement"}}};
  return first_of(folded, rules, "intl_agreement");
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::string title_of(const Fact& f, const std::string& quote) {
  if (f.kind == Kind::delegation_in || f.kind == Kind::delegation_out) {
    if (f.orgs.empty()) return capital(quote);
    const std::string first = f.orgs.front();
    return fold(first).starts_with("doan") ? capital(first) : "Đoàn " + first;
  }
  for (const std::string& name : {f.title, f.award, f.item})
    if (!name.empty()) return capital(name);
  return capital(quote);
}

/// A statement and what is known of it when its record is drafted.
struct Said {
  const Fact& fact;
  const ReadingSeen& reading;
  std::string quote;
  Period period;
  bool planned = false;
  std::string words;  ///< title and quotation, folded

  bool is_day() const { return period.from && period.from == period.to; }
};

/// The day, or the stretch it lies in: then `since` begins it and the date is its last day.
void when(Draft& d, const Said& x, std::string_view date, std::string_view since) {
  const Period& p = x.period;
  if (!p.from) return;
  if (x.is_day()) return d.day(date, p.from);
  d.day(since, p.from);
  const Date read = x.reading.row.published;
  d.day(date, !x.planned && read && read < p.to && p.from <= read ? read : p.to);
}

void fill_delegation(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  d.text("direction", f.kind == Kind::delegation_out ? "out" : "in");
  d.text("lead_org_text", joined(f.orgs));
  d.count("members", f.visitors, f.visitors_qualifier);
  d.text("place", f.place);
  if (x.period.from && x.period.to.days() - x.period.from.days() <= 20) {
    d.day("from_date", x.period.from);
    if (!x.is_day()) d.day("to_date", x.period.to);
  }
  d.text("status", x.planned ? "proposed" : "completed");
}

void fill_aid(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  constexpr std::array<Rule, 2> kinds{{{"phi du an", "non_project"}, {"chuong trinh", "programme"}}};
  d.partner("donor", "donor_text", f.donor);
  d.text("recipient", f.recipient);
  d.text("place", f.place);
  d.text("kind", first_of(x.words, kinds, "project"));
  if (x.is_day()) d.day("from_date", x.period.from);
  d.text("status", x.planned || f.phase == "committed" || f.phase == "mobilised" ? "mobilising" : "implementing");
}

void fill_activity(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  d.text("kind", kind_of_activity(x.words));
  when(d, x, "from_date", "since");
  d.text("venue", f.place);
  d.text("partners", joined(f.orgs));
  d.count("quantity", f.quantity, f.qualifier);
  if (f.quantity) d.text("quantity_unit", f.unit);
  if (f.kind == Kind::event_participants) d.count("participants", f.count, f.qualifier);
  d.text("status", x.planned ? "planned" : "done");
}

void fill_agreement(Draft& d, const Said& x) {
  d.text("kind", kind_of_agreement(x.words));
  d.organisation("vn_party", x.reading.row.about.id);
  if (!x.fact.orgs.empty()) d.text("foreign_party", x.fact.orgs.back());
  if (x.is_day()) d.day("signed_on", x.period.from);
  d.text("status", x.planned ? "negotiating" : "in_force");
}

void fill_award(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  d.text("kind", kind_of_award(f));
  d.text("authority", f.donor);
  d.text("subject_text", f.recipient.empty() ? joined(f.orgs) : f.recipient);
  d.count("quantity", f.count, f.qualifier);
  if (x.is_day()) d.day("decided", x.period.from);
  d.text("status", "decided");
}

void fill_scholarship(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  d.text("programme", title_of(f, x.quote));
  d.partner("donor", "donor_text", f.donor);
  d.text("person_group", f.recipient);
  d.count("grants", f.count, f.amount ? f.count_qualifier : f.qualifier);
  d.money("value", f.amount, f.qualifier);
  when(d, x, "date", "since");
}

void fill_charity(Draft& d, const Said& x) {
  const Fact& f = x.fact;
  d.text("kind", kind_of_gift(f));
  d.partner("sponsor", "sponsor_text", f.donor);
  d.text("recipients", f.recipient);
  d.text("place", f.place);
  for (const auto& m : measures_of(f))
    if (!m.money) d.count(m.unit == "tree" ? "trees" : m.unit == "household" ? "households" : "gifts", m.value, m.qualifier);
  d.money("value", f.amount, f.qualifier);
  when(d, x, "date", "since");
  d.text("status", x.planned ? "planned" : "delivered");
}

void fill_campaign(Draft& d, const Said& x) {
  d.count("signatures", x.fact.count, x.fact.qualifier);
  if (x.period.from) d.day("from_date", x.period.from);
  d.text("initiator", x.fact.donor);
}

/// How the record of each register is filled (registers_for() names these).
constexpr std::pair<std::string_view, void (*)(Draft&, const Said&)> k_fill[] = {
    {"delegation", fill_delegation}, {"aid", fill_aid},                 {"activity", fill_activity}, {"agreement", fill_agreement},
    {"award", fill_award},           {"scholarship", fill_scholarship}, {"charity", fill_charity},   {"campaign", fill_campaign}};

}  // namespace

reg::Cells draft_record(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const reg::Description& d, const ReadingSeen& reading, const Candidate& c) {
  Draft draft(db, catalog, actor, d);
  const Said said{c.fact, reading, c.row.quote, period_of(c.fact), c.fact.status == Status::planned, fold(c.fact.title + " " + c.row.quote)};
  draft.text("title", title_of(c.fact, c.row.quote));
  draft.nations(c.fact.countries);
  for (const auto& [name, fill] : k_fill)
    if (name == d.name) fill(draft, said);
  if (reading.row.about.id != 0 && db.integer("SELECT COUNT(*) FROM organisation WHERE id = $1 AND kind <> 'locality'", {reading.row.about.id}) > 0)
    draft.cells[reg::k_org] = reading.row.about.id;
  return std::move(draft.cells);
}

reg::Cells draft_claim(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const ReadingSeen& reading, const Candidate& c, const Measure* m) {
  Draft d(db, catalog, actor, claims());
  const std::string quote = c.row.title;
  d.text("statement", m ? m->label.vi + ": " + shown(*m, Lang::vi) : quote);
  d.text("statement_en", m ? m->label.en + ": " + shown(*m, Lang::en) : c.row.title_en);
  d.link("about", reading.row.about.id);
  d.link("evidence", reading.row.evidence.id);
  d.nations(c.fact.countries);
  if (m) {
    if (!m->indicators.empty()) d.text("indicator", m->indicators.front());
    d.text("measure", m->name);
    d.count("amount", m->value, m->qualifier);
    d.text("unit", m->unit);
  }
  Period p = period_of(c.fact);
  if (!p.from && m && m->standing) p = {reading.row.published, reading.row.published};
  d.day("period_from", p.from);
  d.day("period_to", p.to);
  d.text("status", c.fact.status == Status::planned ? "planned" : m && m->standing ? "current" : c.fact.status == Status::cumulative ? "cumulative" : "done");
  if (reading.row.about.id != 0) d.cells[reg::k_org] = reading.row.about.id;
  return std::move(d.cells);
}

std::optional<ValueEntry> draft_value(const ReadingSeen& reading, const Fact& f) {
  if (!f.amount) return std::nullopt;
  ValueEntry v;
  v.basis = f.phase == "approved" ? "approved" : f.phase == "disbursed" ? "disbursed" : f.status == Status::done && f.phase.empty() && !f.item.empty() ? "in_kind" : "committed";
  const std::string_view word = prose_word(f.qualifier, Lang::vi, true);
  std::int64_t whole = f.amount->minor;
  for (int i = 0; i < f.amount->currency.minor_digits(); ++i) whole /= 10;
  v.amount = (word.empty() ? "" : std::string(word) + " ") + format_int(whole, Lang::vi) + " " + std::string(f.amount->currency.code());
  const Period p = period_of(f);
  v.date = p.to ? p.to : reading.row.published;
  if (reading.row.published && v.date > reading.row.published) v.date = reading.row.published;
  return v;
}

}  // namespace nc::app
