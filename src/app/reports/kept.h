// The files of a sealed report, kept byte by byte as they were drawn at the seal and when the report got its number.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/evidence/public.h"
#include "app/reports/report.h"

namespace nc::app {

/// When files were kept: at the seal, and once more with number and day of issue.
constexpr const char* k_sealed = "sealed";
constexpr const char* k_issued = "issued";

/// A file of a sealed paper as it would be drawn now: docx, pdf, html, json.
Result<std::string> drawn_report(const doc::Seal& seal, Lang lang, const std::string& format, const std::string& base_url);
/// Is anything of the paper written in English?
bool has_english(const doc::Document& document);
/// Draws and keeps the files of that stage in Vietnamese, and in English where that is written.
/// Links lead to the address in the settings; while none is set there are none: kept files never name where a request came in.
Result<bool> keep_report(db::Tx& tx, const Actor& actor, std::int64_t id, const doc::Seal& seal, const std::string& stage);
/// What is kept of the report as it stands now (with its number once it has one).
std::vector<KeptFile> kept_of(db::ReadDb& db, const Loaded& loaded);
std::optional<KeptFile> kept_report(db::ReadDb& db, const Loaded& loaded, Lang lang, const std::string& format);

}  // namespace nc::app
