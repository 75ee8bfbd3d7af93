// A table of facts on paper: number, what, and the value or a place to fill in.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "file/paper.h"

namespace nc::app {

/// One plain block: heading, paragraph, item.
paper::Block paper_line(paper::Block::Kind kind, std::string text);
/// "STT | Nội dung | Thông tin"; an empty value prints "[điền]".
paper::Block fact_table(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace nc::app
