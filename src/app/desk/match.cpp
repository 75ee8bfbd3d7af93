// What the registers already know of a statement: numbers against claims and counts.
#include "app/desk/match.h"

#include <algorithm>
#include <cmath>

#include "base/fold.h"

namespace nc::app {

namespace {

constexpr int k_near_days = 31;  // "2025" in an article of 8 December means the year
constexpr std::size_t k_lines = 3;

enum class Fit { none, overlap, exact };

int days_between(Date a, Date b) { return std::abs(a.days() - b.days()); }

Fit fit(const Period& fact, const Period& claim, Date published, bool standing) {
  if (!claim.from || !claim.to) return Fit::overlap;
  if (standing) {
    const Date day = fact.to ? fact.to : published;
    if (!day) return Fit::overlap;
    return days_between(day, claim.to) <= 4 * k_near_days ? Fit::exact : day.year() == claim.to.year() ? Fit::overlap : Fit::none;
  }
  if (!fact.from || !fact.to) {
    if (!published) return Fit::overlap;
    return claim.contains(published) || claim.to.year() == published.year() ? Fit::overlap : Fit::none;
  }
  if (days_between(fact.from, claim.from) <= k_near_days && days_between(fact.to, claim.to) <= k_near_days) return Fit::exact;
  return fact.overlaps(claim) ? Fit::overlap : Fit::none;
}

bool share_a_country(const std::vector<std::string>& fact, const std::string& claim) {
  if (fact.empty() && claim.empty()) return true;
  return std::any_of(fact.begin(), fact.end(), [&](const std::string& c) { return claim.find("|" + c + "|") != std::string::npos; });
}

bool overlap(const std::vector<intake::Span>& spans, intake::Span other) {
  return std::any_of(spans.begin(), spans.end(), [&](const intake::Span& s) { return s.overlaps(other); });
}

std::string with_period(const std::string& number, const Period& p, Lang lang) {
  if (!p.from || !p.to) return number;
  return number + ", " + (p.from == p.to ? format_date(p.from, lang) : period_words(p, lang));
}

}  // namespace

std::vector<std::string> registers_for(const intake::Fact& fact) {
  using enum intake::Kind;
  switch (fact.kind) {
    case delegation_in: case delegation_out: return {"delegation"};
    case aid_project: return {"aid", "charity"};
    case agreement: return {"agreement"};
    case activity: return {"activity"};
    case award: return {"award"};
    case scholarship: return {"scholarship"};
    case gift: return {"charity", "aid"};
    case event_participants: return {"activity"};
    case signature_campaign: return {"campaign"};
    case aid_total: case anniversary: case membership: case partner_count: return {};
  }
  return {};
}

Matcher::Matcher(db::ReadDb& db, const Actor& actor, const reg::Catalog& catalog, const fig::Engine* engine, const ReadingSeen& reading, Lang lang)
    : db_(db), actor_(actor), catalog_(catalog), engine_(engine), lang_(lang), published_(reading.row.published) {
  read_organisations(reading.row.about.id != 0 ? reading.row.about.id : actor.org);
  read_claims();
  read_spans(reading.row.evidence.id);
}

void Matcher::read_organisations(std::int64_t about) {
  about_ = home_ = about;
  auto words = [&](const std::string& name) {
    for (const auto& word : tokens(name)) stop_.insert(word);
  };
  if (auto row = db_.first("SELECT code, name FROM organisation WHERE id = $1", {about})) {
    about_code_ = home_code_ = db::as_text((*row)[0]);
    words(db::as_text((*row)[1]));
  }
  if (auto row = db_.first("SELECT o.id, o.code, o.name FROM org_home h JOIN organisation o ON o.id = h.locality_id WHERE h.org_id = $1", {about})) {
    home_ = db::as_int((*row)[0]);
    home_code_ = db::as_text((*row)[1]);
    words(db::as_text((*row)[2]));
  }
}

void Matcher::read_claims() {
  db::Params params{about_, home_};
  std::string sql =
      "SELECT c.id, c.code, c.indicator, c.amount, c.amount_q, c.unit, c.countries, c.period_from, c.period_to, c.status, c.statement FROM claim c "
      "WHERE c.deleted = 0 AND c.amount IS NOT NULL AND (c.about IN ($1, $2) OR c.about IN (SELECT t.descendant FROM org_tree t WHERE t.ancestor IN ($1, $2))) AND (";
  append(sql, params, org_scope(actor_, "c"));
  db_.each(db::Sql::built(sql + ") ORDER BY c.id DESC LIMIT 5000"), params, [&](const db::Row& row) {
    ClaimRow c;
    c.id = row.integer(0);
    c.code = row.text(1);
    c.indicator = row.text(2);
    c.value = row.integer(3);
    qualifier_from_code(row.text(4), c.qualifier);
    c.unit = row.text(5);
    c.countries = row.text(6);
    c.period = {Date::from_iso(row.text(7)).value_or(Date{}), Date::from_iso(row.text(8)).value_or(Date{})};
    c.status = row.text(9);
    c.statement = row.text(10);
    claims_.push_back(std::move(c));
    return true;
  });
  std::ranges::reverse(claims_);
}

void Matcher::read_spans(std::int64_t evidence) {
  db::Params params{evidence};
  std::string sql = "SELECT s.register_name, s.record_id, s.claim, s.start_at, s.end_at FROM evidence_span s WHERE s.deleted = 0 AND s.evidence = $1 AND (";
  append(sql, params, org_scope(actor_, "s"));
  db_.each(db::Sql::built(sql + ") ORDER BY s.id"), params, [&](const db::Row& row) {
    if (row.integer(4) > row.integer(3))
      spans_.push_back({std::string(row.text(0)), row.integer(1), row.integer(2), {static_cast<std::uint32_t>(row.integer(3)), static_cast<std::uint32_t>(row.integer(4))}});
    return true;
  });
}

bool Matcher::has_span(const std::string& register_name, std::int64_t id, const std::vector<intake::Span>& spans) const {
  return std::any_of(spans_.begin(), spans_.end(), [&](const SpanRow& s) {
    return (register_name == "claim" ? s.claim == id : s.register_name == register_name && s.record == id) && overlap(spans, s.span);
  });
}

Line Matcher::line_of(const Measure& m, const intake::Fact& fact, const ClaimRow& c) const {
  Line line;
  line.label = m.label;
  line.ours = c.code + ": " + with_period(shown(c.value, c.qualifier, c.unit, lang_), c.period, lang_);
  line.theirs = with_period(shown(m, lang_), period_of(fact), lang_);
  line.href = "/claims/" + std::to_string(c.id);
  line.same = c.value == m.value;
  return line;
}

/// Fills in what the claims say; returns whether one says another number for the same stretch.
bool Matcher::compare_with_claims(const intake::Fact& fact, MeasureMatch& out) const {
  const Measure& m = out.measure;
  bool other_number = false;
  std::vector<Line> beside;
  for (const ClaimRow& c : claims_) {
    const bool same_figure = m.indicators.empty() ? c.indicator.empty() : std::ranges::find(m.indicators, c.indicator) != m.indicators.end();
    if (!same_figure || !fig::comparable_units(c.unit, m.unit) || !share_a_country(fact.countries, c.countries)) continue;
    if ((c.status == "planned") != (fact.status == intake::Status::planned)) continue;
    const Period p = period_of(fact);
    const Fit how = fit(p, c.period, published_, m.standing);
    if (how == Fit::none) continue;
    if (c.value == m.value && (how == Fit::exact || !p.from || !c.period.from)) {
      if (out.claim != 0) continue;
      out.claim = c.id;
      out.verdict = Verdict::known;
      out.lines = {line_of(m, fact, c)};
      continue;
    }
    Line line = line_of(m, fact, c);
    line.same = false;
    if (c.value != m.value && how == Fit::exact && (m.indicators.empty() || m.indicators.front() == c.indicator)) other_number = true;
    if (c.value == m.value || how == Fit::exact) beside.insert(beside.begin(), std::move(line));
    else beside.push_back(std::move(line));
    // The same number for another stretch of time: two quarters or eight months is for a person to say.
    if (c.value == m.value) other_number = true;
  }
  if (out.claim != 0) return false;
  beside.resize(std::min(beside.size(), k_lines));
  out.lines.insert(out.lines.end(), beside.begin(), beside.end());
  if (other_number) out.verdict = Verdict::differs;
  return other_number;
}

void Matcher::compare_with_figure(const intake::Fact& fact, MeasureMatch& out, bool other_number) const {
  const Measure& m = out.measure;
  if (!engine_ || m.indicators.empty() || fact.status == intake::Status::planned || fact.countries.size() > 1) return;
  if (fact.subset && fact.countries.empty()) return;
  const auto* indicator = engine_->find(m.indicators.front());
  if (!indicator || !published_) return;
  fig::Ask ask;
  ask.code = indicator->code;
  Period p = period_of(fact);
  if (!p.from && !m.standing) return;  // the article says no stretch of time: nothing to count
  if (!p.from) p = {published_, published_};
  if (indicator->at_day) ask.as_of = p.to;
  else ask.period = p;
  if (!fact.countries.empty()) {
    const auto by_country = std::ranges::find_if(indicator->dimensions, [](const fig::Dimension& d) { return d.name == "country" || d.name == "countries"; });
    if (by_country == indicator->dimensions.end()) return;
    ask.where = {{by_country->name, fact.countries.front()}};
  }
  std::optional<Line> differing;
  for (const std::string& org : {about_code_, home_code_}) {
    if (org.empty() || (org == home_code_ && org == about_code_ && differing)) continue;
    ask.org = org;
    const auto f = engine_->evaluate(db_, actor_, ask);
    if (!f || !f->value || *f->value == 0 || (f->unit != m.unit && !fig::comparable_units(f->unit, m.unit))) continue;
    Line line;
    line.label = indicator->name;
    line.ours = with_period(shown(static_cast<std::int64_t>(std::llround(*f->value)), f->qualifier, m.unit, lang_), ask.period ? *ask.period : Period{}, lang_) + " (" +
                (lang_ == Lang::vi ? f->org_name_vi : f->org_name_en) + ")";
    line.theirs = with_period(shown(m, lang_), period_of(fact), lang_);
    line.href = fig::ask_url(ask);
    line.same = satisfies(*f->value, static_cast<double>(m.value), m.qualifier);
    if (line.same) {
      out.lines.insert(out.lines.begin(), line);
      if (!other_number && out.verdict == Verdict::fresh) out.verdict = Verdict::agrees;
      return;
    }
    if (!differing) differing = line;
  }
  if (!differing) return;
  out.lines.insert(out.lines.begin(), *differing);
  if (out.verdict == Verdict::fresh) out.verdict = Verdict::differs;
}

MeasureMatch Matcher::measure(const intake::Fact& fact, const Measure& m, const std::vector<intake::Span>& spans) const {
  MeasureMatch out{m};
  for (const SpanRow& s : spans_) {
    if (s.claim == 0 || !overlap(spans, s.span)) continue;
    const auto c = std::ranges::find_if(claims_, [&](const ClaimRow& row) { return row.id == s.claim; });
    if (c == claims_.end() || c->value != m.value || (c->unit != m.unit && !fig::comparable_units(c->unit, m.unit) && c->unit != "year")) continue;
    out.claim = c->id;
    out.verdict = Verdict::proved;
    out.lines = {line_of(m, fact, *c)};
    return out;
  }
  const bool other = compare_with_claims(fact, out);
  if (out.claim == 0) compare_with_figure(fact, out, other);
  return out;
}

Match Matcher::of(const Candidate& candidate) const {
  const intake::Fact& fact = candidate.fact;
  const auto spans = spans_from(candidate.row.spans);
  Match match;
  for (const Measure& m : measures_of(fact)) match.measures.push_back(measure(fact, m, spans));
  const bool single = is_single(fact) || fact.kind == intake::Kind::event_participants;
  auto found = own_record(fact, spans);
  if (!found && single) found = search(fact, candidate.row.quote);
  if (!found && fact.kind == intake::Kind::anniversary) found = occasion(fact);
  if (found) {
    match.register_name = found->register_name;
    match.id = found->id;
    match.code = found->code;
    match.title = found->title;
    match.lines = found->lines;
    const bool same = std::ranges::all_of(found->lines, &Line::same);
    match.verdict = !same ? Verdict::differs : has_span(found->register_name, found->id, spans) ? Verdict::proved : Verdict::known;
    return match;
  }
  if (match.measures.empty() || (single && std::ranges::none_of(match.measures, [](const auto& m) { return m.claim != 0; }))) {
    // Words that already prove a claim without a number of the same kind ("8 năm liền" of a flag).
    for (const SpanRow& s : spans_)
      if (s.claim != 0 && overlap(spans, s.span))
        if (const auto c = std::ranges::find_if(claims_, [&](const ClaimRow& row) { return row.id == s.claim; }); c != claims_.end()) {
          match.register_name = "claim";
          match.id = c->id;
          match.code = c->code;
          match.title = c->statement;
          match.verdict = Verdict::proved;
          return match;
        }
    if (single) match.measures.clear();
    return match;
  }
  match.verdict = Verdict::proved;
  for (const auto& m : match.measures) {
    match.verdict = std::max(match.verdict, m.verdict);
    match.lines.insert(match.lines.end(), m.lines.begin(), m.lines.end());
    if (match.id == 0 && m.claim != 0) {
      const auto c = std::ranges::find_if(claims_, [&](const ClaimRow& row) { return row.id == m.claim; });
      match.register_name = "claim";
      match.id = c->id;
      match.code = c->code;
      match.title = c->statement;
    }
  }
  return match;
}

}  // namespace nc::app
