// Each figure of a report in two periods.
#include "app/reports/compare.h"

#include <set>

#include "app/reports/composer.h"

namespace nc::app {

namespace {

/// Above this a list of records says nothing to anybody.
constexpr std::int64_t k_rows_told_apart = 2000;

bool about_single_records(const fig::Ask& ask) {
  return std::any_of(ask.where.begin(), ask.where.end(), [](const auto& w) { return w.first == "code" || w.first == "fact"; });
}

/// The same question of the other period; nothing when it is not about the report's own.
std::optional<fig::Ask> of_other(const fig::Ask& ask, const Period& own, const Period& other) {
  fig::Ask out = ask;
  if (ask.as_of) {
    if (*ask.as_of != own.to) return std::nullopt;
    out.as_of = other.to;
    return out;
  }
  if (!ask.period || ask.period->from != own.from || ask.period->to != own.to) return std::nullopt;
  out.period = other;
  return out;
}

class Comparing {
 public:
  Comparing(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, Comparison& out) : db_(db), actor_(actor), engine_(engine), loaded_(loaded), out_(out) {}

  void add(const doc::Token& token) {
    if (token.style == doc::Style::day || token.style == doc::Style::change || about_single_records(token.ask)) return;
    const auto before = of_other(token.ask, out_.now, out_.before);
    const fig::Indicator* indicator = engine_.find(token.ask.code);
    if (!before || !indicator || !seen_.insert(fig::ask_url(token.ask) + token.part).second) return;
    FigureCompared c;
    c.token = token.id;
    c.indicator = indicator;
    c.at_day = indicator->at_day;
    c.before_ask = *before;
    c.now_ask = token.ask;
    doc::Token plain = token;
    plain.claim = plain.round = 0;
    if (!then(c, plain) || !now(c, plain, token)) return;
    if (!indicator->rows_sql.empty()) tell_apart(c, token);
    out_.figures.push_back(std::move(c));
  }

 private:
  bool then(FigureCompared& c, const doc::Token& plain) {
    auto figure = engine_.evaluate(db_, actor_, c.before_ask);
    if (!figure) return false;
    c.before_value = figure->value;
    c.before_rows = figure->row_count;
    c.before = doc::print(plain, *figure);
    return true;
  }

  const doc::FrozenToken* frozen(const doc::Token& token) const {
    if (loaded_.seal)
      for (const doc::FrozenToken& t : loaded_.seal->tokens)
        if (t.token.id == token.id) return &t;
    return nullptr;
  }

  bool now(FigureCompared& c, const doc::Token& plain, const doc::Token& token) {
    if (const auto* kept = frozen(token)) {
      c.now_value = kept->value;
      c.now_rows = kept->row_count;
      c.now = kept->shown;
      return true;
    }
    auto figure = engine_.evaluate(db_, actor_, c.now_ask);
    if (!figure) return false;
    c.now_value = figure->value;
    c.now_rows = figure->row_count;
    c.now = doc::print(plain, *figure);
    return true;
  }

  void tell_apart(FigureCompared& c, const doc::Token& token) {
    c.listed = c.before_rows <= k_rows_told_apart && c.now_rows <= k_rows_told_apart;
    if (!c.listed) return;
    const auto* kept = frozen(token);
    c.moved = doc::compare_rows(doc::rows_of(db_, actor_, engine_, c.before_ask), kept ? kept->rows : doc::rows_of(db_, actor_, engine_, c.now_ask));
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const fig::Engine& engine_;
  const Loaded& loaded_;
  Comparison& out_;
  std::set<std::string> seen_;
};

}  // namespace

Comparison compare_with(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const Period& other) {
  const Report& r = loaded.report;
  Comparison out{other, {r.period_from, r.cutoff ? r.cutoff : r.period_to}, {}, {}};
  if (engine.hooks.break_between) out.why_not = other.from < out.now.from ? engine.hooks.break_between(db, loaded.org_code, other, out.now) : engine.hooks.break_between(db, loaded.org_code, out.now, other);
  const doc::Document& document = loaded.sealed() ? loaded.seal->document : loaded.document;
  Comparing comparing(db, actor, engine, loaded, out);
  for (const std::string& id : tokens_in_order(document))
    if (const doc::Token* token = document.find_token(id)) comparing.add(*token);
  return out;
}

}  // namespace nc::app
