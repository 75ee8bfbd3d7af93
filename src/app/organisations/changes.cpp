// Reads acts of succession and foundings with the names that held on their day.
#include "app/organisations/changes.h"

#include "app/common/within.h"

namespace nc::app {

namespace {

/// The name that `column` of the act had: `before` the day it took effect, or on it.
std::string name_then(const std::string& column, const std::string& organisation, const char* field, bool before) {
  return "COALESCE((SELECT n." + std::string(field) + " FROM organisation_name n WHERE n.deleted = 0 AND n.organisation = s." + column + " AND COALESCE(n.valid_from, '') " + (before ? "<" : "<=") +
         " s.date ORDER BY COALESCE(n.valid_from, '') DESC, n.id DESC LIMIT 1), " + organisation + "." + field + ", '')";
}

Message name_of(const db::Row& r, int column) {
  const std::string vi(r.text(column)), en(r.text(column + 1));
  return {vi, en.empty() ? vi : en};
}

std::string joined(const std::vector<std::pair<std::int64_t, Message>>& heirs, Lang lang) {
  std::string out;
  for (std::size_t i = 0; i < heirs.size(); ++i) {
    if (i > 0) out += i + 1 < heirs.size() ? ", " : lang == Lang::vi ? " và " : " and ";
    out += heirs[i].second.in(lang);
  }
  return out;
}

std::vector<std::pair<std::int64_t, Message>> parts_of(db::ReadDb& db, const NetworkChange& split) {
  std::vector<std::pair<std::int64_t, Message>> out;
  const std::string sql = "SELECT s.to_org, " + name_then("to_org", "o", "name", false) + ", " + name_then("to_org", "o", "name_en", false) +
                          " FROM succession s JOIN organisation o ON o.id = s.to_org WHERE s.deleted = 0 AND s.kind = 'split' AND s.from_org = $1 AND s.date = $2 AND s.confidentiality <> 'restricted' ORDER BY s.id";
  db.each(db::Sql::built(sql), {split.from, split.date.iso()}, [&](const db::Row& r) {
    out.emplace_back(r.integer(0), name_of(r, 1));
    return true;
  });
  return out;
}

}  // namespace

Message NetworkChange::in_words() const {
  // Only the Vietnamese name of a rename is sure to differ: an English one that stayed the same would say nothing.
  const bool same = !heirs.empty() && former.en == heirs.front().second.en;
  const std::string was = same ? "“" + former.vi + "”" : former.en, to = same ? "“" + joined(heirs, Lang::vi) + "”" : joined(heirs, Lang::en);
  if (kind == "rename") return {former.vi + " đổi tên thành " + joined(heirs, Lang::vi), was + " was renamed " + to};
  if (kind == "dissolve") return {former.vi + " giải thể", former.en + " was dissolved"};
  if (kind == "revive") return {former.vi + " hoạt động trở lại", former.en + " was revived"};
  if (kind == "split") return {former.vi + " chia, tách ra " + joined(heirs, Lang::vi), former.en + " was split into " + joined(heirs, Lang::en)};
  return {former.vi + " hợp nhất vào " + joined(heirs, Lang::vi), former.en + " was merged into " + joined(heirs, Lang::en)};
}

std::vector<NetworkChange> network_changes(db::ReadDb& db, const std::vector<std::int64_t>& ids) {
  std::vector<NetworkChange> out;
  const std::string sql = "SELECT s.id, s.from_org, s.kind, COALESCE(s.decision_no, ''), s.date, s.illustrative, COALESCE(s.to_org, 0), " + name_then("from_org", "f", "name", true) + ", " +
                          name_then("from_org", "f", "name_en", true) + ", " + name_then("to_org", "t", "name", false) + ", " + name_then("to_org", "t", "name_en", false) +
                          " FROM succession s JOIN organisation f ON f.id = s.from_org LEFT JOIN organisation t ON t.id = s.to_org WHERE s.confidentiality <> 'restricted' AND s.id IN (" + id_list(ids) + ") ORDER BY s.date, s.id";
  db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    NetworkChange c;
    c.id = r.integer(0), c.from = r.integer(1), c.kind = r.text(2), c.decision = r.text(3);
    c.date = Date::from_iso(r.text(4)).value_or(Date{});
    c.illustrative = r.integer(5) != 0;
    c.former = name_of(r, 7);
    if (r.integer(6) != 0) c.heirs.emplace_back(r.integer(6), name_of(r, 9));
    out.push_back(std::move(c));
    return true;
  });
  for (NetworkChange& c : out)
    if (c.kind == "split") c.heirs = parts_of(db, c);
  return out;
}

std::vector<FoundedOrg> founded_orgs(db::ReadDb& db, const std::vector<std::int64_t>& ids) {
  std::vector<FoundedOrg> out;
  db.each(db::Sql::built("SELECT o.id, o.name, COALESCE(o.name_en, ''), COALESCE(o.decision_no, ''), o.established, o.illustrative FROM organisation o WHERE o.confidentiality <> 'restricted' AND o.id IN (" + id_list(ids) + ") ORDER BY o.established, o.id"), {},
          [&](const db::Row& r) {
            out.push_back({r.integer(0), name_of(r, 1), std::string(r.text(3)), Date::from_iso(r.text(4)).value_or(Date{}), r.integer(5) != 0});
            return true;
          });
  return out;
}

}  // namespace nc::app
