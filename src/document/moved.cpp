// What has moved: rows of a figure at two times, a sealed paper against the registers, figures kept beside a paper.
#include <algorithm>
#include <map>

#include "document/document.h"

namespace nc::doc {

namespace {

/// Rows of a figure that the seal keeps by name; their whole number is kept beside them.
constexpr int k_rows_kept = 20'000;

using Key = std::pair<std::string_view, std::int64_t>;

std::map<Key, const FrozenRow*> by_key(const std::vector<FrozenRow>& rows) {
  std::map<Key, const FrozenRow*> out;
  for (const FrozenRow& r : rows) out.emplace(Key{r.register_name, r.id}, &r);
  return out;
}

bool is_the_period(const Document& d, const fig::Ask& ask) {
  const Date last = d.cutoff ? d.cutoff : d.period.to;
  if (!ask.where.empty() || !ask.by.empty() || ask.org != d.org) return false;
  return ask.as_of ? *ask.as_of == last : ask.period && ask.period->from == d.period.from && ask.period->to == last;
}

}  // namespace

std::vector<FrozenRow> rows_of(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask) {
  std::vector<FrozenRow> frozen;
  if (auto rows = engine.rows(db, actor, ask, k_rows_kept))
    for (const fig::Row& r : *rows) frozen.push_back({r.register_name, r.id, r.code, r.title, r.date, r.amount, r.unit, r.illustrative});
  return frozen;
}

RowsMoved compare_rows(const std::vector<FrozenRow>& before, const std::vector<FrozenRow>& after) {
  RowsMoved out;
  const auto then = by_key(before), now = by_key(after);
  for (const FrozenRow& r : after) {
    const auto it = then.find({r.register_name, r.id});
    if (it == then.end()) out.added.push_back(r);
    else if (it->second->amount != r.amount || it->second->unit != r.unit || it->second->date != r.date) out.changed.push_back({*it->second, r});
  }
  for (const FrozenRow& r : before)
    if (!now.contains({r.register_name, r.id})) out.left.push_back(r);
  return out;
}

void keep_figures(Seal& seal, db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::vector<fig::Ask>& asks) {
  for (const fig::Ask& ask : asks) {
    const fig::Indicator* indicator = engine.find(ask.code);
    auto figure = engine.evaluate(db, actor, ask);
    if (!indicator || !figure || figure->row_count == 0) continue;
    Token token;
    token.id = "s" + std::to_string(seal.snapshot.size() + 1);
    token.ask = ask;
    FrozenToken kept{std::move(token), figure->unit, figure->value, figure->qualifier, fig::on_screen(*figure, Lang::vi), fig::on_screen(*figure, Lang::en), indicator->version, figure->row_count, {}};
    kept.rows = rows_of(db, actor, engine, ask);
    seal.snapshot.push_back(std::move(kept));
  }
}

const FrozenToken* sealed_figure(const Seal& seal, std::string_view code) {
  for (const auto* kept : {&seal.snapshot, &seal.tokens})
    for (const FrozenToken& t : *kept)
      if (t.token.ask.code == code && t.token.style != Style::day && t.token.style != Style::change && is_the_period(seal.document, t.token.ask)) return &t;
  return nullptr;
}

std::vector<Moved> moved_since(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Seal& seal) {
  Document as_sealed = seal.document;
  const Look now_seen = look(db, actor, engine, as_sealed);
  std::vector<Moved> moved;
  for (const FrozenToken& t : seal.tokens) {
    const auto it = now_seen.find(t.token.id);
    if (it == now_seen.end() || t.token.style == Style::day) continue;
    RowsMoved rows = compare_rows(t.rows, rows_of(db, actor, engine, t.token.ask));
    if (it->second.figure.value != t.value || !rows.empty())
      moved.push_back({t.token.id, t.shown, it->second.shown, std::move(rows.added), std::move(rows.left), std::move(rows.changed)});
  }
  return moved;
}

}  // namespace nc::doc
