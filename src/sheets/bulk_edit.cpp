// Many records through the save pipeline or the flow, each for itself, under one batch.
#include "sheets/bulk_edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/words.h"
#include "register/export.h"
#include "sheets/bulk_save.h"

namespace nc::reg {

namespace {

class BulkEdit {
 public:
  BulkEdit(db::Tx& tx, const Catalog& catalog, const flow::Flow* flow, const Description& d, const Actor& actor, const BulkChange& change, Lang lang)
      : tx_(tx), catalog_(catalog), flow_(flow), d_(d), actor_(actor), change_(change), lang_(lang) {}

  Result<BulkResult> run(const ListQuery& list, const std::string& seen) {
    NC_CHECKED(meant, check_change());
    NC_CHECKED(found, find(list));
    result_.seen = fingerprint();
    const bool go = !seen.empty() && seen == result_.seen;
    batch_ = "bulk-" + random_token(9);
    tx_.exec("SAVEPOINT bulk_edit");
    if (change_.move.empty()) set_all();
    else move_all();
    describe();
    if (go && result_.changed > 0) result_.batch = batch_;
    else tx_.exec("ROLLBACK TO SAVEPOINT bulk_edit");
    tx_.exec("RELEASE SAVEPOINT bulk_edit");
    return std::move(result_);
  }

 private:
  Result<bool> check_change() {
    if (change_.move.empty() && change_.set.empty())
      return refuse(Code::invalid, Text("Chưa chọn ô nào để đổi hoặc việc nào để làm.", "No field to change and no act is chosen yet."));
    const auto allowed = bulk_fields(d_, actor_);
    for (const auto& [name, typed] : change_.set) {
      const auto at = std::find_if(allowed.begin(), allowed.end(), [&, &field = name](const Field* f) { return f->name == field; });
      if (at == allowed.end())
        return refuse(Code::forbidden, Message("Ô “" + name + "” không sửa hàng loạt được.", "The field “" + name + "” can't be edited in bulk."));
      fields_.push_back(*at);
    }
    if (!change_.move.empty() && (!flow_ || flow_->own_buttons || !flow_->find(change_.move)))
      return refuse(Code::not_found, Text("Không có việc này.", "There is no such act."));
    return true;
  }

  Result<bool> find(const ListQuery& list) {
    detail::Piece q;
    q.sql = "SELECT t.id FROM " + d_.name + " t WHERE ";
    q.add(where(d_, tx_.engine(), actor_, list, "t"));
    q.sql += " ORDER BY t.id LIMIT " + std::to_string(k_bulk_most + 1);
    tx_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      ids_.push_back(row.integer(0));
      return true;
    });
    if (ids_.empty()) return refuse(Code::not_found, Text("Danh sách này không có bản ghi nào để sửa.", "This list has no records to edit."));
    if (ids_.size() > k_bulk_most)
      return refuse(Code::too_large, Message(fmt::format("Mỗi lần sửa nhiều nhất {} bản ghi. Thêm điều kiện cho danh sách.", format_int(static_cast<std::int64_t>(k_bulk_most), Lang::vi)),
                                             fmt::format("At most {} records can be edited in one go. Narrow the list.", format_int(static_cast<std::int64_t>(k_bulk_most), Lang::en))));
    for (const std::int64_t id : ids_) {
      auto stored = detail::load_stored(tx_, d_, actor_, id);
      BulkRow row;
      row.id = id;
      row.code = stored ? db::as_text(stored->cells[k_code]) : "#" + std::to_string(id);
      row.title = stored ? capital(d_.title_of(stored->cells, lang_)) : "";
      result_.rows.push_back(std::move(row));
      before_.push_back(stored ? std::move(stored->cells) : Cells(d_.columns().size()));
    }
    return true;
  }

  std::string fingerprint() const {
    std::string text = d_.name + "\n" + change_.move + "\n" + change_.reason;
    for (const auto* list : {&change_.set, &change_.given})
      for (const auto& [name, typed] : *list) text += "\n" + name + "=" + typed;
    for (const Cells& cells : before_) text += "\n" + std::to_string(db::as_int(cells[k_id])) + ":" + std::to_string(db::as_int(cells[k_version]));
    return sha256_hex(text).substr(0, 32);
  }

  void set_all() {
    detail::BulkSaver saver(tx_, catalog_, d_, actor_, SaveOptions{change_.reason, batch_, {}}, d_.hooks_look_around || !d_.after_save.empty() ? 1 : 500);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      BulkRow& row = result_.rows[i];
      Cells cells = before_[i];
      for (std::size_t f = 0; f < fields_.size(); ++f)
        if (auto wrong = set_text(tx_, catalog_, actor_, *fields_[f], change_.set[f].second, cells)) row.problems.push_back({Code::invalid, std::move(*wrong), fields_[f]->name});
      if (row.problems.empty()) {
        const auto saved = saver.add(cells, &before_[i]);
        if (!saved) row.problems = saved.error();
        else row.same = saved->version == 0;
      }
      after_.push_back(std::move(cells));
    }
    saver.finish();
  }

  void move_all() {
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const auto moved = flow::move(tx_, catalog_, d_, *flow_, actor_, ids_[i], db::as_int(before_[i][k_version]), change_.move, change_.given, change_.reason, batch_);
      if (!moved) result_.rows[i].problems = moved.error();
      const auto now = moved ? detail::load_stored(tx_, d_, actor_, ids_[i]) : std::nullopt;
      after_.push_back(now ? now->cells : before_[i]);
    }
  }

  /// Counts, and the values of the first rows in words.
  void describe() {
    std::vector<Cells> shown;
    const std::size_t n = std::min(ids_.size(), k_bulk_shown);
    for (std::size_t i = 0; i < n; ++i) {
      detail::guard(d_, actor_, before_[i], detail::Noted::no);
      detail::guard(d_, actor_, after_[i], detail::Noted::no);
      shown.push_back(before_[i]);
      shown.push_back(after_[i]);
    }
    const LinkTitles titles = link_titles(tx_, catalog_, d_, shown, lang_, true);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      BulkRow& row = result_.rows[i];
      if (!row.problems.empty()) ++result_.refused;
      else if (row.same) ++result_.unchanged;
      else ++result_.changed;
      if (i >= n || !row.problems.empty()) continue;
      for (const Field* f : file_fields(d_)) {
        std::string was = show(*f, before_[i], lang_, titles), is = show(*f, after_[i], lang_, titles);
        if (was != is) row.values.emplace_back(f, std::pair{std::move(was), std::move(is)});
      }
    }
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const flow::Flow* flow_;
  const Description& d_;
  const Actor& actor_;
  const BulkChange& change_;
  const Lang lang_;
  std::vector<const Field*> fields_;
  std::vector<std::int64_t> ids_;
  std::vector<Cells> before_, after_;
  std::string batch_;
  BulkResult result_;
};

}  // namespace

std::vector<const Field*> bulk_fields(const Description& d, const Actor& actor) {
  std::vector<const Field*> out;
  if (!actor.may(Function::enter) || d.own_pages) return out;
  for (const Field& f : d.fields)
    if (!f.opt.read_only && may_be_column(f, actor) && f.name != d.parent_field) out.push_back(&f);
  for (const char* name : {"org", "note", "confidentiality"}) out.push_back(d.find(name));
  return out;
}

std::vector<const flow::Transition*> bulk_moves(const flow::Flow* flow, const Actor& actor) {
  std::vector<const flow::Transition*> out;
  if (!flow || flow->own_buttons) return out;
  for (const flow::Transition& t : flow->transitions)
    if (flow::has_function(t, actor)) out.push_back(&t);
  return out;
}

Result<BulkResult> bulk_edit(db::Tx& tx, const Catalog& catalog, const flow::Flow* flow, const Description& d, const Actor& actor, const ListQuery& list,
                             const BulkChange& change, const std::string& seen, Lang lang) {
  return BulkEdit(tx, catalog, flow, d, actor, change, lang).run(list, seen);
}

}  // namespace nc::reg
