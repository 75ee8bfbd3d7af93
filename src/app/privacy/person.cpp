// Finding a person: every register, row by row through the scope, the trash too; accounts, ledger, notices and letters.
#include "app/privacy/person.h"

#include "register/parts.h"

namespace nc::app {

namespace {

bool is_words(const reg::Field& f) { return f.kind == reg::Kind::text || f.kind == reg::Kind::long_text; }

class Finder {
 public:
  Finder(db::ReadDb& db, const Actor& actor, const Named& who, PersonFile& out) : db_(db), actor_(actor), who_(who), out_(out) {}

  void look_through(const reg::Description& d) {
    const std::size_t n = d.columns().size();
    reg::detail::Piece q;
    q.sql = "SELECT " + reg::detail::select_list(d, "t") + ", t.deleted FROM " + d.name + " t WHERE ";
    q.add(d.scope(actor_, "t"));
    q.sql += " ORDER BY t.id";
    db_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      look_at(d, reg::detail::cells_of(row, n), row.integer(static_cast<int>(n)) != 0);
      return true;
    });
  }

 private:
  void look_at(const reg::Description& d, const reg::Cells& cells, bool removed) {
    const std::size_t before = out_.mentions.size();
    bool named = false;
    const auto take = [&](const reg::Field& f) {
      if (!is_words(f) || f.opt.sensitive) return;
      const std::string text = db::as_text(cells.at(static_cast<std::size_t>(f.first)));
      const bool exact = who_.in(text);
      if (!exact && !who_.nearly_in(text)) return;
      named = named || (exact && f.opt.personal);
      add(d, cells, f, text, exact, f.opt.personal, removed);
    };
    for (const reg::Field& f : d.fields) take(f);
    for (const reg::Field& f : reg::Description::standard_fields())
      if (f.name == "note") take(f);
    if (!named) return;
    for (const reg::Field& f : d.fields)
      if (f.opt.sensitive)  // of any kind: a telephone, a day of birth
        if (const std::string text = db::as_text(cells.at(static_cast<std::size_t>(f.first))); !text.empty()) add(d, cells, f, text, true, true, removed);
    (void)before;
  }

  void add(const reg::Description& d, const reg::Cells& cells, const reg::Field& f, const std::string& text, bool exact, bool marked, bool removed) {
    Mention m;
    m.what = &d;
    m.id = db::as_int(cells[reg::k_id]);
    m.code = db::as_text(cells[reg::k_code]);
    m.title = d.title_of(cells, Lang::vi);
    m.field = &f;
    m.text = f.opt.inner ? std::string() : text;  // a stored paper: named, not copied
    m.exact = exact;
    m.marked = marked;
    m.removed = removed;
    out_.mentions.push_back(std::move(m));
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const Named& who_;
  PersonFile& out_;
};

void find_accounts(db::ReadDb& db, const Actor& actor, const Named& who, PersonFile& out) {
  db::Params params;
  std::string sql =
      "SELECT p.id, p.login, p.name, p.title, p.email, p.disabled, (SELECT count(*) FROM change c WHERE c.actor = p.id), "
      "(SELECT count(*) FROM access_log a WHERE a.person_id = p.id) FROM person p WHERE ";
  append(sql, params, reach_scope(actor, "p"));
  db.each(db::Sql::built(sql + " ORDER BY p.id"), params, [&](const db::Row& r) {
    if (who.in(r.text(2))) out.accounts.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), r.integer(5) != 0, r.integer(6), r.integer(7)});
    return true;
  });
}

}  // namespace

PersonFile find_person(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const Named& who) {
  PersonFile out;
  out.name = who.name();
  Finder finder(db, actor, who, out);
  for (const reg::Description* d : catalog.all()) finder.look_through(*d);
  find_accounts(db, actor, who, out);
  // Entries and letters are counted, not shown: their records are what a person may look into.
  std::vector<std::pair<std::string, std::int64_t>> named;
  db.each("SELECT register_name, record, reason, before_json, after_json FROM change WHERE record > 0", {}, [&](const db::Row& r) {
    if (who.in(r.text(2)) || who.in(r.text(3)) || who.in(r.text(4))) named.emplace_back(r.text(0), r.integer(1));
    return true;
  });
  InReach reach(db, catalog, actor);
  for (const auto& [name, record] : named) out.entries += reach(name, record) ? 1 : 0;
  out.letters = static_cast<std::int64_t>(letters_in_reach(db, actor, who).size());
  return out;
}

bool InReach::operator()(const std::string& register_name, std::int64_t id) {
  const auto [known, fresh] = known_.try_emplace({register_name, id}, false);
  const reg::Description* d = fresh ? catalog_.find(register_name) : nullptr;
  if (d) known->second = reg::detail::load_stored(db_, *d, actor_, id).has_value();
  return known->second;
}

std::vector<Letter> letters_in_reach(db::ReadDb& db, const Actor& actor, const Named& who) {
  std::vector<Letter> out;
  const auto look = [&](const char* table, std::string sql, const char* alias) {
    db::Params params;
    append(sql, params, reach_scope(actor, alias));
    db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
      if (who.in(r.text(1)) || who.in(r.text(2))) out.push_back({table, r.integer(0), std::string(r.text(1)), std::string(r.text(2))});
      return true;
    });
  };
  look("notice", "SELECT n.id, n.vi, n.en FROM notice n JOIN person p ON p.id = n.person_id WHERE ", "p");
  look("mail_outbox", "SELECT m.id, m.subject, m.body FROM mail_outbox m JOIN person p ON p.id = m.to_person WHERE ", "p");
  look("access_log", "SELECT a.id, a.detail, '' FROM access_log a WHERE a.detail <> '' AND ", "a");
  return out;
}

std::string name_of_person(db::ReadDb& db, const Actor& actor, const std::string& name_or_id) {
  const auto id = parse_int(name_or_id);
  if (!id) return name_or_id;
  db::Params params{*id};
  std::string sql = "SELECT p.name FROM person p WHERE p.id = $1 AND ";
  append(sql, params, reach_scope(actor, "p"));
  const auto row = db.first(db::Sql::built(sql), params);
  return row ? db::as_text((*row)[0]) : name_or_id;
}

}  // namespace nc::app
