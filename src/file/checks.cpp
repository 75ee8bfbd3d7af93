// Checks of a paper against Decree 30/2020 that can be made before anybody signs.
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

#include "file/decree_words.h"
#include "file/paper_words.h"
#include "file/text_measure.h"

namespace nc::paper {

namespace {

struct KindCode {
  std::string_view kind, code;
};
constexpr std::array<KindCode, 23> k_kinds{
    {{"BÁO CÁO", "BC"},         {"TỜ TRÌNH", "TTr"},      {"QUYẾT ĐỊNH", "QĐ"},      {"NGHỊ QUYẾT", "NQ"},
     {"THÔNG BÁO", "TB"},       {"KẾ HOẠCH", "KH"},       {"CHƯƠNG TRÌNH", "CTr"},   {"HƯỚNG DẪN", "HD"},
     {"GIẤY MỜI", "GM"},        {"BIÊN BẢN", "BB"},       {"CHỈ THỊ", "CT"},         {"QUY CHẾ", "QC"},
     {"QUY ĐỊNH", "QyĐ"},       {"THÔNG CÁO", "TC"},      {"PHƯƠNG ÁN", "PA"},       {"ĐỀ ÁN", "ĐA"},
     {"DỰ ÁN", "DA"},           {"HỢP ĐỒNG", "HĐ"},       {"CÔNG ĐIỆN", "CĐ"},       {"BẢN GHI NHỚ", "BGN"},
     {"BẢN THỎA THUẬN", "BTT"}, {"GIẤY ỦY QUYỀN", "GUQ"}, {"GIẤY GIỚI THIỆU", "GGT"}}};

}  // namespace

std::string_view kind_letters(std::string_view text) {
  for (const KindCode& k : k_kinds)
    if (text.starts_with(k.kind)) return k.code;
  return {};
}

bool is_upper(const std::string& text) {
  auto u = icu::UnicodeString::fromUTF8(text);
  return u == icu::UnicodeString(u).toUpper(icu::Locale("vi"));
}

std::string shortened(const std::string& text) {
  auto u = icu::UnicodeString::fromUTF8(text);
  if (u.countChar32() <= 40) return text;
  u.truncate(u.moveIndex32(0, 38));
  std::string out;
  u.toUTF8String(out);
  return out + "…";
}

bool is_written_right(const std::string& digits, int most, bool month) {
  if (digits.empty() || digits.size() > 2) return false;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  if (value < 1 || value > most) return false;
  return digits.size() == (value >= 10 || !month || value <= 2 ? 2U : 1U);
}

namespace {

using Checks = std::vector<Check>;

Check good(Message what) { return {std::move(what), true, false}; }
Check bad(Message what) { return {std::move(what), false, false}; }
Check waits(Message what) { return {std::move(what), true, true}; }

bool is_prose(const Block& block) {
  return block.kind != Block::Kind::table && block.kind != Block::Kind::chart && block.kind != Block::Kind::annex && block.kind != Block::Kind::note &&
         block.kind != Block::Kind::caption;
}

/// Blocks before the first annex.
std::vector<const Block*> body_of(const Paper& paper) {
  std::vector<const Block*> out;
  for (const auto& block : paper.blocks) {
    if (block.kind == Block::Kind::annex) break;
    out.push_back(&block);
  }
  return out;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

void check_head(const Paper& paper, Checks& out) {
  out.push_back(good(Text("Quốc hiệu, Tiêu ngữ", "National name and motto")));
  if (paper.issuer_lines.empty()) {
    out.push_back(bad(Text("Thiếu tên cơ quan ban hành: chọn tổ chức của văn bản",
                           "The issuer is missing: choose the organisation of the paper")));
    return;
  }
  for (const auto& line : paper.issuer_lines) {
    if (!is_upper(line)) {
      out.push_back(
          bad({"Tên cơ quan ban hành phải viết hoa: " + line, "The issuer's name must be in capitals: " + line}));
      return;
    }
    if (text_width_mm(line, k_issuer_pt, true) > k_issuer_line_max) {
      out.push_back(bad({"Dòng tên cơ quan dài quá 70 mm, ngắt thêm dòng: " + line,
                         "A line of the issuer's name is wider than 70 mm, break it: " + line}));
      return;
    }
  }
  out.push_back(good(Text("Tên cơ quan ban hành", "Name of the issuer")));
}

void check_symbol(const Paper& paper, Checks& out) {
  if (paper.symbol.empty()) return;
  const std::string_view first = std::string_view(paper.symbol).substr(0, paper.symbol.find('-'));
  const std::string_view letters = kind_letters(paper.kind_name);
  if (!letters.empty() && first != letters) {
    out.push_back(bad(
        {fmt::format("Ký hiệu {} không khớp tên loại {}: phải bắt đầu bằng {}-", paper.symbol, paper.kind_name,
                     letters),
         fmt::format("Symbol {} does not fit {}: it must begin with {}-", paper.symbol, paper.kind_name, letters)}));
    return;
  }
  if (paper.number.empty()) {
    out.push_back(waits(Text("Số: văn thư cấp khi ban hành", "Number: given by the clerk when issued")));
  } else {
    out.push_back(good({"Số, ký hiệu " + number_line(paper), "Number and symbol " + number_line(paper)}));
  }
}

std::optional<std::string> between(const std::string& text, std::string_view from, std::string_view to) {
  const auto start = text.find(from);
  if (start == std::string::npos) return std::nullopt;
  const auto end = to.empty() ? text.size() : text.find(to, start + from.size());
  if (end == std::string::npos) return std::nullopt;
  return text.substr(start + from.size(), end - start - from.size());
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" .…") == std::string::npos; }

/// Minutes say the day in their text, and two people sign them (form 1.9 of annex III).
void check_minutes(const Paper& paper, Checks& out) {
  if (!paper.place_date.empty())
    out.push_back(bad(Text("Biên bản không có dòng địa danh, ngày tháng dưới Tiêu ngữ", "Minutes carry no line of place and date")));
  else if (paper.left_authority.empty() || paper.authority.empty())
    out.push_back(bad(Text("Biên bản có hai chữ ký: thư ký bên trái, chủ tọa bên phải", "Two sign the minutes: the secretary at the left, the chair at the right")));
  else
    out.push_back(good(Text("Biên bản: không ghi địa danh, ngày tháng; hai chữ ký", "Minutes: no place and date, two signatures")));
}

void check_date(const Paper& paper, Checks& out) {
  if (paper.lang == Lang::en) return;
  if (paper.kind_name.starts_with("BIÊN BẢN")) return check_minutes(paper, out);
  const auto day = between(paper.place_date, ", ngày ", " tháng "),
             month = between(paper.place_date, " tháng ", " năm ");
  if (!day || !month) {
    out.push_back(
        bad({"Địa danh, ngày tháng phải có dạng “Cần Thơ, ngày 05 tháng 7 năm 2026”, đang là: " + paper.place_date,
             "Place and date must read “Cần Thơ, ngày 05 tháng 7 năm 2026”; now: " + paper.place_date}));
  } else if (is_blank(*day) || is_blank(*month)) {
    out.push_back(waits(Text("Ngày: văn thư ghi khi ban hành", "Date: entered by the clerk when issued")));
  } else if (!is_written_right(*day, 31, false) || !is_written_right(*month, 12, true)) {
    out.push_back(bad({"Ngày dưới 10 và tháng 1, 2 thêm số 0, tháng 3 đến 9 không thêm: " + paper.place_date,
                       "Days under 10 and months 1 and 2 take a 0, months 3 to 9 do not: " + paper.place_date}));
  } else {
    out.push_back(good(Text("Địa danh, ngày tháng", "Place and date")));
  }
}

void check_page(const Paper& paper, Checks& out) {
  const std::string margins = fmt::format("{:g} - {:g} - {:g} - {:g}", paper.margin_top_mm, paper.margin_bottom_mm,
                                          paper.margin_left_mm, paper.margin_right_mm);
  const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
  if (within(paper.margin_top_mm, 20, 25) && within(paper.margin_bottom_mm, 20, 25) &&
      within(paper.margin_left_mm, 30, 35) && within(paper.margin_right_mm, 15, 20)) {
    out.push_back(good({"Lề " + margins + " mm", "Margins " + margins + " mm"}));
  } else {
    out.push_back(
        bad({"Lề " + margins + " mm ngoài khoảng: trên, dưới 20 - 25; trái 30 - 35; phải 15 - 20",
             "Margins " + margins + " mm are out of range: top, bottom 20 - 25; left 30 - 35; right 15 - 20"}));
  }
  if (paper.body_size_pt == "13" || paper.body_size_pt == "14") {
    out.push_back(good({"Cỡ chữ lời văn " + paper.body_size_pt, "Body size " + paper.body_size_pt + " pt"}));
  } else {
    out.push_back(bad(Text("Cỡ chữ lời văn phải là 13 hoặc 14", "The body must be 13 or 14 pt")));
  }
}

void check_subject(const Paper& paper, Checks& out) {
  if (paper.subject_lines.empty()) {
    out.push_back(bad(Text("Thiếu trích yếu nội dung", "The subject is missing")));
  } else if (paper.subject_lines.back().ends_with('.')) {
    out.push_back(bad(Text("Trích yếu không có dấu chấm ở cuối", "The subject ends without a full stop")));
  } else {
    out.push_back(good(Text("Tên loại, trích yếu", "Kind and subject")));
  }
  if (paper.kind_name.starts_with("TỜ TRÌNH") && paper.addressed_to.empty()) {
    out.push_back(bad(Text("Tờ trình phải có “Kính gửi”", "A submission must say whom it is addressed to")));
  }
}

void check_left_over(const Paper& paper, Checks& out) {
  constexpr std::array<std::string_view, 6> k_marks{"{", "}", "[chưa có số liệu", "[minh họa", "[điền", "[người soạn"};
  std::size_t found = 0;
  std::string first;
  const auto look = [&](const std::string& text) {
    for (const auto mark : k_marks) {
      const auto n = count_of(text, mark);
      if (n > 0 && first.empty()) first = shortened(text.substr(text.find(mark)));
      found += n;
    }
  };
  for (const auto& block : paper.blocks) {
    look(plain(block.runs));
    for (const auto& row : block.rows) {
      for (const auto& cell : row.cells) look(plain(cell.runs));
    }
  }
  for (const auto* lines : {&paper.subject_lines, &paper.addressed_to, &paper.recipients, &paper.authority}) {
    for (const auto& line : *lines) look(line);
  }
  look(paper.signer);
  if (found == 0) {
    out.push_back(good(Text("Không còn chỗ chưa điền", "Nothing left to fill in")));
  } else {
    out.push_back(bad({fmt::format("Còn {} chỗ chưa điền, trước hết: {}", found, first),
                       fmt::format("{} place(s) left to fill in, first: {}", found, first)}));
  }
}

void check_end(const Paper& paper, Checks& out) {
  std::size_t marks = 0;
  std::string last;
  for (const auto* block : body_of(paper)) {
    if (!is_prose(*block)) continue;
    const std::string text = plain(block->runs);
    marks += count_of(text, "./.");
    if (!text.empty()) last = text;
  }
  while (!last.empty() && last.back() == ' ') last.pop_back();
  if (marks == 1 && last.ends_with("./.")) {
    out.push_back(good(Text("Kết thúc bằng “./.”", "Ends with “./.”")));
  } else {
    out.push_back(bad(Text("“./.” phải có đúng một lần, liền chữ cuối của lời văn",
                           "“./.” must stand exactly once, right after the last word of the body")));
  }
}

void check_points(const Paper& paper, Checks& out) {
  if (paper.lang == Lang::en) return;
  constexpr std::array<std::string_view, 23> k_letters{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                       "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
  std::size_t next = 0;
  for (const auto& block : paper.blocks) {
    if (block.kind == Block::Kind::clause || block.kind == Block::Kind::heading || block.kind == Block::Kind::part)
      next = 0;
    if (block.kind != Block::Kind::point) continue;
    const std::string text = plain(block.runs);
    const std::string_view letter = std::string_view(text).substr(0, text.find(')'));
    if (letter == "a") next = 0;
    if (next >= k_letters.size() || letter != k_letters[next]) {
      const std::string wanted(next < k_letters.size() ? k_letters[next] : "?");
      out.push_back(bad({"Điểm theo chữ cái tiếng Việt, ở đây là “" + wanted + ")”: " + shortened(text),
                         "Points follow the Vietnamese alphabet, here “" + wanted + ")”: " + shortened(text)}));
      return;
    }
    ++next;
  }
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXL") == std::string_view::npos;
}

void check_parts(const Paper& paper, Checks& out) {
  for (const auto& block : paper.blocks) {
    if (block.kind != Block::Kind::part) continue;
    const std::string text = plain(block.runs);
    const auto blank = text.find(' ');
    if ((text.starts_with("Phần ") || text.starts_with("Chương ")) && blank != std::string::npos &&
        !is_roman(std::string_view(text).substr(text.find_last_of(' ') + 1))) {
      out.push_back(bad({"Phần, chương đánh số La Mã: " + text, "Parts and chapters take Roman numerals: " + text}));
      return;
    }
  }
}

void check_annexes(const Paper& paper, Checks& out) {
  std::vector<std::string> names;
  for (const auto& block : paper.blocks) {
    if (block.kind != Block::Kind::annex) continue;
    const std::string text = plain(block.runs);
    names.push_back(text.substr(0, text.find('\n')));
  }
  if (names.empty()) return;
  std::string body;
  for (const auto* block : body_of(paper)) body += plain(block->runs) + "\n";
  for (const auto& name : names) {
    const bool numbered = is_roman(std::string_view(name).substr(name.find_last_of(' ') + 1));
    if (paper.lang == Lang::vi && numbered != (names.size() > 1)) {
      out.push_back(bad({"Một phụ lục không đánh số, từ hai phụ lục đánh số La Mã: " + name,
                         "A single annex has no number, two or more take Roman numerals: " + name}));
      return;
    }
    if (body.find(name) == std::string::npos) {
      out.push_back(bad({"Lời văn chưa nhắc “(" + name + " kèm theo)”", "The body does not mention “(" + name + ")”"}));
      return;
    }
  }
  out.push_back(good({fmt::format("Phụ lục: {}", names.size()), fmt::format("Annexes: {}", names.size())}));
}

void check_typing(const Paper& paper, Checks& out) {
  for (const auto& block : paper.blocks) {
    if (!is_prose(block)) continue;
    const std::string text = plain(block.runs);
    for (const std::string_view slip : {"  ", " ,", " ;", " :", " ?", " !"}) {
      if (text.find(slip) == std::string::npos) continue;
      out.push_back(bad({"Hai dấu cách liền nhau hoặc dấu cách trước dấu câu: " + shortened(text),
                         "Two blanks in a row or a blank before a mark: " + shortened(text)}));
      return;
    }
  }
}

void check_signature(const Paper& paper, Checks& out) {
  const auto& last = paper.recipients.empty() ? std::string() : paper.recipients.back();
  const std::string_view bare = last.starts_with("- ") ? std::string_view(last).substr(2) : std::string_view(last);
  if (paper.lang == Lang::vi && !bare.starts_with("Lưu: VT")) {
    out.push_back(bad(Text("Dòng cuối Nơi nhận phải là “Lưu: VT, ...”", "The last recipient must be “Lưu: VT, ...”")));
  } else {
    const std::size_t n = paper.recipients.size();
    out.push_back(good({fmt::format("Nơi nhận {} dòng", n), fmt::format("Recipients: {}", n)}));
  }
  if (paper.authority.empty()) {
    out.push_back(bad(Text("Thiếu quyền hạn, chức vụ người ký", "The signer's authority and post are missing")));
    return;
  }
  constexpr std::array<std::string_view, 9> k_titles{"GS",      "PGS",     "TS.",     "ThS", "BS.",
                                                     "Giáo sư", "Tiến sĩ", "Thạc sĩ", "NGƯT"};
  for (const auto title : k_titles) {
    if (paper.signer.starts_with(title)) {
      out.push_back(bad(Text("Họ tên người ký không ghi học hàm, học vị, danh hiệu",
                             "The signer's name carries no academic or honorary title")));
      return;
    }
  }
  if (paper.signer.empty())
    out.push_back(waits(Text("Chữ ký: chờ trình", "Signature: to be submitted")));
  else
    out.push_back(good({"Người ký: " + paper.signer, "Signer: " + paper.signer}));
}

}  // namespace

std::vector<Check> format_checks(const Paper& paper) {
  Checks out;
  check_head(paper, out);
  check_symbol(paper, out);
  check_date(paper, out);
  check_page(paper, out);
  check_subject(paper, out);
  check_left_over(paper, out);
  check_parts(paper, out);
  check_points(paper, out);
  check_typing(paper, out);
  check_end(paper, out);
  check_annexes(paper, out);
  check_signature(paper, out);
  if (!paper.stamp.empty()) {
    out.push_back(waits(
        {"Đóng dấu “" + paper.stamp + "”: dùng số minh họa", "Stamped “" + paper.stamp + "”: illustrative figures"}));
  }
  return out;
}

}  // namespace nc::paper
