// Lines of proposals and the petitions made of them.
#include "app/campaigns/proposals.h"
#include "base/words.h"

#include <map>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/petitions/public.h"

namespace nc::app {

namespace {

/// Without the mark that people put before a line: "- ", "1. ", "a) ".
std::string bare(std::string_view line) {
  const auto trim = [&] {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '\r')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
  };
  trim();
  if (line.starts_with("- ") || line.starts_with("+ ") || line.starts_with("* ")) line.remove_prefix(2);
  const auto digits = line.find_first_not_of("0123456789");
  if (digits != std::string_view::npos && digits > 0 && digits <= 2 && (line[digits] == '.' || line[digits] == ')') && line.substr(digits + 1).starts_with(" ")) line.remove_prefix(digits + 2);
  trim();
  return std::string(line);
}

constexpr std::size_t k_title = 280;  ///< a petition's short form takes 300 letters

}  // namespace

std::vector<Proposal> proposals_of(db::ReadDb& db, const Filing& filing) {
  std::map<std::string, std::int64_t> made;
  db.each("SELECT text, id FROM petition WHERE filing = $1 AND deleted = 0", {filing.id}, [&](const db::Row& r) {
    made[std::string(r.text(0))] = r.integer(1);
    return true;
  });
  std::vector<Proposal> out;
  std::string_view rest = filing.proposals;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    if (std::string line = bare(rest.substr(0, end)); !line.empty()) {
      const auto it = made.find(line);
      out.push_back({std::move(line), it == made.end() ? 0 : it->second});
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return out;
}

Result<int> petitions_from(db::Tx& tx, const Actor& actor, const Filing& filing) {
  int made = 0;
  const auto& d = petitions();
  Actor writer = actor;
  writer.functions.insert(Function::enter);
  for (const Proposal& p : proposals_of(tx, filing)) {
    if (p.petition > 0) continue;
    reg::Cells cells = fresh_record(d, filing.from_org.id, filing.illustrative);
    const auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
    put("title", shortened(p.text, k_title));
    put("text", p.text);
    put("from_org", filing.from_org.id);
    put("from_person", filing.signer);
    put("date", (filing.filed_on ? filing.filed_on : today()).iso());
    put("channel", std::string("report"));
    put("kind", std::string("other"));
    put("filing", filing.id);
    put("status", std::string("submitted"));
    auto saved = reg::save(tx, catalog(), d, writer, std::move(cells));
    if (!saved) return tl::make_unexpected(saved.error().front());
    ++made;
  }
  return made;
}

}  // namespace nc::app
