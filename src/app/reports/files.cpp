// A report as a file: Word, PDF, a page of its own.
#include "app/reports/files.h"

#include "html/assets.h"

namespace nc::app {

namespace {

std::string style_sheet() {
  for (const Asset& asset : built_in_assets())
    if (asset.name == "app.css") return std::string(asset.bytes);
  return {};
}

std::string page_of(const paper::Paper& paper, const std::string& title) {
  Html h(paper.lang);
  h << "<!doctype html><html lang=\""_h << (paper.lang == Lang::vi ? "vi" : "en") << "\" data-bs-theme=\"light\"><head><meta charset=\"utf-8\"><title>"_h << title << "</title><style>"_h;
  h.trusted(style_sheet());
  h << "</style></head><body><main class=\"paper-alone\">"_h << paper::sheet(paper, paper.lang) << "</main></body></html>"_h;
  return std::move(h).str();
}

}  // namespace

paper::Paper paper_of(const doc::Document& document, const Printing& how) {
  auto link = [](const doc::Token& token) { return token.style == doc::Style::day ? std::string() : fig::ask_url(token.ask); };
  paper::Paper paper = doc::to_paper(document, how.shown, link, how.sample);
  paper.base_url = how.base_url;
  return paper;
}

Result<std::string> report_file(const doc::Document& document, const Printing& how, std::string_view format) {
  paper::Paper paper = paper_of(document, how);
  if (format == "docx") return paper::docx(paper);
  if (format == "pdf") {
    paper.links = !how.sealed;
    return paper::pdf(paper);
  }
  if (format == "html") {
    for (auto& block : paper.blocks) {
      auto absolute = [&](paper::Runs& runs) {
        for (auto& run : runs)
          if (run.href.starts_with("/")) run.href = how.base_url + run.href;
      };
      absolute(block.runs);
      for (auto& row : block.rows)
        for (auto& cell : row.cells) absolute(cell.runs);
    }
    paper.links = !how.sealed;
    return page_of(paper, document.subject_lines.empty() ? document.kind_name : document.kind_name + ": " + document.subject_lines.front());
  }
  return refuse(Code::unsupported, Message("Không xuất được dạng này. Chọn docx, pdf, html hoặc json.", "This format is not known. Choose docx, pdf, html or json."), "format");
}

std::string file_type(std::string_view format) {
  if (format == "docx") return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (format == "pdf") return "application/pdf";
  if (format == "html") return "text/html; charset=utf-8";
  return "application/json";
}

bool rests_on_sample(const doc::Document& document, const doc::Look& seen) {
  for (const auto& section : document.sections)
    for (const auto& block : section.blocks) {
      auto illustrative = [&](const std::string& text) {
        for (const auto& id : doc::marks_in(text))
          if (auto it = seen.find(id); it != seen.end() && it->second.figure.illustrative_count > 0) return true;
        return false;
      };
      if (illustrative(block.text)) return true;
      for (const auto& row : block.rows)
        for (const auto& cell : row)
          if (illustrative(cell)) return true;
    }
  return false;
}

}  // namespace nc::app
