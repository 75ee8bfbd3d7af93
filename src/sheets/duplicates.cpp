// Duplicates by folded title, day and country.
#include "sheets/duplicates.h"

#include <algorithm>
#include <functional>

#include "base/fold.h"

namespace nc::reg::detail {

namespace {

constexpr double k_alike = 0.6;

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) out.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Do two "|KR|LA|" lists share an entry? An empty one shares with all.
bool meet(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  for (std::size_t at = 1; at < a.size();) {
    const std::size_t end = std::min(a.find('|', at), a.size());
    if (end > at && b.find('|' + a.substr(at, end - at) + '|') != std::string::npos) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

namespace {

/// How many of the words are in both, of those that are in either. Both lists are sorted.
template <class Words>
double shared_part(const Words& x, const Words& y) {
  std::size_t both = 0;
  for (auto a = x.begin(), b = y.begin(); a != x.end() && b != y.end();) {
    if (*a < *b) ++a;
    else if (*b < *a) ++b;
    else ++both, ++a, ++b;
  }
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(x.size() + y.size() - both);
}

/// The words as numbers, sorted: titles of one day are compared with each other many times.
std::vector<std::size_t> word_marks(std::string_view folded) {
  std::vector<std::size_t> out;
  for (const std::string_view word : words_of(folded)) out.push_back(std::hash<std::string_view>{}(word));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) { return shared_part(words_of(a), words_of(b)); }

DuplicateFinder::DuplicateFinder(db::ReadDb& db, const Description& d, const Actor& actor)
    : db_(db), d_(d), actor_(actor) {
  const Field* title = d.find(d.title_field);
  free_title_ = title && title->kind == Kind::text;
  if (!free_title_) return;
  const auto column = [&](const std::string& name) {
    const Field* f = name.empty() ? nullptr : d.find(name);
    return f ? "t." + f->column_names().front() : std::string("NULL");
  };
  Piece q;
  q.sql = "SELECT t.id, " + column(d.title_field) + ", " + column(d.date_field) + ", " + column(d.country_field) + " FROM " + d.name +
          " t WHERE t.deleted = 0 AND ";
  q.add(d.scope(actor, "t"));
  db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
    const std::string folded = fold(row.text(1)), day(row.text(2));
    Seen seen{row.integer(0), 0, word_marks(folded), std::string(row.text(3)), 0};
    by_title_[folded + "\n" + day].push_back(seen_.size());
    if (!day.empty()) by_day_[day].push_back(seen_.size());
    seen_.push_back(std::move(seen));
    return true;
  });
}

std::string DuplicateFinder::text_of(const Cells& cells, const std::string& field) const {
  const Field* f = field.empty() ? nullptr : d_.find(field);
  return f ? db::as_text(cells.at(static_cast<std::size_t>(f->first))) : std::string();
}

std::string DuplicateFinder::title_of(const Cells& cells) const { return fold(text_of(cells, d_.title_field)); }
std::string DuplicateFinder::day_of(const Cells& cells) const { return text_of(cells, d_.date_field); }

std::string DuplicateFinder::required_text(const Cells& cells) const {
  std::string out;
  for (const Field& f : d_.fields) {
    const bool named = f.name == d_.title_field || f.name == d_.parent_field || f.name == d_.country_field;
    if ((!f.opt.required && !named) || f.opt.preset) continue;
    const std::string text = db::as_text(cells.at(static_cast<std::size_t>(f.first)));
    out += (f.kind == Kind::text ? fold(text) : text) + "\n";
  }
  return out + text_of(cells, d_.date_field);
}

bool DuplicateFinder::same_record(std::int64_t id, const Cells& cells) {
  const auto stored = load_stored(db_, d_, actor_, id);
  return stored && required_text(stored->cells) == required_text(cells);
}

Duplicate DuplicateFinder::told(const Seen& seen, bool sure) {
  Duplicate out;
  out.id = seen.id;
  out.line = seen.line;
  out.sure = sure;
  if (seen.id == 0) return out;
  if (const auto stored = load_stored(db_, d_, actor_, seen.id)) {
    out.code = db::as_text(stored->cells[k_code]);
    out.title = d_.title_of(stored->cells, Lang::vi);
  }
  return out;
}

std::optional<Duplicate> DuplicateFinder::find(const Cells& cells) {
  if (!free_title_) return std::nullopt;
  const std::string title = title_of(cells), day = day_of(cells);
  if (title.empty()) return std::nullopt;
  if (const auto same = by_title_.find(title + "\n" + day); same != by_title_.end()) {
    const std::size_t hash = std::hash<std::string>{}(required_text(cells));
    for (const std::size_t i : same->second)
      if (seen_[i].id != 0 ? same_record(seen_[i].id, cells) : seen_[i].same == hash) return told(seen_[i], true);
  }
  if (day.empty()) return std::nullopt;
  const auto that_day = by_day_.find(day);
  if (that_day == by_day_.end() || that_day->second.size() > 300) return std::nullopt;
  const std::string country = text_of(cells, d_.country_field);
  const auto words = word_marks(title);
  const Seen* best = nullptr;
  double most = k_alike;
  for (const std::size_t i : that_day->second) {
    const Seen& seen = seen_[i];
    if (!meet(seen.country, country)) continue;
    const double alike = shared_part(seen.words, words);
    if (alike < most) continue;
    most = alike;
    best = &seen;
  }
  if (!best) return std::nullopt;
  return told(*best, false);
}

void DuplicateFinder::add(const Cells& cells, int line) {
  if (!free_title_) return;
  const std::string title = title_of(cells);
  Seen seen{0, line, word_marks(title), text_of(cells, d_.country_field), std::hash<std::string>{}(required_text(cells))};
  const std::string day = day_of(cells);
  by_title_[title + "\n" + day].push_back(seen_.size());
  if (!day.empty()) by_day_[day].push_back(seen_.size());
  seen_.push_back(std::move(seen));
}

}  // namespace nc::reg::detail
