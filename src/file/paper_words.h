// What every writer of a paper shares: measures, fixed words and the paper put in order before it is written.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "file/paper.h"

namespace nc::paper {

// Measures of Decree 30/2020, Annex I (docs/decree-30.md tells how certain each is). Millimetres unless named _pt.
inline constexpr double k_page_width = 210, k_page_height = 297;
inline constexpr double k_head_left = 72;        ///< column of the issuer
inline constexpr double k_head_right_min = 89;   ///< Quốc hiệu at 12 pt is 88.3 mm wide
inline constexpr double k_issuer_line_max = 70;  ///< widest line of the issuer's name
inline constexpr double k_first_line = 10;
inline constexpr double k_number_top = 10;  ///< page number: from the edge of the sheet
inline constexpr double k_sign_space = 28;  ///< room for signature and seal
inline constexpr double k_national_pt = 12, k_motto_pt = 13, k_issuer_pt = 12, k_symbol_pt = 13, k_about_pt = 12;
inline constexpr double k_kind_pt = 14, k_table_pt = 12, k_recipients_title_pt = 12, k_recipients_pt = 11;
inline constexpr double k_caption_pt = 13, k_note_pt = 12;
inline constexpr double k_cell_side = 1.5, k_cell_top_pt = 2;  ///< between a cell's border and its text
inline constexpr double k_rule_pt = 0.75, k_border_pt = 0.5;
inline constexpr double k_paragraph_gap_pt = 6, k_line_factor = 1.15;
inline constexpr double k_rule_share = 0.4;  ///< of the last line; the decree says 1/3 to 1/2

inline constexpr double k_pt_per_mm = 72.0 / 25.4;

/// Words that don't change from paper to paper.
std::string_view national_name(Lang lang);
std::string_view motto(Lang lang);
std::string_view recipients_title(Lang lang);  ///< "Nơi nhận:"
std::string_view addressed_title(Lang lang);   ///< "Kính gửi:"

/// "Số: 05/BC-LHHN"; blanks where the clerk has not given a number yet; "" for letters without a symbol.
std::string number_line(const Paper& paper);
/// The lines of 5b ("V/v ...") of a paper without a kind name; empty otherwise.
std::vector<std::string> about_lines(const Paper& paper);

/// One section of pages: the body with the signature block, or one annex.
struct Section {
  std::vector<Block> blocks;
  bool annex = false, wide = false;
};

/// The paper as it is printed: NFC, Ð mended, controls gone, "./." glued, punctuation of lists set, links absolute,
/// blocks split into sections.
struct Ready {
  Paper paper;  ///< with `blocks` moved to `sections`; recipients and addressed_to punctuated ("- A;", "- B.")
  std::vector<Section> sections;
  double body_pt = 14;
};
/// Refuses what no writer can print: over 20,000 blocks, a table over 60 columns, margins that leave no room.
/// `links` says what becomes of hrefs: absolute for files (others are dropped), as given for the screen.
enum class Links { absolute, as_given };
Result<Ready> ready(const Paper& paper, Links links = Links::absolute);

/// Text of runs in a row.
std::string plain(const Runs& runs);
/// A short line that names what follows ("a) Hoạt động hữu nghị") rather than a sentence: kept with the next line.
bool reads_as_title(const Block& block);
/// Bold words that open a plain sentence ("**1. Đoàn vào.** Trong năm ..."): the runs say what is bold, not the kind.
bool is_run_in(const Block& block);
/// Widths of the two columns of the head, in mm, for a text width of `text_mm`.
struct HeadColumns {
  double left, right;
};
HeadColumns head_columns(double text_mm);
/// Number of columns of a table (spans counted).
int column_count(const Block& table);

}  // namespace nc::paper
