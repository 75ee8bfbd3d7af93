// A paper as the file that people take away: Word or PDF.
#include "app/common/paper_file.h"

namespace nc::app {

const char* paper_type(bool pdf) { return pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"; }

const char* paper_ending(bool pdf) { return pdf ? ".pdf" : ".docx"; }

Result<std::string> paper_bytes(const paper::Paper& paper, bool pdf) { return pdf ? paper::pdf(paper) : paper::docx(paper); }

web::Response paper_download(Result<std::string> bytes, const std::string& name, bool pdf) {
  if (!bytes) return web::refusal(bytes.error());
  return web::download(std::move(*bytes), paper_type(pdf), name + paper_ending(pdf));
}

}  // namespace nc::app
