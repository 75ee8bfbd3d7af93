// Table files as values: CSV and Excel, in and out. What comes in is checked text; what goes out can't run as a
// formula.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nc::tables {

using Cells = std::vector<std::string>;

/// A table as read. Cells are valid UTF-8, NFC, trimmed (see `mended`); every row has as many cells as the header.
/// Numbers are plain ("35842600000", "0.5"), days ISO ("2025-12-08"), moments "2025-12-08 14:30".
struct TableFile {
  Cells header;  ///< never empty, no name empty or twice
  std::vector<Cells> rows;
  std::vector<int> lines;  ///< where each row begins in the file: line of a CSV, row of a sheet, counted from 1
};

struct Limits {
  std::size_t bytes = 32U << 20U;            ///< of the file as sent
  std::size_t unpacked_bytes = 128U << 20U;  ///< of an Excel file, so that a small file can't fill the memory
  std::size_t rows = 200'000, columns = 300, cell_bytes = 64U << 10U;
};

/// Takes one row at a time; a refusal stops the reading and is passed on.
using RowSink = std::function<Result<bool>(Cells cells, int line)>;

/// Comma, semicolon or tab (the one the first line has most of; a first line "sep=;" decides); quotes as RFC 4180;
/// UTF-8 with or without BOM, UTF-16 with BOM, windows-1258 when it reads as Vietnamese. Refuses with a message that
/// names the line: empty files, other encodings, open quotes, too many cells, nameless or repeated columns.
Result<TableFile> read_csv(std::string_view bytes, const Limits& limits = {});

/// A sheet of an .xlsx file ("" is the first visible one). The first row that is not empty is the header.
/// Refuses: no zip, cut short, parts missing, a sheet that isn't there (names those that are), over the limits.
Result<TableFile> read_xlsx(std::string_view bytes, std::string_view sheet = {}, const Limits& limits = {});
/// Names of the visible sheets in order.
Result<std::vector<std::string>> sheet_names(std::string_view bytes, const Limits& limits = {});

/// Looks at the content, not at the name: .xlsx or CSV. Says what else it is (.xls, .ods, PDF, web page) and how to
/// mend.
Result<TableFile> read_table(std::string_view bytes, const Limits& limits = {});

enum class Kind {
  text,
  integer,  ///< cell: optional '-', digits
  decimal,  ///< cell: digits with a point
  date,     ///< cell: yyyy-mm-dd
};
struct Column {
  std::string name;
  Kind kind = Kind::text;
  int places = 0;  ///< decimals shown
};

struct CsvLook {
  char delimiter = ';';  ///< Excel with a Vietnamese locale splits at ';'
  bool bom = true;       ///< without it Excel takes UTF-8 for something else
};

/// Writes row after row to `out`. Text cells that a spreadsheet would run (= + - @ tab) get a ' in front, which
/// `read_csv` takes off again; cells of other kinds are left as they are when they hold a plain value.
class CsvWriter {
 public:
  using Out = std::function<void(std::string_view)>;
  CsvWriter(Out out, std::vector<Column> columns, CsvLook look = {});
  /// Missing cells are empty, surplus cells are dropped.
  void row(const Cells& cells);

 private:
  void line(const Cells& cells, bool header);
  Out out_;
  std::vector<Column> columns_;
  CsvLook look_;
  std::string buffer_;
};
std::string write_csv(const std::vector<Column>& columns, const std::vector<Cells>& rows, CsvLook look = {});

/// Writes an .xlsx file row after row in constant memory (through a temporary file): typed cells, frozen header with
/// filter, column widths from the contents. A cell that isn't a plain value of its column's kind is written as text.
class XlsxWriter {
 public:
  /// `sheet` is shortened and cleaned to what Excel takes. Throws std::runtime_error when the temporary file can't be
  /// made.
  XlsxWriter(std::string_view sheet, std::vector<Column> columns);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;
  /// Refuses more than 1,048,575 rows and cells over 32,767 characters: Excel can't hold them.
  Result<bool> row(const Cells& cells);
  /// The file's bytes; no row may follow.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};
Result<std::string> write_xlsx(std::string_view sheet, const std::vector<Column>& columns,
                               const std::vector<Cells>& rows);

}  // namespace nc::tables
