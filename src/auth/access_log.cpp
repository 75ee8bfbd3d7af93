// What was done besides changing records: signing in, refusals, readings of personal fields, lists taken out.
#include "auth/access_log.h"

namespace nc {

void note_access(db::Tx& tx, const Actor& actor, AccessEntry access) {
  const Actor& real = actor.behind ? *actor.behind : actor;
  tx.exec(
      "INSERT INTO access_log (at, person_id, person_name, org_id, act, register_name, record, n, detail, remote) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {now(), real.id, real.name, real.org, access.act, access.register_name, access.record, access.n, access.detail, access.remote});
}

void note_readings(db::Tx& tx, const Actor& actor, const ReadNotes& notes, std::string_view remote) {
  for (const auto& [record, times] : notes.records) {
    AccessEntry access;
    access.act = "read_personal";
    access.register_name = record.first;
    access.record = record.second;
    access.n = record.second == 0 ? times : 1;
    access.remote = std::string(remote);
    note_access(tx, actor, std::move(access));
  }
}

std::vector<AccessEntry> accesses(db::ReadDb& db, const Actor& actor, std::string_view act, int limit) {
  db::Params params{std::string(act)};
  std::string sql =
      "SELECT t.id, t.at, t.person_id, t.person_name, t.org_id, t.act, t.register_name, t.record, t.n, t.detail, t.remote FROM access_log t "
      "WHERE ($1 = '' OR t.act = $1) AND ";
  append(sql, params, reach_scope(actor, "t"));
  sql += " ORDER BY t.id DESC LIMIT " + std::to_string(limit);
  std::vector<AccessEntry> out;
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1), r.integer(2), std::string(r.text(3)), r.integer(4), std::string(r.text(5)), std::string(r.text(6)),
                   r.integer(7), r.integer(8), std::string(r.text(9)), std::string(r.text(10))});
    return true;
  });
  return out;
}

}  // namespace nc
