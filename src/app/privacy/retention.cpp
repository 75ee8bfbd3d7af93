// The clocks: suggestions of the program, decided by the office, counted from the day of a record.
#include "app/privacy/retention.h"

#include <algorithm>

#include "app/privacy/public.h"
#include "app/program.h"
#include "base/clock.h"
#include "register/parts.h"

namespace nc::app {

namespace {

struct Kind { const char* code; Text label, basis; int months; bool by_itself; };

// Lengths are suggestions until the office confirms them: laws on archives and personal data leave them to its own schedule.
const Kind k_kinds[] = {
    {"contacts", {"Danh bạ: người liên hệ, điện thoại, thư điện tử", "Contacts: names, telephones, addresses of mail"}, {"Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: giữ khi còn cần", "Law 91/2025/QH15: kept while needed"}, 36, false},
    {"travel", {"Đoàn: hộ chiếu, ngày sinh, điều cần lưu ý của thành viên", "Delegations: passports, days of birth, needs of their members"}, {"Giữ khi còn làm thủ tục và quyết toán chuyến đi", "Kept while formalities and accounts of the journey last"}, 24, false},
    {"records", {"Hồ sơ công việc: đoàn, thỏa thuận, cuộc họp", "Files of work: delegations, agreements, meetings"}, {"Thời hạn bảo quản hồ sơ của cơ quan (Luật Lưu trữ 2024)", "The office's records schedule (Law on Archives 2024)"}, 240, false},
    {"evidence", {"Chứng cứ: tác giả, người chụp", "Evidence: authors, photographers"}, {"Theo hồ sơ mà chứng cứ thuộc về", "With the file it proves"}, 240, false},
    {"petitions", {"Yêu cầu: người nêu, người trả lời", "Petitions: who asked, who answered"}, {"Thời hạn bảo quản hồ sơ của cơ quan", "The office's records schedule"}, 60, false},
    {"awards", {"Khen thưởng cá nhân", "Awards to persons"}, {"Lịch sử khen thưởng, giữ lâu dài", "History of awards, kept for good"}, 0, false},
    {"access_log", {"Nhật ký truy cập", "Access log"}, {"Chứng minh ai đã xem dữ liệu cá nhân", "Proof of who looked at personal data"}, 24, true}};

std::string name_of(const std::string& code) { return "keep." + code; }

}  // namespace

std::vector<Keeping> keepings(db::ReadDb& db) {
  std::vector<Keeping> out;
  for (const Kind& k : k_kinds) {
    Keeping one{k.code, k.label, k.basis, k.months, {}, {}, k.by_itself};
    // "36|2026-01-01|Nguyễn Văn A"
    const std::string decided = setting(db, name_of(k.code));
    const auto bar = decided.find('|'), second = decided.find('|', bar == std::string::npos ? bar : bar + 1);
    const auto months = bar == std::string::npos ? std::nullopt : parse_int(decided.substr(0, bar));
    const auto since = second == std::string::npos ? std::nullopt : Date::from_iso(decided.substr(bar + 1, second - bar - 1));
    if (months && since && *since <= today()) {
      one.months = static_cast<int>(*months);
      one.since = *since;
      one.decided_by = decided.substr(second + 1);
    }
    out.push_back(std::move(one));
  }
  return out;
}

Result<bool> decide_keeping(db::Tx& tx, const Actor& actor, const std::string& code, const std::string& months, const std::string& since) {
  constexpr int k_most = 1200;
  if (std::none_of(std::begin(k_kinds), std::end(k_kinds), [&](const Kind& k) { return code == k.code; }))
    return refuse(Code::not_found, Text("Không có loại dữ liệu này.", "There is no such kind of data."), "code");
  const auto n = parse_int(months);
  if (!n || *n < 0 || *n > k_most) return refuse(Code::invalid, Text("Thời hạn là số tháng từ 1 đến 1200; 0 là giữ lâu dài.", "A number of months from 1 to 1200; 0 keeps for good."), "months");
  auto day = parse_date(since);
  if (!day) return refuse(Code::invalid, day.error().message, "since");
  if (*day > today()) return refuse(Code::invalid, Text("Ngày có hiệu lực không sau hôm nay.", "The day it takes effect is not after today."), "since");
  const std::string was = setting(tx, name_of(code));
  put_setting(tx, name_of(code), std::to_string(*n) + "|" + day->iso() + "|" + actor.name);
  ledger::Change change;
  change.register_name = "setting";
  change.action = "keep";
  change.reason = name_of(code) + ": " + was + " -> " + std::to_string(*n) + "|" + day->iso();
  ledger::append(tx, actor, std::move(change));
  return true;
}

std::int64_t prune_access_log(db::Tx& tx) {
  constexpr Instant k_month = 30LL * 86'400'000 + 37'800'000;
  for (const Keeping& k : keepings(tx))
    if (k.code == "access_log" && k.months > 0) return tx.exec("DELETE FROM access_log WHERE at < $1", {now() - k.months * k_month});
  return 0;
}

std::vector<PastKeeping> past_keeping(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const Keeping& keeping, int limit) {
  std::vector<PastKeeping> out;
  if (keeping.months == 0) return out;
  const Date before = today().plus_days(-static_cast<int>(keeping.months * 30.4375));
  for (const reg::Description* d : catalog.all()) {
    if (!d->processing || d->processing->keep != keeping.code) continue;
    std::string held;
    for (const reg::Field& f : d->fields)
      if ((f.opt.personal || f.opt.sensitive) && !reg::detail::column_is_integer(f, 0)) {
        const std::string c = "t." + f.column_names().front();
        held += (held.empty() ? "" : " OR ") + ("(" + c + " IS NOT NULL AND " + c + " <> '' AND " + c + " NOT LIKE 'Người đã xóa dữ liệu%')");
      }
    const reg::Field* day = d->date_field.empty() || d->processing->keep == "contacts" ? nullptr : d->find(d->date_field);
    reg::detail::Piece q;
    q.sql = "SELECT " + reg::detail::select_list(*d, "t") + ", t.updated_at FROM " + d->name + " t WHERE t.deleted = 0 AND (" + held + ") AND ";
    // A contact is as old as the last time somebody set it right.
    if (day) q.sql += "t." + day->column_names().front() + " < " + q.bind(before.iso()) + " AND ";
    else q.sql += "t.updated_at < " + q.bind(static_cast<std::int64_t>(before.days()) * 86'400'000) + " AND ";
    q.add(d->scope(actor, "t"));
    q.sql += " ORDER BY " + (day ? "t." + day->column_names().front() : std::string("t.updated_at")) + ", t.id LIMIT " + q.bind(std::int64_t{limit});
    const std::size_t n = d->columns().size();
    db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      const reg::Cells cells = reg::detail::cells_of(row, n);
      const auto own = day ? Date::from_iso(db::as_text(cells.at(static_cast<std::size_t>(day->first)))) : std::nullopt;
      out.push_back({d, db::as_int(cells[reg::k_id]), db::as_text(cells[reg::k_code]), d->title_of(cells, Lang::vi), own ? *own : day_of(row.integer(static_cast<int>(n)))});
      return true;
    });
  }
  std::sort(out.begin(), out.end(), [](const PastKeeping& a, const PastKeeping& b) { return a.last < b.last; });
  if (out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
  return out;
}

}  // namespace nc::app
