// Plain parts of papers: lines, paragraphs as people type them, and a table of facts (number, what, the value or a place to fill in).
#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "file/paper.h"

namespace nc::app {

/// One plain block: heading, paragraph, item.
paper::Block paper_line(paper::Block::Kind kind, std::string text);
/// The lines of a text that hold something, in order: what people type as paragraphs.
void each_paragraph(const std::string& text, const std::function<void(std::string)>& take);
/// Each of them as a paragraph of the paper.
void put_paragraphs(paper::Paper& paper, const std::string& text);
/// "STT | Nội dung | Thông tin"; an empty value prints "[điền]".
paper::Block fact_table(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace nc::app
