// Articles come in: stored as evidence, read into candidates.
#pragma once
#include <string>
#include <vector>

#include "register/store.h"

namespace nc::app {

/// An article as it was pasted or sent: a text or a file, with what is known about it.
struct NewArticle {
  std::string title, source, author, url, text;
  Date published;
  std::string file_name, bytes;  ///< a file instead of a text
  std::int64_t about = 0;        ///< whose work it reports; 0: found from the text, else the actor's own organisation
};
struct Taken {
  std::int64_t reading = 0;
  bool known = false;  ///< it was on the desk already: nothing was added
  int statements = 0;  ///< candidates read from it
};

/// Stores the article and reads it. The same text is taken once; a text that the store of evidence has is read there.
/// What was rejected before in the same sentence is not offered again.
tl::expected<Taken, Problems> take_article(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const NewArticle& article);
/// What a file or text holds: itself, or the articles of a feed (RSS, Atom), with their own title, address and day.
Result<std::vector<NewArticle>> articles_in(const NewArticle& sent);
/// Puts an article of the store of evidence on the desk (or returns where it is).
tl::expected<Taken, Problems> take_stored(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t evidence);
/// Reads it once more (the reader may have learnt): decided statements stay, waiting ones are replaced. Returns how many new.
tl::expected<int, Problems> read_again(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t reading);

}  // namespace nc::app
