// One page of a list: keyset, bounded count, at most two statements, whatever the number of records.
#include <algorithm>

#include "db/full_text.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

using detail::Key;
using detail::Order;
using detail::Piece;

/// Above so many hits, walking the order and reading the words of each row finds a page sooner than collecting all hits.
constexpr std::int64_t k_many_hits = 5'000;

enum class Words { none, few_hits, many_hits };

class Lister {
 public:
  Lister(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q)
      : db_(db), d_(d), actor_(actor), q_(q), order_(detail::order_of(d, q.sort).value_or(Order{nullptr, true})) {
    where_ = detail::filters_where(d, db.engine(), actor, q, "t", &order_);
    hits_ = {db::match_select(db.engine(), d.name, k_many_hits + 1), {db::match_query(db.engine(), q.words)}};
    if (!db::as_text(hits_.params[0]).empty()) words_ = Words::few_hits;
  }

  void count(ListPage& page) {
    const Condition where = detail::filters_where(d_, db_.engine(), actor_, q_, "t", nullptr);
    Piece q;
    if (words_ == Words::none) {
      q.sql = "SELECT count(*), 0 FROM (SELECT 1 FROM " + d_.name + " t WHERE ";
      q.add(where);
      q.sql += " LIMIT " + std::to_string(detail::k_count_limit + 1) + ") c";
    } else if (where.params.empty() && where.sql == "t.deleted = 0") {
      // Nothing but hidden records to leave out: those few are looked up, not the many hits.
      q.sql = "SELECT count(*), (SELECT count(*) FROM (";
      q.add(hits_);
      q.sql += ") h) FROM (";
      q.add(hits_);
      q.sql += ") f WHERE f.hit NOT IN (SELECT id FROM " + d_.name + " WHERE deleted = 1)";
    } else {
      // Work is bounded too: not more than so many hits are looked at, and then the count is "more than".
      q.sql = "SELECT COALESCE(sum(CASE WHEN ";
      q.add(where);
      q.sql += " THEN 1 ELSE 0 END), 0), count(*) FROM (";
      q.add(hits_);
      q.sql += ") f CROSS JOIN " + d_.name + " t WHERE t.id = f.hit";
    }
    const auto row = db_.first(db::Sql::built(q.sql), q.params);
    const std::int64_t counted = db::as_int(row->at(0)), hits = db::as_int(row->at(1));
    if (hits > k_many_hits) words_ = Words::many_hits;
    page.count = std::min(counted, detail::k_count_limit);
    page.count_is_more = counted > detail::k_count_limit || words_ == Words::many_hits;
  }

  /// As count() left it when it was asked before.
  void take_count(const std::pair<std::int64_t, bool>& counted, ListPage& page) {
    page.count = counted.first;
    page.count_is_more = counted.second;
    if (words_ == Words::few_hits && counted.second) words_ = Words::many_hits;
  }

  /// Rows in list order behind (or before) a key; one more than `limit` when there are more.
  std::vector<Cells> rows(const std::optional<Key>& key, bool backwards, int limit) {
    Piece q;
    const std::vector<Segment> segments = segments_behind(key, backwards);
    for (const Segment& s : segments) {
      if (!q.sql.empty()) q.sql += " UNION ALL ";
      if (segments.size() > 1) q.sql += "SELECT * FROM (";
      select(q, s, key, backwards, limit + 1);
      if (segments.size() > 1) q.sql += s.nulls ? ") x1" : ") x0";
    }
    if (segments.size() > 1) q.sql += " LIMIT " + std::to_string(limit + 1);
    std::vector<Cells> out;
    const std::size_t columns = d_.columns().size();
    db_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      out.push_back(detail::cells_of(row, columns));
      last_values_.push_back(row.value(static_cast<int>(columns)));
      return true;
    });
    return out;
  }

  ListPage page(const std::pair<std::int64_t, bool>* counted = nullptr) {
    ListPage page;
    if (!counted) count(page);
    else take_count(*counted, page);
    const bool backwards = !q_.before.empty();
    const std::optional<Key> key = detail::key_from(order_, backwards ? q_.before : q_.after);
    const int limit = std::clamp(q_.limit, 1, 500);
    page.rows = rows(key, backwards, limit);
    const bool more = page.rows.size() > static_cast<std::size_t>(limit);
    if (more) page.rows.pop_back(), last_values_.pop_back();
    if (backwards) {
      std::reverse(page.rows.begin(), page.rows.end());
      std::reverse(last_values_.begin(), last_values_.end());
    }
    if (!page.rows.empty()) {
      if (backwards || more) page.next = key_of(page.rows.size() - 1, page.rows);
      if (backwards ? more : key.has_value()) page.previous = key_of(0, page.rows);
    }
    page.count = std::max<std::int64_t>(page.count, static_cast<std::int64_t>(page.rows.size()));
    const bool shown = std::ranges::any_of(q_.columns.empty() ? d_.list_fields : q_.columns, [&](const std::string& name) { return d_.find(name)->opt.sensitive; });
    for (Cells& cells : page.rows) detail::guard(d_, actor_, cells, shown ? detail::Noted::yes : detail::Noted::no);
    return page;
  }

  std::string key_of(std::size_t row, const std::vector<Cells>& rows) const {
    return detail::key_text(order_, {last_values_.at(row), db::as_int(rows.at(row).at(k_id))});
  }
  std::optional<Key> last_key(const std::vector<Cells>& rows) const {
    return Key{last_values_.at(rows.size() - 1), db::as_int(rows.back().at(k_id))};
  }
  void forget_values() { last_values_.clear(); }
  void decide_words() {
    ListPage unused;
    if (words_ != Words::none) count(unused);
  }

 private:
  /// Rows with a value and rows without stand behind each other: NULL comes last, and each part is an index range.
  struct Segment {
    bool nulls;
    bool keyed;
  };

  std::vector<Segment> segments_behind(const std::optional<Key>& key, bool backwards) const {
    const bool split = order_.nullable(d_) && !detail::excludes_null(d_, q_, *order_.field);
    if (!split) return {{false, key.has_value()}};
    const bool in_nulls = key && db::is_null(key->value);
    if (backwards) return in_nulls ? std::vector<Segment>{{true, true}, {false, false}} : std::vector<Segment>{{false, true}};
    if (in_nulls) return {{true, true}};
    return {{false, key.has_value()}, {true, false}};
  }

  void select(Piece& q, const Segment& s, const std::optional<Key>& key, bool backwards, int limit) {
    const std::string column = "t." + order_.column(d_);
    q.sql += "SELECT " + detail::select_list(d_, "t") + ", " + column + " AS sorted_by FROM ";
    if (words_ == Words::few_hits) {
      q.sql += "(";
      q.add(hits_);
      q.sql += ") f CROSS JOIN " + d_.name + " t WHERE t.id = f.hit AND ";
    } else {
      q.sql += d_.name + " t WHERE ";
    }
    q.add(where_);
    if (words_ == Words::many_hits)
      for (std::string& word : db::row_words(q_.words)) q.sql += " AND " + db::row_condition(db_.engine(), "t", q.bind(std::move(word)));
    const bool down = order_.descending != backwards;
    const std::string compare = down ? " < " : " > ", direction = down ? " DESC" : "";
    const bool by_id = !order_.field || s.nulls;
    if (order_.nullable(d_)) q.sql += " AND " + column + (s.nulls ? " IS NULL" : " IS NOT NULL");
    if (s.keyed && by_id) q.sql += " AND t.id" + compare + q.bind(key->id);
    if (s.keyed && !by_id) {
      q.sql += " AND (" + column + ", t.id)" + compare + "(" + q.bind(key->value);
      q.sql += ", " + q.bind(key->id) + ")";
    }
    // Not obvious: for chosen ids SQLite would walk the whole table in order of the id; the "+" has it sort the few.
    const char* id = !q_.ids.empty() && db_.engine() == db::Engine::sqlite ? "+t.id" : "t.id";
    q.sql += " ORDER BY " + (by_id ? std::string() : column + direction + ", ") + id + direction + " LIMIT " + std::to_string(limit);
  }

  db::ReadDb& db_;
  const Description& d_;
  const Actor& actor_;
  const ListQuery& q_;
  Order order_;
  Condition where_, hits_;
  Words words_ = Words::none;
  std::vector<db::Value> last_values_;
};

}  // namespace

ListPage list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q) {
  return Lister(db, d, actor, q).page();
}

ListPage list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q, std::pair<std::int64_t, bool> counted) {
  return Lister(db, d, actor, q).page(&counted);
}

void each(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q, const std::function<bool(const Cells&)>& row) {
  constexpr int k_portion = 1000;
  Lister lister(db, d, actor, q);
  lister.decide_words();
  std::optional<Key> key;
  for (;;) {
    lister.forget_values();
    std::vector<Cells> rows = lister.rows(key, false, k_portion);
    const bool more = rows.size() > k_portion;
    if (more) rows.pop_back();
    for (Cells& cells : rows) {
      detail::guard(d, actor, cells, detail::Noted::yes);
      if (!row(cells)) return;
    }
    if (!more) return;
    key = lister.last_key(rows);
  }
}

}  // namespace nc::reg
