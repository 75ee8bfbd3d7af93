// Search over all registers in one statement: the newest hits of each.
#include <algorithm>

#include "db/full_text.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

/// So many of the last entered hits of a register are put in the order of their dates.
constexpr int k_candidates = 200;

/// Adds one SELECT: position in the catalogue, id, code, title, English title, date, illustrative of the hits that
/// `source` (FROM ... WHERE ...) gives, the last entered first.
void select_from(detail::Piece& q, const Description& d, std::size_t position, const Actor& actor, const Condition& source,
                 const std::string& newest) {
  if (!q.sql.empty()) q.sql += " UNION ALL ";
  q.sql += "SELECT * FROM (SELECT " + std::to_string(position) + " AS place, t.id, t.code, " + detail::title_columns(d, "t") + ", " +
           (d.date_field.empty() ? "CAST(NULL AS text)" : "t." + d.date_field) + ", t.illustrative FROM ";
  q.add(source);
  q.sql += " AND t.deleted = 0 AND ";
  q.add(d.scope(actor, "t"));
  q.sql += " ORDER BY " + newest + " DESC LIMIT " + std::to_string(k_candidates) + ") x" + std::to_string(q.params.size());
}

/// FTS5 gives its hits from the last row on, so the first few cost the same whatever their number.
void select_sqlite(detail::Piece& q, const Description& d, std::size_t position, const Actor& actor, std::string_view words) {
  const std::string fts = d.name + "_fts";
  select_from(q, d, position, actor,
              {fts + " CROSS JOIN " + d.name + " t WHERE t.id = " + fts + ".rowid AND " + fts + " MATCH $1",
               {db::match_query(db::Engine::sqlite, words)}},
              fts + ".rowid");
}

/// GIN gives hits in no order: few are collected and sorted; when there are many, reading rows from the last one on finds
/// enough sooner. Which of the two runs is decided inside the statement, the other costs nothing.
void select_postgres(detail::Piece& q, const Description& d, std::size_t position, const Actor& actor, std::string_view words) {
  constexpr int k_few = 2000;
  const std::string hits = db::match_select(db::Engine::postgres, d.name, k_few + 1);
  const std::string count = "(SELECT count(*) FROM (" + hits + ") h)", few = std::to_string(k_few);
  const std::string query = db::match_query(db::Engine::postgres, words);
  select_from(q, d, position, actor, {"(" + hits + ") f JOIN " + d.name + " t ON t.id = f.hit WHERE " + count + " <= " + few, {query}}, "t.id");
  detail::Piece many;
  many.add({d.name + " t WHERE " + count + " > " + few, {query}});
  for (std::string& word : db::row_words(words))
    many.sql += " AND " + db::row_condition(db::Engine::postgres, "t", many.bind(std::move(word)));
  select_from(q, d, position, actor, {many.sql, many.params}, "t.id");
}

void keep_newest(std::vector<Hit>& hits, std::size_t first, int limit) {
  const auto begin = hits.begin() + static_cast<std::ptrdiff_t>(first);
  std::stable_sort(begin, hits.end(), [](const Hit& a, const Hit& b) { return a.date != b.date ? a.date > b.date : a.id > b.id; });
  if (hits.size() - first > static_cast<std::size_t>(limit)) hits.resize(first + static_cast<std::size_t>(limit));
}

}  // namespace

std::vector<Hit> search(db::ReadDb& db, const Catalog& catalog, const Actor& actor, std::string_view words, int each_limit, Lang lang) {
  std::vector<Hit> hits;
  if (db::match_query(db.engine(), words).empty()) return hits;
  detail::Piece q;
  for (std::size_t i = 0; i < catalog.all().size(); ++i) {
    (db.engine() == db::Engine::sqlite ? select_sqlite : select_postgres)(q, *catalog.all()[i], i, actor, words);
  }
  if (q.sql.empty()) return hits;
  std::vector<std::vector<Hit>> found(catalog.all().size());
  db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
    const auto place = static_cast<std::size_t>(row.integer(0));
    const Description& d = *catalog.all().at(place);
    Hit hit{&d, row.integer(1), std::string(row.text(2)), detail::title_in(d, row, 3, lang), std::string(row.text(5)),
            row.integer(6) != 0};
    if (hit.title.empty()) hit.title = hit.code;
    found[place].push_back(std::move(hit));
    return true;
  });
  for (std::vector<Hit>& of_one : found) {
    const std::size_t first = hits.size();
    hits.insert(hits.end(), std::make_move_iterator(of_one.begin()), std::make_move_iterator(of_one.end()));
    keep_newest(hits, first, each_limit);
  }
  return hits;
}

}  // namespace nc::reg
