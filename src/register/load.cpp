// Reading one record, always through the actor's scope, and the refusals that name a record.
#include <fmt/format.h>

#include "register/parts.h"

namespace nc::reg {

namespace {

/// "a record", "such a record": what the scope lets through, whether hidden or not.
std::optional<detail::Stored> find_row(db::ReadDb& db, const Description& d, const Actor& actor, const Condition& which) {
  detail::Piece q;
  q.sql = "SELECT " + detail::select_list(d, "t") + ", t.deleted FROM " + d.name + " t WHERE ";
  q.add(which);
  q.sql += " AND ";
  q.add(d.scope(actor, "t"));
  std::optional<detail::Stored> out;
  const std::size_t columns = d.columns().size();
  db.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
    out = detail::Stored{detail::cells_of(row, columns), row.integer(static_cast<int>(columns)) != 0};
    return false;
  });
  return out;
}

}  // namespace

namespace detail {

std::optional<Stored> load_stored(db::ReadDb& db, const Description& d, const Actor& actor, std::int64_t id) {
  return find_row(db, d, actor, {"t.id = $1", {id}});
}

Problem not_found_problem(const Description& d, std::string_view which) {
  return {Code::not_found,
          {fmt::format("Không có {} {} trong phạm vi được xem. Kiểm tra lại mã hoặc hỏi người quản lý sổ.", d.singular.vi, which),
           fmt::format("There is no {} {} within what you may see. Check the code, or ask who keeps the register.",
                       d.singular.en, which)},
          {}};
}

Problem stale_problem(db::ReadDb& db, const Description& d, std::int64_t id) {
  const auto changes = ledger::history(db, d.name, id, 1);
  if (changes.empty())
    return {Code::conflict,
            Text("Bản ghi đã được người khác sửa. Mở lại bản mới nhất rồi sửa tiếp.",
                 "Somebody else has changed the record. Open the newest version and edit again."),
            {}};
  const ledger::Change& last = changes.front();
  return {Code::conflict,
          {fmt::format("{} đã sửa bản ghi này lúc {}. Mở lại bản mới nhất rồi sửa tiếp.", last.actor_name,
                       format_instant(last.at, Lang::vi)),
           fmt::format("{} changed this record at {}. Open the newest version and edit again.", last.actor_name,
                       format_instant(last.at, Lang::en))},
          {}};
}

}  // namespace detail

Result<Cells> load(db::ReadDb& db, const Description& d, const Actor& actor, std::int64_t id, Hidden hidden) {
  auto found = detail::load_stored(db, d, actor, id);
  if (!found || (found->deleted && hidden == Hidden::no))
    return tl::make_unexpected(detail::not_found_problem(d, "#" + std::to_string(id)));
  detail::guard(d, actor, found->cells, detail::Noted::yes);
  return std::move(found->cells);
}

Result<Cells> load_code(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view code) {
  auto found = find_row(db, d, actor, {"t.deleted = 0 AND t.code = $1", {std::string(code)}});
  if (!found) return tl::make_unexpected(detail::not_found_problem(d, code));
  detail::guard(d, actor, found->cells, detail::Noted::yes);
  return std::move(found->cells);
}

}  // namespace nc::reg
