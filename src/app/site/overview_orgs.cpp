// The organisations below on the overview: associations of a Union, Unions of the national one.
#include <map>

#include "app/site/overview.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Org {
  std::int64_t id = 0;
  std::string code, name;
};

/// Living organisations directly below the actor's whose kind is one of `kinds` (SQL list).
std::vector<Org> below(const Overview& x, const char* kinds) {
  std::vector<Org> out;
  db::Params params{x.office};
  const std::string sql = "SELECT t.id, t.code, COALESCE(t.short_name, t.name), COALESCE(t.name_en, '')" +
                          in_reach(x, "organisation", std::string("t.kind IN (") + kinds + ") AND t.ended IS NULL AND t.status NOT IN ('proposed', 'campaign_board', 'dissolved', 'merged') AND "
                                                      "t.parent = (SELECT p.id FROM organisation p WHERE p.code = $1)", params);
  x.db.each(db::Sql::built(sql + " ORDER BY t.code"), params, [&](const db::Row& r) {
    const std::string english(r.text(3));
    out.push_back({r.integer(0), std::string(r.text(1)), x.lang == Lang::vi || english.empty() ? std::string(r.text(2)) : english});
    return true;
  });
  return out;
}

/// What every organisation shows of one indicator by its number, one statement for all. Of whom nobody said a number, there is none.
std::map<std::string, double> per_org(const Overview& x, const char* code) {
  std::map<std::string, double> out;
  if (const auto f = x.engine.evaluate(x.db, x.actor, ask(x, code, x.office, {}, "org")))
    for (const auto& g : f->groups)
      if (g.value) out[g.key] = *g.value;
  return out;
}

struct Open { std::int64_t n = 0; Date since; };

std::map<std::int64_t, Open> open_petitions(const Overview& x) {
  std::map<std::int64_t, Open> out;
  db::Params params;
  const std::string sql = "SELECT t.from_org, COUNT(*), MIN(t.date)" + in_reach(x, "petition", "t.answered_on IS NULL AND t.closed_on IS NULL", params) + " GROUP BY t.from_org";
  x.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out[r.integer(0)] = {r.integer(1), Date::from_iso(r.text(2)).value_or(Date())};
    return true;
  });
  return out;
}

/// The association of every organisation below it: members of a chapter are members of its association.
std::map<std::string, std::string> association_of(const Overview& x) {
  std::map<std::string, std::string> out;
  x.db.each("SELECT t.descendant, t.ancestor FROM org_tree t JOIN organisation a ON a.id = t.ancestor WHERE a.deleted = 0 AND t.depth > 0 AND a.parent = (SELECT p.id FROM organisation p WHERE p.code = $1)", {x.office}, [&](const db::Row& r) {
    out[std::to_string(r.integer(0))] = std::to_string(r.integer(1));
    return true;
  });
  return out;
}

/// per_org(), with what chapters and clubs have added to their association.
std::map<std::string, double> per_association(const Overview& x, const char* code, const std::map<std::string, std::string>& above) {
  std::map<std::string, double> out;
  for (const auto& [org, value] : per_org(x, code)) {
    const auto association = above.find(org);
    out[association == above.end() ? org : association->second] += value;
  }
  return out;
}

std::int64_t of(const std::map<std::string, double>& values, const Org& org) {
  const auto it = values.find(std::to_string(org.id));
  return it == values.end() ? 0 : static_cast<std::int64_t>(it->second);
}

Html count_link(const Overview& x, const char* code, const Org& org, const std::map<std::string, double>& values) {
  const std::string n = format_int(of(values, org), x.lang);
  if (n == "0") return Html(x.lang) << "<span class=\"m3\">0</span>"_h;
  return figure(x.lang, {.href = fig::ask_url(ask(x, code, org.code)), .shown = n, .spoken = Message(n + ", mở các bản ghi", n + ", open the records")});
}

/// What the tiles show, each asked once for all associations.
struct Tiles {
  std::map<std::string, double> in, acts, members, admitted;
  std::map<std::int64_t, Open> asks;
};

/// "210 hội viên (2 mới)": numbers only; who they are is read by the association.
void members_line(Html& h, const Overview& x, const Org& org, const Tiles& all) {
  const std::string key = std::to_string(org.id);
  if (!all.members.contains(key)) return;
  h << "<span class=\"tsub\">"_h << count_link(x, "I06", org, all.members) << " "_h << (of(all.members, org) == 1 ? Text("hội viên", "member") : Text("hội viên", "members"));
  if (all.admitted.contains(key)) h << " ("_h << count_link(x, "I08", org, all.admitted) << " "_h << Text("mới", "new") << ")"_h;
  h << "</span>"_h;
}

void association_tile(Html& h, const Overview& x, const Org& org, const Tiles& all) {
  const auto& [in, acts, members, admitted, asks] = all;
  const std::string key = std::to_string(org.id);
  h << "<li class=\"otile\"><a class=\"tt\" href=\"/organisations/"_h << org.id << "\">"_h << org.name << "</a><span class=\"tsub\">"_h << count_link(x, "I17", org, in) << " "_h << (of(in, org) == 1 ? Text("đoàn", "visit") : Text("đoàn", "visits")) << " · "_h
    << count_link(x, "I33", org, acts) << " "_h << (of(acts, org) == 1 ? Text("hoạt động", "activity") : Text("hoạt động", "activities")) << "</span>"_h;
  members_line(h, x, org, all);
  if (const auto it = asks.find(org.id); it != asks.end()) {
    const std::string n = std::to_string(it->second.n), days = format_int(today().days() - it->second.since.days(), x.lang);
    h << "<a class=\"plain\" href=\"/petitions?is=open&amp;from_org="_h << org.id << "\">"_h
      << badge(x.lang, Message(n + " yêu cầu, chờ " + days + " ngày", n + (it->second.n == 1 ? " petition, " : " petitions, ") + days + " days"), Tone::bad) << "</a>"_h;
  } else if (!in.contains(key) && !acts.contains(key)) {
    h << badge(x.lang, Text("chưa có việc nào", "nothing yet"), Tone::warn);
  }
  h << "</li>"_h;
}

}  // namespace

Html associations_card(const Overview& x) {
  const auto orgs = below(x, "'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'");
  if (orgs.empty()) return Html(x.lang);
  const auto above = association_of(x);
  const Tiles all{per_org(x, "I17"), per_org(x, "I33"), per_association(x, "I06", above), per_association(x, "I08", above), open_petitions(x)};
  Html tiles(x.lang);
  tiles << "<ul class=\"otiles\">"_h;
  for (const Org& org : orgs) association_tile(tiles, x, org, all);
  tiles << "</ul>"_h;
  Card c;
  c.title = Message(std::to_string(orgs.size()) + " hội thành viên", std::to_string(orgs.size()) + " member associations");
  c.note = Message("việc trong " + period_words(x.period, Lang::vi) + ", hội viên và điều đang hỏi Liên hiệp", "work in " + period_words(x.period, Lang::en) + ", members and what they ask the Union");
  c.id = "associations";
  c.body = tiles;
  return card(x.lang, c);
}

Html unions_card(const Overview& x) {
  const auto unions = below(x, "'provincial_union'");
  if (unions.size() < 2) return Html(x.lang);
  struct Column { const char* code; Text label; };
  static const std::vector<Column> compared{{"I01", {"Hội", "Associations"}}, {"I34", {"Chưa hoạt động", "Quiet"}}, {"I17", {"Đoàn vào", "Incoming"}}, {"I23", {"Đoàn ra", "Outgoing"}},
                                            {"I31", {"Hoạt động", "Activities"}}, {"I41", {"Viện trợ", "Aid"}}, {"I85", {"Kiến nghị", "Petitions"}}};
  Table t;
  t.caption = Text("Các Liên hiệp", "The Unions");
  t.columns = {{.label = Text("Liên hiệp", "Union"), .key = true}};
  for (const Column& column : compared) t.columns.push_back({.label = column.label, .number = true});
  for (const Org& org : unions) {
    Row row;
    row.cells = {Html(x.lang) << "<a class=\"tt\" href=\"/organisations/"_h << org.id << "\">"_h << org.name << "</a>"_h};
    for (const Column& column : compared) row.cells.emplace_back(living(x.db, x.actor, x.engine, ask(x, column.code, org.code), x.lang));
    t.rows.push_back(std::move(row));
  }
  Card c;
  c.title = Text("Các Liên hiệp cạnh nhau", "Unions side by side");
  c.note = Message("trong " + period_words(x.period, Lang::vi), "in " + period_words(x.period, Lang::en));
  c.flush = true;
  c.id = "unions";
  c.body = table(x.lang, t);
  return card(x.lang, c);
}

}  // namespace nc::app
