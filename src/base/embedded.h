// Files that live inside the program. scripts/embed.py writes the definitions from the folders named here.
#pragma once
#include <string_view>
#include <vector>

namespace nc {

/// One file; `name` is its path inside its folder, with '/' between the parts.
struct EmbeddedFile {
  std::string_view name, bytes;
};

/// db/migrations: NNNN_name.sqlite.sql and NNNN_name.postgres.sql, sorted by name.
const std::vector<EmbeddedFile>& embedded_migrations();
/// db/reference: tables that belong to the program (countries, units ...).
const std::vector<EmbeddedFile>& embedded_reference();
/// db/reading: what words mean to the reader of articles (src/intake).
const std::vector<EmbeddedFile>& embedded_reading();
/// db/sample: the sample office.
const std::vector<EmbeddedFile>& embedded_sample();
/// Tabler outline icons: name "award", bytes the markup inside <svg>, sorted by name. Empty when the program was
/// built before the front end was bundled.
const std::vector<EmbeddedFile>& embedded_icons();

}  // namespace nc
