// A term put together from its years.
#include "app/reports/term.h"

#include <algorithm>
#include <map>

#include "app/common/within.h"

namespace nc::app {

namespace {

constexpr int k_most_years = 12;
/// A comparison of another figure, not a figure of its own.
constexpr std::string_view k_comparison = "I92";

fig::Ask ask_for(const fig::Indicator& indicator, const std::string& org, const Period& period) {
  fig::Ask ask;
  ask.code = indicator.code;
  ask.org = org;
  if (indicator.at_day) ask.as_of = period.to;
  else ask.period = period;
  return ask;
}

std::map<int, YearSource> sealed_years(db::ReadDb& db, const Actor& actor, const std::string& org, const Period& period) {
  std::map<int, YearSource> out;
  each_within(db, "SELECT r.id, r.title, r.number, r.sealed_on, r.period_from, r.period_to FROM report r JOIN organisation o ON o.id = r.org_id "
                  "WHERE r.deleted = 0 AND r.kind = 'annual' AND r.status IN ('sealed', 'numbered') AND o.code = $1 AND r.period_from >= $2 AND r.period_to <= $3",
              {org, period.from.iso(), period.to.iso()}, org_scope(actor, "r"), " ORDER BY r.sealed_on, r.id", [&](const db::Row& r) {
                const auto from = Date::from_iso(r.text(4)), to = Date::from_iso(r.text(5));
                if (from && to) out[from->year()] = {{*from, *to}, r.integer(0), std::string(r.text(1)), std::string(r.text(2)), Date::from_iso(r.text(3)).value_or(Date{})};
                return true;
              });
  return out;
}

/// Sealed supplements of an annual report. Numbers go by the order of writing, drafts that were taken away included.
std::vector<YearSource::Supplement> supplements_in_order(db::ReadDb& db, const Actor& actor, std::int64_t report) {
  std::vector<YearSource::Supplement> out;
  each_within(db, "SELECT r.id, (SELECT COUNT(*) FROM report e WHERE e.corrects = r.corrects AND e.id <= r.id) FROM report r WHERE r.deleted = 0 AND r.status IN ('sealed', 'numbered') AND r.corrects = $1", {report},
              org_scope(actor, "r"), " ORDER BY r.id", [&](const db::Row& r) {
                out.push_back({r.integer(0), static_cast<int>(r.integer(1))});
                return true;
              });
  return out;
}

/// The number of records stands for the value.
fig::Figure rows_counted(fig::Figure f, const std::string& unit) {
  f.value = static_cast<double>(f.row_count);
  f.unit = unit;
  f.qualifier = Qualifier::exact;
  f.parts.clear();
  return f;
}

class Assembler {
 public:
  Assembler(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Term& term) : db_(db), actor_(actor), engine_(engine), term_(term) {}

  void read_seals() {
    for (const YearSource& y : term_.years)
      if (y.report > 0) {
        if (auto loaded = load_report(db_, actor_, y.report); loaded && loaded->seal) seals_.emplace(y.period.from.year(), std::move(*loaded->seal));
        for (const auto& s : y.supplements)
          if (auto loaded = load_report(db_, actor_, s.report); loaded && loaded->seal) corrections_[y.period.from.year()].push_back({s, std::move(*loaded->seal)});
      }
  }

  void add_lines(const fig::Indicator& indicator) {
    const fig::Ask whole = ask_for(indicator, term_.org, term_.period);
    auto figure = engine_.evaluate(db_, actor_, whole);
    if (!figure) return;
    TermLine line;
    line.indicator = &indicator;
    line.rule = across_years(indicator);
    line.whole = std::move(*figure);
    line.unit = line.whole.unit;
    bool any = line.whole.row_count > 0;
    if (!any && !indicator.at_day && seals_.empty()) return;
    for (const YearSource& y : term_.years) {
      line.years.push_back(year_value(indicator, y));
      any = any || line.years.back().now.row_count > 0 || line.years.back().sealed.value_or(0) > 0;
    }
    if (!any) return;
    if (line.rule == AcrossYears::sum) find_twice(line);
    if (indicator.measure == fig::Measure::sum && !indicator.count_unit.empty()) {
      TermLine counted = counting(line);
      finish(line);
      term_.lines.push_back(std::move(counted));
      term_.lines.push_back(std::move(line));
      return;
    }
    finish(line);
    term_.lines.push_back(std::move(line));
  }

 private:
  YearValue year_value(const fig::Indicator& indicator, const YearSource& y) {
    YearValue v;
    v.ask = ask_for(indicator, term_.org, y.period);
    if (auto now = engine_.evaluate(db_, actor_, v.ask)) v.now = std::move(*now);
    const auto seal = seals_.find(y.period.from.year());
    const doc::FrozenToken* kept = seal == seals_.end() ? nullptr : doc::sealed_figure(seal->second, indicator.code);
    if (const Correction* last = correction(indicator.code, y)) return corrected(indicator, v, kept, *last, y);
    if (!kept) {
      // A snapshot leaves out what had no rows: then it was nothing, and what is there now was added.
      if (seal == seals_.end() || seal->second.snapshot.empty() || indicator.derive || v.now.row_count == 0) return v;
      v.sealed = 0;
      v.sealed_unit = v.now.unit;
      v.moved = doc::compare_rows({}, doc::rows_of(db_, actor_, engine_, v.ask));
      return v;
    }
    v.sealed = kept->value;
    v.sealed_unit = kept->unit;
    v.in_seal = true;
    sealed_rows_[{indicator.code, y.period.from.year()}] = kept->row_count;
    if (!indicator.rows_sql.empty()) v.moved = doc::compare_rows(kept->rows, doc::rows_of(db_, actor_, engine_, v.ask));
    return v;
  }

  struct Correction { YearSource::Supplement by; doc::Seal seal; };

  /// The last supplement of that year that speaks of the figure.
  const Correction* correction(const std::string& code, const YearSource& y) const {
    const auto it = corrections_.find(y.period.from.year());
    if (it == corrections_.end()) return nullptr;
    const auto last = std::find_if(it->second.rbegin(), it->second.rend(), [&](const Correction& c) { return doc::sealed_figure(c.seal, code) != nullptr; });
    return last == it->second.rend() ? nullptr : &*last;
  }

  YearValue corrected(const fig::Indicator& indicator, YearValue v, const doc::FrozenToken* first, const Correction& by, const YearSource& y) {
    const doc::FrozenToken& now = *doc::sealed_figure(by.seal, indicator.code);
    v.sealed = now.value;
    v.sealed_unit = now.unit;
    v.in_seal = true;
    v.corrected_by = by.by;
    v.first_sealed = first ? first->value : std::optional<double>(0);
    const std::pair key{indicator.code, y.period.from.year()};
    sealed_rows_[key] = now.row_count;
    first_rows_[key] = first ? first->row_count : 0;
    if (!indicator.rows_sql.empty()) v.moved = doc::compare_rows(now.rows, doc::rows_of(db_, actor_, engine_, v.ask));
    return v;
  }

  /// Records of more than one year: the sum of the years holds them more than once.
  void find_twice(TermLine& line) {
    std::int64_t rows = 0;
    for (const YearValue& v : line.years) rows += v.now.row_count;
    if (rows <= line.whole.row_count) return;
    std::map<std::pair<std::string, std::int64_t>, int> seen;
    for (const YearValue& v : line.years)
      for (doc::FrozenRow& r : doc::rows_of(db_, actor_, engine_, v.ask))
        if (++seen[{r.register_name, r.id}] == 2) line.twice.push_back(std::move(r));
  }

  TermLine counting(const TermLine& line) {
    TermLine out = line;
    out.counts_rows = true;
    out.unit = line.indicator->count_unit;
    out.whole = rows_counted(line.whole, out.unit);
    for (std::size_t i = 0; i < out.years.size(); ++i) {
      YearValue& v = out.years[i];
      v.now = rows_counted(v.now, out.unit);
      v.moved.changed.clear();  // an amount that changed leaves the number of records as it was
      if (!v.sealed) continue;
      v.sealed_unit = out.unit;
      if (auto it = first_rows_.find({line.indicator->code, term_.years[i].period.from.year()}); it != first_rows_.end()) v.first_sealed = static_cast<double>(it->second);
      if (auto it = sealed_rows_.find({line.indicator->code, term_.years[i].period.from.year()}); it != sealed_rows_.end()) v.sealed = static_cast<double>(it->second);
    }
    finish(out);
    return out;
  }

  static void finish(TermLine& line) {
    if (line.rule != AcrossYears::sum) return;
    double sum = 0;
    for (const YearValue& v : line.years) {
      const auto used = v.used();
      const std::string& unit = v.sealed ? v.sealed_unit : v.now.unit;
      if (!used || *used == 0) continue;
      if (unit != line.unit) return;  // several currencies are never added
      sum += *used;
    }
    line.sum = sum;
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const fig::Engine& engine_;
  Term& term_;
  std::map<int, doc::Seal> seals_;
  std::map<int, std::vector<Correction>> corrections_;
  std::map<std::pair<std::string, int>, std::int64_t> sealed_rows_, first_rows_;
};

}  // namespace

AcrossYears across_years(const fig::Indicator& indicator) {
  if (indicator.at_day) return AcrossYears::level;
  return indicator.derive || indicator.rows_sql.empty() ? AcrossYears::again : AcrossYears::sum;
}

Message across_words(AcrossYears rule) {
  if (rule == AcrossYears::sum) return Text("cộng các năm", "years add up");
  return rule == AcrossYears::level ? Text("mức cuối kỳ, không cộng", "level at the end, never added") : Text("tính lại cho cả kỳ, không cộng", "worked out anew, never added");
}

Message TermLine::name() const {
  if (!counts_rows) return indicator->name;
  return {indicator->name.vi + ", số " + fig::unit_name(unit, Lang::vi), indicator->name.en + ", number of " + fig::unit_name(unit, Lang::en)};
}

bool TermLine::differs() const {
  if (!sum || !whole.value || *sum == *whole.value) return false;
  return twice.empty() || std::any_of(years.begin(), years.end(), [](const YearValue& v) { return v.differs(); });
}

std::vector<Period> years_of(const Period& period) {
  std::vector<Period> out;
  for (int year = period.from.year(); year <= period.to.year(); ++year)
    out.push_back({std::max(period.from, *Date::from_ymd(year, 1, 1)), std::min(period.to, *Date::from_ymd(year, 12, 31))});
  return out;
}

std::vector<fig::Ask> snapshot_asks(const fig::Engine& engine, const std::string& org, const Period& period) {
  std::vector<fig::Ask> asks;
  for (const fig::Indicator& i : engine.all())
    if (i.code != k_comparison) asks.push_back(ask_for(i, org, period));
  return asks;
}

Result<Term> term_of(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::string& org, const Period& period) {
  NC_TRY(seen, fig::find_org(db, actor, org));
  if (period.to.year() - period.from.year() >= k_most_years)
    return refuse(Code::invalid, Message("Ghép tối đa 12 năm một lần.", "At most 12 years at a time."), "period");
  Term term{org, seen.name_vi, period, {}, {}};
  const auto sealed = sealed_years(db, actor, org, period);
  for (const Period& year : years_of(period)) {
    const auto it = sealed.find(year.from.year());
    term.years.push_back(it != sealed.end() && it->second.period == year ? it->second : YearSource{year, 0, {}, {}, {}});
    if (YearSource& y = term.years.back(); y.report > 0) y.supplements = supplements_in_order(db, actor, y.report);
  }
  Assembler assembler(db, actor, engine, term);
  assembler.read_seals();
  for (const fig::Indicator& i : engine.all())
    if (i.code != k_comparison) assembler.add_lines(i);
  // By code, so that the order of modules does not move the lines of a paper.
  std::stable_sort(term.lines.begin(), term.lines.end(), [](const TermLine& a, const TermLine& b) { return a.indicator->code < b.indicator->code; });
  return term;
}

}  // namespace nc::app
