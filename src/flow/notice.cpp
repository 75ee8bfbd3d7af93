// Notices of people and the letters made of them.
#include "flow/notice.h"

#include <map>

namespace nc::flow {

std::vector<Actor> all_actors(db::ReadDb& db) {
  std::vector<Actor> out;
  for (const Person& p : people(db)) {
    if (p.disabled) continue;
    Actor a;
    a.id = p.id;
    a.name = p.name;
    a.title = p.title;
    a.org = p.org;
    a.org_code = p.org_code;
    a.reach = p.reach;
    a.functions = p.functions;
    a.sight = p.sight;
    a.role = p.role;
    out.push_back(std::move(a));
  }
  return out;
}

bool reaches(db::ReadDb& db, const Actor& actor, const reg::Description& d, std::int64_t record) {
  std::string sql = "SELECT 1 FROM " + d.name + " t WHERE t.id = $1 AND ";
  db::Params params{record};
  append(sql, params, d.scope(actor, "t"));
  return db.first(db::Sql::built(sql), params).has_value();
}

void tell(db::Tx& tx, std::int64_t person, const reg::Description& d, std::int64_t record, const std::string& act, const std::string& actor_name,
          const Message& words) {
  constexpr Instant k_minute = 60'000;
  const Instant at = now();
  const auto told = tx.integer("SELECT count(*) FROM notice WHERE person_id = $1 AND register_name = $2 AND record_id = $3 AND act = $4 AND vi = $5 AND at > $6",
                               {person, d.name, record, act, words.vi, at - k_minute});
  if (told > 0) return;
  tx.exec("INSERT INTO notice (person_id, at, register_name, record_id, act, actor_name, vi, en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
          {person, at, d.name, record, act, actor_name, words.vi, words.en});
}

std::vector<Notice> notices(db::ReadDb& db, std::int64_t person, int limit) {
  std::vector<Notice> out;
  db.each("SELECT id, at, register_name, act, actor_name, record_id, vi, en, read_at FROM notice WHERE person_id = $1 ORDER BY read_at IS NOT NULL, id DESC LIMIT $2",
          {person, std::int64_t{limit}}, [&](const db::Row& row) {
            out.push_back({row.integer(0), row.integer(1), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), row.integer(5),
                           Message(std::string(row.text(6)), std::string(row.text(7))), !row.null(8)});
            return true;
          });
  return out;
}

std::int64_t unread(db::ReadDb& db, std::int64_t person) {
  return db.integer("SELECT count(*) FROM notice WHERE person_id = $1 AND read_at IS NULL", {person});
}

void mark_read(db::Tx& tx, std::int64_t person, std::int64_t id) {
  tx.exec("UPDATE notice SET read_at = $3 WHERE person_id = $1 AND read_at IS NULL AND (id = $2 OR $2 = 0)", {person, id, now()});
}

void post(db::Tx& tx, const std::string& kind, std::int64_t person, const std::string& address, const std::string& subject, const std::string& body) {
  tx.exec("INSERT INTO mail_outbox (kind, to_person, to_address, subject, body, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
          {kind, person, address, subject, body, now()});
}

int write_digests(db::Tx& tx) {
  struct Digest { std::int64_t count = 0; std::string lines; };
  std::map<std::int64_t, Digest> digests;
  tx.each("SELECT n.person_id, n.vi FROM notice n JOIN person p ON p.id = n.person_id WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND p.disabled = 0 ORDER BY n.person_id, n.id",
          {}, [&](const db::Row& row) {
            Digest& d = digests[row.integer(0)];
            constexpr std::int64_t k_listed = 50;
            if (++d.count <= k_listed) d.lines += "- " + std::string(row.text(1)) + "\n";
            return true;
          });
  for (const auto& [person, d] : digests)
    post(tx, "digest", person, "", "Nhịp Cầu: " + std::to_string(d.count) + " thông báo mới",
         "Có " + std::to_string(d.count) + " thông báo chưa đọc:\n\n" + d.lines + "\nMở Nhịp Cầu, mục Thông báo, để xem và xử lý.\n");
  if (!digests.empty()) tx.exec("UPDATE notice SET mailed_at = $1 WHERE read_at IS NULL AND mailed_at IS NULL", {now()});
  return static_cast<int>(digests.size());
}

}  // namespace nc::flow
