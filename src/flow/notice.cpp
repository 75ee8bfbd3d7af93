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

namespace {

/// The heads of a letter are one line each: a line end in a name must not begin a head of its own.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

}  // namespace

void post(db::Tx& tx, const std::string& kind, std::int64_t person, const std::string& address, const std::string& subject, const std::string& body) {
  tx.exec("INSERT INTO mail_outbox (kind, to_person, to_address, subject, body, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
          {kind, person, one_line(address), one_line(subject), body, now()});
}

namespace {

/// What one person is told: counted, and the first of it in both languages.
struct Told {
  std::int64_t count = 0;
  std::string vi, en;
  std::vector<std::int64_t> notices;
};

/// Unread notices that no letter told of yet, of people who want such letters. `urgent`: only of kinds that wait for nobody.
std::map<std::int64_t, Told> to_be_told(db::ReadDb& db, bool urgent) {
  constexpr std::int64_t k_listed = 50;
  std::map<std::int64_t, Told> out;
  db.each("SELECT n.person_id, n.id, n.vi, n.en FROM notice n JOIN person p ON p.id = n.person_id WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND p.disabled = 0 AND p.email <> '' AND "
          "(p.mail_choice = 'all' OR (p.mail_choice = 'digest' AND $1 = 0)) AND ($1 = 0 OR n.act IN ('overdue', 'return', 'comment')) ORDER BY n.person_id, n.id",
          {std::int64_t{urgent ? 1 : 0}}, [&](const db::Row& row) {
            Told& told = out[row.integer(0)];
            told.notices.push_back(row.integer(1));
            if (++told.count > k_listed) return true;
            told.vi += "- " + std::string(row.text(2)) + "\n";
            told.en += "- " + std::string(row.text(3)) + "\n";
            return true;
          });
  return out;
}

int write_letters(db::Tx& tx, bool urgent) {
  const auto all = to_be_told(tx, urgent);
  const std::string site = db::as_text(tx.scalar("SELECT value FROM setting WHERE name = 'base_url'"));
  const std::string place = site.empty() ? std::string("Nhịp Cầu") : site + "/notices";
  for (const auto& [person, told] : all) {
    const std::string n = std::to_string(told.count);
    post(tx, urgent ? "urgent" : "digest", person, "", "Nhịp Cầu: " + n + (urgent ? " việc gấp / urgent" : " thông báo mới / new notices"),
         "Có " + n + " thông báo chưa đọc:\n\n" + told.vi + "\nXem và xử lý: " + place + "\n\n" + n + " unread notices:\n\n" + told.en + "\nRead them: " + place +
             "\n\nĐổi hoặc tắt thư này ở trang tài khoản. / Change or stop these letters on your account page.\n");
    for (const std::int64_t id : told.notices) tx.exec("UPDATE notice SET mailed_at = $2 WHERE id = $1", {id, now()});
  }
  return static_cast<int>(all.size());
}

}  // namespace

int write_digests(db::Tx& tx) { return write_letters(tx, false); }
int write_urgent(db::Tx& tx) { return write_letters(tx, true); }
bool anything_urgent(db::ReadDb& db) { return !to_be_told(db, true).empty(); }

}  // namespace nc::flow
