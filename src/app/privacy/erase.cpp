// Erasing a person: asked by one, carried out by another, written into the ledger, never taken back.
#include <boost/json.hpp>

#include <map>
#include <set>

#include "app/privacy/person.h"
#include "auth/access_log.h"
#include "auth/account.h"
#include "ledger/generation.h"
#include "register/parts.h"

namespace nc::app {

namespace {

namespace json = boost::json;

bool may(const Actor& a) { return (a.may(Function::approve) || a.may(Function::administer)) && a.sees(Sight::personal); }

tl::unexpected<Problem> not_allowed() {
  return refuse(Code::forbidden, Text("Xóa dữ liệu cá nhân là việc của người phê duyệt hoặc quản trị được xem dữ liệu cá nhân.",
                                      "Erasing personal data is for those who approve or administer and may see personal data."));
}

/// Where a name stays: (register, record, column) whose present text still has it, for people to look at.
using Places = std::set<std::tuple<std::string, std::int64_t, std::string>>;

class Erasing {
 public:
  Erasing(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const Named& who, const Erasure& request)
      : tx_(tx), catalog_(catalog), actor_(actor), who_(who), request_(request), pseudonym_(request.pseudonym()), in_reach_(tx, catalog, actor) {}

  Erasure run() {
    Erasure done = request_;
    const PersonFile file = find_person(tx_, catalog_, actor_, who_);
    std::map<std::pair<const reg::Description*, std::int64_t>, std::vector<const Mention*>> by_record;
    for (const Mention& m : file.mentions) {
      if (m.marked && m.exact) by_record[{m.what, m.id}].push_back(&m);
      else if (m.exact) stays_.emplace(m.what->name, m.id, m.field->name);
    }
    for (const auto& [record, mentions] : by_record) {
      erase_record(*record.first, record.second, mentions);
      done.fields += static_cast<std::int64_t>(mentions.size());
    }
    done.entries = erase_entries();
    done.letters = erase_letters();
    for (const AccountHit& account : file.accounts) done.fields += erase_account(account) ? 1 : 0;
    return done;
  }

 private:
  void erase_record(const reg::Description& d, std::int64_t id, const std::vector<const Mention*>& mentions) {
    auto stored = reg::detail::load_stored(tx_, d, actor_, id);
    if (!stored) return;
    reg::Cells now = stored->cells;
    std::set<std::size_t> touched;
    for (const Mention* m : mentions) {
      const auto at = static_cast<std::size_t>(m->field->first);
      const std::string text = erased_text(*m, who_, pseudonym_);
      for (int i = 0; i < m->field->width(); ++i) {
        now[at + static_cast<std::size_t>(i)] = text.empty() ? db::Value() : db::Value(text);
        touched.insert(at + static_cast<std::size_t>(i));
      }
      if (m->field->opt.sensitive) emptied_.emplace(d.name, id);
    }
    write_row(d, stored->cells, now);
    ledger::Change change;
    change.register_name = d.name;
    change.record = id;
    change.version = db::as_int(stored->cells[reg::k_version]) + 1;
    change.action = "erase";
    change.reason = request_.decision;
    // Both sides say what is left: the former words are nowhere any more.
    change.before = change.after = reg::detail::json_of(d, now, [&](std::size_t i) { return touched.contains(i); });
    ledger::append(tx_, actor_, std::move(change));
    ledger::touched(tx_, d.name);
  }

  /// Only accounts that are closed: who still works here signs in under their name. The name stays in the ledger beside what the
  /// person did in office, as it does on the papers they signed.
  bool erase_account(const AccountHit& account) {
    if (!account.disabled || account.name != who_.name() || !person_to_govern(tx_, actor_, account.id)) return false;
    tx_.exec("UPDATE person SET name = $2, login = $3, title = '', email = '', password_hash = '', totp_secret = '', outside_name = '' WHERE id = $1",
             {account.id, pseudonym_, "xoa-" + std::to_string(request_.id) + "-" + std::to_string(account.id)});
    tx_.exec("DELETE FROM passkey WHERE person_id = $1", {account.id});
    tx_.exec("DELETE FROM session WHERE person_id = $1", {account.id});
    tx_.exec("UPDATE access_log SET person_name = $2 WHERE person_id = $1", {account.id, pseudonym_});
    return true;
  }

  /// Rows of the trash too, so past reg::detail::update_row.
  void write_row(const reg::Description& d, const reg::Cells& before, const reg::Cells& now) {
    reg::detail::Piece q;
    q.sql = "UPDATE " + d.name + " SET version = version + 1";
    for (auto& s : reg::detail::to_write(d, actor_, &before, now)) q.sql += ", " + s.column + " = " + q.bind(std::move(s.value));
    q.sql += " WHERE id = " + q.bind(before[reg::k_id]);
    tx_.exec(db::Sql::built(q.sql), q.params);
  }

  /// Former values in the ledger: everywhere but where the record itself still says the name.
  std::int64_t erase_entries() {
    struct Entry { std::int64_t seq, record; std::string name, reason, before, after; };
    std::vector<Entry> named;
    tx_.each("SELECT seq, record, register_name, reason, before_json, after_json FROM change WHERE record > 0 ORDER BY seq", {}, [&](const db::Row& r) {
      Entry e{r.integer(0), r.integer(1), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), std::string(r.text(5))};
      if (emptied_.contains({e.name, e.record}) || who_.in(e.reason) || who_.in(e.before) || who_.in(e.after)) named.push_back(std::move(e));
      return true;
    });
    std::vector<ledger::Erased> out;
    for (const Entry& e : named) {
      const reg::Description* d = catalog_.find(e.name);
      if (!d || !in_reach_(e.name, e.record)) continue;
      ledger::Erased says{e.seq, who_.without(e.reason, pseudonym_), cleaned(*d, e.record, e.before), cleaned(*d, e.record, e.after)};
      if (says.reason != e.reason || says.before != e.before || says.after != e.after) out.push_back(std::move(says));
    }
    const auto kept = ledger::erase_contents(tx_, actor_, out, request_.decision);
    return static_cast<std::int64_t>(out.size() - kept.size());
  }

  std::string cleaned(const reg::Description& d, std::int64_t id, std::string_view text) {
    boost::system::error_code broken;
    auto parsed = json::parse(std::string(text), broken);
    if (text.empty() || broken || !parsed.is_object()) return std::string(text);
    bool changed = false;
    for (auto& member : parsed.get_object()) {
      if (!member.value().is_string()) continue;
      const std::string column(member.key()), value(member.value().get_string());
      const reg::Field* f = d.find(column);
      if (f && f->opt.sensitive && emptied_.contains({d.name, id})) {
        member.value() = nullptr;
        changed = true;
      } else if (who_.in(value) && !stays_.contains({d.name, id, column})) {
        member.value() = f && f->opt.personal ? who_.person_without(value, pseudonym_) : who_.without(value, pseudonym_);
        changed = true;
      }
    }
    return changed ? json::serialize(parsed) : std::string(text);
  }

  std::int64_t erase_letters() {
    const auto letters = letters_in_reach(tx_, actor_, who_);
    for (const Letter& l : letters) {
      const std::string first = who_.without(l.first, pseudonym_), second = who_.without(l.second, pseudonym_);
      const std::string_view table = l.table;
      if (table == "notice") tx_.exec("UPDATE notice SET vi = $2, en = $3 WHERE id = $1", {l.id, first, second});
      else if (table == "mail_outbox") tx_.exec("UPDATE mail_outbox SET subject = $2, body = $3 WHERE id = $1", {l.id, first, second});
      else tx_.exec("UPDATE access_log SET detail = $2 WHERE id = $1", {l.id, first});
    }
    return static_cast<std::int64_t>(letters.size());
  }

  db::Tx& tx_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  const Named& who_;
  const Erasure& request_;
  const std::string pseudonym_;
  Places stays_;
  std::set<std::pair<std::string, std::int64_t>> emptied_;
  InReach in_reach_;
};

constexpr const char* k_columns =
    "e.id, e.org_id, e.name, e.decision, e.reason, e.asked_by, e.asked_name, e.asked_at, e.decided_by, e.decided_name, e.decided_at, e.state, e.fields, e.entries, e.letters";

Erasure read(const db::Row& r) {
  return {.id = r.integer(0), .org = r.integer(1), .name = std::string(r.text(2)), .decision = std::string(r.text(3)), .reason = std::string(r.text(4)), .asked_by = r.integer(5),
          .decided_by = r.integer(8), .asked_name = std::string(r.text(6)), .decided_name = std::string(r.text(9)), .asked_at = r.integer(7), .decided_at = r.integer(10),
          .state = std::string(r.text(11)), .fields = r.integer(12), .entries = r.integer(13), .letters = r.integer(14)};
}

Result<Erasure> waiting(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  const auto found = erasure(db, actor, id);
  if (!found) return refuse(Code::not_found, Text("Không có đề nghị này trong phạm vi được xem.", "There is no such request within what you may see."));
  if (found->state != "waiting") return refuse(Code::conflict, Text("Đề nghị này đã được quyết định.", "The request has been decided."));
  return *found;
}

void note(db::Tx& tx, const Actor& actor, const char* act, const Erasure& e) {
  AccessEntry entry;
  entry.act = act;
  entry.record = e.id;
  entry.n = e.fields > 0 ? e.fields : 1;
  note_access(tx, actor, std::move(entry));
}

}  // namespace

std::string erased_text(const Mention& m, const Named& who, const std::string& pseudonym) {
  return m.field->opt.sensitive ? std::string() : who.person_without(m.text, pseudonym);
}

Result<std::int64_t> ask_erasure(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& name, const std::string& decision, const std::string& reason) {
  if (!may(actor)) return not_allowed();
  NC_TRY(who, Named::of(name));
  if (decision.empty() || reason.empty())
    return refuse(Code::invalid, Text("Ghi số quyết định hoặc văn bản làm căn cứ, và lý do.", "Give the decision it rests on, and the reason."), decision.empty() ? "decision" : "reason");
  if (who.nearly_in(decision) || who.nearly_in(reason))
    return refuse(Code::invalid, Text("Căn cứ và lý do ở lại mãi: không ghi tên người vào đó.", "Decision and reason stay for good: leave the name out of them."), "reason");
  if (!find_person(tx, catalog, actor, who).anything())
    return refuse(Code::not_found, Text("Không thấy người này trong các sổ thuộc phạm vi của bạn.", "This person is not found in the registers within your reach."), "name");
  Erasure e;
  e.id = tx.integer("INSERT INTO erasure (org_id, name, decision, reason, asked_by, asked_name, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                    {actor.org, who.name(), decision, reason, actor.id, actor.name, now()});
  note(tx, actor, "erasure_asked", e);
  return e.id;
}

Result<Erasure> confirm_erasure(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t id) {
  if (!may(actor)) return not_allowed();
  NC_TRY(request, waiting(tx, actor, id));
  if (request.asked_by == actor.id)
    return refuse(Code::forbidden, Text("Người đề nghị không tự xác nhận. Cần một người thứ hai có quyền.", "Who asked can't confirm. A second person with the right has to."));
  NC_TRY(who, Named::of(request.name));
  Erasure done = Erasing(tx, catalog, actor, who, request).run();
  done.state = "done";
  done.name.clear();
  done.decided_by = actor.id;
  done.decided_name = actor.name;
  done.decided_at = now();
  tx.exec("UPDATE erasure SET name = '', state = 'done', decided_by = $2, decided_name = $3, decided_at = $4, fields = $5, entries = $6, letters = $7 WHERE id = $1",
          {id, done.decided_by, done.decided_name, done.decided_at, done.fields, done.entries, done.letters});
  note(tx, actor, "erased", done);
  return done;
}

Result<bool> refuse_erasure(db::Tx& tx, const Actor& actor, std::int64_t id) {
  if (!may(actor)) return not_allowed();
  NC_TRY(request, waiting(tx, actor, id));
  tx.exec("UPDATE erasure SET name = '', state = 'refused', decided_by = $2, decided_name = $3, decided_at = $4 WHERE id = $1", {id, actor.id, actor.name, now()});
  note(tx, actor, "erasure_refused", request);
  return true;
}

std::optional<Erasure> erasure(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  db::Params params{id};
  std::string sql = std::string("SELECT ") + k_columns + " FROM erasure e WHERE e.id = $1 AND ";
  append(sql, params, reach_scope(actor, "e"));
  std::optional<Erasure> out;
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) { return out = read(r), false; });
  return out;
}

std::vector<Erasure> erasures(db::ReadDb& db, const Actor& actor) {
  db::Params params;
  std::string sql = std::string("SELECT ") + k_columns + " FROM erasure e WHERE ";
  append(sql, params, reach_scope(actor, "e"));
  std::vector<Erasure> out;
  db.each(db::Sql::built(sql + " ORDER BY e.id DESC LIMIT 200"), params, [&](const db::Row& r) {
    out.push_back(read(r));
    return true;
  });
  return out;
}

}  // namespace nc::app
