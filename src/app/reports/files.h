// A report as a file: Word, PDF, a page of its own.
#pragma once
#include <map>
#include <string>

#include "document/document.h"

namespace nc::app {

struct Printing {
  std::map<std::string, std::string> shown;
  bool sample = false;    ///< stamped BẢN MẪU
  bool sealed = false;    ///< the PDF carries no links
  std::string base_url;   ///< "https://office.example": figures of files lead there
};

/// The paper with the address of each figure's rows.
paper::Paper paper_of(const doc::Document& document, const Printing& how);
/// docx, pdf or html (one file with its style inside). Other formats are refused.
Result<std::string> report_file(const doc::Document& document, const Printing& how, std::string_view format);
std::string file_type(std::string_view format);
/// Do figures that stand in the paper rest on illustrative rows?
bool rests_on_sample(const doc::Document& document, const doc::Look& seen);

}  // namespace nc::app
