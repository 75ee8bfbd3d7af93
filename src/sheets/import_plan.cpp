// Reading what a sheet means: where its header is, what its columns are, which rows are records.
#include "sheets/import_plan.h"

#include <algorithm>
#include <set>

#include "base/fold.h"
#include "base/hash.h"
#include "sheets/duplicates.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_look_at = 30;

/// Heads that offices use whatever the register, by the part the field plays in it.
struct Role {
  const char* part;
  std::vector<std::string_view> words;
};
const std::vector<Role>& roles() {
  static const std::vector<Role> all{
      {"code", {"ma", "ma so", "ky hieu", "so hieu", "id", "code"}},
      {"note", {"ghi chu", "luu y", "nguon", "note", "notes", "remarks", "source"}},
      {"title", {"ten", "ten goi", "noi dung", "tieu de", "name", "title", "doan khach", "khach", "ten doan khach"}},
      {"date", {"ngay", "thoi gian", "ngay thang", "ngay thang nam", "date", "time", "thoi diem"}},
      {"country", {"nuoc", "quoc gia", "quoc tich", "ten nuoc", "country", "nationality"}},
      {"count", {"so luong", "so nguoi", "so khach", "so thanh vien", "thanh phan", "sl", "number", "quantity", "luot khach"}},
  };
  return all;
}

const Field* field_of_part(const Description& d, std::string_view part) {
  if (part == "code" || part == "note") return d.find(part);
  if (part == "title") return d.find(d.title_field);
  if (part == "date") return d.date_field.empty() ? nullptr : d.find(d.date_field);
  if (part == "country") return d.country_field.empty() ? nullptr : d.find(d.country_field);
  const Field* only = nullptr;
  for (const Field& f : d.fields)
    if (f.kind == Kind::count && !only) only = &f;
  return only;
}

bool is_running_number(const std::string& folded) {
  static const std::set<std::string> words{"stt", "tt", "so tt", "so thu tu", "no", "ord"};
  return words.contains(folded);
}

/// How well a head names a field, 0 to 1.
double fits(const Description& d, const Field& f, const std::string& head) {
  const std::string vi = fold(f.label.vi), en = fold(f.label.en);
  if (head == vi || head == en || head == fold(f.name)) return 1;
  for (const Role& role : roles())
    if (field_of_part(d, role.part) == &f && std::find(role.words.begin(), role.words.end(), head) != role.words.end()) return 0.9;
  // "Thời gian Từ ngày": the lower part of a head in two lines.
  if (vi.size() > 3 && head.size() > vi.size() && head.ends_with(" " + vi)) return 0.85;
  if (vi.size() > 3 && (head.starts_with(vi + " ") || vi.starts_with(head + " "))) return 0.7;
  const double alike = std::max(detail::likeness(head, vi), detail::likeness(head, en));
  return alike >= 0.6 ? alike * 0.8 : 0;
}

std::vector<const Field*> open_fields(const Description& d) {
  std::vector<const Field*> out = file_fields(d);
  std::erase_if(out, [](const Field* f) { return f->opt.read_only; });
  return out;
}

double best_fit(const Description& d, const std::vector<const Field*>& fields, const std::string& head) {
  double best = 0;
  for (const Field* f : fields) best = std::max(best, fits(d, *f, head));
  return best;
}

const tables::Merge* merge_over(const tables::Grid& grid, int line, int column) {
  for (const tables::Merge& m : grid.merges)
    if (line >= m.line && line < m.line + m.lines && column >= m.column && column < m.column + m.columns) return &m;
  return nullptr;
}

std::string cell_at(const tables::Grid& grid, std::size_t row, std::size_t column) {
  return row < grid.rows.size() && column < grid.rows[row].size() ? grid.rows[row][column] : std::string();
}

/// The cell, or that of the joined block it belongs to.
std::string spread_cell(const tables::Grid& grid, std::size_t row, std::size_t column) {
  std::string own = cell_at(grid, row, column);
  if (!own.empty()) return own;
  const tables::Merge* m = merge_over(grid, grid.lines[row], static_cast<int>(column));
  if (!m) return {};
  const auto top = row_of_line(grid, m->line);
  return top ? cell_at(grid, *top, static_cast<std::size_t>(m->column)) : std::string();
}

/// A year written on its own or inside words, 1945 to 2100; 0 when there is none or more than one.
int year_in(const std::string& text) {
  int found = 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    if (!digit(i) || (i > 0 && digit(i - 1)) || digit(i + 4)) continue;
    const auto year = parse_int(std::string_view(text).substr(i, 4));
    if (!year || *year < 1945 || *year > 2100) continue;
    if (found != 0 && found != *year) return 0;
    found = static_cast<int>(*year);
  }
  return found;
}

/// "Cộng quý I", "Tổng 6 tháng": a sum within a year, never the year's.
bool is_part_sum(const std::string& folded) {
  for (const std::string_view sum : {"cong ", "tong ", "tong cong "})
    for (const std::string_view part : {"quy ", "thang ", "6 thang", "9 thang"})
      if (folded.starts_with(std::string(sum) + std::string(part))) return true;
  return false;
}

/// "Tổng cộng", "Cộng năm 2019", "2019". Names that merely begin so ("Tổng lãnh sự quán", "Công ty") are none.
bool is_sum(const std::string& folded) {
  if (folded.starts_with("tong cong ") || folded.starts_with("tong so ") || is_part_sum(folded)) return true;
  static const std::set<std::string> words{"tong", "tong cong", "tong so", "cong", "nam", "ca nam", "cong nam", "tong nam", "total", "year", ""};
  const int year = year_in(folded);
  std::string rest = folded;
  if (year != 0) rest.erase(rest.find(std::to_string(year)), 4);
  while (!rest.empty() && rest.back() == ' ') rest.pop_back();
  while (!rest.empty() && rest.front() == ' ') rest.erase(0, 1);
  return words.contains(rest) && (year != 0 || !rest.empty());
}

class Planner {
 public:
  Planner(const Description& d, tables::Grid grid, const Header& header, const ImportChoices& choices)
      : d_(d), grid_(std::move(grid)), header_(header), choices_(choices) {}

  ImportPlan run() {
    plan_.table.targets = choices_.targets;
    plan_.table.targets.resize(std::max(header_.names.size(), choices_.targets.size()));
    plan_.table.fixed = choices_.fixed;
    take_qualifier_columns();
    note_faults();
    fill_down();
    title_column_ = column_of(d_.title_field);
    date_column_ = column_of(d_.date_field);
    const std::set<int> out(choices_.left_out.begin(), choices_.left_out.end());
    for (std::size_t i = header_.first + header_.rows; i < grid_.rows.size(); ++i) {
      const int line = grid_.lines[i];
      tables::Cells& cells = grid_.rows[i];
      mend(cells, line);
      join_qualifiers(cells, line);
      if (out.contains(line) || is_no_record(cells, line) || repeats_header(cells)) continue;
      // A faulty cell at the end of a row has no text: the row must still reach to it, to be told.
      for (auto f = plan_.table.faults.lower_bound({line, 0}); f != plan_.table.faults.end() && f->first.first == line; ++f)
        if (cells.size() <= static_cast<std::size_t>(f->first.second)) cells.resize(static_cast<std::size_t>(f->first.second) + 1);
      plan_.table.rows.push_back(std::move(cells));
      plan_.table.lines.push_back(line);
    }
    return std::move(plan_);
  }

 private:
  int column_of(const std::string& field) const {
    for (std::size_t i = 0; i < plan_.table.targets.size(); ++i) {
      const std::string& t = plan_.table.targets[i];
      if (!field.empty() && t.substr(0, t.find("..")) == field) return static_cast<int>(i);
    }
    return -1;
  }

  /// "gần" in a column of its own goes before the number that it is about.
  void take_qualifier_columns() {
    for (std::size_t c = 0; c < plan_.table.targets.size(); ++c) {
      std::string& target = plan_.table.targets[c];
      of_periods_ = of_periods_ || target.starts_with("period_from");
      if (!target.ends_with(k_qualifier_of)) continue;
      const std::string field = target.substr(0, target.size() - k_qualifier_of.size());
      target.clear();
      if (const int number = column_of(field); number >= 0) qualifiers_.emplace_back(static_cast<int>(c), number);
    }
  }

  void join_qualifiers(tables::Cells& cells, int line) const {
    for (const auto& [from, to] : qualifiers_) {
      const std::string word = in_column(cells, from), number = in_column(cells, to);
      if (word.empty() || number.empty() || choices_.edits.contains({line, to})) continue;
      cells[static_cast<std::size_t>(to)] = word + " " + number;
    }
  }

  void note_faults() {
    for (const tables::CellFault& f : grid_.faults) {
      if (choices_.edits.contains({f.line, f.column})) continue;
      plan_.table.faults[{f.line, f.column}] =
          f.kind == tables::CellFault::Kind::formula
              ? Message(Text("công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi gửi lại, hoặc gõ giá trị.",
                             "the formula has no result. Open the file in Excel, save it and send it again, or type the value."))
              : Message(Text("ô báo lỗi công thức (#N/A, #REF!). Gõ giá trị đúng.",
                             "the cell shows an error (#N/A, #REF!). Type the right value."));
    }
  }

  /// Joined blocks below the header stand for every row they cover.
  void fill_down() {
    const int below = grid_.lines[std::min(header_.first + header_.rows, grid_.lines.size()) - 1];
    for (const tables::Merge& m : grid_.merges) {
      if (m.line <= below || m.columns > 1 || m.lines < 2) continue;
      const auto top = row_of_line(grid_, m.line);
      if (!top) continue;
      const auto column = static_cast<std::size_t>(m.column);
      const std::string value = cell_at(grid_, *top, column);
      for (std::size_t i = *top + 1; i < grid_.rows.size() && grid_.lines[i] < m.line + m.lines && !value.empty(); ++i) {
        if (grid_.rows[i].size() <= column) grid_.rows[i].resize(column + 1);
        if (!grid_.rows[i][column].empty()) continue;
        grid_.rows[i][column] = value;
        ++plan_.filled_down;
      }
    }
  }

  void mend(tables::Cells& cells, int line) const {
    if (!choices_.replace.empty())
      for (std::size_t c = 0; c < cells.size(); ++c)
        if (const auto r = choices_.replace.find({static_cast<int>(c), cells[c]}); r != choices_.replace.end()) cells[c] = r->second;
    for (auto e = choices_.edits.lower_bound({line, 0}); e != choices_.edits.end() && e->first.first == line; ++e) {
      const auto column = static_cast<std::size_t>(e->first.second);
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = e->second;
    }
  }

  static std::string text_of(const tables::Cells& cells) {
    std::string out;
    for (const std::string& c : cells)
      if (!c.empty()) out += (out.empty() ? "" : " | ") + c;
    return out;
  }

  std::string in_column(const tables::Cells& cells, int column) const {
    return column >= 0 && static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)] : std::string();
  }

  /// Headings between rows, sums, totals of years: told apart and never imported.
  bool is_no_record(const tables::Cells& cells, int line) {
    const auto filled = std::count_if(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
    if (filled == 0) return true;
    std::size_t first = 0;
    while (cells[first].empty()) ++first;
    const tables::Merge* m = merge_over(grid_, line, static_cast<int>(first));
    const std::string title = in_column(cells, title_column_), day = in_column(cells, date_column_);
    const bool no_day = date_column_ < 0 || day.empty() || (day.size() == 4 && year_in(day) != 0);
    // A row of claims is the total of a year: it is what the register is for.
    const bool sum = no_day && !of_periods_ && (is_sum(fold(title.empty() ? cells[first] : title)) || (title.empty() && year_in(day) != 0));
    const bool heading = filled == 1 && header_.names.size() > 2 && ((m && m->columns > 2) || static_cast<int>(first) != title_column_);
    if (!sum && !heading) return false;
    if (sum) find_totals(cells, line, static_cast<std::size_t>(first));
    plan_.no_records.emplace_back(line, text_of(cells));
    return true;
  }

  void find_totals(const tables::Cells& cells, int line, std::size_t first) {
    const int year = year_in(text_of(cells));
    if (year == 0 || is_part_sum(fold(cells[first]))) return;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const auto number = parse_quantity(cells[c]);
      if (!number || number->value <= 0 || number->value == year || (c < header_.names.size() && is_running_number(fold(header_.names[c])))) continue;
      const std::string head = c < header_.names.size() ? header_.names[c] : std::string();
      const std::string words = c == first || parse_quantity(cells[first]) ? head : cells[first] + (head.empty() ? "" : ", " + head);
      const std::string target = c < plan_.table.targets.size() ? plan_.table.targets[c] : std::string();
      plan_.totals.push_back({line, year, words, target.substr(0, target.find("..")), {number->value, number->qualifier}});
    }
  }

  /// The header printed again on a later page of a long sheet.
  bool repeats_header(const tables::Cells& cells) const {
    std::size_t same = 0, filled = 0;
    for (std::size_t c = 0; c < cells.size() && c < header_.names.size(); ++c) {
      if (cells[c].empty()) continue;
      ++filled;
      if (fold(cells[c]) == fold(header_.names[c])) ++same;
    }
    return filled >= 2 && same == filled;
  }

  const Description& d_;
  tables::Grid grid_;
  const Header& header_;
  const ImportChoices& choices_;
  int title_column_ = -1, date_column_ = -1;
  bool of_periods_ = false;                      ///< the rows are about years and half years
  std::vector<std::pair<int, int>> qualifiers_;  ///< column of the word, column of its number
  ImportPlan plan_;
};

/// Do the values of a column look like spans of days ("12-15/3/2025")?
bool holds_spans(const tables::Grid& grid, const Header& header, std::size_t column) {
  for (std::size_t i = header.first + header.rows; i < grid.rows.size() && i < header.first + header.rows + k_look_at; ++i) {
    const auto span = parse_day_span(cell_at(grid, i, column));
    if (span && span->from != span->to) return true;
  }
  return false;
}

}  // namespace

std::optional<std::size_t> row_of_line(const tables::Grid& grid, int line) {
  const auto at = std::lower_bound(grid.lines.begin(), grid.lines.end(), line);
  if (at == grid.lines.end() || *at != line) return std::nullopt;
  return static_cast<std::size_t>(at - grid.lines.begin());
}

std::size_t guess_header(const Description& d, const tables::Grid& grid) {
  const auto fields = open_fields(d);
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 0; i < grid.rows.size() && i < k_look_at; ++i) {
    double score = 0;
    for (const std::string& cell : grid.rows[i]) {
      const std::string head = fold(cell);
      if (head.empty() || cell.size() > 80) continue;
      score += is_running_number(head) ? 0.5 : best_fit(d, fields, head);
    }
    if (score <= most + 0.01) continue;
    most = score;
    best = i;
  }
  if (most >= 1) return best;
  // Nothing is known: the first of the widest rows.
  for (std::size_t i = 0; i < grid.rows.size() && i < k_look_at; ++i)
    if (grid.rows[i].size() > grid.rows[best].size()) best = i;
  return best;
}

Header header_at(const tables::Grid& grid, std::size_t row) {
  Header out;
  out.first = row;
  const int line = grid.lines[row];
  for (const tables::Merge& m : grid.merges)
    if (m.line == line && m.lines > 1 && m.lines <= 3) out.rows = std::max(out.rows, static_cast<std::size_t>(m.lines));
  while (out.rows > 1 && (row + out.rows > grid.rows.size() || grid.lines[row + out.rows - 1] >= line + 3)) --out.rows;
  out.names.resize(grid.columns);
  for (std::size_t c = 0; c < grid.columns; ++c) {
    for (std::size_t r = row; r < row + out.rows; ++r) {
      const std::string part = spread_cell(grid, r, c);
      if (part.empty() || out.names[c] == part || out.names[c].ends_with("– " + part)) continue;
      out.names[c] += (out.names[c].empty() ? "" : " – ") + part;
    }
    std::replace(out.names[c].begin(), out.names[c].end(), '\n', ' ');
  }
  while (!out.names.empty() && out.names.back().empty()) out.names.pop_back();
  return out;
}

std::string header_key(const Header& header) {
  std::set<std::string> names;
  for (const std::string& n : header.names)
    if (!n.empty()) names.insert(fold(n));
  std::string all;
  for (const std::string& n : names) all += n + "\n";
  return sha256_hex(all);
}

std::vector<std::string> guess_targets(const Description& d, const Header& header, const tables::Grid& grid) {
  struct Pair {
    double score;
    std::size_t column;
    const Field* field;
  };
  std::vector<Pair> pairs;
  for (std::size_t c = 0; c < header.names.size(); ++c) {
    const std::string head = fold(header.names[c]);
    if (head.empty() || is_running_number(head)) continue;
    for (const Field* f : open_fields(d))
      if (const double score = fits(d, *f, head); score >= 0.5) pairs.push_back({score, c, f});
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::vector<std::string> targets(header.names.size());
  std::set<const Field*> used;
  for (const Pair& p : pairs) {
    if (!targets[p.column].empty() || used.contains(p.field)) continue;
    targets[p.column] = p.field->name;
    used.insert(p.field);
  }
  // "Năm | Con số | Mức | Nguồn": what offices keep of years they have no records of.
  for (const auto& [from, until] : day_spans(d))
    for (std::size_t c = 0; c < targets.size() && from->name == "period_from"; ++c) {
      const std::string head = fold(header.names[c]);
      const bool period = head == "nam" || head == "ky" || head == "year" || head == "period";
      if (!period || used.contains(from) || used.contains(until)) continue;
      targets[c] = from->name + ".." + until->name;
      used.insert(from);
      used.insert(until);
    }
  for (std::size_t c = 0; c < targets.size(); ++c) {
    const std::string head = fold(header.names[c]);
    const Field* number = field_of_part(d, "count");
    if ((head == "muc" || head == "muc do" || head == "qualifier") && number && used.contains(number)) targets[c] = number->name + std::string(k_qualifier_of);
  }
  for (const auto& [from, until] : day_spans(d))
    for (std::size_t c = 0; c < targets.size(); ++c)
      if (targets[c] == from->name && !used.contains(until) && holds_spans(grid, header, c)) targets[c] = from->name + ".." + until->name;
  return targets;
}

std::map<std::string, std::string> guess_fixed(const Description& d, const std::vector<std::string>& targets,
                                               const tables::Grid& grid, const Header& header, const std::string& file) {
  std::string around = " " + fold(grid.sheet) + " ";
  for (std::size_t i = 0; i < header.first; ++i)
    for (const std::string& cell : grid.rows[i]) around += fold(cell) + " ";
  around += fold(file) + " ";
  std::map<std::string, std::string> out;
  for (const Field& f : d.fields) {
    const bool given = std::any_of(targets.begin(), targets.end(), [&](const std::string& t) { return t.substr(0, t.find("..")) == f.name; });
    if (given || f.opt.inner || f.opt.read_only || !f.opt.required) continue;
    if (f.opt.preset && std::string_view(f.opt.preset) != "today") out[f.name] = f.opt.preset;
    if (f.kind != Kind::choice) continue;
    for (const Option& o : f.opt.options->all())
      if (const std::string label = fold(o.label.vi); !label.empty() && around.find(" " + label + " ") != std::string::npos) out[f.name] = o.code;
  }
  return out;
}

ImportPlan make_plan(const Description& d, tables::Grid grid, const Header& header, const ImportChoices& choices) {
  return Planner(d, std::move(grid), header, choices).run();
}

}  // namespace nc::reg
