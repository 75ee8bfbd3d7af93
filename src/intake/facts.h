// From sentences to candidate facts: what the rules of the fourteen kinds share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intake/document.h"
#include "intake/intake.h"

namespace nc::intake {

/// A number with the thing it counts.
struct Count {
  const Quantity* q = nullptr;
  const Mention* noun = nullptr;      ///< nullptr when no word of the lexicon stands behind the number
  Cls cls = Cls::k_last;              ///< of the noun, the first that fits a count
  std::string_view value;
  std::uint32_t first = 0, last = 0;  ///< tokens with the noun
  bool used = false;                  ///< a fact has taken it
};

/// A fact with its evidence still in tokens.
struct Candidate {
  Fact fact;
  std::vector<Stretch> evidence;
  std::uint32_t sentence = 0, at = 0;  ///< token the order goes by
  bool pending = false;                ///< mentioned, but not yet said to have happened
};

/// Who gave.
struct Giver {
  std::string name;
  std::vector<std::string> countries;
  bool foreign = true;
  bool known = false;  ///< a name was found
  bool many = false;   ///< no one donor: "các tổ chức phi chính phủ nước ngoài", "international charities"
  std::uint32_t first = 0, last = 0;
};

struct Groups;       // facts_delegations.cpp
struct SingleGroup;  // facts_single_delegations.cpp
struct Direction;
struct Attendance;   // facts_participants.cpp
struct Membership;   // facts_members.cpp
struct Grant;        // facts_aid_donors.cpp
struct Present;      // facts_gifts.cpp
struct Milestone;    // facts_anniversaries.cpp

/// One sentence under the eyes of the rules.
class Scene {
 public:
  Scene(const Document& d, std::uint32_t index);

  const Document& d;
  const Words& w;
  const Sentence& s;
  std::uint32_t index;
  std::vector<const Mention*> mentions;
  std::vector<Count> counts;    ///< plain counts that may be facts
  std::vector<Count> monies;    ///< amounts of money that may be facts
  std::vector<Count> years;     ///< "8 năm"

  /// The nearest mention before/behind a token that `test` accepts, at most `reach` tokens away.
  template <class Test>
  const Mention* left(std::uint32_t token, std::uint32_t reach, const Test& test) const {
    for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
      if ((*it)->last > token) continue;
      if ((*it)->last + reach < token) return nullptr;
      if (test(**it)) return *it;
    }
    return nullptr;
  }
  template <class Test>
  const Mention* right(std::uint32_t token, std::uint32_t reach, const Test& test) const {
    for (const Mention* m : mentions) {
      if (m->first < token) continue;
      if (m->first > token + reach) return nullptr;
      if (test(*m)) return m;
    }
    return nullptr;
  }
  /// The first mention that begins at `from` or behind it, before `until`, and that `test` accepts.
  template <class Test>
  const Mention* between(std::uint32_t from, std::uint32_t until, const Test& test) const {
    for (const Mention* m : mentions) {
      if (m->first < from) continue;
      if (m->first >= until) return nullptr;
      if (test(*m)) return m;
    }
    return nullptr;
  }
  const Mention* verb_left(std::uint32_t token, std::uint32_t reach, std::initializer_list<std::string_view> values) const;
  const Mention* verb_right(std::uint32_t token, std::uint32_t reach, std::initializer_list<std::string_view> values) const;
  /// Nearest verb of any class before the token.
  const Mention* any_verb_left(std::uint32_t token, std::uint32_t reach = 60) const;
  const Mention* class_left(std::uint32_t token, std::uint32_t reach, Cls cls) const;
  const Mention* class_right(std::uint32_t token, std::uint32_t reach, Cls cls) const;
  /// The first amount no fact has taken that begins at `from` or behind it, before `until`.
  Count* money_between(std::uint32_t from, std::uint32_t until);
  /// What is told of a counted thing's worth before `until`: "mỗi phần 300 ngàn đồng", "trị giá 30 triệu đồng".
  Count* value_of(const Count& thing, std::uint32_t until);
  bool sign_between(std::uint32_t a, std::uint32_t b, std::string_view sign) const;
  bool has(Cls cls) const;

  /// Is what stands there promised or intended? Without `pledges` a pledge ("cam kết") is no plan: sums committed to a period.
  bool planned(std::uint32_t token, bool pledges = true) const;
  /// Does the verb stand as a noun ("về viện trợ", "công tác vận động", "khoản tài trợ")?
  bool nominal(const Mention& verb) const;
  bool others(std::uint32_t token) const;     ///< is somebody else's figure told?
  bool economy(std::uint32_t token) const;    ///< trade, tourism, budget
  bool subset(std::uint32_t token) const;     ///< "trong đó", "riêng"
  bool per_piece(const Count& money) const;   ///< "mỗi suất 2 triệu đồng"
  std::vector<std::string> countries(std::uint32_t first, std::uint32_t last) const;
  /// The day or month an event stands with: nearest before the token, else behind.
  const Moment* day_near(std::uint32_t token) const;

 private:
  void collect();
  void bind(Count& count, const Mention* next);
  void bind_english(Count& count, std::size_t next);
  bool rejected(const Quantity& q) const;
};

/// A name from `first` to before `last` without leading and trailing small words, brackets and dates.
std::string tidy_name(const Words& w, std::uint32_t first, std::uint32_t last);

/// Who gets what stands before `from`: the words behind "cho" or "to", up to a comma or the next small word.
std::string recipient_of(const Scene& scene, std::uint32_t from);

/// Reads all kinds. The order of the functions is that of dependence: delegations give donors and countries to the rest.
class Extractor {
 public:
  explicit Extractor(const Document& document) : d(document), w(document.words) {}
  std::vector<Candidate> run();

 private:
  void enter(Scene& scene);              // running period, date, countries
  void continued_value(Scene& scene);
  void delegations(Scene& scene);        // facts_delegations.cpp
  std::optional<Kind> way_of_groups(const Scene& scene, Groups& groups) const;
  void add_groups(Scene& scene, const Groups& groups, Kind kind);
  void people_sent(Scene& scene);
  void add_travellers(Scene& scene, Kind kind, Stretch words, Count& people, std::vector<std::string> countries);
  void single_delegations(Scene& scene);  // facts_single_delegations.cpp
  SingleGroup single_group_at(Scene& scene, std::size_t k) const;
  std::vector<std::string> sender_abroad(const Scene& scene, const SingleGroup& group) const;
  Candidate* last_group(const Scene& scene);
  void continue_group(const Scene& scene, const SingleGroup& group);
  bool repeats_group(const Scene& scene, const SingleGroup& group, const Direction& direction);
  void add_group(const Scene& scene, const SingleGroup& group, const Direction& direction);
  void aid(Scene& scene);                // facts_aid.cpp
  bool table_row(Scene& scene);          // facts_aid_lists.cpp
  bool donor_line(Scene& scene);
  void bracketed_donors(Scene& scene);
  void single_donors(Scene& scene);      // facts_aid_donors.cpp
  bool grants(const Scene& scene, const Mention& verb) const;
  Grant grant_by(Scene& scene, const Mention& verb, Giver&& named) const;
  bool is_carried_out(const Scene& scene, const Grant& grant) const;
  bool is_aid(Scene& scene, const Grant& grant) const;
  bool prices_last_gift(const Scene& scene, const Grant& grant);
  void add_grant(Scene& scene, const Grant& grant);
  void sums_from_donors(Scene& scene);   // facts_aid_projects.cpp
  void priced_projects(Scene& scene);
  void works_of_last_donor(Scene& scene);
  bool donors_told(const Scene& scene) const;
  void project_totals(Scene& scene);     // facts_aid_totals.cpp
  bool counts_projects(const Scene& scene, const Count& projects) const;
  void set_sum(Scene& scene, Candidate& total, const Count& projects, std::uint32_t end, std::uint32_t until) const;
  void money_totals(Scene& scene);
  bool tells_total(const Scene& scene, const Count& money) const;
  bool continues_total(Scene& scene, Count& money);
  void total_of_many(Scene& scene, const Mention& given, Count& money);
  void gifts(Scene& scene);              // facts_gifts.cpp
  bool is_present(const Scene& scene, const Present& present) const;
  bool continues_gifts(const Scene& scene, const Present& present) const;
  Giver giver_of(const Scene& scene, const Present& present) const;
  void add_present(Scene& scene, const Present& present);
  void gifts_of_money(Scene& scene);
  void scholarships(Scene& scene);       // facts_scholarships.cpp
  void agreements(Scene& scene);         // facts_agreements.cpp
  std::vector<std::string> signed_with(const Scene& scene, std::uint32_t first) const;
  void planned_agreements(Scene& scene);
  void anniversaries(Scene& scene);      // facts_anniversaries.cpp
  std::vector<std::string> countries_of(const Scene& scene, const Milestone& milestone) const;
  bool is_own_founding(const Milestone& milestone) const;
  void add_anniversary(Scene& scene, const Milestone& milestone, std::vector<std::string> countries);
  void awards(Scene& scene);             // facts_awards.cpp
  std::string conferred_by(const Scene& scene, const Mention& award, const Mention* verb) const;
  void memberships(Scene& scene);        // facts_members.cpp
  const Candidate* membership_before(const Scene& scene) const;
  bool continues_new_members(const Scene& scene, const Count& counted) const;
  Membership membership_at(const Scene& scene, Count& counted) const;
  void add_membership(const Scene& scene, const Membership& membership);
  bool add_grown_total(const Scene& scene, Count& counted);
  void partners(Scene& scene);
  void signatures(Scene& scene);
  void counted_events(Scene& scene);     // facts_events.cpp
  void dated_events(Scene& scene);
  bool achieved_here(const Scene& scene) const;
  bool is_held(const Scene& scene, const Mention& event) const;
  void add_event(const Scene& scene, const Mention& event, const Moment* day, const Moment& period);
  void founding_day(Scene& scene);
  void achievements(Scene& scene);
  void participants(Scene& scene);       // facts_participants.cpp
  const Candidate* event_before(const Scene& scene) const;
  void add_participants(const Scene& scene, const Attendance& attendance);

  /// Who gives: before an active verb ("X tài trợ"), between "do" and the verb, or behind "của" and "by".
  Giver giver(const Scene& scene, const Mention& verb) const;  // facts_giver.cpp
  Stretch giver_words(const Scene& scene, const Mention& verb) const;
  bool is_name(const Scene& scene, const Stretch& words) const;
  void take_organisation_before(const Scene& scene, const Stretch& words, Giver& g) const;
  bool acts_from_abroad(const Scene& scene, const Giver& g) const;
  Giver giver_or_last(const Scene& scene, const Mention& verb) const;
  void note_organisation(const Scene& scene);
  bool long_past(const Scene& scene) const;
  bool is_home_name(std::uint32_t first, std::uint32_t last) const;
  bool is_many(const Scene& scene, const Giver& g) const;

  void circumstances(const Scene& scene, std::size_t from);  // facts_places.cpp
  std::string place_of(const Scene& scene, const Candidate& c, std::uint32_t until) const;

  Candidate& add(const Scene& scene, Kind kind, std::uint32_t first, std::uint32_t last);
  /// One donor's money, one of several: what it gave, its name and countries.
  Candidate& add_donation(const Scene& scene, std::uint32_t first, Count& money, Stretch donor, std::vector<std::string> countries);
  void set_count(Fact& fact, const Quantity& q) const;
  void set_amount(Fact& fact, const Scene& scene, Count& money) const;
  void set_period(Fact& fact) const;
  /// Notes who gave, in the fact and for the sentences behind.
  void set_giver(Fact& fact, const Scene& scene, const Giver& giver);
  void set_status(Fact& fact, const Scene& scene, std::uint32_t token) const;
  void set_date(Fact& fact, const Moment* moment) const;

  const Document& d;
  const Words& w;
  std::vector<Candidate> out_;
  Period running_;
  bool running_years_ = false;
  Period period_;  ///< of this sentence: its own, else the running one
  bool period_years_ = false;
  Kind last_direction_ = Kind::delegation_in;
  std::uint32_t last_direction_sentence_ = 0;
  bool any_direction_ = false;
  int last_single_ = -1;
  std::uint32_t last_single_sentence_ = 0;
  std::vector<std::string> last_countries_;
  std::uint32_t last_countries_sentence_ = 0;
  Giver last_giver_;
  std::uint32_t last_giver_sentence_ = 0;
  Giver last_org_;  ///< from abroad, named last: "tổ chức này"
  std::uint32_t last_org_sentence_ = 0;
  int last_event_ = -1;
  std::uint32_t last_event_sentence_ = 0;
  const Moment* paragraph_day_ = nullptr;
  const Moment* last_day_ = nullptr;  ///< what "cùng ngày" means
  std::uint32_t paragraph_ = 0;
};

/// The same statement twice becomes one fact with several spans; facts without enough content are dropped.
std::vector<Candidate> without_repeats(std::vector<Candidate> facts);

}  // namespace nc::intake
