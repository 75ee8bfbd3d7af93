// A figure is a counting rule whose query returns the rows that make it; the number is only their count or sum.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "db/db.h"

namespace nc::fig {

enum class Scope { own, tree, distinct };
/// Which organisations belong to the asked one: as they stood on the last asked day, or as they stand today, with all that
/// was merged into it since.
enum class Units { then, now };
std::optional<Scope> scope_from(std::string_view word);

/// What is asked: /figures/I17?org=ct-tp&period=2025&scope=tree&country=KR&by=month
struct Ask {
  std::string code;                                        ///< I17
  std::string org;                                         ///< organisation code
  std::optional<Period> period;                            ///< figures over time
  std::optional<Date> as_of;                               ///< figures at a day (a period stands for its last day)
  Scope scope = Scope::tree;
  Units units = Units::then;
  std::vector<std::pair<std::string, std::string>> where;  ///< dimension = value (code: several, parted by |)
  std::string by;                                          ///< dimension to group by
  bool operator==(const Ask&) const = default;
};
Result<Ask> parse_ask(const std::vector<std::pair<std::string, std::string>>& query, std::string code);
std::string ask_url(const Ask& ask);                       ///< /figures/...

/// One row of the proof. `amount` is minor units for money, else a count.
struct Row {
  std::string register_name;
  std::int64_t id = 0;
  std::string code, title, date, unit;                     ///< unit: code of db/reference/units.tsv or ISO 4217
  std::optional<std::int64_t> amount;                      ///< nullopt: unknown
  Qualifier qualifier = Qualifier::exact;
  bool illustrative = false;
  std::int64_t org = 0;
};

struct Part { std::string key, unit; std::optional<double> value; Qualifier qualifier = Qualifier::exact; };
struct Group {
  std::string key;
  Message label;
  std::optional<double> value;
  std::int64_t rows = 0, illustrative = 0;
  std::string unit;
  Qualifier qualifier = Qualifier::exact;
};

/// A declared number beside the counted one.
struct ClaimSeen {
  std::int64_t id = 0;
  std::string code, org, unit, status;
  Period period;
  std::optional<double> value;
  Qualifier qualifier = Qualifier::exact;
  std::optional<double> difference;                        ///< counted - claimed, same unit only
  bool kept = false;                                       ///< the count keeps what the claim says (qualifier considered)
  std::string match;                                       ///< exact | overlap
  std::string source_title, published, quote;
  std::int64_t evidence = 0, span = 0;
  bool settled = false;                                    ///< somebody said why it differs: no warning any more, but still shown
  std::string settled_on{}, settled_by{}, settled_reason{};
  bool warns() const { return difference && !kept && !settled; }
};

struct Figure {
  Ask ask;
  Period period;                                           ///< as evaluated (from == to for figures at a day)
  std::string unit;
  std::optional<double> value;                             ///< whole units; nullopt: unknown
  Qualifier qualifier = Qualifier::exact;
  std::int64_t row_count = 0, illustrative_count = 0;
  std::vector<Part> parts;
  std::vector<Group> groups;
  std::vector<ClaimSeen> claims;
  std::string org_name_vi, org_name_en;
  bool units_moved = false;                                ///< organisations moved or merged since: `then` and `now` may differ
  std::string note_vi, note_en;                            ///< why there is no value, or what to know
};

/// The rows of an indicator as SQL: a SELECT with exactly these columns, in this order and with these names:
///   register, id, code, title, date, amount, unit, qualifier, illustrative, org_id, then one column per dimension,
///   named as the dimension. Amounts are minor units for money (unit = ISO code), else counts; qualifier is a code or NULL.
/// Placeholders:
///   {from} {to}            the asked days as text; figures at a day have both equal
///   {org}                  the number of the asked organisation itself
///   {orgs:A}               A.org_id is in the asked scope, and visible to the actor
///   {orgs:A:COLUMN}        the same, or one of the organisations listed in A.COLUMN ("|12|15|") is: joint work,
///                          counted once at every level because a row is counted, not a host
///   {back:N}               the last asked day, N months earlier
///   {below:A}              A is an organisation below the asked one (scope own: directly below)
///   {within:A}             the same, the asked one included
///   {same:A:TABLE}         leaves out a row that another row in scope already tells (column same_as)
/// Every indicator also has the dimensions month, year, org and code.
struct Dimension { std::string name; Message label; std::function<Message(const std::string& key)> key_label; bool many = false; };
enum class Measure { count, sum };

class Engine;
struct Indicator {
  std::string code;
  Message name, rule;                                      ///< rule: one sentence, in words
  std::string unit;                                        ///< of the number; for money the currency shown when all rows agree, else VND
  int version = 1;                                         ///< raised when the rule changes; kept in snapshots
  Measure measure = Measure::count;
  bool at_day = false;                                     ///< as-of figure
  std::string count_unit;                                  ///< sums: unit of the part "count" (how many records), "" for none
  std::string rows_sql;                                    ///< empty for derived figures
  std::vector<Dimension> dimensions;
  std::vector<std::string> registers;                      ///< read by it: caching goes by their generation
  std::string list_query;                                  ///< the register list that shows the same rows: "delegations?direction=in"
  /// Derived figures (ratios, streaks, comparisons): computes value, parts and note from other figures.
  /// A Problem is shown as the reason why there is no value.
  std::function<void(const Engine&, db::ReadDb&, const Actor&, Figure&)> derive;
  std::vector<std::string> rows_from;                      ///< derived: the indicators whose rows are its rows
};

/// What the engine asks of the modules, so that it names none of their tables.
struct Hooks {
  /// Declared numbers of the same code and organisation; match and difference are filled in by the engine.
  std::function<std::vector<ClaimSeen>(db::ReadDb&, const Actor&, const std::string& code, std::int64_t org)> claims;
  /// Condition on r.register and r.id for where-key `fact`: the record that a numbered fact made.
  std::string fact_condition;  ///< SQL with {value}
  /// Why two periods of an organisation can't be compared (territory changed), or an empty message.
  std::function<Message(db::ReadDb&, const std::string& org, const Period& before, const Period& now)> break_between;
  /// Numbers of the organisations that were below `org` on `day`, itself among them; nullopt when nothing has moved since,
  /// so that the tree of today holds.
  std::function<std::optional<std::vector<std::int64_t>>(db::ReadDb&, std::int64_t org, Date day)> units_on;
};

struct OrgSeen { std::int64_t id = 0; std::string code, name_vi, name_en; };
/// The organisation of a code, if the actor may see it.
Result<OrgSeen> find_org(db::ReadDb& db, const Actor& actor, const std::string& code);

/// The counted number that a claim in this unit speaks of: the figure itself or one of its parts; nothing when units don't compare.
std::optional<double> counted_in(const Figure& f, std::string_view unit);
/// Units that may be subtracted from each other: projects and aid items, people and turns ...
bool comparable_units(std::string_view a, std::string_view b);
bool is_currency(std::string_view unit);
/// Name of a unit: "đoàn", "delegations"; currencies by their code.
std::string unit_name(std::string_view unit, Lang lang);

class Engine {
 public:
  Hooks hooks;
  void add(Indicator indicator);
  const Indicator* find(std::string_view code) const;
  const std::vector<Indicator>& all() const { return items_; }

  /// Evaluates value, parts, claims and (if asked) groups: one statement for the figure, one for claims.
  Result<Figure> evaluate(db::ReadDb& db, const Actor& actor, const Ask& ask) const;
  /// Keeps results until one of the registers that a figure reads changes. For servers with one database only.
  void use_cache(bool on);
  /// The rows themselves, newest first, from `offset`.
  Result<std::vector<Row>> rows(db::ReadDb& db, const Actor& actor, const Ask& ask, int limit, int offset = 0) const;
  /// The same period one year before, or a reason why they can't be compared (territory or rule changed).
  struct Compared { std::optional<Figure> before; std::optional<double> change, percent; Message why_not; };
  Compared compare(db::ReadDb& db, const Actor& actor, const Figure& now) const;

 private:
  struct Cache;
  Result<std::vector<Row>> rows_fresh(db::ReadDb& db, const Actor& actor, const Ask& ask, int limit, int offset) const;
  Result<Figure> evaluate_fresh(db::ReadDb& db, const Actor& actor, const Ask& ask, const Indicator& indicator) const;
  void add_claims(db::ReadDb& db, const Actor& actor, std::int64_t org, const Indicator& indicator, Figure& figure) const;
  std::vector<Indicator> items_;
  std::shared_ptr<Cache> cache_;
};

/// "57 đoàn", "gần 36 tỷ đồng", "ít nhất 04 cơ quan": how prose prints the figure.
std::string in_prose(const Figure& f, Lang lang, bool pad = true);
/// "57", "35,84 tỷ đồng": how screens print it.
std::string on_screen(const Figure& f, Lang lang);
/// The JSON of the command-line contract (architecture 6.1).
std::string to_json(const Figure& f, const std::vector<Row>& rows);

}  // namespace nc::fig
