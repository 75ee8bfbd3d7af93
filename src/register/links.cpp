// Links between records when writing: new targets must exist and be visible; a record that is pointed to stays.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "register/parts.h"

namespace nc::reg::detail {

namespace {

Refs targets(const Field& f, const Cells& cells) {
  Refs ids;
  if (f.kind == Kind::links) {
    get(cells, f.first, ids);
  } else if (f.kind == Kind::link) {
    Ref one;
    get(cells, f.first, one);
    if (one.id != 0) ids.push_back(one.id);
  }
  return ids;
}

struct NewLink {
  const Field* field;
  std::int64_t id;
};

std::vector<NewLink> new_links(const Description& d, const Cells* before, const Cells& cells) {
  std::vector<NewLink> out;
  for (const Field& f : d.fields) {  // org_id is checked with the actor's reach
    const Refs old = before ? targets(f, *before) : Refs{};
    for (const std::int64_t id : targets(f, cells))
      if (std::find(old.begin(), old.end(), id) == old.end()) out.push_back({&f, id});
  }
  return out;
}

/// Which of the wanted records exist and are visible: one SELECT a register, in one statement.
KnownRecords find_targets(db::ReadDb& db, const Catalog& catalog, const Actor& actor,
                   const std::map<std::string, std::set<std::int64_t>>& wanted) {
  Piece q;
  for (const auto& [name, ids] : wanted) {
    const Description* target = catalog.find(name);
    if (!target) continue;
    if (!q.sql.empty()) q.sql += " UNION ALL ";
    q.sql += "SELECT CAST('" + name + "' AS text), t.id FROM " + name + " t WHERE t.deleted = 0 AND t.id IN (";
    bool first = true;
    for (const std::int64_t id : ids) {
      q.sql += (first ? "" : ", ") + q.bind(id);
      first = false;
    }
    q.sql += ") AND ";
    q.add(target->scope(actor, "t"));
  }
  KnownRecords found;
  if (!q.sql.empty())
    db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      found.insert({std::string(row.text(0)), row.integer(1)});
      return true;
    });
  return found;
}

}  // namespace

void check_links(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor, const Cells* before,
                 const Cells& cells, Problems& problems, KnownRecords* known) {
  std::map<std::string, std::set<std::int64_t>> wanted;
  std::vector<NewLink> links = new_links(d, before, cells);
  if (known) std::erase_if(links, [&](const NewLink& link) { return known->contains({link.field->opt.link, link.id}); });
  for (const NewLink& link : links) wanted[link.field->opt.link].insert(link.id);
  if (wanted.empty()) return;
  const KnownRecords found = find_targets(db, catalog, actor, wanted);
  if (known) known->insert(found.begin(), found.end());
  for (const NewLink& link : links) {
    if (found.contains({link.field->opt.link, link.id})) continue;
    const Field& f = *link.field;
    problems.push_back({Code::invalid,
                        {fmt::format("{}: không có bản ghi #{} trong phạm vi được xem. Chọn lại trong danh sách.",
                                     f.label.vi, link.id),
                         fmt::format("{}: there is no record #{} within what you may see. Choose again from the list.",
                                     f.label.en, link.id)},
                        f.name});
  }
}

std::optional<Problem> pointed_at(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t id) {
  Piece q;
  for (const Description* other : catalog.all()) {
    for (const std::vector<Field>* list : {&Description::standard_fields(), &other->fields}) {
      for (const Field& f : *list) {
        if ((f.kind != Kind::link && f.kind != Kind::links) || d.name != f.opt.link) continue;
        const std::string column = "t." + f.column_names().front();
        if (!q.sql.empty()) q.sql += " UNION ALL ";
        q.sql += "SELECT * FROM (SELECT CAST('" + other->name + "' AS text) AS register, t.code, CASE WHEN ";
        q.add(other->scope(actor, "t"));
        q.sql += " THEN 1 ELSE 0 END AS seen FROM " + other->name +
                 " t WHERE t.deleted = 0 AND " +
                 (f.kind == Kind::link ? column + " = " + q.bind(id)
                                       : column + " LIKE " + q.bind("%|" + std::to_string(id) + "|%"));
        if (other->name == d.name) q.sql += " AND t.id <> " + q.bind(id);
        q.sql += " LIMIT 3) x" + std::to_string(q.params.size());
      }
    }
  }
  if (q.sql.empty()) return std::nullopt;
  std::string vi, en;
  int named = 0;
  db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
    const Description* other = catalog.find(row.text(0));
    const bool seen = row.integer(2) == 1;
    vi += (vi.empty() ? "" : ", ") + other->singular.vi + " " + (seen ? std::string(row.text(1)) : "của đơn vị khác");
    en += (en.empty() ? "" : ", ") + other->singular.en + " " + (seen ? std::string(row.text(1)) : "of another organisation");
    return ++named < 3;
  });
  if (named == 0) return std::nullopt;
  return Problem{Code::conflict,
                 {"Chưa xóa được vì còn bản ghi gắn với nó: " + vi + ". Gỡ hoặc chuyển các bản ghi đó trước.",
                  "It can't be removed while other records belong to it: " + en + ". Detach or move those first."},
                 {}};
}

}  // namespace nc::reg::detail
