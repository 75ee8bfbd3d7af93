// A table of facts on paper: number, what, and the value or a place to fill in.
#include "app/common/fact_table.h"

#include <utility>

namespace nc::app {

using paper::Block;
using paper::TableCell;
using paper::TableRow;

namespace {

TableRow row_of(const std::vector<std::string>& words, bool head) {
  TableRow r;
  r.head = head;
  for (const std::string& one : words) {
    TableCell c;
    c.runs = {{one, head, false, {}, {}}};
    r.cells.push_back(std::move(c));
  }
  if (!head) r.cells[0].align = TableCell::Align::centre;
  return r;
}

}  // namespace

Block paper_line(Block::Kind kind, std::string text) {
  Block b;
  b.kind = kind;
  b.runs = {{std::move(text), false, false, {}, {}}};
  return b;
}

void each_paragraph(const std::string& text, const std::function<void(std::string)>& take) {
  std::string line;
  for (const char c : text + "\n") {
    if (c != '\n') line += c;
    else if (!line.empty()) take(std::exchange(line, {}));
  }
}

void put_paragraphs(paper::Paper& paper, const std::string& text) {
  each_paragraph(text, [&](std::string line) { paper.blocks.push_back(paper_line(Block::Kind::paragraph, std::move(line))); });
}

Block fact_table(const std::vector<std::pair<std::string, std::string>>& facts) {
  Block table;
  table.kind = Block::Kind::table;
  table.widths = {8, 34, 58};
  table.rows.push_back(row_of({"STT", "Nội dung", "Thông tin"}, true));
  for (const auto& [name, value] : facts) table.rows.push_back(row_of({std::to_string(table.rows.size()), name, value.empty() ? "[điền]" : value}, false));
  return table;
}

}  // namespace nc::app
