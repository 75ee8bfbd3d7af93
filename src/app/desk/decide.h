// Decisions about statements: accept, join, reject, take back. Everything a decision writes can be taken back.
#pragma once
#include <optional>
#include <string>

#include "register/store.h"

namespace nc::app {

/// How a statement is accepted.
struct Choice {
  std::string as;                      ///< "link", "claim", a register, or "" for what the match suggests
  std::string link_register;           ///< as link: the record or claim to prove
  std::int64_t link_id = 0;
  std::optional<reg::Cells> cells{};   ///< as typed in the form; else what the article states
  int measure = 0;                     ///< as claim with cells: which of the numbers
  std::string amount{}, basis{}, date{};  ///< aid: the entry of value as typed; read when `cells` is set
};
struct Decided {
  std::string register_name;
  std::int64_t id = 0;
  bool created = false;  ///< else something that was there got a further proof
};

/// Creates a record or claims, or joins what is there; the article's words prove it in every case. Refused with all
/// problems of the record when something it needs is missing: then the form is shown.
tl::expected<Decided, Problems> accept_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate, const Choice& choice);
/// Not offered again, in this article or in another that prints the same sentence.
tl::expected<bool, Problems> reject_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate, const std::string& reason);
/// Everything the decision wrote is taken back through the ledger, the last first; the statement waits again.
tl::expected<bool, Problems> take_back_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate);
/// All decisions of an article, the last first; returns how many. All or nothing.
tl::expected<int, Problems> take_back_article(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t reading);
/// Rejects what still waits; returns how many.
tl::expected<int, Problems> reject_rest(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t reading);

}  // namespace nc::app
