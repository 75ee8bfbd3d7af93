// Keeps the files of a sealed report, and finds them again.
#include "app/reports/kept.h"

#include "app/program.h"
#include "app/reports/files.h"
#include "app/reports/text.h"

namespace nc::app {

namespace {

constexpr const char* k_formats[] = {"docx", "pdf", "html", "json"};

std::string stage_of(const Loaded& loaded) { return loaded.numbered() ? k_issued : k_sealed; }
/// "sealed/vi.pdf"
std::string name_of(const std::string& stage, Lang lang, const std::string& format) { return stage + (lang == Lang::vi ? "/vi." : "/en.") + format; }

}  // namespace

Result<std::string> drawn_report(const doc::Seal& seal, Lang lang, const std::string& format, const std::string& base_url) {
  if (format == "json") return report_json(seal, lang);
  return report_file(doc::in_language(seal.document, lang), {doc::shown_of(seal, lang), seal.sample, true, base_url}, format);
}

bool has_english(const doc::Document& document) {
  for (const doc::Section& s : document.sections)
    for (const doc::Block& b : s.blocks)
      if (!b.en.empty()) return true;
  return false;
}

Result<bool> keep_report(db::Tx& tx, const Actor& actor, std::int64_t id, const doc::Seal& seal, const std::string& stage) {
  const std::string address = setting(tx, "base_url");
  std::vector<Lang> languages{Lang::vi};
  if (has_english(seal.document)) languages.push_back(Lang::en);
  std::vector<DrawnFile> files;
  for (const Lang lang : languages)
    for (const char* format : k_formats) {
      NC_TRY(bytes, drawn_report(seal, lang, format, address));
      files.push_back({name_of(stage, lang, format), file_type(format), std::move(bytes)});
    }
  keep_files(tx, actor, reports().name, id, files);
  return true;
}

std::vector<KeptFile> kept_of(db::ReadDb& db, const Loaded& loaded) {
  std::vector<KeptFile> out;
  if (!loaded.sealed()) return out;
  const std::string stage = stage_of(loaded) + "/";
  for (KeptFile& f : kept_files(db, reports().name, db::as_int(loaded.cells[reg::k_id])))
    if (f.name.starts_with(stage)) out.push_back(std::move(f));
  return out;
}

std::optional<KeptFile> kept_report(db::ReadDb& db, const Loaded& loaded, Lang lang, const std::string& format) {
  if (!loaded.sealed()) return std::nullopt;
  return kept_file(db, reports().name, db::as_int(loaded.cells[reg::k_id]), name_of(stage_of(loaded), lang, format));
}

}  // namespace nc::app
