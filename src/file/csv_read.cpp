// Reads CSV files as office programs and people write them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "file/grid.h"
#include "file/table_build.h"
#include "file/table_cells.h"
#include "file/text_encoding.h"

namespace nc::tables {
namespace {

/// Cuts text into records. Line ends \n, \r\n and \r; inside quotes they belong to the cell.
class Scanner {
 public:
  Scanner(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  bool done() const { return at_ >= text_.size(); }
  int line() const { return line_; }

  enum class Fault { none, open_quote, after_quote, too_many };
  /// The next record; `fault_line` is set when there is one.
  Fault next(Cells& cells, std::size_t most, int& fault_line) {
    cells.clear();
    for (;;) {
      if (cells.size() > most) return fault_line = line_, Fault::too_many;
      cells.emplace_back();
      if (at_ < text_.size() && text_[at_] == '"') {
        const int opened = line_;
        if (!quoted(cells.back())) return fault_line = opened, Fault::open_quote;
        if (at_ < text_.size() && !at_end_of_cell()) return fault_line = line_, Fault::after_quote;
      } else {
        plain(cells.back());
      }
      unguard(cells.back());
      if (at_ < text_.size() && text_[at_] == delimiter_) {
        ++at_;
        continue;
      }
      line_end();
      return Fault::none;
    }
  }

 private:
  bool at_end_of_cell() const { return text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r'; }

  void plain(std::string& cell) {
    const std::size_t from = at_;
    while (at_ < text_.size() && !at_end_of_cell()) ++at_;
    cell = text_.substr(from, at_ - from);
  }

  bool quoted(std::string& cell) {
    ++at_;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return false;
      const auto part = text_.substr(at_, quote - at_);
      line_ += static_cast<int>(std::ranges::count(part, '\n'));
      cell.append(part);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return true;
      cell += '"';
      ++at_;
    }
  }

  void line_end() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  /// Takes off the ' that `CsvWriter` put before what a spreadsheet would run.
  static void unguard(std::string& cell) {
    if (cell.starts_with('\'') && would_run(cell)) cell.erase(0, 1);
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  int line_ = 1;
};

/// The candidate that the first line with any of them has most of, outside quotes (titles above a table have none). A quote opens after any
/// candidate, so that commas in a quoted name don't count whichever the delimiter is.
char delimiter_of(std::string_view text) {
  constexpr std::string_view k_candidates = ";\t,";
  std::array<std::size_t, 3> counts{};
  const std::size_t first = text.find_first_not_of("\r\n ");
  bool cell_start = true;
  for (std::size_t i = first; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || c == '\r') {
      if (std::ranges::any_of(counts, [](std::size_t n) { return n > 0; })) break;
      cell_start = true;
      continue;
    }
    if (c == '"' && cell_start) {
      // To the closing quote; a doubled one stands for itself.
      for (++i; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        if (i + 1 >= text.size() || text[i + 1] != '"') break;
        ++i;
      }
      cell_start = false;
      continue;
    }
    const auto candidate = k_candidates.find(c);
    if (candidate != std::string_view::npos) ++counts[candidate];
    cell_start = candidate != std::string_view::npos;
  }
  const auto most = std::ranges::max_element(counts);
  return k_candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// Excel's own hint: a first line "sep=;".
char hinted_delimiter(std::string_view& text, int& first_line) {
  if (!text.starts_with("sep=") || text.size() < 5) return 0;
  const char c = text[4];
  const std::size_t rest = text.find_first_not_of("\r\n", 5);
  if (text.size() > 5 && text[5] != '\r' && text[5] != '\n') return 0;
  text.remove_prefix(std::min(rest, text.size()));
  first_line = 2;
  return c;
}

Problem fault_problem(Scanner::Fault fault, int line, const Limits& limits) {
  const auto where = TableBuilder::Where::line;
  switch (fault) {
    case Scanner::Fault::open_quote:
      return problem_at(where, Code::invalid, line, "dấu nháy kép mở mà không đóng", "a quote is opened and never closed");
    case Scanner::Fault::after_quote:
      return problem_at(where, Code::invalid, line, "sau dấu nháy kép đóng phải là dấu phân cách hoặc hết dòng",
                        "after a closing quote comes a delimiter or the end of the line");
    default:
      return too_wide(where, line, limits);
  }
}

/// Gives every record to `sink`.
Result<bool> scan_csv(std::string_view bytes, const Limits& limits, const RowSink& sink) {
  if (bytes.empty()) return refuse(Code::invalid, Text("Tệp rỗng: chọn tệp khác", "The file is empty: choose another"));
  if (bytes.size() > limits.bytes) {
    return refuse(Code::too_large, Message(fmt::format("Tệp lớn hơn {} MB: chia thành nhiều tệp", limits.bytes >> 20U),
                                           fmt::format("The file is over {} MB: split it", limits.bytes >> 20U)));
  }
  NC_TRY(text, to_utf8(bytes));
  std::string_view rest = text;
  int first_line = 1;
  const char hinted = hinted_delimiter(rest, first_line);
  Scanner scanner(rest, hinted != 0 ? hinted : delimiter_of(rest));
  Cells cells;
  while (!scanner.done()) {
    const int line = scanner.line() + first_line - 1;
    int fault_line = 0;
    const auto fault = scanner.next(cells, limits.columns, fault_line);
    if (fault != Scanner::Fault::none) {
      return tl::make_unexpected(fault_problem(fault, fault_line + first_line - 1, limits));
    }
    NC_CHECKED(added, sink(std::move(cells), line));
    cells = {};
  }
  return true;
}

}  // namespace

Result<TableFile> read_csv(std::string_view bytes, const Limits& limits) {
  TableBuilder builder(TableBuilder::Where::line, limits);
  NC_CHECKED(read, scan_csv(bytes, limits, [&](Cells cells, int line) { return builder.add(std::move(cells), line); }));
  return builder.finish();
}

Result<Grid> read_csv_grid(std::string_view bytes, const Limits& limits) {
  GridBuilder builder(TableBuilder::Where::line, limits);
  NC_CHECKED(read, scan_csv(bytes, limits, [&](Cells cells, int line) { return builder.add(std::move(cells), line); }));
  return builder.finish();
}

}  // namespace nc::tables
