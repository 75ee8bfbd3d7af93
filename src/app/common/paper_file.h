// A paper as the file that people take away: Word or PDF.
#pragma once
#include <string>

#include "base/result.h"
#include "file/paper.h"
#include "web/web.h"

namespace nc::app {

/// Media type of the file.
const char* paper_type(bool pdf);
/// ".pdf" or ".docx".
const char* paper_ending(bool pdf);
Result<std::string> paper_bytes(const paper::Paper& paper, bool pdf);
/// The bytes as a download; `name` is without ending. What could not be drawn is refused in its own words.
web::Response paper_download(Result<std::string> bytes, const std::string& name, bool pdf);

}  // namespace nc::app
