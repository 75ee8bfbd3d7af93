// Writes Excel files with libxlsxwriter in constant memory.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "base/date.h"
#include "base/words.h"
#include "file/table_cells.h"
#include "file/temporary_file.h"

namespace nc::tables {
namespace {

constexpr lxw_row_t k_most_rows = 1'048'575;
constexpr std::size_t k_most_letters = 32'767;
constexpr double k_narrowest = 6, k_widest = 60;
constexpr time_t k_no_date = 946684800;  // 2000-01-01: the same rows give the same bytes

/// What Excel takes as a sheet name: 31 characters, none of []:*?/\, no ' at the ends.
std::string sheet_name(std::string_view wanted) {
  std::string name;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto byte = static_cast<unsigned char>(wanted[i]);
    if ((byte & 0xC0U) != 0x80U && ++letters > 31) break;
    name += std::string_view("[]:*?/\\'").find(wanted[i]) == std::string_view::npos && byte >= 0x20 ? wanted[i] : ' ';
  }
  return name.find_first_not_of(' ') == std::string::npos ? "Bảng" : name;
}

/// Letters of the longest line.
std::size_t longest_line(std::string_view text) {
  std::size_t most = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    most = std::max(most, letter_count(text.substr(at, end - at)));
    at = end + 1;
  }
  return most;
}

}  // namespace

struct XlsxWriter::State {
  std::vector<Column> columns;
  std::vector<std::size_t> widths;
  TemporaryFile file;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* head = nullptr;
  lxw_format* wrapped = nullptr;
  std::vector<lxw_format*> formats;
  lxw_row_t rows = 0;

  void write(lxw_row_t row, lxw_col_t column, const std::string& cell) {
    if (cell.empty()) return;
    lxw_format* const look = formats[column];
    switch (columns[column].kind) {
      case Kind::integer:
      case Kind::decimal:
        if (is_plain(cell, columns[column].kind)) {
          worksheet_write_number(sheet, row, column, *plain_number(cell), look);
          return;
        }
        break;
      case Kind::date:
        if (const auto day = Date::from_iso(cell); day && excel_serial(*day) >= 1) {
          worksheet_write_number(sheet, row, column, excel_serial(*day), look);
          return;
        }
        break;
      case Kind::text:
        break;
    }
    worksheet_write_string(sheet, row, column, cell.c_str(), cell.find('\n') == std::string::npos ? nullptr : wrapped);
  }
};

XlsxWriter::XlsxWriter(std::string_view sheet, std::vector<Column> columns) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.columns = std::move(columns);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  s.book = workbook_new_opt(s.file.path().c_str(), &options);
  if (s.book == nullptr) throw std::runtime_error("can't write " + s.file.path());
  lxw_doc_properties properties{};
  properties.created = k_no_date;
  workbook_set_properties(s.book, &properties);
  s.sheet = workbook_add_worksheet(s.book, sheet_name(sheet).c_str());
  s.head = workbook_add_format(s.book);
  format_set_bold(s.head);
  format_set_text_wrap(s.head);
  format_set_bottom(s.head, LXW_BORDER_THIN);
  format_set_align(s.head, LXW_ALIGN_VERTICAL_CENTER);
  s.wrapped = workbook_add_format(s.book);
  format_set_text_wrap(s.wrapped);
  for (std::size_t i = 0; i < s.columns.size(); ++i) {
    const Column& column = s.columns[i];
    lxw_format* look = nullptr;
    if (column.kind != Kind::text) {
      look = workbook_add_format(s.book);
      const std::string code = column.kind == Kind::date      ? "dd/mm/yyyy"
                               : column.kind == Kind::integer ? "#,##0"
                               : column.places > 0
                                   ? "#,##0." + std::string(static_cast<std::size_t>(column.places), '0')
                                   : "General";
      format_set_num_format(look, code.c_str());
    }
    s.formats.push_back(look);
    s.widths.push_back(longest_line(column.name));
    worksheet_write_string(s.sheet, 0, static_cast<lxw_col_t>(i), column.name.c_str(), s.head);
  }
  worksheet_freeze_panes(s.sheet, 1, 0);
}

XlsxWriter::~XlsxWriter() {
  if (state_->book != nullptr) workbook_close(state_->book);
}

Result<bool> XlsxWriter::row(const Cells& cells) {
  State& s = *state_;
  if (s.rows >= k_most_rows) {
    return refuse(Code::too_large, Text("Excel chỉ chứa 1.048.576 dòng: lọc bớt hoặc xuất CSV",
                                        "Excel holds 1,048,576 rows only: filter, or export CSV"));
  }
  const std::size_t n = std::min(cells.size(), s.columns.size());
  for (std::size_t i = 0; i < n; ++i) {
    if (cells[i].size() <= k_most_letters || letter_count(cells[i]) <= k_most_letters) continue;
    return refuse(
        Code::too_large,
        Message(fmt::format("Dòng {}, cột “{}” dài quá 32.767 chữ, Excel không chứa được: xuất CSV", s.rows + 2,
                            s.columns[i].name),
                fmt::format("Row {}, column “{}” is over 32,767 characters, which Excel can't hold: export CSV",
                            s.rows + 2, s.columns[i].name)));
  }
  ++s.rows;
  for (std::size_t i = 0; i < n; ++i) {
    s.write(s.rows, static_cast<lxw_col_t>(i), cells[i]);
    // Digits get separators and days take ten characters.
    const std::size_t letters = longest_line(cells[i]);
    s.widths[i] = std::max(s.widths[i], s.columns[i].kind == Kind::text ? letters : letters + letters / 3);
  }
  return true;
}

std::string XlsxWriter::finish() {
  State& s = *state_;
  for (std::size_t i = 0; i < s.widths.size(); ++i) {
    const double width = std::clamp(static_cast<double>(s.widths[i]) * 1.1 + 3, k_narrowest, k_widest);
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(s.sheet, column, column, width, nullptr);
  }
  if (!s.columns.empty()) {
    worksheet_autofilter(s.sheet, 0, 0, s.rows, static_cast<lxw_col_t>(s.columns.size() - 1));
  }
  const lxw_error error = workbook_close(s.book);
  s.book = nullptr;
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("can't write the Excel file: ") + lxw_strerror(error));
  return s.file.content();
}

Result<std::string> write_xlsx(std::string_view sheet, const std::vector<Column>& columns,
                               const std::vector<Cells>& rows) {
  XlsxWriter writer(sheet, columns);
  for (const auto& row : rows) NC_CHECKED(written, writer.row(row));
  return writer.finish();
}

}  // namespace nc::tables
