// A report that begins with paragraphs of another module: what the members said in their filings.
#include <algorithm>

#include "app/reports/report.h"
#include "app/reports/words.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;

/// Puts the tokens' marks in the places {0}, {1} ... of the text.
Said with_marks(doc::Document& document, const MoreText& more) {
  Said said(more.text, more.en);
  for (std::size_t i = 0; i < more.tokens.size(); ++i) {
    const std::string place = "{" + std::to_string(i) + "}";
    if (said.vi.find(place) == std::string::npos) continue;
    const std::string mark = document.add(more.tokens[i]);
    for (std::string* text : {&said.vi, &said.en})
      if (const auto at = text->find(place); at != std::string::npos) text->replace(at, place.size(), mark);
  }
  return said;
}

/// The wanted section, else the last one before the closing.
doc::Section& section_for(doc::Document& document, const std::string& id) {
  auto& all = document.sections;
  const auto found = std::find_if(all.begin(), all.end(), [&](const doc::Section& s) { return s.id == id; });
  if (found != all.end()) return *found;
  const auto closing = std::find_if(all.begin(), all.end(), [](const doc::Section& s) { return s.id == "closing"; });
  return closing == all.begin() || all.empty() ? all.front() : *(closing - 1);
}

}  // namespace

tl::expected<reg::Saved, Problems> start_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org, const Period& period, Date cutoff,
                                                const std::vector<MoreText>& more) {
  auto created = create_report(tx, actor, engine, kind, org, period, cutoff);
  if (!created) return created;
  auto loaded = load_report(tx, actor, created->id);
  if (!loaded) return tl::make_unexpected(Problems{loaded.error()});
  doc::Document& document = loaded->document;
  for (const MoreText& one : more) {
    doc::Block b;
    b.id = "b" + std::to_string(document.next_block++);
    b.kind = one.kind == MoreText::Kind::clause ? Kind::clause : one.kind == MoreText::Kind::item ? Kind::item : Kind::paragraph;
    b.origin = doc::Origin::mixed;
    const Said said = with_marks(document, one);
    b.text = b.drafted = said.vi;
    b.en = b.en_drafted = said.en;
    if (!said.en.empty()) b.en_of = said.vi;
    section_for(document, one.section).blocks.push_back(std::move(b));
  }
  doc::renumber(document);
  doc::bring_up_to_date(document, doc::look(tx, actor, engine, document));
  return save_report(tx, actor, std::move(*loaded), created->version, {}, {});
}

}  // namespace nc::app
