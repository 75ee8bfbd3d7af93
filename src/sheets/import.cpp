// The import of a table: existing records by code, duplicates, checks, writing in portions.
#include "sheets/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/fold.h"
#include "base/hash.h"
#include "sheets/bulk_save.h"
#include "sheets/duplicates.h"
#include "sheets/import_values.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_report_every = 500, k_memory = 50'000;

/// Puts typed cells into records; what was typed before is not looked up again.
class Filler {
 public:
  Filler(db::Tx& tx, const Catalog& catalog, const Actor& actor) : tx_(tx), catalog_(catalog), actor_(actor) {}

  std::optional<Message> set(const Field& f, const std::string& typed, Cells& cells) {
    const bool worth_keeping = f.kind != Kind::text && f.kind != Kind::long_text && f.kind != Kind::url;
    if (!worth_keeping || typed.size() > 200) return set_text(tx_, catalog_, actor_, f, office_value(f, typed), cells);
    const std::string key = f.name + "\n" + typed;
    const auto at = static_cast<std::size_t>(f.first), width = static_cast<std::size_t>(f.width());
    if (const auto known = known_.find(key); known != known_.end()) {
      std::copy(known->second.begin(), known->second.end(), cells.begin() + f.first);
      return std::nullopt;
    }
    auto message = set_text(tx_, catalog_, actor_, f, office_value(f, typed), cells);
    if (!message && known_.size() < k_memory)
      known_.emplace(key, std::vector<db::Value>(cells.begin() + f.first, cells.begin() + static_cast<std::ptrdiff_t>(at + width)));
    return message;
  }
  void forget() { known_.clear(); }

 private:
  db::Tx& tx_;
  const Catalog& catalog_;
  const Actor& actor_;
  std::unordered_map<std::string, std::vector<db::Value>> known_;
};

class Import {
 public:
  Import(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, const ImportTable& table,
         const ImportOptions& options)
      : tx_(tx), catalog_(catalog), d_(d), actor_(actor), table_(table), options_(options), filler_(tx, catalog, actor) {
    result_.batch = options.batch.empty() ? "import-" + random_token(9) : options.batch;
  }

  ImportResult run() {
    read_targets();
    result_.rows.resize(table_.rows.size());
    for (std::size_t i = 0; i < table_.rows.size(); ++i) result_.rows[i].line = line_of(i);
    find_existing();
    if (options_.find_duplicates) duplicates_.emplace(tx_, d_, actor_);
    saver_.emplace(tx_, catalog_, d_, actor_, SaveOptions{options_.source, result_.batch, "import"}, links_to_itself_ ? 1 : 500);
    saver_->expect_codes(codes_);
    // Rows that nothing later in the file can depend on need not be written to be checked.
    const bool write = !options_.dry_run || links_to_itself_ || d_.hooks_look_around;
    if (!write) saver_->only_check();
    tx_.exec("SAVEPOINT import_rows");
    const bool to_the_end = write_all();
    if (to_the_end) saver_->finish();
    count();
    result_.cancelled = !to_the_end;
    result_.done = to_the_end && result_.failed == 0 && !options_.dry_run;
    if (!result_.done) tx_.exec("ROLLBACK TO SAVEPOINT import_rows");
    tx_.exec("RELEASE SAVEPOINT import_rows");
    std::erase_if(result_.rows, [](const ImportRow& r) { return r.problems.empty() && !r.creates && !r.updates && !r.same && !r.skipped; });
    return std::move(result_);
  }

 private:
  struct Target {
    const Field* field = nullptr;
    const Field* until = nullptr;  ///< the end of a span of days
  };

  int line_of(std::size_t row) const { return table_.lines.empty() ? static_cast<int>(row) + 2 : table_.lines[row]; }

  void read_targets() {
    std::set<const Field*> given;
    for (const std::string& name : table_.targets) {
      const std::size_t dots = name.find("..");
      Target t;
      t.field = name.empty() ? nullptr : d_.find(name.substr(0, dots));
      if (t.field && dots != std::string::npos) t.until = d_.find(name.substr(dots + 2));
      if (t.field && t.field->first == k_code) code_column_ = static_cast<int>(targets_.size());
      given.insert(t.field);
      if (t.field && t.field->opt.link && d_.name == t.field->opt.link) links_to_itself_ = true;
      targets_.push_back(t);
    }
    for (const auto& [name, value] : table_.fixed)
      if (const Field* f = d_.find(name)) fixed_.emplace_back(f, value);
  }

  // ---- records that exist ----

  std::string code_in(std::size_t row) const {
    if (code_column_ < 0 || static_cast<std::size_t>(code_column_) >= table_.rows[row].size()) return {};
    const std::string& typed = table_.rows[row][static_cast<std::size_t>(code_column_)];
    return is_utf8(typed) ? mended(typed) : std::string();
  }

  void find_existing() {
    if (code_column_ < 0) return;
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (std::string code = code_in(i); !code.empty()) codes_.push_back(std::move(code));
    constexpr std::size_t k_at_once = 500;
    for (std::size_t from = 0; from < codes_.size(); from += k_at_once) {
      detail::Piece q;
      std::string list;
      for (std::size_t i = from; i < std::min(codes_.size(), from + k_at_once); ++i)
        list += (list.empty() ? "" : ", ") + q.bind(codes_[i]);
      q.sql = "SELECT " + detail::select_list(d_, "t") + " FROM " + d_.name + " t WHERE t.deleted = 0 AND t.code IN (" + list + ") AND ";
      q.add(d_.scope(actor_, "t"));
      const std::size_t columns = d_.columns().size();
      tx_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
        Cells cells = detail::cells_of(row, columns);
        std::string code = db::as_text(cells[k_code]);
        existing_.insert_or_assign(std::move(code), std::move(cells));
        return true;
      });
    }
  }

  // ---- rows ----

  /// False when it was told to stop.
  bool write_all() {
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (options_.progress && i % k_report_every == 0 && !options_.progress(i)) return false;
      if (!write(i)) again.push_back(i);
    }
    // Rows may link to rows further down in the same file.
    if (!links_to_itself_ || again.size() == table_.rows.size()) return true;
    filler_.forget();
    for (bool progress = true; progress && !again.empty();) {
      const std::size_t before = again.size();
      std::erase_if(again, [&](std::size_t i) {
        result_.rows[i].problems.clear();
        return write(i);
      });
      filler_.forget();
      progress = again.size() < before;
    }
    return true;
  }

  /// True when the row needs nothing more (written, the same as stored, left out, or empty).
  bool write(std::size_t i) {
    ImportRow& row = result_.rows[i];
    const std::vector<std::string>& typed = table_.rows[i];
    if (std::all_of(typed.begin(), typed.end(), [](const std::string& s) { return s.empty(); })) return true;
    row.code = code_in(i);
    if (!row.code.empty() && !unique_in_file(i, row)) return false;
    const auto old = existing_.find(row.code);
    std::optional<Cells> before;
    if (old != existing_.end()) before = old->second;
    Cells cells = before ? *before : fresh();
    fill(i, cells, before.has_value(), row.problems);
    if (!row.problems.empty()) return false;
    if (!before && duplicates_ && row.code.empty() && !decide(i, row, cells, before)) return row.problems.empty();
    return keep(row, std::move(cells), before);
  }

  bool keep(ImportRow& row, Cells cells, const std::optional<Cells>& before) {
    const bool may_repeat = !before && duplicates_;
    const Cells copy = may_repeat ? cells : Cells{};
    auto saved = saver_->add(std::move(cells), before ? &*before : nullptr);
    if (!saved) {
      row.problems = std::move(saved).error();
      return false;
    }
    if (may_repeat) duplicates_->add(copy, row.line);
    row.code = saved->code;
    row.id = saved->id;
    row.same = saved->version == 0;
    row.creates = !before;
    row.updates = before && !row.same;
    return true;
  }

  /// What becomes of a row that repeats a record or a line. False when it needs nothing more.
  bool decide(std::size_t i, ImportRow& row, Cells& cells, std::optional<Cells>& before) {
    auto found = duplicates_->find(cells);
    if (!found) return true;
    row.duplicate = std::make_shared<const Duplicate>(std::move(*found));
    const Duplicate& twin = *row.duplicate;
    const auto own = options_.each.find(row.line);
    const OnDuplicate fate = own != options_.each.end() ? own->second : twin.sure ? options_.sure : options_.likely;
    if (fate == OnDuplicate::create) return true;
    if (fate == OnDuplicate::skip || twin.id == 0) {
      row.skipped = true;
      return false;
    }
    const auto stored = detail::load_stored(tx_, d_, actor_, twin.id);
    if (!stored || stored->deleted) return true;
    if (!updated_.insert(twin.id).second) {
      row.problems.push_back({Code::conflict,
                              {fmt::format("Bản ghi {} đã được một dòng trước cập nhật. Chọn bỏ qua hoặc tạo mới cho dòng này.", twin.code),
                               fmt::format("Record {} is updated by an earlier row already. Skip this row or create a new record.", twin.code)},
                              {}});
      return false;
    }
    before = stored->cells;
    cells = *before;
    fill(i, cells, true, row.problems);
    return row.problems.empty();
  }

  bool unique_in_file(std::size_t i, ImportRow& row) {
    const auto [first, fresh_code] = lines_.insert({row.code, i});
    if (fresh_code || first->second == i) return true;
    row.problems.push_back({Code::conflict,
                            {fmt::format("Mã {} đã có ở dòng {} của tệp. Mỗi mã chỉ một dòng.", row.code, line_of(first->second)),
                             fmt::format("The code {} is already on line {} of the file. Each code takes one line.", row.code,
                                         line_of(first->second))},
                            "code"});
    return false;
  }

  Cells fresh() const {
    Cells cells(d_.columns().size());
    cells[k_id] = std::int64_t{0};
    cells[k_version] = std::int64_t{0};
    cells[k_confidentiality] = std::string("internal");
    return cells;
  }

  void complain(const Field& f, std::optional<Message> message, Problems& problems) const {
    if (message) problems.push_back({Code::invalid, std::move(*message), f.name});
  }

  void fill(std::size_t i, Cells& cells, bool exists, Problems& problems) {
    for (const auto& [f, value] : fixed_)
      if (!exists) complain(*f, filler_.set(*f, value, cells), problems);
    const std::vector<std::string>& typed = table_.rows[i];
    for (std::size_t c = 0; c < typed.size(); ++c) {
      const Target t = c < targets_.size() ? targets_[c] : Target{};
      if (!t.field) {
        if (!typed[c].empty() && c >= targets_.size())
          problems.push_back({Code::invalid, {fmt::format("Ô thứ {} nằm ngoài các cột có tên.", c + 1),
                                              fmt::format("Cell {} lies beyond the named columns.", c + 1)}, {}});
        continue;
      }
      if (const auto fault = table_.faults.find({line_of(i), static_cast<int>(c)}); fault != table_.faults.end()) {
        problems.push_back({Code::invalid, fault->second, t.field->name});
        continue;
      }
      if (t.field->opt.read_only || (t.field->first == k_confidentiality && typed[c].empty())) continue;
      if (typed[c].empty() && (exists ? !options_.empty_clears : has_fixed(*t.field))) continue;
      if (t.until) fill_span(t, typed[c], cells, problems);
      else complain(*t.field, filler_.set(*t.field, typed[c], cells), problems);
    }
  }

  bool has_fixed(const Field& f) const {
    return std::any_of(fixed_.begin(), fixed_.end(), [&](const auto& one) { return one.first == &f; });
  }

  void fill_span(const Target& t, const std::string& typed, Cells& cells, Problems& problems) {
    // A year or a half year is what claims are about; a delegation of "2019" has no days.
    const bool of_periods = t.field->name.starts_with("period");
    auto span = typed.empty() ? std::nullopt : parse_day_span(typed);
    if (const auto period = of_periods && !span ? parse_period(typed) : tl::make_unexpected(Problem{})) span = *period;
    if (span) {
      cells[static_cast<std::size_t>(t.field->first)] = span->from.iso();
      cells[static_cast<std::size_t>(t.until->first)] = span->to == span->from && !of_periods ? db::Value{} : db::Value(span->to.iso());
      return;
    }
    complain(*t.field, filler_.set(*t.field, typed, cells), problems);
  }

  void count() {
    for (const ImportRow& row : result_.rows) {
      if (!row.problems.empty()) ++result_.failed;
      else if (row.skipped) ++result_.skipped;
      else if (row.creates) ++result_.created;
      else if (row.updates) ++result_.updated;
      else if (row.same) ++result_.unchanged;
    }
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  const ImportTable& table_;
  const ImportOptions& options_;
  Filler filler_;
  std::optional<detail::BulkSaver> saver_;
  std::optional<detail::DuplicateFinder> duplicates_;
  std::vector<Target> targets_;
  std::vector<std::pair<const Field*, std::string>> fixed_;
  std::vector<std::string> codes_;
  int code_column_ = -1;
  bool links_to_itself_ = false;
  std::map<std::string, Cells> existing_;
  std::map<std::string, std::size_t> lines_;
  std::set<std::int64_t> updated_;
  ImportResult result_;
};

}  // namespace

OnDuplicate fate_of(std::string_view code) {
  return code == "update" ? OnDuplicate::update : code == "create" ? OnDuplicate::create : OnDuplicate::skip;
}

const char* code_of(OnDuplicate fate) { return fate == OnDuplicate::skip ? "skip" : fate == OnDuplicate::update ? "update" : "create"; }

ImportResult import_table(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                          const ImportTable& table, const ImportOptions& options) {
  return Import(tx, catalog, d, actor, table, options).run();
}

}  // namespace nc::reg
