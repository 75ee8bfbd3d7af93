// Reading articles and reports: bytes in, candidate facts with their evidence out. Pure functions, no database, no network.
//
//   auto article = nc::intake::read(bytes, "bai-bao.html", {});       // or {"2024-05-17"} when the day is known
//   for (const auto& fact : article->facts) ... article->quote(fact.evidence.front());
//
// Steps, each with a header of its own: decode.h (bytes to text), body.h (body among navigation and related links),
// tokens.h and lexicon.h (words and what they mean), quantities.h (numbers), moments.h (dates and periods),
// facts.h (the fourteen kinds). docs/reading.md says how they work together.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/qualifier.h"
#include "base/result.h"

namespace nc::intake {

/// Code points of `Article::stored`, end exclusive.
struct Span {
  std::uint32_t start = 0, end = 0;
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
  bool overlaps(const Span& o) const { return start < o.end && o.start < end; }
};

/// What a statement is about. Codes (`code(Kind)`) are part of the command-line contract.
enum class Kind {
  delegation_in,       ///< groups received from abroad; visitors = people in them
  delegation_out,      ///< groups sent abroad
  aid_total,           ///< foreign non-governmental aid of a period: projects and/or amount
  aid_project,         ///< one donor's project, works or equipment
  agreement,           ///< memorandum, twinning, joint plan
  activity,            ///< an event held, or a number of events
  anniversary,         ///< years since an event between peoples
  award,               ///< order, medal, flag, certificate
  scholarship,         ///< grants to pupils and students
  membership,          ///< member organisations, members, branches
  gift,                ///< presents, cash, houses, trees
  partner_count,       ///< organisations in relation with the office
  event_participants,  ///< people at an event
  signature_campaign,  ///< signatures collected
};
std::string_view code(Kind kind);  ///< "delegation_in"

/// done: it happened; planned: promised, proposed or in a work plan; cumulative: a standing stock or several years.
enum class Status { done, planned, cumulative };
std::string_view code(Status status);

/// A candidate fact. What the text does not state is empty. Strings are NFC with Đ and modern tone marks.
struct Fact {
  Kind kind = Kind::activity;
  Status status = Status::done;
  /// Belongs to the amount of aid, else to `count` (or `quantity` where only that is stated).
  Qualifier qualifier = Qualifier::exact;
  std::optional<std::int64_t> count;      ///< delegations, projects, pieces, people ... as the kind says
  std::optional<std::int64_t> count_max;  ///< upper end of a range
  Qualifier count_qualifier = Qualifier::exact;  ///< of `count` where `qualifier` belongs to the amount
  std::optional<std::int64_t> visitors;
  Qualifier visitors_qualifier = Qualifier::exact;
  std::optional<std::int64_t> quantity;  ///< what an activity achieved (trees planted, people examined)
  std::optional<std::int64_t> count_groups, count_persons;  ///< "2 tập thể và 8 cá nhân"
  std::optional<std::int64_t> years;                        ///< of an anniversary
  std::optional<Money> amount, unit_amount, total_budget;
  std::optional<Money> amount_vnd, amount_usd;  ///< equivalents the text itself gives, never converted
  std::string unit;         ///< membership: member_orgs, members, branches, new_*; quantity: the text's word
  std::string phase;        ///< committed, approved, disbursed, mobilised, ongoing
  std::string event;        ///< of an anniversary: diplomatic_relations, treaty, founding, national_day, victory ...
  std::string award, donor, recipient, place, title, item;
  std::vector<std::string> countries;  ///< ISO 3166 two-letter codes of foreign countries
  std::vector<std::string> orgs;
  std::string date;  ///< as exact as stated: "2023", "2022-08", "2022-06-29"
  Date period_start, period_end;
  bool subset = false;  ///< a part of another figure ("trong đó 17 đoàn của Trung Quốc")
  std::vector<Span> evidence;  ///< at least one, in text order
};

/// A number that was understood and is no fact of the office: last year's value, a share, somebody else's.
struct Distractor {
  Span span;
  std::string why;  ///< prev_year, percent, other_org, target, economy, price, legal_ref ...
};

struct Article {
  std::string stored;  ///< UTF-8 text all spans refer to: the file itself where it is UTF-8 text, else what it was converted to
  std::string format;  ///< text, html, docx, odt, pdf
  std::string encoding;  ///< utf-8, utf-16, windows-1258, tcvn3, vni, ...
  std::string title;
  std::string language;  ///< "vi" or "en"
  Date published;        ///< no date when neither given nor found
  std::string publisher_org;  ///< whose work the text reports, "" when unclear
  std::vector<Span> body;      ///< paragraphs of the body in order, furniture left out
  std::vector<Span> captions;  ///< captions of pictures inside the body; no facts are read from them
  std::vector<Span> sentences;
  std::vector<Fact> facts;  ///< in text order
  std::vector<Distractor> distractors;

  /// The stored text of a span.
  std::string quote(Span span) const;
};

struct Hints {
  Date published;  ///< "published on" where the caller knows better than the text; relative dates rest on it
};

/// Reads a file. `name` helps to tell the format (its ending); the content decides. Refuses, saying how to mend: unknown
/// encodings, scans without text, encrypted or damaged files, files over 32 MB.
Result<Article> read(std::string_view bytes, std::string_view name, const Hints& hints = {});

/// Reads pasted text (valid UTF-8; broken sequences count as U+FFFD).
Article read_text(std::string_view text, const Hints& hints = {});

/// The document `nhipcau read FILE --json` prints: the schema of the evaluation articles with `qualifier` beside `approx`.
std::string to_json(const Article& article);

}  // namespace nc::intake
