// Remarks on records and the people mentioned in them.
#include "flow/comment.h"

#include <algorithm>

#include "base/fold.h"
#include "base/words.h"
#include "flow/notice.h"
#include "register/store.h"

namespace nc::flow {
namespace {

constexpr std::size_t k_quoted = 200;  ///< of a remark, in its notice

bool of_login(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; }

}  // namespace

std::vector<std::string> mentions(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at > 0 && (of_login(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80)) continue;  // a mail address
    std::size_t end = at + 1;
    while (end < text.size() && of_login(text[end])) ++end;
    std::string login(text.substr(at + 1, end - at - 1));
    while (!login.empty() && (login.back() == '.' || login.back() == '-')) login.pop_back();  // the end of a sentence
    std::transform(login.begin(), login.end(), login.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (login.size() >= 3 && std::find(out.begin(), out.end(), login) == out.end()) out.push_back(std::move(login));
  }
  return out;
}

Result<ledger::Change> comment(db::Tx& tx, const reg::Description& d, const Actor& actor, std::int64_t record, const std::string& typed) {
  NC_TRY(cells, reg::load(tx, d, actor, record));
  const std::string text = mended(typed);
  if (text.empty() || text.size() > k_comment_most)
    return refuse(Code::invalid, Text("Lời trao đổi cần từ 1 đến 4.000 ký tự.", "A comment has 1 to 4,000 characters."), "text");
  ledger::Change change;
  change.register_name = d.name;
  change.record = record;
  change.version = db::as_int(cells[reg::k_version]);
  change.action = k_comment;
  change.reason = text;
  ledger::Change written = ledger::append(tx, actor, std::move(change));
  const auto named = mentions(text);
  if (named.empty()) return written;
  const Message words{actor.name + " nhắc đến bạn ở “" + d.title_of(cells, Lang::vi) + "”: " + shortened(text, k_quoted),
                      actor.name + " mentioned you on “" + d.title_of(cells, Lang::en) + "”: " + shortened(text, k_quoted)};
  std::map<std::int64_t, std::string> logins;
  for (const Person& p : people(tx)) logins[p.id] = p.login;
  for (const Actor& a : all_actors(tx))
    if (a.id != actor.id && std::find(named.begin(), named.end(), logins[a.id]) != named.end() && reaches(tx, a, d, record))
      tell(tx, a.id, d, record, k_comment, actor.name, words);
  return written;
}

std::vector<ledger::Change> comments(db::ReadDb& db, std::string_view register_name, std::int64_t record, int limit) {
  std::vector<ledger::Change> out;
  db.each("SELECT seq, at, actor_name, reason, actor FROM change WHERE register_name = $1 AND record = $2 AND action = 'comment' ORDER BY seq DESC LIMIT $3",
          {std::string(register_name), record, std::int64_t{limit}}, [&](const db::Row& row) {
            ledger::Change c;
            c.seq = row.integer(0);
            c.at = row.integer(1);
            c.actor_name = row.text(2);
            c.reason = row.text(3);
            c.actor = row.integer(4);
            c.action = k_comment;
            out.push_back(std::move(c));
            return true;
          });
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace nc::flow
