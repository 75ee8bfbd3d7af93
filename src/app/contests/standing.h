// Rounds of a contest, who is in each, the scores, and the order that follows from them.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "register/store.h"

namespace nc::app {

struct RoundSeen { std::int64_t id = 0, number = 0, places = 0; std::string name; Date from; };
/// By number.
std::vector<RoundSeen> rounds_of(db::ReadDb& db, const Actor& actor, std::int64_t contest);

/// "Nguyễn A, Trần B" -> two names.
std::vector<std::string> jury_of(const std::string& text);

struct Standing {
  std::int64_t entrant = 0;
  std::string number, name, school, grade, prize;
  bool illustrative = false;
  std::map<std::string, std::string> scores{};  ///< by juror, as stored
  std::int64_t mean = -1;                       ///< thousandths; -1 without a score
  int place = 0;                                ///< equal means share a place; 0 without a score
};
/// Confirmed entrants of a round, the best first. Everybody is in the first round; later ones take those who got there.
std::vector<Standing> standings(db::ReadDb& db, const Actor& actor, std::int64_t contest, const std::vector<RoundSeen>& rounds, std::int64_t round);

/// Scores typed on the sheet: (entrant, juror) -> text as typed. Empty ones take a score away. Nothing is kept when one is wrong;
/// problems stand at "s.<entrant>.<number of the juror>".
using Sheet = std::map<std::pair<std::int64_t, std::string>, std::pair<std::string, std::string>>;  ///< value: field name, text
tl::expected<int, Problems> keep_scores(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t round, std::int64_t max_score, const Sheet& sheet);

/// The first `places` of a round (and those level with the last of them) go on to the next one. Returns how many.
tl::expected<int, Problems> advance(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t contest, std::int64_t round, int places);
/// Entrants who registered and have what is needed take part. Returns how many, and how many lack the consent of a guardian.
struct Confirmed { int done = 0, lacking = 0; };
tl::expected<Confirmed, Problems> confirm_entrants(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t contest);

/// "8,75"
std::string score_words(std::int64_t thousandths, Lang lang);

}  // namespace nc::app
