// Search over all registers in one statement: the newest hits of each.
#include <algorithm>

#include "db/full_text.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

/// So many of the last entered hits of a register are put in the order of their dates.
constexpr int k_candidates = 200;

/// Position in the catalogue, id, code, title, English title, date, illustrative.
void select_hits(detail::Piece& q, const Description& d, std::size_t position, db::Engine engine, const Actor& actor,
                 std::string_view words) {
  const bool sqlite = engine == db::Engine::sqlite;
  const std::string fts = d.name + "_fts", match = q.bind(db::match_query(engine, words));
  q.sql += "SELECT * FROM (SELECT " + std::to_string(position) + " AS place, t.id, t.code, " + detail::title_columns(d, "t") + ", " +
           (d.date_field.empty() ? "CAST(NULL AS text)" : "t." + d.date_field) + ", t.illustrative FROM ";
  if (sqlite)
    q.sql += fts + " CROSS JOIN " + d.name + " t WHERE t.id = " + fts + ".rowid AND " + fts + " MATCH " + match;
  else
    q.sql += d.name + " t WHERE t.search_vector @@ to_tsquery('simple', " + match + ")";
  q.sql += " AND t.deleted = 0 AND ";
  q.add(d.scope(actor, "t"));
  q.sql += " ORDER BY " + (sqlite ? fts + ".rowid" : std::string("t.id")) + " DESC LIMIT " + std::to_string(k_candidates) + ") x" +
           std::to_string(position);
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
    if (i > 0) q.sql += " UNION ALL ";
    select_hits(q, *catalog.all()[i], i, db.engine(), actor, words);
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
