// What the registers already know of a statement: the same record, the same number, another number, nothing.
#pragma once
#include <map>
#include <set>

#include "app/desk/measure.h"
#include "app/desk/reading.h"
#include "figure/figure.h"

namespace nc::app {

enum class Verdict {
  proved,   ///< this article already stands beside the record or claim
  known,    ///< a record or claim tells the same: the article is a further proof
  agrees,   ///< what is counted keeps what the article says
  fresh,    ///< nothing like it yet
  differs,  ///< the same thing with another number, or the same number for another stretch of time
};

/// Ours and theirs side by side; never added.
struct Line {
  Message label;
  std::string ours, theirs, href;
  bool same = true;
};

/// A number of the statement and the claim that tells it already (0: none).
struct MeasureMatch {
  Measure measure;
  Verdict verdict = Verdict::fresh;
  std::int64_t claim = 0;
  std::vector<Line> lines{};
};

struct Match {
  Verdict verdict = Verdict::fresh;
  std::string register_name;  ///< of the record or claim; "" when there is none
  std::int64_t id = 0;
  std::string code, title;
  std::vector<Line> lines;
  std::vector<MeasureMatch> measures;  ///< of statements that are numbers
};

/// Registers a statement may become a record of, the likeliest first. "claim" is always possible when it has a number.
std::vector<std::string> registers_for(const intake::Fact& fact);

/// Compares the statements of one article. Claims and proving words are read once; each statement costs a few more
/// statements. Without an engine nothing is compared with counts.
class Matcher {
 public:
  struct Shape;  ///< where a register keeps what a statement may say
  Matcher(db::ReadDb& db, const Actor& actor, const reg::Catalog& catalog, const fig::Engine* engine, const ReadingSeen& reading, Lang lang);
  Match of(const Candidate& candidate) const;
  /// Has this article a proving stretch there for the record (or claim)?
  bool has_span(const std::string& register_name, std::int64_t id, const std::vector<intake::Span>& spans) const;

 private:
  struct ClaimRow {
    std::int64_t id = 0, value = 0;
    std::string code, indicator, unit, status, statement, countries;
    Qualifier qualifier = Qualifier::exact;
    Period period;
  };
  struct SpanRow {
    std::string register_name;
    std::int64_t record = 0, claim = 0;
    intake::Span span;
  };
  struct Found { double score = 0; std::int64_t id = 0; std::string register_name, code, title; std::vector<Line> lines; };

  void read_organisations(std::int64_t about);
  void read_claims();
  void read_spans(std::int64_t evidence);
  MeasureMatch measure(const intake::Fact& fact, const Measure& m, const std::vector<intake::Span>& spans) const;
  bool compare_with_claims(const intake::Fact& fact, MeasureMatch& out) const;
  void compare_with_figure(const intake::Fact& fact, MeasureMatch& out, bool other_number) const;
  std::optional<Found> own_record(const intake::Fact& fact, const std::vector<intake::Span>& spans) const;
  std::optional<Found> search(const intake::Fact& fact, const std::string& quote) const;
  std::optional<Found> best_of(const Shape& shape, const intake::Fact& fact, const std::string& quote, std::int64_t only_id) const;
  struct Wanted;  // match_records.cpp, with what compares it
  struct Beside;
  std::set<std::string> telling_words(const intake::Fact& fact, const std::string& quote) const;
  std::pair<std::string, db::Params> statement(const reg::Description& d, const Wanted& wanted) const;
  Beside compare(const reg::Description& d, const Wanted& wanted, const db::Row& row) const;
  void compare_countries(const Wanted& wanted, const db::Row& row, Beside& out) const;
  void compare_days(const Wanted& wanted, const db::Row& row, Beside& out) const;
  void compare_number(const reg::Description& d, const Wanted& wanted, const db::Row& row, Beside& out) const;
  void compare_amount(const Wanted& wanted, const db::Row& row, Beside& out) const;
  std::optional<Found> occasion(const intake::Fact& fact) const;
  Line line_of(const Measure& m, const intake::Fact& fact, const ClaimRow& claim) const;
  Period window(const intake::Fact& fact) const;
  std::set<std::string> tokens(const std::string& text) const;

  db::ReadDb& db_;
  const Actor& actor_;
  const reg::Catalog& catalog_;
  const fig::Engine* engine_;
  Lang lang_;
  Date published_;
  std::int64_t about_ = 0, home_ = 0;
  std::string about_code_, home_code_;
  std::set<std::string> stop_;
  std::vector<ClaimRow> claims_;
  std::vector<SpanRow> spans_;
};

}  // namespace nc::app
