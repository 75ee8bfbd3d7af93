// Parts of the desk's pages that its files share.
#pragma once
#include "app/desk/decide.h"
#include "app/desk/draft.h"
#include "app/desk/match.h"
#include "figure/figure.h"
#include "register/pages_parts.h"

namespace nc::app {

/// What a page of the desk draws from.
struct Desk {
  const reg::Context& context;
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
};

/// One statement as a card: what the article says, what the registers say, what can be done. `number` is that of its words.
Html statement_card(const Desk& desk, const Candidate& c, const Match& match, int number);
/// Its decision in words, with the record it became.
Html decided_card(const Desk& desk, const Candidate& c, int number);

/// The article with its queue and cards.
web::Response article_page(const Desk& desk, const web::Request& r, std::int64_t id);
/// The form before accepting. With `typed` as it came back, with what is to be mended.
web::Response edit_page(const Desk& desk, const Candidate& c, const ReadingSeen& reading, const std::string& as, int measure, const reg::Cells& cells,
                        const reg::Typed& typed, int status);
/// Form fields of the value entry (aid).
Html value_controls(const Desk& desk, const ValueEntry& v, const reg::Typed& typed);

struct NewArticleForm { std::string title, source, author, url, published, about, text; Problems problems; };
web::Response new_article_page(const Desk& desk, const NewArticleForm& form, int status);

}  // namespace nc::app
