// What the registers already know of a statement: records of the same thing, found by country, days, names and amounts.
#include <algorithm>
#include <array>
#include <sstream>

#include "app/desk/match.h"
#include "app/reference/public.h"
#include "base/fold.h"

namespace nc::app {

namespace {

using intake::Fact;
using intake::Kind;

constexpr int k_reach_days = 10, k_same_days = 3;
constexpr double k_enough = 6;
constexpr double k_some_words = 0.3;

/// Columns of the records that are compared.
enum Column { c_id, c_code, c_title, c_from, c_to, c_nations, c_words, c_number, c_number_q, c_money, c_currency, c_money_q };

/// Words that many records share say nothing about which one is meant.
constexpr std::array k_common = std::to_array<std::string_view>(
    {"doan", "hoi",  "huu",  "nghi", "viet", "nam",  "du",   "an",    "chuong", "trinh", "phi",  "to",   "chuc", "cac",  "va",    "cua",  "voi", "tai",  "cho",  "thanh",
     "pho",  "tinh", "lien", "hiep", "hop",  "tac",  "quoc", "te",    "nuoc",   "ngoai", "the",  "of",   "and",  "in",   "vao",   "ra",   "hoat", "dong", "trao", "tang",
     "qua",  "dai",  "hoc",  "tham", "va",   "lam",  "viec", "khach", "nhan",   "dan",   "ban",  "nganh", "mot", "hai",  "nhung", "tai",  "tro", "do",   "to",   "khoan"});

enum class From { none, count, visitors, quantity };

std::optional<std::int64_t> number_of(const Fact& f, From from) {
  switch (from) {
    case From::count: return f.count;
    case From::visitors: return f.visitors;
    case From::quantity: return f.quantity;
    case From::none: break;
  }
  return std::nullopt;
}
Qualifier qualifier_of(const Fact& f, From from) {
  if (from == From::visitors) return f.visitors_qualifier;
  return f.amount && from == From::count ? f.count_qualifier : f.qualifier;
}

double alike(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t both = 0;
  bool telling = false;
  for (const auto& word : a)
    if (b.contains(word)) {
      ++both;
      telling = telling || word.size() >= 5;
    }
  if (both == 0 || (both == 1 && !telling)) return 0;
  return static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

std::string all_names(const Fact& f) {
  std::string out = f.title + " " + f.donor + " " + f.item + " " + f.award + " " + f.recipient;
  for (const auto& o : f.orgs) out += " " + o;
  return out;
}

}  // namespace

/// Where a register keeps what a statement may say.
struct Matcher::Shape {
  const char* register_name;
  const char* from;     ///< SQL over t
  const char* to;
  const char* country;  ///< column, one code or "|KR|LA|"; "" for none
  const char* words;    ///< columns joined for comparison of names
  const char* number;   ///< column of a count, "" for none
  From number_from;
  const char* money;    ///< column of an amount, "" for none
  const char* also = "";  ///< further condition
};

namespace {

#define NC_WORDS(a) "COALESCE(t." a ", '')"
#define NC_AND_WORDS(a) " || ' ' || COALESCE(t." a ", '')"

}  // namespace

std::set<std::string> Matcher::tokens(const std::string& text) const {
  std::set<std::string> out;
  std::istringstream words(fold(text));
  for (std::string word; words >> word;)
    if (word.size() > 1 && std::ranges::find(k_common, word) == k_common.end() && !stop_.contains(word)) out.insert(word);
  return out;
}

Period Matcher::window(const Fact& fact) const {
  Period p = period_of(fact);
  if (p.from) return {p.from.plus_days(-k_reach_days), p.to.plus_days(k_reach_days)};
  if (!published_) return {};
  return {*Date::from_ymd(published_.year() - 1, 1, 1), published_.plus_days(60)};
}

/// What is looked for: a statement with its telling words, days and number.
struct Matcher::Wanted {
  const Shape& shape;
  const Fact& fact;
  std::int64_t record = 0;  ///< compare with this one alone; 0: with all that may tell the same
  std::set<std::string> words;
  Period stated;
  std::optional<std::int64_t> number;

  bool is_day() const { return stated.from && stated.from == stated.to; }
};

/// A record that may be meant, and what it has in common with the statement.
struct Matcher::Beside {
  Found found;
  bool same_country = false, other_country = false, same_day = false, same_amount = false;
  double names = 0;  ///< shared words, 0 to 1

  bool is_enough() const { return found.score >= k_enough && (names >= k_some_words || same_amount || (same_country && same_day)); }
};

/// Words that tell one statement from another; those of the quotation where it names nothing.
std::set<std::string> Matcher::telling_words(const Fact& fact, const std::string& quote) const {
  std::set<std::string> words = tokens(all_names(fact));
  for (const auto& iso2 : fact.countries)
    for (const auto& word : tokens(countries().label(iso2, Lang::vi))) words.erase(word);
  if (words.size() < 2) words.merge(tokens(quote));
  return words;
}

/// Reads the records that may be meant; the columns stand in the order of `Column`.
std::pair<std::string, db::Params> Matcher::statement(const reg::Description& d, const Wanted& x) const {
  const Shape& shape = x.shape;
  const auto column = [](const char* name, std::initializer_list<const char*> endings, const char* none) {
    if (*name == '\0') return std::string(none);
    std::string out;
    for (const char* ending : endings) out += (out.empty() ? "t." : ", t.") + std::string(name) + ending;
    return out;
  };
  db::Params params{about_, home_};
  std::string sql = std::string("SELECT t.id, t.code, t.") + d.title_field + ", " + shape.from + ", " + shape.to + ", " + column(shape.country, {""}, "''") + ", " + shape.words + ", " +
                    column(shape.number, {"", "_q"}, "NULL, NULL") + ", " + column(shape.money, {"", "_cur", "_q"}, "NULL, NULL, NULL") + " FROM " + d.name + " t WHERE t.deleted = 0 AND ";
  if (x.record != 0) {
    params = {x.record};
    sql += "t.id = $1";
  } else {
    sql += "t.org_id IN (SELECT x.descendant FROM org_tree x WHERE x.ancestor IN ($1, $2))";
    if (const Period w = window(x.fact); w.from) {
      params.insert(params.end(), {w.to.iso(), w.from.iso()});
      sql += std::string(" AND (") + shape.from + " IS NULL OR (" + shape.from + " <= $3 AND COALESCE(" + shape.to + ", " + shape.from + ") >= $4))";
    }
    if (*shape.also != '\0') sql += std::string(" AND ") + shape.also;
  }
  sql += " AND (";
  append(sql, params, d.scope(actor_, "t"));
  return {sql + ") ORDER BY t.id DESC LIMIT 2000", std::move(params)};
}

void Matcher::compare_countries(const Wanted& x, const db::Row& row, Beside& out) const {
  const std::string nations(row.text(c_nations));
  if (x.fact.countries.empty() || nations.empty()) return;
  out.same_country = std::ranges::any_of(x.fact.countries, [&](const std::string& c) { return nations == c || nations.find("|" + c + "|") != std::string::npos; });
  out.other_country = !out.same_country;
  if (out.same_country) out.found.score += 3;
}

void Matcher::compare_days(const Wanted& x, const db::Row& row, Beside& out) const {
  const Period when{Date::from_iso(row.text(c_from)).value_or(Date{}), Date::from_iso(row.text(row.null(c_to) ? c_from : c_to)).value_or(Date{})};
  const Period& stated = x.stated;
  if (!stated.from || !when.from || !when.to) return;
  const Period near{when.from.plus_days(-k_same_days), when.to.plus_days(k_same_days)};
  out.same_day = x.is_day() && near.contains(stated.from);
  if (out.same_day) out.found.score += 3;
  else if (x.is_day()) out.found.score -= 2;
  else if (near.overlaps(stated)) out.found.score += stated.to.days() - stated.from.days() <= 31 ? 2 : 1;
  if (!x.is_day() || (!out.same_day && x.record == 0)) return;
  const std::string ours = format_date(when.from, lang_) + (when.to != when.from ? " – " + format_date(when.to, lang_) : "");
  out.found.lines.push_back({Text{"Ngày", "Date"}, ours, format_date(stated.from, lang_), {}, out.same_day});
}

void Matcher::compare_number(const reg::Description& d, const Wanted& x, const db::Row& row, Beside& out) const {
  if (!x.number || row.null(c_number)) return;
  const std::int64_t ours = row.integer(c_number);
  const Qualifier theirs = qualifier_of(x.fact, x.shape.number_from);
  Qualifier qualifier = Qualifier::exact;
  qualifier_from_code(row.text(c_number_q), qualifier);
  const bool same = ours == *x.number || satisfies(static_cast<double>(ours), static_cast<double>(*x.number), theirs);
  if (same) out.found.score += 2;
  const auto* field = d.find(x.shape.number);
  out.found.lines.push_back({field ? field->label : Message(Text{"Số lượng", "Number"}), count_in_prose(ours, qualifier, lang_, false), count_in_prose(*x.number, theirs, lang_, false), {}, same});
}

void Matcher::compare_amount(const Wanted& x, const db::Row& row, Beside& out) const {
  if (!x.fact.amount || row.null(c_money)) return;
  const Money &theirs = *x.fact.amount, ours{row.integer(c_money), Currency::from_code(row.text(c_currency)).value_or(Currency{})};
  Qualifier qualifier = Qualifier::exact;
  qualifier_from_code(row.text(c_money_q), qualifier);
  out.same_amount = ours.currency == theirs.currency &&
                    (ours.minor == theirs.minor || satisfies(static_cast<double>(ours.minor), static_cast<double>(theirs.minor), x.fact.qualifier));
  if (out.same_amount) out.found.score += 4;
  out.found.lines.push_back({Text{"Giá trị", "Value"}, money_in_prose(ours, qualifier, lang_), money_in_prose(theirs, x.fact.qualifier, lang_), {}, out.same_amount});
}

Matcher::Beside Matcher::compare(const reg::Description& d, const Wanted& x, const db::Row& row) const {
  Beside out;
  out.found.id = row.integer(c_id);
  out.found.register_name = d.name;
  out.found.code = row.text(c_code);
  out.found.title = row.text(c_title);
  compare_countries(x, row, out);
  compare_days(x, row, out);
  out.names = alike(x.words, tokens(std::string(row.text(c_words))));
  out.found.score += out.names >= 0.75 ? 5 : out.names >= 0.5 ? 4 : out.names >= k_some_words ? 2 : 0;
  compare_number(d, x, row, out);
  compare_amount(x, row, out);
  return out;
}

std::optional<Matcher::Found> Matcher::best_of(const Shape& shape, const Fact& fact, const std::string& quote, std::int64_t only_id) const {
  const auto* d = catalog_.find(shape.register_name);
  if (!d) return std::nullopt;
  const Wanted x{shape, fact, only_id, telling_words(fact, quote), period_of(fact), number_of(fact, shape.number_from)};
  const auto [sql, params] = statement(*d, x);
  std::optional<Found> best;
  db_.each(db::Sql::built(sql), params, [&](const db::Row& row) {
    Beside beside = compare(*d, x, row);
    const bool meant = only_id != 0 || (!beside.other_country && beside.is_enough());
    if (meant && (!best || beside.found.score > best->score)) best = std::move(beside.found);
    return true;
  });
  return best;
}

namespace {

/// The column that keeps what a gift was counted in.
const char* gift_column(const Fact& f) {
  for (const auto& m : measures_of(f)) {
    if (m.unit == "tree") return "trees";
    if (m.unit == "household") return "households";
  }
  return "gifts";
}

}  // namespace

static Matcher::Shape shape_of(const std::string& name, const Fact& fact);

std::optional<Matcher::Found> Matcher::own_record(const Fact& fact, const std::vector<intake::Span>& spans) const {
  // Words may prove several records ("gần 200 cây, trong đó 10 cây"): the one with the same numbers is meant.
  std::optional<Found> first;
  for (const std::string& name : registers_for(fact))
    for (const SpanRow& s : spans_) {
      const bool over = std::ranges::any_of(spans, [&](const intake::Span& mine) { return mine.overlaps(s.span); });
      if (!over || s.register_name != name || s.record == 0) continue;
      auto found = best_of(shape_of(name, fact), fact, {}, s.record);
      if (found && std::ranges::all_of(found->lines, &Line::same)) return found;
      if (!first) first = std::move(found);
    }
  return first;
}

std::optional<Matcher::Found> Matcher::search(const Fact& fact, const std::string& quote) const {
  std::optional<Found> best;
  for (const std::string& name : registers_for(fact))
    if (auto found = best_of(shape_of(name, fact), fact, quote, 0); found && (!best || found->score > best->score)) best = std::move(found);
  return best;
}

std::optional<Matcher::Found> Matcher::occasion(const Fact& fact) const {
  if (!fact.years || fact.countries.empty() || !published_) return std::nullopt;
  const std::int64_t year = published_.year() - *fact.years;
  std::optional<Found> best;
  db::Params params{"%|" + fact.countries.front() + "|%", year - 1, year + 1};
  std::string sql =
      "SELECT o.id, o.code, o.name, o.base_year FROM occasion o WHERE o.deleted = 0 AND o.countries LIKE $1 AND o.base_year BETWEEN $2 AND $3 "
      "AND o.kind IN ('diplomatic_relation', 'treaty') AND (";
  append(sql, params, shared_scope(actor_, "o"));
  db_.each(db::Sql::built(sql + ") ORDER BY o.id"), params, [&](const db::Row& row) {
             const bool treaty = fold(row.text(2)).find("hiep uoc") != std::string::npos;
             if (treaty != (fact.event == "treaty")) return true;
             Found f;
             f.id = row.integer(0);
             f.register_name = "occasion";
             f.code = row.text(1);
             f.title = row.text(2);
             best = std::move(f);
             return false;
           });
  return best;
}

static Matcher::Shape shape_of(const std::string& name, const Fact& fact) {
  if (name == "delegation")
    return {"delegation", "t.from_date", "t.to_date", "countries",
            NC_WORDS("title") NC_AND_WORDS("lead_org_text") NC_AND_WORDS("visited_city") NC_AND_WORDS("head") NC_AND_WORDS("programme"), "members", From::visitors, "",
            fact.kind == Kind::delegation_out ? "t.direction = 'out'" : "t.direction = 'in'"};
  if (name == "aid")
    return {"aid", "t.from_date", "t.to_date", "country",
            NC_WORDS("title") NC_AND_WORDS("donor_text") NC_AND_WORDS("recipient") NC_AND_WORDS("owner") " || ' ' || COALESCE((SELECT p.name FROM partner p WHERE p.id = t.donor), '')", "",
            From::none, "value"};
  if (name == "agreement")
    return {"agreement", "t.signed_on", "t.expires_on", "country", NC_WORDS("title") NC_AND_WORDS("foreign_party") NC_AND_WORDS("vn_party") NC_AND_WORDS("period_label"), "", From::none, ""};
  if (name == "activity")
    return {"activity", "COALESCE(t.since, t.from_date)", "COALESCE(t.to_date, t.from_date)", "countries", NC_WORDS("title") NC_AND_WORDS("partners") NC_AND_WORDS("venue"),
            fact.kind == Kind::event_participants ? "participants" : "quantity", fact.kind == Kind::event_participants ? From::count : From::quantity, ""};
  if (name == "award")
    return {"award", "COALESCE(t.decided, t.presented_at)", "COALESCE(t.presented_at, t.decided)", "", NC_WORDS("title") NC_AND_WORDS("subject_text") NC_AND_WORDS("authority"), "",
            From::none, ""};
  if (name == "scholarship")
    return {"scholarship", "COALESCE(t.since, t.date)", "t.date", "country", NC_WORDS("programme") NC_AND_WORDS("donor_text") NC_AND_WORDS("person_group") NC_AND_WORDS("school"), "grants",
            From::count, "value"};
  if (name == "campaign") return {"campaign", "t.from_date", "t.to_date", "", NC_WORDS("title") NC_AND_WORDS("initiator") NC_AND_WORDS("theme"), "signatures", From::count, ""};
  return {"charity", "COALESCE(t.since, t.date)", "t.date", "countries",
          NC_WORDS("title") NC_AND_WORDS("sponsor_text") NC_AND_WORDS("recipients") NC_AND_WORDS("place") NC_AND_WORDS("species"), gift_column(fact), From::count, "value"};
}

}  // namespace nc::app
