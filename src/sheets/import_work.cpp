// The long work of an import: reading, checking, writing, taking back; and the files that go out with it.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.h"
#include "sheets/pages_import.h"

namespace nc::reg {

namespace {

using Progress = ImportRunner::Progress;

Problem file_gone() {
  return {Code::not_found,
          Text("Tệp đã hết hạn giữ (7 ngày) hoặc đã nhập xong. Gửi lại tệp.",
               "The file is no longer kept (7 days) or was imported already. Send it again."),
          {}};
}

int column_of(const ImportTable& table, const std::string& field) {
  for (std::size_t i = 0; i < table.targets.size(); ++i) {
    const std::string& t = table.targets[i];
    if (t == field || (t.size() > field.size() && t.compare(0, field.size(), field) == 0 && t.compare(field.size(), 2, "..") == 0))
      return static_cast<int>(i);
    if (const std::size_t dots = t.find(".."); dots != std::string::npos && t.substr(dots + 2) == field) return static_cast<int>(i);
  }
  return -1;
}

void tell(const ImportPlan& plan, const ImportResult& result, ImportOutcome& out) {
  out.rows = static_cast<int>(plan.table.rows.size());
  out.created = result.created;
  out.updated = result.updated;
  out.unchanged = result.unchanged;
  out.failed = result.failed;
  out.skipped = result.skipped;
  out.done = result.done;
  out.totals = plan.totals;
  out.no_records = plan.no_records;
  out.filled_down = static_cast<int>(plan.filled_down);
  if (out.no_records.size() > 200) out.no_records.resize(200);
  for (const ImportRow& row : result.rows) {
    if (row.duplicate) ++out.repeated;
    if ((row.problems.empty() && !row.duplicate) || out.shown.size() >= k_rows_kept) continue;
    OutcomeRow shown;
    shown.line = row.line;
    shown.skipped = row.skipped;
    if (row.duplicate) shown.twin = *row.duplicate;
    const auto at = std::lower_bound(plan.table.lines.begin(), plan.table.lines.end(), row.line);
    if (at != plan.table.lines.end()) shown.cells = plan.table.rows[static_cast<std::size_t>(at - plan.table.lines.begin())];
    for (const Problem& p : row.problems) shown.problems.emplace_back(p.field.empty() ? -1 : column_of(plan.table, p.field), p.message);
    out.shown.push_back(std::move(shown));
  }
}

class Work {
 public:
  Work(const Context& c, const Description& d, Actor actor, ImportJob job) : c_(c), d_(d), actor_(std::move(actor)), job_(std::move(job)) {}

  void check_or_import(Progress& progress, bool dry_run) {
    std::string bytes;
    c_.db->read([&](db::ReadDb& db) { bytes = file_of_job(db, job_.id); });
    if (bytes.empty()) return refused(file_gone().message);
    auto sheet = chosen_sheet(job_, bytes);
    if (!sheet) return refused(sheet.error().message);
    const auto sheets = tables::sheets_of(bytes);
    more_sheets_ = sheets && sheets->size() > 1;
    const bool prove = !dry_run && job_.choices.keep_file && c_.keep_proof;
    if (!prove) bytes = {};
    ImportOutcome out;
    out.file = job_.file_name;
    out.sheet = sheet->grid.sheet;
    out.header = sheet->header.names;
    const ImportPlan plan = make_plan(d_, std::move(sheet->grid), sheet->header, job_.choices);
    progress.all = plan.table.rows.size();
    ImportResult result;
    c_.db->write([&](db::Tx& tx) {
      result = import_table(tx, *c_.catalog, d_, actor_, plan.table, options(progress, dry_run));
      if (result.done) keep_totals(tx, plan, result, out);
      if (result.done && prove) keep_proof(tx, bytes, result, out);
      return result.done;
    });
    if (result.cancelled) return refused(Text("Đã dừng theo yêu cầu. Không có gì bị ghi.", "Stopped as asked. Nothing was written."));
    tell(plan, result, out);
    job_.state = result.done ? "done" : "checked";
    job_.batch = result.done ? result.batch : std::string();
    keep(out);
  }

  void undo(Progress& progress, bool rest) {
    BatchUndone back;
    c_.db->write([&](db::Tx& tx) {
      back = undo_batch(tx, *c_.catalog, actor_, job_.batch, rest, [&](std::size_t done) {
        progress.done = done;
        return !progress.cancel;
      });
      return back.done;
    });
    ImportOutcome out = outcome_from(job_.outcome);
    out.refused = {};
    out.shown.clear();
    if (back.done) {
      job_.state = "undone";
      out.created = back.removed;
      out.updated = back.set_back;
      out.skipped = back.left;
    } else if (back.problems.empty()) {
      out.refused = Text("Không còn gì để hoàn tác.", "There is nothing left to take back.");
    }
    for (const Problem& p : back.problems) {
      OutcomeRow row;
      row.problems.emplace_back(-1, p.message);
      out.shown.push_back(std::move(row));
    }
    keep(out);
  }

  void refused(const Message& why) {
    ImportOutcome out = outcome_from(job_.outcome);
    out.refused = why;
    keep(out);
  }

 private:
  ImportOptions options(Progress& progress, bool dry_run) const {
    ImportOptions o;
    o.dry_run = dry_run;
    o.empty_clears = job_.choices.empty_clears;
    o.find_duplicates = true;
    o.sure = job_.choices.sure;
    o.likely = job_.choices.likely;
    o.each = job_.choices.fates;
    o.source = job_.file_name;
    o.progress = [&progress](std::size_t done) {
      progress.done = done;
      return !progress.cancel.load();
    };
    return o;
  }

  void keep_totals(db::Tx& tx, const ImportPlan& plan, ImportResult& result, ImportOutcome& out) {
    if (!job_.choices.keep_totals || !c_.keep_total) return;
    out.totals_kept = 0;
    for (const YearTotal& total : plan.totals) {
      const std::string source = fmt::format("{}{}{}, hàng {}", job_.file_name, out.sheet.empty() ? "" : ", trang ", out.sheet, total.line);
      auto kept = c_.keep_total(tx, d_, actor_, total, source, {job_.file_name, result.batch, "import"});
      if (kept) {
        ++out.totals_kept;
        continue;
      }
      ImportRow row;
      row.line = total.line;
      row.problems.push_back(std::move(kept).error());
      result.rows.push_back(std::move(row));
      ++result.failed;
      result.done = false;
    }
  }

  /// The file becomes evidence of what it made or edited, in the same batch: taken back with it.
  void keep_proof(db::Tx& tx, const std::string& bytes, ImportResult& result, const ImportOutcome& out) {
    std::vector<std::pair<std::int64_t, int>> records;
    for (const ImportRow& row : result.rows)
      if (row.creates || row.updates) records.emplace_back(row.id, row.line);
    if (records.empty()) return;
    const std::string place = job_.file_name + (out.sheet.empty() ? "" : ", trang " + out.sheet);
    auto kept = c_.keep_proof(tx, actor_, d_, records, job_.file_name, place, bytes, {job_.file_name, result.batch, "import"});
    if (kept) return;
    ImportRow row;
    row.line = 1;
    row.problems.push_back(std::move(kept).error());
    result.rows.push_back(std::move(row));
    ++result.failed;
    result.done = false;
  }

  void keep(const ImportOutcome& out) {
    job_.outcome = outcome_json(out);
    c_.db->write([&](db::Tx& tx) {
      keep_job(tx, job_);
      if (job_.state == "done" && !more_sheets_) drop_file(tx, job_.id);
      return true;
    });
  }

  const Context& c_;
  const Description& d_;
  const Actor actor_;
  ImportJob job_;
  bool more_sheets_ = false;
};

}  // namespace

void launch_import(const Context& c, const Description& d, const Actor& actor, const ImportJob& job, const std::string& what) {
  auto work = std::make_shared<Work>(c, d, actor, job);
  c.imports->start(job.id, what,
                   [work, what](Progress& progress) {
                     if (what.starts_with("undo")) work->undo(progress, what == "undo_rest");
                     else work->check_or_import(progress, what == "check");
                   },
                   [work](const Message& why) { work->refused(why); });
  constexpr int k_patience_ms = 1500;
  c.imports->wait(job.id, k_patience_ms);
}

namespace {

/// The row of that line, which must not be empty.
Result<std::size_t> header_row(const tables::Grid& grid, int line) {
  if (const auto row = row_of_line(grid, line)) return *row;
  return refuse(Code::invalid, Message(fmt::format("Hàng {} trống: chọn hàng có tên các cột.", line),
                                       fmt::format("Row {} is empty: choose the row that names the columns.", line)));
}

}  // namespace

Result<ChosenSheet> chosen_sheet(const ImportJob& job, const std::string& bytes) {
  if (bytes.empty()) return tl::make_unexpected(file_gone());
  NC_TRY(grid, tables::read_grid(bytes, job.choices.sheet));
  NC_TRY(row, header_row(grid, job.choices.header_line));
  ChosenSheet out;
  out.header = header_at(grid, row);
  out.grid = std::move(grid);
  return out;
}

Result<bool> guess_choices(db::ReadDb& db, const Description& d, ImportJob& job, const std::string& bytes) {
  if (bytes.empty()) return tl::make_unexpected(file_gone());
  NC_TRY(grid, tables::read_grid(bytes, job.choices.sheet));
  std::size_t row = guess_header(d, grid);
  if (job.choices.header_line > 0) {
    NC_TRY(wanted, header_row(grid, job.choices.header_line));
    row = wanted;
  }
  const Header header = header_at(grid, row);
  job.choices.header_line = grid.lines[row];
  job.choices.targets = guess_targets(d, header, grid);
  const auto known = remembered_mapping(db, d, header);
  for (std::size_t i = 0; i < header.names.size(); ++i)
    if (const auto kept = known.find(fold(header.names[i])); kept != known.end()) job.choices.targets[i] = kept->second;
  job.choices.fixed = guess_fixed(d, job.choices.targets, grid, header, job.file_name);
  return true;
}

// ---- files that go out -----------------------------------------------------------------------------------

namespace {

std::string how_to_write(const Field& f) {
  switch (f.kind) {
    case Kind::date: return "ngày, ví dụ 29/6/2025";
    case Kind::count: return "số; được ghi “gần 20”, “hơn 300”, “chưa rõ”";
    case Kind::integer: return "số nguyên";
    case Kind::money: return "số tiền, ví dụ 3,2 tỷ đồng; 250.000 EUR";
    case Kind::decimal: return "số thập phân, ví dụ 24.515,5";
    case Kind::boolean: return "có hoặc không";
    case Kind::choice: return "chọn trong danh sách";
    case Kind::choices: return "một hoặc nhiều giá trị, cách nhau dấu chấm phẩy";
    case Kind::link: return "mã hoặc tên đầy đủ";
    case Kind::links: return "mã hoặc tên đầy đủ, cách nhau dấu chấm phẩy";
    case Kind::url: return "địa chỉ bắt đầu bằng https://";
    case Kind::text:
    case Kind::long_text: return "chữ";
  }
  return {};
}

/// Titles of a register that is short enough to choose from.
std::vector<std::string> titles_of(db::ReadDb& db, const Catalog& catalog, const Field& f, const Actor& actor) {
  constexpr std::size_t k_most = 300;
  const Description* target = catalog.find(f.opt.link);
  std::vector<std::string> out;
  if (!target) return out;
  each(db, *target, actor, {}, [&](const Cells& cells) {
    out.push_back(target->title_of(cells, Lang::vi));
    return out.size() <= k_most;
  });
  if (out.size() > k_most) out.clear();
  return out;
}

tables::FormColumn form_column(db::ReadDb& db, const Catalog& catalog, const Field& f, const Actor& actor) {
  tables::FormColumn column{f.label.vi, f.opt.hint ? std::string(f.opt.hint->vi) : how_to_write(f), tables::Kind::text, f.opt.required, {}, false};
  if (f.kind == Kind::date) column.kind = tables::Kind::date;
  if (f.kind == Kind::boolean) column.choices = {"có", "không"};
  if (f.opt.options)
    for (const Option& o : f.opt.options->all()) column.choices.push_back(o.label.vi);
  if (f.opt.link) column.choices = titles_of(db, catalog, f, actor);
  // Several values in one cell, and names of records that are not there yet, are typed.
  column.open = f.kind == Kind::choices || f.opt.link != nullptr;
  return column;
}

}  // namespace

std::string import_template(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor) {
  tables::FormBook book;
  book.sheet = "Nhập";
  book.hints_sheet = "Hướng dẫn";
  book.lists_sheet = "Danh mục";
  book.bad_choice = "Chọn một giá trị trong danh sách.";
  book.hints.push_back({"Cột", "Bắt buộc", "Tiếng Anh", "Cách ghi", "Gợi ý"});
  const auto add = [&](const Field& f) {
    if (f.opt.inner || f.opt.read_only) return;
    book.columns.push_back(form_column(db, catalog, f, actor));
    book.hints.push_back({f.label.vi, f.opt.required ? "có" : "", f.label.en, how_to_write(f), f.opt.hint ? std::string(f.opt.hint->vi) : ""});
  };
  for (const Field& f : d.fields) add(f);
  add(*d.find("note"));
  add(*d.find("code"));
  return tables::write_form(book);
}

std::string bad_rows_column(Lang lang) { return std::string(Text("Chỗ cần sửa", "To mend").in(lang)); }

Result<std::string> bad_rows_book(const ImportOutcome& out, Lang lang, std::string_view format) {
  std::vector<tables::Column> columns;
  for (std::size_t i = 0; i < out.header.size(); ++i)
    columns.push_back({out.header[i].empty() ? "(" + tables::column_letters(i) + ")" : out.header[i], tables::Kind::text, 0});
  columns.push_back({bad_rows_column(lang), tables::Kind::text, 0});
  std::vector<tables::Cells> rows;
  for (const OutcomeRow& row : out.shown) {
    if (row.problems.empty()) continue;
    tables::Cells cells = row.cells;
    cells.resize(out.header.size());
    std::string wrong = std::string(Text("Hàng ", "Row ").in(lang)) + std::to_string(row.line) + ": ";
    for (const auto& [column, message] : row.problems) wrong += (&message == &row.problems.front().second ? "" : " ") + message.in(lang);
    cells.push_back(std::move(wrong));
    rows.push_back(std::move(cells));
  }
  const std::string sheet(Text("Cần sửa", "To mend").in(lang));
  if (format == "csv") return tables::write_csv(columns, rows);
  return format == "ods" ? tables::write_ods(sheet, columns, rows) : tables::write_xlsx(sheet, columns, rows);
}

}  // namespace nc::reg
