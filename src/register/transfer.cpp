// Tables in and out: spreadsheets become records, all or none, and come out as they went in.
#include <fmt/format.h>

#include <map>
#include <set>

#include "base/fold.h"
#include "base/hash.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

/// Fields that files carry: the standard ones and the register's own.
std::vector<const Field*> file_fields(const Description& d) {
  std::vector<const Field*> out;
  for (const std::vector<Field>* list : {&Description::standard_fields(), &d.fields})
    for (const Field& f : *list)
      if (!f.opt.inner) out.push_back(&f);
  return out;
}

const Field* field_of_heading(const Description& d, const std::string& heading) {
  const std::string name = mended(heading);
  const auto fields = file_fields(d);
  for (const Field* f : fields)
    if (f->name == name) return f;
  const std::string words = fold(name);
  for (const Field* f : fields)
    if (!words.empty() && (words == fold(f->label.vi) || words == fold(f->label.en) || words == fold(f->name))) return f;
  return nullptr;
}

class Import {
 public:
  Import(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
         const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows)
      : tx_(tx), catalog_(catalog), d_(d), actor_(actor), header_(header), rows_(rows) {}

  ImportResult run(bool dry_run, const std::string& source) {
    result_.batch = "import-" + random_token(9);
    options_ = {source, result_.batch, "import"};
    if (!read_header()) return std::move(result_);
    result_.rows.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) result_.rows[i].line = static_cast<int>(i) + 2;
    find_existing();
    tx_.exec("SAVEPOINT import_rows");
    write_all();
    count();
    result_.done = result_.failed == 0 && !dry_run;
    if (!result_.done) tx_.exec("ROLLBACK TO SAVEPOINT import_rows");
    tx_.exec("RELEASE SAVEPOINT import_rows");
    std::erase_if(result_.rows, [](const ImportRow& r) { return r.problems.empty() && !r.creates && !r.updates && !r.same; });
    return std::move(result_);
  }

 private:
  // ---- header ----

  bool read_header() {
    Problems problems;
    std::set<const Field*> seen;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string name = is_utf8(header_[i]) ? mended(header_[i]) : "?";
      const Field* f = field_of_heading(d_, name);
      columns_.push_back(f);
      if (f && !seen.insert(f).second)
        problems.push_back({Code::invalid, {fmt::format("Cột “{}” có hai lần. Bỏ bớt một cột.", name),
                                            fmt::format("The column “{}” occurs twice. Take one out.", name)}, f->name});
      else if (!f && !(name.empty() && column_is_empty(i)))
        problems.push_back(unknown_column(name));
      if (f && f->first == k_code) code_column_ = static_cast<int>(i);
    }
    if (seen.empty() && problems.empty())
      problems.push_back({Code::invalid, Text("Dòng đầu không có tên cột nào.", "The first line names no column."), {}});
    if (problems.empty()) return true;
    ImportRow row;
    row.line = 1;
    row.problems = std::move(problems);
    result_.rows.push_back(std::move(row));
    result_.failed = 1;
    return false;
  }

  bool column_is_empty(std::size_t column) const {
    for (const auto& row : rows_)
      if (column < row.size() && !row[column].empty()) return false;
    return true;
  }

  Problem unknown_column(const std::string& name) const {
    std::string vi, en;
    for (const Field* f : file_fields(d_)) {
      vi += (vi.empty() ? "" : ", ") + f->label.vi;
      en += (en.empty() ? "" : ", ") + f->label.en;
    }
    return {Code::invalid, {fmt::format("Sổ này không có cột “{}”. Các cột: {}.", name, vi),
                            fmt::format("This register has no column “{}”. It has: {}.", name, en)}, {}};
  }

  // ---- records that exist ----

  std::string code_in(std::size_t row) const {
    if (code_column_ < 0 || static_cast<std::size_t>(code_column_) >= rows_[row].size()) return {};
    const std::string& typed = rows_[row][static_cast<std::size_t>(code_column_)];
    return is_utf8(typed) ? mended(typed) : std::string();
  }

  void find_existing() {
    if (code_column_ < 0) return;
    constexpr std::size_t k_at_once = 500;
    for (std::size_t from = 0; from < rows_.size(); from += k_at_once) {
      detail::Piece q;
      std::string list;
      for (std::size_t i = from; i < std::min(rows_.size(), from + k_at_once); ++i)
        if (std::string code = code_in(i); !code.empty()) list += (list.empty() ? "" : ", ") + q.bind(std::move(code));
      if (list.empty()) continue;
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

  void write_all() {
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!write(i)) again.push_back(i);
    // Rows may link to rows further down in the same file.
    if (!links_to_itself() || again.size() == rows_.size()) return;
    links_.clear();
    for (bool progress = true; progress && !again.empty();) {
      const std::size_t before = again.size();
      std::erase_if(again, [&](std::size_t i) {
        result_.rows[i].problems.clear();
        return write(i);
      });
      links_.clear();
      progress = again.size() < before;
    }
  }

  bool links_to_itself() const {
    for (const Field& f : d_.fields)
      if (f.opt.link && d_.name == f.opt.link) return true;
    return false;
  }

  /// True when the row needs nothing more (written, the same as stored, or empty).
  bool write(std::size_t i) {
    ImportRow& row = result_.rows[i];
    const std::vector<std::string>& typed = rows_[i];
    if (std::all_of(typed.begin(), typed.end(), [](const std::string& s) { return s.empty(); })) return true;
    row.code = code_in(i);
    if (!row.code.empty() && !unique_in_file(i, row)) return false;
    const auto old = existing_.find(row.code);
    Cells cells = old != existing_.end() ? old->second : fresh();
    fill(typed, cells, row.problems);
    if (!row.problems.empty()) return false;
    auto saved = save(tx_, catalog_, d_, actor_, std::move(cells), options_);
    if (!saved) {
      row.problems = std::move(saved).error();
      return false;
    }
    row.code = saved->code;
    row.same = saved->change == 0;
    row.creates = old == existing_.end();
    row.updates = !row.creates && !row.same;
    return true;
  }

  bool unique_in_file(std::size_t i, ImportRow& row) {
    const auto [first, fresh_code] = lines_.insert({row.code, i});
    if (fresh_code || first->second == i) return true;
    row.problems.push_back({Code::conflict,
                            {fmt::format("Mã {} đã có ở dòng {} của tệp. Mỗi mã chỉ một dòng.", row.code, first->second + 2),
                             fmt::format("The code {} is already on line {} of the file. Each code takes one line.", row.code,
                                         first->second + 2)},
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

  void fill(const std::vector<std::string>& typed, Cells& cells, Problems& problems) {
    for (std::size_t c = 0; c < typed.size(); ++c) {
      const Field* f = c < columns_.size() ? columns_[c] : nullptr;
      if (!f) {
        if (!typed[c].empty() && c >= columns_.size())
          problems.push_back({Code::invalid, {fmt::format("Ô thứ {} nằm ngoài các cột có tên.", c + 1),
                                              fmt::format("Cell {} lies beyond the named columns.", c + 1)}, {}});
        continue;
      }
      if (f->opt.read_only || (f->first == k_confidentiality && typed[c].empty())) continue;
      if (auto message = set(*f, typed[c], cells)) problems.push_back({Code::invalid, std::move(*message), f->name});
    }
  }

  /// As set_text; links typed before are not looked up again.
  std::optional<Message> set(const Field& f, const std::string& typed, Cells& cells) {
    if (f.kind != Kind::link && f.kind != Kind::links) return set_text(tx_, catalog_, actor_, f, typed, cells);
    const auto known = links_.find({&f, typed});
    db::Value& cell = cells.at(static_cast<std::size_t>(f.first));
    if (known != links_.end()) {
      cell = known->second;
      return std::nullopt;
    }
    auto message = set_text(tx_, catalog_, actor_, f, typed, cells);
    if (!message) links_[{&f, typed}] = cell;
    return message;
  }

  void count() {
    for (const ImportRow& row : result_.rows) {
      if (!row.problems.empty()) ++result_.failed;
      else if (row.creates) ++result_.created;
      else if (row.updates) ++result_.updated;
      else if (row.same) ++result_.unchanged;
    }
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  const std::vector<std::string>& header_;
  const std::vector<std::vector<std::string>>& rows_;
  std::vector<const Field*> columns_;
  int code_column_ = -1;
  std::map<std::string, Cells> existing_;
  std::map<std::string, std::size_t> lines_;
  std::map<std::pair<const Field*, std::string>, db::Value> links_;
  SaveOptions options_;
  ImportResult result_;
};

}  // namespace

ImportResult import_rows(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                         const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                         bool dry_run, const std::string& source) {
  return Import(tx, catalog, d, actor, header, rows).run(dry_run, source);
}

std::vector<std::string> export_header(const Description& d) {
  std::vector<std::string> out;
  for (const Field* f : file_fields(d)) out.push_back(f->name);
  return out;
}

std::vector<std::string> export_row(const Description& d, const Cells& cells, const LinkTitles& codes) {
  std::vector<std::string> out;
  for (const Field* f : file_fields(d)) out.push_back(plain(*f, cells, codes));
  return out;
}

}  // namespace nc::reg
