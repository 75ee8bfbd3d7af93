// Fixed words of a paper and its putting in order before writing.
#include "file/paper_words.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace nc::paper {
namespace {

constexpr std::size_t k_max_blocks = 20'000;
constexpr int k_max_columns = 60;
constexpr std::string_view k_end = "./.";

bool is_plain_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// NFC with Ð mended; controls that neither XML nor a printer can take become blanks. `keep_lines` keeps \n.
std::string clean(std::string_view text, bool keep_lines = false) {
  if (is_plain_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto input = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString normal;
  nfc->normalize(input, normal, status);
  for (std::int32_t i = 0; i < normal.length(); ++i) {
    const char16_t c = normal[i];
    if (c == 0x00D0)
      normal.setCharAt(i, 0x0110);
    else if (c == 0x00F0)
      normal.setCharAt(i, 0x0111);
    else if ((c < 0x20 && !(c == '\n' && keep_lines)) || c == 0x7f || c == 0xFFFE || c == 0xFFFF)
      normal.setCharAt(i, ' ');
  }
  std::string out;
  normal.toUTF8String(out);
  return out;
}

void clean_all(std::vector<std::string>& lines) {
  for (auto& line : lines) line = clean(line);
}

std::string trimmed(std::string_view text, std::string_view of = " ") {
  const auto first = text.find_first_not_of(of);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(of) - first + 1));
}

/// Bare name of a list line: dash in front and punctuation behind taken off.
std::string bare(std::string_view line) {
  std::string text = trimmed(line);
  if (text.starts_with("- ")) text = trimmed(text.substr(2));
  while (!text.empty() && (text.back() == ';' || text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

/// "- A;" ... "- B." (or "B." when `dash` is off).
void punctuate(std::vector<std::string>& lines, bool dash) {
  std::erase_if(lines, [](const std::string& line) { return bare(line).empty(); });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i] = (dash ? "- " : "") + bare(lines[i]) + (i + 1 == lines.size() ? "." : ";");
  }
}

std::string absolute(const std::string& href, const std::string& base) {
  if (href.starts_with("https://") || href.starts_with("http://")) return href;
  if (href.starts_with('/') && !base.empty()) return base + href;
  return {};
}

void clean_runs(Runs& runs, const Paper& paper, Links links, bool keep_lines) {
  for (auto& run : runs) {
    run.text = clean(run.text, keep_lines);
    if (links == Links::absolute) run.href = absolute(run.href, paper.base_url);
  }
}

bool is_text(const Block& block) { return block.kind != Block::Kind::table && block.kind != Block::Kind::chart && block.kind != Block::Kind::annex; }

/// "./." never stands apart: a block holding nothing else joins the one before, and blanks before it go.
void glue_end(std::vector<Block>& blocks) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (!is_text(blocks[i]) || !is_text(blocks[i - 1]) || trimmed(plain(blocks[i].runs)) != k_end) continue;
    std::string& tail =
        blocks[i - 1].runs.empty() ? blocks[i - 1].runs.emplace_back().text : blocks[i - 1].runs.back().text;
    tail = trimmed(tail, " .;").empty() ? tail : tail.substr(0, tail.find_last_not_of(" .;") + 1);
    tail += k_end;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    --i;
  }
  for (auto& block : blocks) {
    if (!is_text(block) || block.runs.empty()) continue;
    std::string& last = block.runs.back().text;
    if (last.ends_with("./.")) {
      const auto keep = last.substr(0, last.size() - k_end.size()).find_last_not_of(' ');
      last = (keep == std::string::npos ? std::string() : last.substr(0, keep + 1)) + std::string(k_end);
    }
  }
}

std::vector<Section> split(std::vector<Block> blocks) {
  std::vector<Section> sections(1);
  for (auto& block : blocks) {
    if (block.kind == Block::Kind::annex) sections.push_back({{}, true, block.wide});
    sections.back().blocks.push_back(std::move(block));
  }
  return sections;
}

}  // namespace

std::string_view national_name(Lang lang) {
  return Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM").in(lang);
}
std::string_view motto(Lang lang) {
  return Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness").in(lang);
}
std::string_view recipients_title(Lang lang) { return Text("Nơi nhận:", "Recipients:").in(lang); }
std::string_view addressed_title(Lang lang) { return Text("Kính gửi:", "To:").in(lang); }

std::string number_line(const Paper& paper) {
  if (paper.number.empty() && paper.symbol.empty()) return {};
  std::string number = paper.number.empty() ? "      " : paper.number;
  if (number.size() == 1 && number[0] >= '0' && number[0] <= '9') number.insert(0, "0");
  std::string line = std::string(Text("Số: ", "No. ").in(paper.lang)) + number;
  if (!paper.symbol.empty()) line += "/" + paper.symbol;
  return line;
}

std::vector<std::string> about_lines(const Paper& paper) {
  if (!paper.kind_name.empty() || paper.subject_lines.empty()) return {};
  auto lines = paper.subject_lines;
  const std::string_view mark = Text("V/v ", "Re: ").in(paper.lang);
  if (!lines.front().starts_with(mark)) lines.front().insert(0, mark);
  return lines;
}

std::string plain(const Runs& runs) {
  std::string out;
  for (const auto& run : runs) out += run.text;
  return out;
}

bool reads_as_title(const Block& block) {
  switch (block.kind) {
    case Block::Kind::part:
    case Block::Kind::part_title:
    case Block::Kind::heading:
    case Block::Kind::caption:
      return true;
    case Block::Kind::clause:
    case Block::Kind::point: {
      const std::string text = plain(block.runs);
      return text.size() < 160 && !text.empty() && std::string_view(".;,:").find(text.back()) == std::string_view::npos;
    }
    default:
      return false;
  }
}

bool is_run_in(const Block& block) {
  if (block.kind != Block::Kind::clause && block.kind != Block::Kind::heading) return false;
  return std::ranges::any_of(block.runs, &Run::bold) && !std::ranges::all_of(block.runs, &Run::bold);
}

HeadColumns head_columns(double text_mm) {
  const double left = std::min(k_head_left, std::max(text_mm - k_head_right_min, text_mm / 3));
  return {left, text_mm - left};
}

int column_count(const Block& table) {
  int most = 1;
  for (const auto& row : table.rows) {
    int n = 0;
    for (const auto& cell : row.cells) n += std::max(1, cell.span);
    most = std::max(most, n);
  }
  return most;
}

Result<Ready> ready(const Paper& paper, Links links) {
  if (paper.blocks.size() > k_max_blocks) {
    return refuse(Code::too_large, Text("Văn bản dài quá 20.000 đoạn: chia thành nhiều văn bản hoặc phụ lục rời",
                                        "The paper has more than 20,000 blocks: split it into several papers"));
  }
  const double text_width = k_page_width - paper.margin_left_mm - paper.margin_right_mm;
  const double text_height = k_page_height - paper.margin_top_mm - paper.margin_bottom_mm;
  if (!(text_width >= 100 && text_height >= 150 && paper.margin_left_mm >= 0 && paper.margin_right_mm >= 0 &&
        paper.margin_top_mm >= 15 && paper.margin_bottom_mm >= 0)) {
    return refuse(Code::invalid, Text("Lề trang không còn đủ chỗ cho chữ: đặt lại lề trong khoảng của Nghị định 30",
                                      "The margins leave no room for text: set them within the ranges of Decree 30"));
  }
  Ready out{paper, {}, paper.body_size_pt == "13" ? 13.0 : 14.0};
  Paper& p = out.paper;
  for (auto* text : {&p.number, &p.symbol, &p.place_date, &p.kind_name, &p.signer, &p.stamp}) *text = clean(*text);
  for (auto* lines : {&p.superior, &p.issuer_lines, &p.subject_lines, &p.addressed_to, &p.recipients, &p.authority}) {
    clean_all(*lines);
  }
  punctuate(p.recipients, true);
  punctuate(p.addressed_to, p.addressed_to.size() > 1);
  for (auto& block : p.blocks) {
    clean_runs(block.runs, p, links, block.kind == Block::Kind::annex);
    block.unit_note = clean(block.unit_note);
    for (auto& row : block.rows) {
      for (auto& cell : row.cells) clean_runs(cell.runs, p, links, true);
    }
    if ((block.kind == Block::Kind::table || block.kind == Block::Kind::chart) && column_count(block) > k_max_columns) {
      return refuse(Code::too_large, Text("Một bảng có quá 60 cột: tách bảng trước khi in",
                                          "A table has more than 60 columns: split it before printing"));
    }
    if (block.kind == Block::Kind::item && !plain(block.runs).starts_with("- ")) {
      block.runs.insert(block.runs.begin(), Run{"- ", false, false, {}, {}});
    }
  }
  glue_end(p.blocks);
  out.sections = split(std::move(p.blocks));
  p.blocks.clear();
  return out;
}

}  // namespace nc::paper
