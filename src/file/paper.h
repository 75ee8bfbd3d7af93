// A paper in the office's form (Decree 30/2020/NĐ-CP) as a value. Writers: docx.cpp, pdf.cpp, sheet.cpp.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "html/html.h"

namespace nc::paper {

/// A stretch of text with one look. `figure` is the id of the living figure it prints ("" if none) and `href` where
/// it leads (DOCX: invisible hyperlink, black, not underlined; PDF of a sealed paper: plain text).
struct Run {
  std::string text;
  bool bold = false, italic = false;
  std::string figure, href;
  std::string look{};  ///< on the sheet only, class of a figure: "sel", "w" (moved since), "bl" (missing)
};
using Runs = std::vector<Run>;

struct TableCell {
  Runs runs;
  enum class Align { left, centre, right } align = Align::left;
  int span = 1;  ///< columns it covers
};
struct TableRow {
  std::vector<TableCell> cells;
  bool head = false;  ///< bold, centred, repeated on every page
};

struct Block {
  enum class Kind {
    part,        ///< "Phần I" centred bold, own line
    part_title,  ///< upper case, centred, bold
    heading,     ///< "I. KẾT QUẢ ..." bold, first line indent
    clause,      ///< "1. ..." bold own line
    point,       ///< "a) ..." plain, first line indent
    paragraph,   ///< justified, first line indent
    item,        ///< "- ..." line
    caption,     ///< name of a table, italic
    note,        ///< under a table, italic, smaller
    table,
    chart,  ///< runs: its caption; rows: label and number of each point; drawn in files, with the table beneath on screen
    annex,  ///< new page with its own numbering; lines parted by \n: "Phụ lục I", "TÊN PHỤ LỤC", "(Kèm theo ...)"
  } kind = Kind::paragraph;
  Runs runs;
  std::vector<TableRow> rows;  ///< table
  std::vector<double> widths;  ///< relative column widths of a table
  std::string unit_note;       ///< "Đơn vị tính: triệu đồng", right above a table
  bool lines = false;          ///< chart: a line with dots instead of bars
  std::vector<std::optional<double>> values{};  ///< chart: what each row counts, head rows included
  bool wide = false;           ///< annex: landscape pages, for a table that needs them
};

struct Paper {
  Lang lang = Lang::vi;
  std::vector<std::string> superior;  ///< line(s) above the issuer, upper case, not bold; often empty
  std::vector<std::string>
      issuer_lines;  ///< broken as the office wants: "LIÊN HIỆP CÁC TỔ CHỨC", "HỮU NGHỊ THÀNH PHỐ CẦN THƠ"
  std::string number;      ///< "" prints blanks: "Số:      /BC-LHHN"
  std::string symbol;      ///< "BC-LHHN"
  std::string place_date;  ///< "Cần Thơ, ngày 05 tháng 02 năm 2026"
  std::string kind_name;   ///< "BÁO CÁO"
  std::vector<std::string>
      subject_lines;  ///< trích yếu; with no kind_name (công văn) printed as "V/v ..." under the number
  std::vector<std::string> addressed_to;  ///< Kính gửi
  std::vector<Block> blocks;
  std::vector<std::string> recipients;  ///< Nơi nhận lines, without "- "; the last one "Lưu: VT, ..."
  std::vector<std::string> authority;   ///< "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"
  std::string signer;
  /// Minutes are signed by two: the secretary here at the left, the chair by `authority` and `signer` at the right. The
  /// recipients then stand below both.
  std::vector<std::string> left_authority;
  std::string left_signer;
  std::string stamp;                ///< "BẢN MẪU" across the page head of sample papers; "" for none
  std::string body_size_pt = "14";  ///< 13 or 14
  bool letter = false;              ///< to guests and friends abroad: the issuer and the day, no national name, motto or number
  bool links = true;                ///< figures lead to their rows in files; false for a sealed, signed PDF
  std::string base_url;             ///< "https://office.example" put before an href that starts with "/"

  double margin_top_mm = 20, margin_bottom_mm = 20, margin_left_mm = 30, margin_right_mm = 15;
};

/// The issuer's name broken over lines as the head of a paper wants it: upper case, no line wider than 70 mm at 12 pt
/// bold where the name allows, never inside a country pair ("VIỆT NAM - LÀO") nor between "THÀNH PHỐ" and its name.
std::vector<std::string> issuer_lines(std::string_view full_name);

/// Word file. Fonts are named Times New Roman; measures are those of docs/decree-30.md.
Result<std::string> docx(const Paper& paper);
/// PDF by Pango/Cairo with a face of the same widths (Liberation Serif), text selectable. Refuses with
/// Code::unsupported when no face with Vietnamese letters is installed.
Result<std::string> pdf(const Paper& paper);
/// The A4 sheets on screen (.a4 of the design), one for the body and one for each annex. Every block carries
/// data-block (its index in `blocks`); a figure is <a class="tok" data-figure="id" href>, with class w when it has no
/// value yet; what the workflow fills later (number, signature) is a .tok.bl. `page_lang` is the language of the page
/// around the sheet: labels for screen readers are in it, the sheet itself is in paper.lang.
/// `beside` (may be empty) is asked for each block and stands right behind it: tools of the page around the sheet.
Html sheet(const Paper& paper, Lang page_lang, const std::function<Html(std::size_t block)>& beside = {});

/// Checks that can be made on the value before anybody signs (Decree 30 and house rules): one line each.
struct Check {
  Message what;
  bool ok = true;
  bool waiting = false;
};
std::vector<Check> format_checks(const Paper& paper);

}  // namespace nc::paper
