// The number book: papers that leave an office, and the numbers the clerk gives them (Decree 30/2020, articles 14-15).
#pragma once
#include "flow/flow.h"
#include "app/outgoing/papers.h"
#include "app/outgoing/series.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& outgoing_papers();
/// Written down, numbered by the clerk, perhaps recalled. A number is given once and never again.
const flow::Flow& outgoing_flow();

/// A signed paper that another module hands to the book.
struct SignedPaper {
  std::int64_t org = 0;          ///< whose paper and whose series of numbers
  std::string kind;              ///< code of paper_kinds(): "bc"
  std::string title, symbol;     ///< symbol "BC-LHHN"; empty for the usual one
  std::string signer;
  Date signed_on;
  std::string recipients;
  std::int64_t report = 0;       ///< the report it is, 0 for none
  std::int64_t meeting = 0, petition = 0, award = 0;  ///< the record it was drawn from, 0 for none
  std::string confidentiality = "internal";
  bool illustrative = false;
};
struct Numbered {
  std::int64_t id = 0;           ///< entry of the book
  std::string number;            ///< "05", "125": as it is printed
  Date issued_on;
};
/// Writes the paper into the book and gives it the next number of its series. Refused (forbidden) without the function `number`.
tl::expected<Numbered, Problems> number_paper(db::Tx& tx, const Actor& actor, const SignedPaper& paper);

/// The same for everybody who enters: with the function `number` it gets its number at once, else it waits in the book for the
/// clerk (Numbered::number is empty then).
tl::expected<Numbered, Problems> book_paper(db::Tx& tx, const Actor& actor, const SignedPaper& paper);

/// The next number of a series as it would be printed: organisation, kind of paper, this year.
std::string next_number(db::ReadDb& db, std::int64_t org, const std::string& kind);

/// Complains at each text that carries a mark of secrecy ("MẬT", "TỐI MẬT", "TUYỆT MẬT"): such papers stay out of this system.
void refuse_secrets(const std::vector<std::pair<const std::string*, const char*>>& texts, Problems& problems);

/// The page where a clerk says from which number a series goes on when the office begins in the middle of a year.
void add_outgoing_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
