// The facts of a country's profile, read once for the page and for the paper. Inside this module only.
#pragma once
#include <string>
#include <vector>

#include "app/compatriots/public.h"
#include "app/outgoing/public.h"
#include "figure/figure.h"
#include "register/describe.h"

namespace nc::app {

struct ProfileAsk {
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  Lang lang;
  const reg::Cells& cells;   ///< of the country
  std::string iso() const { return db::as_text(cells[reg::k_code]); }
};

/// A record that the page names: where it leads, what it is, what stands beside it.
struct ProfileFact {
  Date day;
  Message what;              ///< "đoàn vào"; may be empty
  std::string title, beside, href;
  bool illustrative = false;
  std::string icon{};
};

/// One figure in each of the stretches; `shown` is empty where there is none.
struct ProfileNumber {
  Message label;
  struct Seen { std::string shown, href; };
  std::vector<Seen> seen{};
};

struct Profile {
  std::string iso, name_vi, name_en, official, national_day;
  std::string relation;              ///< "17/08/1950", "1973" or ""
  bool relation_sure = false;
  Message round;                     ///< "75 năm: 17/08/2025"; empty when not known
  std::vector<Period> stretches{};   ///< this year, the year before, five years
  std::vector<ProfileNumber> numbers{};
  std::vector<ProfileFact> days{}, recent{}, agreements{}, partners{}, donors{}, information{};
  std::vector<CompatriotAssociation> associations{};
  std::vector<Estimate> estimates{};
  std::int64_t open_cases = 0;
  bool illustrative = false;         ///< some of it is made up
  std::string name(Lang lang) const { return lang == Lang::vi ? name_vi : name_en; }
};

/// The page asks for one side at a time: figures and what was done; days, partners and compatriots.
enum class ProfilePart { numbers, people, all };
Profile profile_of(const ProfileAsk& ask, ProfilePart part);
/// In Vietnamese and in English; they take no number.
std::vector<RecordPaper> country_papers(const fig::Engine& engine);
/// "năm 2026", "5 năm 2022 - 2026".
Message stretch_words(const Period& stretch);

}  // namespace nc::app
