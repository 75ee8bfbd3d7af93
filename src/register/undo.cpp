// Taking back one change: what was made is removed, what was removed returns, what was edited gets its old values.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "register/parts.h"

namespace nc::reg {

namespace {

using ledger::Change;

Problem no_such_change(std::int64_t seq) {
  return {Code::not_found, {fmt::format("Không có thay đổi số {} của sổ này trong phạm vi được xem.", seq),
                            fmt::format("There is no change number {} of this register within what you may see.", seq)}, {}};
}

Problem not_undoable() {
  return {Code::unsupported, Text("Thay đổi này không có giá trị cũ để trả lại. Sửa bản ghi bằng tay.",
                                  "This change holds no former values to go back to. Edit the record by hand."), {}};
}

std::set<std::size_t> touched_columns(const Description& d, const Change& change) {
  Cells scratch(d.columns().size());
  std::vector<std::size_t> touched;
  if (!change.before.empty()) detail::read_json(d, change.before, scratch, &touched);
  if (!change.after.empty()) detail::read_json(d, change.after, scratch, &touched);
  return {touched.begin(), touched.end()};
}

}  // namespace

namespace detail {

std::string undo_mark(std::int64_t seq) { return "undo-" + std::to_string(seq); }

std::optional<Change> later_change(db::ReadDb& db, const Description& d, const Change& change) {
  std::set<std::int64_t> cancelled;
  const std::set<std::size_t> columns = touched_columns(d, change);
  constexpr int k_far_enough = 100'000;
  for (const Change& later : ledger::history(db, d.name, change.record, k_far_enough)) {
    if (later.seq <= change.seq) break;
    if (cancelled.contains(later.seq)) continue;
    if (later.batch.starts_with("undo-")) {
      const auto undone = parse_int(std::string_view(later.batch).substr(5));
      if (undone && *undone > change.seq) {
        cancelled.insert(*undone);
        continue;
      }
    }
    const std::set<std::size_t> others = touched_columns(d, later);
    if (std::any_of(columns.begin(), columns.end(), [&](std::size_t c) { return others.contains(c); })) return later;
  }
  return std::nullopt;
}

Problem changed_since(const Change& later) {
  return {Code::conflict,
          {fmt::format("{} đã sửa cùng nội dung lúc {} (thay đổi số {}). Hoàn tác thay đổi đó trước, hoặc sửa bằng tay.",
                       later.actor_name, format_instant(later.at, Lang::vi), later.seq),
           fmt::format("{} changed the same fields at {} (change {}). Take that change back first, or edit by hand.",
                       later.actor_name, format_instant(later.at, Lang::en), later.seq)},
          {}};
}

}  // namespace detail

namespace {

class Undoing {
 public:
  Undoing(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, Change change, detail::Stored now)
      : tx_(tx), catalog_(catalog), d_(d), actor_(actor), change_(std::move(change)), now_(std::move(now)) {
    options_.action = "undo";
    options_.batch = detail::undo_mark(change_.seq);
    options_.reason = fmt::format("#{}", change_.seq);
  }

  Result<Saved> run() {
    if (change_.before.empty() && change_.after.empty()) return tl::make_unexpected(not_undoable());
    if (auto later = detail::later_change(tx_, d_, change_)) return tl::make_unexpected(detail::changed_since(*later));
    if (change_.before.empty()) return take_away();
    if (change_.after.empty()) return bring_back();
    return set_back();
  }

 private:
  Result<Saved> take_away() {
    if (now_.deleted) return tl::make_unexpected(already());
    if (auto problem = detail::pointed_at(tx_, catalog_, d_, actor_, change_.record)) return tl::make_unexpected(std::move(*problem));
    return detail::set_hidden(tx_, d_, actor_, now_.cells, true, options_);
  }

  Result<Saved> bring_back() {
    if (!now_.deleted) return tl::make_unexpected(already());
    return detail::set_hidden(tx_, d_, actor_, now_.cells, false, options_);
  }

  Result<Saved> set_back() {
    if (now_.deleted) return tl::make_unexpected(already());
    Cells expected = now_.cells;
    detail::read_json(d_, change_.after, expected);
    if (expected != now_.cells) return tl::make_unexpected(detail::stale_problem(tx_, d_, change_.record));
    Cells back = now_.cells;
    if (!detail::read_json(d_, change_.before, back).empty()) return tl::make_unexpected(not_undoable());
    auto saved = save(tx_, catalog_, d_, actor_, std::move(back), options_);
    if (!saved) return tl::make_unexpected(saved.error().front());
    return *saved;
  }

  static Problem already() {
    return {Code::conflict, Text("Không còn gì để hoàn tác: bản ghi đã ở trạng thái đó.", "There is nothing left to take back: the record is in that state already."), {}};
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  const Change change_;
  const detail::Stored now_;
  SaveOptions options_;
};

}  // namespace

Result<Saved> undo(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t change) {
  auto found = ledger::find(tx, change);
  if (!found || found->register_name != d.name) return tl::make_unexpected(no_such_change(change));
  auto now = detail::load_stored(tx, d, actor, found->record);
  if (!now) return tl::make_unexpected(no_such_change(change));
  return Undoing(tx, catalog, d, actor, std::move(*found), std::move(*now)).run();
}

}  // namespace nc::reg
