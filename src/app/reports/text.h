// A report as plain text and as the JSON of the command line.
#pragma once
#include <map>
#include <string>

#include "document/document.h"

namespace nc::app {

/// A text with its marks replaced by what they print; marks of bold are taken off.
std::string resolved(std::string_view text, const std::map<std::string, std::string>& shown);
/// The whole paper as lines, for tests and comparison.
std::string plain_text(const doc::Document& document, const std::map<std::string, std::string>& shown);
/// {kind, org, period, sealed, figures, sections} of a living paper.
std::string report_json(const doc::Document& document, const doc::Look& seen, Lang lang = Lang::vi);
/// The same of a sealed one: values as they were sealed.
std::string report_json(const doc::Seal& seal, Lang lang = Lang::vi);

}  // namespace nc::app
