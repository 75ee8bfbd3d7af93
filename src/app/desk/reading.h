// The two registers of the desk as structs.
#pragma once
#include "intake/intake.h"
#include "register/store.h"

namespace nc::app {

/// An article that was read. Counts and state follow its candidates.
struct ArticleReading : reg::Standard {
  std::string title;
  Date published;
  reg::Ref evidence;          ///< the stored article; spans are positions in its text
  reg::Ref about;             ///< whose work it reports
  std::string state = "new";  ///< new, in_work, done
  std::int64_t waiting = 0, accepted = 0, rejected = 0;
  std::string text_hash;      ///< of the folded text: the same article is not taken twice
  std::string body;           ///< stretches of the article proper, "12-340;341-900"
};

/// A statement that a record or a claim may be made of.
struct ArticleCandidate : reg::Standard {
  reg::Ref reading;
  std::string kind, title, title_en, quote;
  std::string state = "waiting";  ///< waiting, accepted, rejected, skipped (rejected before, in the same words)
  std::string spans;              ///< "12-34;56-78": code points of the article
  std::string fact;               ///< what was read, as JSON
  std::string fingerprint;        ///< kind, sentence and numbers: what a rejection is remembered by
  std::string target_register;    ///< what it became or was joined to
  std::int64_t target_id = 0;
  std::string changes;            ///< ledger numbers of what the acceptance wrote, oldest first: "12;13"
};

const reg::Description& article_readings();
const reg::Description& article_candidates();

/// Options of ArticleCandidate::kind: the fourteen kinds in words.
const reg::Options& fact_kinds();

constexpr int k_spans_max = 4'000, k_body_spans_max = 400'000;  ///< characters of a statement's spans, of an article's body

/// "12-34;56-78" and back; what can't be read, and what is beyond `most` characters, is left out.
std::string spans_text(const std::vector<intake::Span>& spans, int most = k_spans_max);
std::vector<intake::Span> spans_from(std::string_view text);

/// The code points from `span.start` to `span.end` of a text.
std::string cut(std::string_view text, intake::Span span);

struct Candidate {
  ArticleCandidate row;
  intake::Fact fact;
};
/// Candidates of an article in the order of the text, through the actor's scope.
std::vector<Candidate> candidates_of(db::ReadDb& db, const Actor& actor, std::int64_t reading);
/// One of them, or not_found.
Result<Candidate> load_candidate(db::ReadDb& db, const Actor& actor, std::int64_t id);

/// An article with its stored text.
struct ReadingSeen {
  ArticleReading row;
  std::string text, source, author, url;
};
Result<ReadingSeen> load_reading(db::ReadDb& db, const Actor& actor, std::int64_t id);

}  // namespace nc::app
