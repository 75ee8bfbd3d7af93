// From a document with tokens to the paper that is printed.
#include "document/document.h"

namespace nc::doc {

namespace {

using paper::Run;
using paper::Runs;

struct Printer {
  const Document& document;
  const std::map<std::string, std::string>& shown;
  const std::function<std::string(const Token&)>& link;

  Run figure(const std::string& id) const {
    Run run;
    auto it = shown.find(id);
    run.text = it == shown.end() ? std::string(Text("[chưa có số liệu]", "[no figures yet]").in(document.lang)) : it->second;
    run.figure = id;
    if (const Token* token = document.find_token(id); token && link) run.href = link(*token);
    return run;
  }

  /// Splits "**bold** text {t1} more" into runs.
  Runs runs(std::string_view text) const {
    Runs out;
    bool bold = false;
    std::string plain;
    auto flush = [&] {
      if (!plain.empty()) out.push_back({std::move(plain), bold, false, {}, {}});
      plain.clear();
    };
    while (!text.empty()) {
      if (text.starts_with("**")) {
        flush();
        bold = !bold;
        text.remove_prefix(2);
        continue;
      }
      if (text.starts_with("{t")) {
        auto close = text.find('}');
        if (close != std::string_view::npos) {
          flush();
          Run run = figure(std::string(text.substr(1, close - 1)));
          run.bold = bold;
          out.push_back(std::move(run));
          text.remove_prefix(close + 1);
          continue;
        }
      }
      plain += text.front();
      text.remove_prefix(1);
    }
    flush();
    return out;
  }

  /// What the one figure of a cell counts, as it was when its words were printed.
  std::optional<double> value_of(std::string_view cell) const {
    const auto marks = marks_in(cell);
    const Token* token = marks.size() == 1 ? document.find_token(marks.front()) : nullptr;
    return token && token->row_count > 0 ? token->value : std::nullopt;
  }

  paper::Block block(const Block& b) const {
    paper::Block out;
    out.kind = b.kind;
    out.runs = runs(b.text);
    out.widths = b.widths;
    out.unit_note = b.unit_note;
    out.wide = b.wide;
    out.lines = b.lines;
    if (b.kind == paper::Block::Kind::chart)
      for (const auto& row : b.rows) out.values.push_back(row.empty() ? std::nullopt : value_of(row.back()));
    for (std::size_t r = 0; r < b.rows.size(); ++r) {
      paper::TableRow row;
      row.head = b.head_row && r == 0;
      for (std::size_t c = 0; c < b.rows[r].size(); ++c) {
        paper::TableCell cell{runs(b.rows[r][c]), paper::TableCell::Align::left, 1};
        const char a = row.head ? 'c' : c < b.align.size() ? b.align[c] : 'l';
        cell.align = a == 'r' ? paper::TableCell::Align::right : a == 'c' ? paper::TableCell::Align::centre : paper::TableCell::Align::left;
        row.cells.push_back(std::move(cell));
      }
      out.rows.push_back(std::move(row));
    }
    return out;
  }
};

/// "Can Tho, 30 June 2022"; a blank for the day while nobody has signed.
std::string english_place_date(const Document& d) {
  const Date end = d.signed_on ? d.signed_on : d.cutoff ? d.cutoff : d.period.to;
  const std::string words = format_date_long(end, Lang::en);  // "Thursday 30 June 2022"
  const auto number = words.find(' ') + 1, month = words.find(' ', number);
  return d.place + ", " + (d.signed_on ? words.substr(number) : "     " + words.substr(month));
}

std::string place_date(const Document& d) {
  if (d.lang == Lang::en) return english_place_date(d);
  if (d.signed_on) return d.place + ", " + format_date_paper(d.signed_on);
  const Date end = d.cutoff ? d.cutoff : d.period.to;
  return d.place + ", ngày       tháng " + (end.month() < 3 ? "0" : "") + std::to_string(end.month()) + " năm " + std::to_string(end.year());
}

void put_in(std::string& text, std::string_view blank, const std::string& value) {
  if (const auto at = text.find(blank); at != std::string::npos) text.replace(at, blank.size(), value);
}

}  // namespace

void issue(Document& d, const std::string& number, Date day) {
  d.number = number;
  d.signed_on = day;
  for (Section& section : d.sections)
    for (Block& block : section.blocks) {
      if (block.kind != paper::Block::Kind::annex) continue;
      put_in(block.en, "No.       /", "No. " + number + "/");
      put_in(block.en, ", dated      )", ", dated " + format_date(day, Lang::en) + ")");
      put_in(block.text, "số       /", "số " + number + "/");
      const auto at = block.text.find("ngày       tháng       năm ");
      if (at == std::string::npos) continue;
      auto end = at + std::string_view("ngày       tháng       năm ").size();
      while (end < block.text.size() && block.text[end] >= '0' && block.text[end] <= '9') ++end;
      block.text.replace(at, end - at, format_date_paper(day));
    }
}

paper::Paper to_paper(const Document& d, const std::map<std::string, std::string>& shown,
                      const std::function<std::string(const Token&)>& link, bool sample) {
  paper::Paper p;
  p.lang = d.lang;
  p.issuer_lines = d.issuer_lines;
  p.number = d.number;
  p.symbol = d.symbol;
  p.place_date = place_date(d);
  p.kind_name = d.kind_name;
  p.subject_lines = d.subject_lines;
  p.addressed_to = d.addressed_to;
  p.recipients = d.recipients;
  p.authority = d.authority;
  p.signer = d.signer;
  if (sample) p.stamp = Text("BẢN MẪU", "SAMPLE").in(d.lang);
  const Printer printer{d, shown, link};
  for (const Section& section : d.sections)
    for (const Block& block : section.blocks) p.blocks.push_back(printer.block(block));
  return p;
}

}  // namespace nc::doc
