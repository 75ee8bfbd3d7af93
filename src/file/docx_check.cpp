// The rules of Decree 30/2020, annex I, asked of the lines of a draft.
#include "file/docx_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/fold.h"
#include "file/decree_words.h"
#include "file/docx_view.h"
#include "file/paper_words.h"

namespace nc::paper {

namespace {

constexpr double k_play = 0.6;        ///< mm and pt that a word processor rounds
constexpr std::size_t k_of_a_rule = 4;  ///< findings of one rule; more of the same help nobody
constexpr std::size_t k_prose = 60;   ///< bytes from which a line outside of tables is taken for body text

class Form {
 public:
  explicit Form(const DraftView& view) : view_(view), lines_(view.lines) {}

  std::vector<DraftFinding> run() {
    page();
    head();
    number();
    place_and_date();
    kind_and_subject();
    find_body();
    body_look();
    body_typing();
    end_mark();
    recipients();
    signature();
    left_over();
    std::ranges::stable_sort(out_, {}, &DraftFinding::paragraph);
    return std::move(out_);
  }

 private:
  void say(const DraftLine* line, std::string vi, std::string en) {
    out_.push_back({line ? line->paragraph : 0, line ? shortened(line->text) : std::string(), Message(std::move(vi), std::move(en))});
  }
  template <class F> const DraftLine* first(F&& wanted) const {
    const auto found = std::ranges::find_if(lines_, wanted);
    return found == lines_.end() ? nullptr : &*found;
  }
  /// Size, weight and slant of a line of fixed look.
  void look(const DraftLine& l, const char* vi, const char* en, double least, double most, bool bold, bool italic) {
    if (l.pt < least - k_play || l.pt > most + k_play)
      say(&l, fmt::format("{} cỡ {:g}; đặt cỡ {:g} đến {:g}", vi, l.pt, least, most), fmt::format("{} is {:g} pt; make it {:g} to {:g}", en, l.pt, least, most));
    if (bold != l.bold) say(&l, fmt::format("{}: {}", vi, bold ? "đặt chữ đậm" : "bỏ chữ đậm"), fmt::format("{}: {}", en, bold ? "make it bold" : "not bold"));
    if (italic != l.italic) say(&l, fmt::format("{}: {}", vi, italic ? "đặt chữ nghiêng" : "đặt chữ đứng"), fmt::format("{}: {}", en, italic ? "make it italic" : "make it upright"));
  }

  void page() {
    if (view_.width > 0 && (std::abs(view_.width - k_page_width) > 1 || std::abs(view_.height - k_page_height) > 1))
      say(nullptr, fmt::format("Khổ giấy {:.0f} × {:.0f} mm; đặt A4 đứng, 210 × 297 mm", view_.width, view_.height), fmt::format("The page is {:.0f} × {:.0f} mm; set A4 upright, 210 × 297 mm", view_.width, view_.height));
    struct Side { const char *vi, *en; double is, least, most; };
    for (const Side& s : {Side{"Lề trên", "Top margin", view_.top, 20, 25}, {"Lề dưới", "Bottom margin", view_.bottom, 20, 25}, {"Lề trái", "Left margin", view_.left, 30, 35}, {"Lề phải", "Right margin", view_.right, 15, 20}})
      if (s.is > 0 && (s.is < s.least - k_play || s.is > s.most + k_play))
        say(nullptr, fmt::format("{} {:.0f} mm; đặt từ {:g} đến {:g} mm", s.vi, s.is, s.least, s.most), fmt::format("{} is {:.0f} mm; set {:g} to {:g} mm", s.en, s.is, s.least, s.most));
  }

  void fixed_words(std::string_view wanted, const char* vi, const char* en, double least, double most) {
    const std::string folded = fold(wanted);
    const DraftLine* line = first([&](const DraftLine& l) { return fold(l.text) == folded; });
    if (!line) return say(nullptr, fmt::format("Thiếu {}: “{}”", vi, wanted), fmt::format("The {} is missing: “{}”", en, wanted));
    if (line->text != wanted) say(line, fmt::format("Viết đúng {}: “{}”", vi, wanted), fmt::format("Write the {} so: “{}”", en, wanted));
    look(*line, vi, en, least, most, true, false);
  }
  void head() {
    fixed_words(national_name(Lang::vi), "Quốc hiệu", "national name", 12, 13);
    fixed_words(motto(Lang::vi), "Tiêu ngữ", "motto", 13, 14);
    if (!lines_.empty() && fold(lines_.front().text) == fold(national_name(Lang::vi)))
      say(&lines_.front(), "Thiếu tên cơ quan ban hành ở bên trái Quốc hiệu", "The issuer's name is missing left of the national name");
  }

  void number() {
    const DraftLine* line = first([](const DraftLine& l) { return l.text.starts_with("Số:") || l.text.starts_with("Số :") || l.text.starts_with("SỐ:"); });
    if (!line) return say(nullptr, "Thiếu dòng số, ký hiệu: “Số:      /BC-LHHN”", "The line of number and symbol is missing: “Số:      /BC-LHHN”");
    if (!line->text.starts_with("Số:")) say(line, "Viết “Số:”, chữ thường, hai chấm liền chữ", "Write “Số:”, the colon right behind the word");
    const auto colon = line->text.find(':'), slash = line->text.find('/');
    if (slash == std::string::npos) return say(line, "Giữa số và ký hiệu là dấu gạch chéo: “Số: 05/BC-LHHN”", "A slash stands between number and symbol: “Số: 05/BC-LHHN”");
    std::string digits;
    for (std::size_t i = colon + 1; i < slash; ++i)
      if (line->text[i] >= '0' && line->text[i] <= '9') digits += line->text[i];
    if (digits.size() == 1) say(line, "Số nhỏ hơn 10 thêm số 0 ở trước: “0" + digits + "”", "Numbers under 10 take a 0: “0" + digits + "”");
    symbol_ = line->text.substr(slash + 1);
    symbol_line_ = line;
    if (symbol_.find(' ') != std::string::npos || symbol_.find("–") != std::string::npos)
      say(line, "Ký hiệu viết liền, giữa các phần là gạch nối: “BC-LHHN”", "The symbol has no blanks and plain hyphens: “BC-LHHN”");
    look(*line, "Số, ký hiệu", "number and symbol", 13, 13, false, false);
  }

  void place_and_date() {
    const DraftLine* line = first([](const DraftLine& l) { return l.text.find("ngày") != std::string::npos && l.text.find("tháng") != std::string::npos && l.text.find("năm") != std::string::npos && l.text.size() < 80; });
    place_ = line;
    if (!line) return say(nullptr, "Thiếu dòng địa danh, ngày tháng: “Cần Thơ, ngày 05 tháng 7 năm 2026”", "The line of place and date is missing: “Cần Thơ, ngày 05 tháng 7 năm 2026”");
    const auto day = line->text.find(", ngày "), month = line->text.find(" tháng "), year = line->text.find(" năm ");
    if (day == std::string::npos || day == 0)
      say(line, "Ghi địa danh rồi dấu phẩy trước ngày: “Cần Thơ, ngày …”", "Name the place, then a comma: “Cần Thơ, ngày …”");
    else if (month != std::string::npos && year != std::string::npos && month > day && year > month) {
      const auto part = [&](std::size_t from, std::size_t to) {
        std::string out;
        for (const char c : line->text.substr(from, to - from))
          if (c >= '0' && c <= '9') out += c;
        return out;
      };
      const std::string d = part(day, month), m = part(month, year);
      if ((!d.empty() && !is_written_right(d, 31, false)) || (!m.empty() && !is_written_right(m, 12, true)))
        say(line, "Ngày dưới 10 và tháng 1, 2 thêm số 0; tháng 3 đến 9 không thêm", "Days under 10 and months 1 and 2 take a 0; months 3 to 9 do not");
    }
    look(*line, "Địa danh, ngày tháng", "place and date", 13, 14, false, true);
  }

  void kind_and_subject() {
    const DraftLine* line = first([](const DraftLine& l) { return !kind_letters(l.text).empty() && is_upper(l.text) && l.text.size() < k_prose; });
    kind_ = line;
    if (!line) {
      const bool about = first([](const DraftLine& l) { return l.text.starts_with("V/v"); }), to = first([](const DraftLine& l) { return l.text.starts_with("Kính gửi"); });
      if (!about) say(nullptr, "Không thấy tên loại (BÁO CÁO, TỜ TRÌNH …); công văn thì ghi trích yếu “V/v …” dưới số, ký hiệu", "No kind of paper (BÁO CÁO, TỜ TRÌNH …); an official letter has “V/v …” under its number");
      if (!to) say(nullptr, "Công văn cần dòng “Kính gửi: …”", "An official letter needs a line “Kính gửi: …”");
      return;
    }
    look(*line, "Tên loại", "kind of paper", 13, 14, true, false);
    if (line->align != "center") say(line, "Tên loại đặt canh giữa", "Centre the kind of paper");
    const std::string letters(kind_letters(line->text));
    if (symbol_line_ && symbol_.substr(0, symbol_.find('-')) != letters)
      say(symbol_line_, "Ký hiệu của " + line->text + " bắt đầu bằng " + letters + "-", "The symbol of " + line->text + " begins with " + letters + "-");
    const auto next = line + 1;
    if (next == lines_.data() + lines_.size()) return;
    if (next->text.ends_with('.')) say(next, "Trích yếu không có dấu chấm ở cuối", "The subject ends without a full stop");
    if (line->text.starts_with("TỜ TRÌNH") && !first([](const DraftLine& l) { return l.text.starts_with("Kính gửi"); })) say(line, "Tờ trình cần dòng “Kính gửi: …” dưới trích yếu", "A submission needs “Kính gửi: …” below its subject");
  }

  /// Prose between the head and the recipients; notes and captions are set in italics.
  void find_body() {
    const DraftLine* after = kind_ ? kind_ : place_;
    bool begun = after == nullptr;
    for (const DraftLine& l : lines_) {
      if (&l == after) begun = true;
      if (l.text.starts_with("Nơi nhận")) break;
      if (begun && &l != after && !l.in_table && l.text.size() >= k_prose && l.align != "center" && !l.italic) body_.push_back(&l);
      if (begun && &l != after && !l.in_table && !l.text.starts_with("Kính gửi")) last_ = &l;
    }
  }

  void body_look() {
    std::array<std::size_t, 3> told{};
    for (const DraftLine* l : body_) {
      if ((l->pt < 13 - k_play || l->pt > 14 + k_play) && told[0]++ < k_of_a_rule) say(l, fmt::format("Lời văn cỡ {:g}; đặt cỡ 13 hoặc 14", l->pt), fmt::format("The text is {:g} pt; make it 13 or 14", l->pt));
      if (l->font != "Times New Roman" && told[1]++ < k_of_a_rule)
        say(l, "Phông chữ " + (l->font.empty() ? std::string("theo mẫu của máy") : l->font) + "; đặt Times New Roman", "The font is " + (l->font.empty() ? std::string("that of the theme") : l->font) + "; set Times New Roman");
      if (l->align != "both" && told[2]++ < k_of_a_rule) say(l, "Lời văn canh đều cả hai lề", "Justify the text");
    }
  }

  void body_typing() {
    std::size_t told = 0;
    for (const DraftLine* l : body_)
      for (const std::string_view slip : {"  ", " ,", " ;", " :", " ?", " !"})
        if (l->text.find(slip) != std::string::npos) {
          if (told++ < k_of_a_rule) say(l, slip == "  " ? "Hai dấu cách liền nhau; bỏ một" : "Dấu cách trước dấu câu; bỏ dấu cách ấy", slip == "  " ? "Two blanks in a row; take one out" : "A blank before a mark; take it out");
          break;
        }
  }

  void end_mark() {
    std::size_t marks = 0;
    const DraftLine* marked = nullptr;
    for (const DraftLine& l : lines_)
      if (l.text.find("./.") != std::string::npos) ++marks, marked = &l;
    if (marks == 0 && last_) say(last_, "Kết thúc lời văn bằng “./.” liền chữ cuối", "End the text with “./.” right behind its last word");
    if (marks > 1) say(marked, "“./.” chỉ có một lần, ở cuối lời văn", "“./.” stands once only, at the end of the text");
  }

  void recipients() {
    const DraftLine* line = first([](const DraftLine& l) { return l.text.starts_with("Nơi nhận"); });
    if (!line) return say(nullptr, "Thiếu “Nơi nhận:” ở góc dưới bên trái, dòng cuối là “- Lưu: VT, …”", "“Nơi nhận:” is missing at the lower left, its last line “- Lưu: VT, …”");
    look(*line, "“Nơi nhận:”", "“Nơi nhận:”", 12, 12, true, true);
    if (!first([](const DraftLine& l) { return l.text.starts_with("- Lưu: VT") || l.text.starts_with("Lưu: VT"); })) say(line, "Dòng cuối của Nơi nhận là “- Lưu: VT, …”", "The last recipient is “- Lưu: VT, …”");
  }

  void signature() {
    static constexpr std::array<std::string_view, 9> k_posts{"CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM.", "KT.", "TL.", "TUQ.", "Q.", "TỔNG THƯ KÝ", "CHÁNH VĂN PHÒNG"};
    const DraftLine* post = nullptr;
    for (const DraftLine& l : lines_)
      if (std::ranges::any_of(k_posts, [&](std::string_view p) { return l.text.starts_with(p); }) && is_upper(l.text) && &l != kind_) post = &l;
    if (!post) return say(nullptr, "Thiếu quyền hạn, chức vụ người ký: “TM. BAN THƯỜNG VỤ”, “CHỦ TỊCH”, “KT. CHỦ TỊCH” …", "The signer's authority and post are missing: “TM. BAN THƯỜNG VỤ”, “CHỦ TỊCH”, “KT. CHỦ TỊCH” …");
    look(*post, "Chức vụ người ký", "post of the signer", 13, 14, true, false);
    for (const DraftLine* l = post + 1; l < lines_.data() + lines_.size(); ++l)
      for (const std::string_view title : {"GS", "PGS", "TS.", "ThS", "BS.", "Giáo sư", "Tiến sĩ", "Thạc sĩ", "NGƯT"})
        if (l->text.starts_with(title) && l->text.size() < k_prose) return say(l, "Họ tên người ký không ghi học hàm, học vị, danh hiệu", "The signer's name carries no academic or honorary title");
  }

  void left_over() {
    std::size_t told = 0;
    for (const DraftLine& l : lines_)
      for (const std::string_view mark : {"[điền", "[chưa có", "{", "«", "…………"})
        if (l.text.find(mark) != std::string::npos) {
          if (told++ < k_of_a_rule) say(&l, "Còn chỗ chưa điền; điền hoặc bỏ", "A place is not filled in; fill it in or take it out");
          break;
        }
  }

  const DraftView& view_;
  const std::vector<DraftLine>& lines_;
  std::vector<DraftFinding> out_;
  const DraftLine *symbol_line_ = nullptr, *place_ = nullptr, *kind_ = nullptr, *last_ = nullptr;
  std::string symbol_;
  std::vector<const DraftLine*> body_;
};

}  // namespace

Result<std::vector<DraftFinding>> draft_findings(std::string_view docx) {
  NC_TRY(view, draft_view(docx));
  return Form(view).run();
}

}  // namespace nc::paper
