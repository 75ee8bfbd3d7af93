// Declared numbers compared with counts and with each other.
#include "app/claims_desk/cases.h"

#include <algorithm>
#include <map>

#include "app/common/within.h"
#include "app/evidence/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

std::vector<Case> read_claims(db::ReadDb& db, const Actor& actor, int most) {
  std::vector<Case> out;
  each_within(db, "SELECT c.id, c.version, c.code, c.indicator, o.code, COALESCE(o.short_name, o.name), c.unit, c.status, c.measure, c.clash_note, c.statement, c.statement_en, c.period_from, c.period_to, "
                  "c.amount, c.amount_q, c.illustrative, c.settled_by, c.settled_reason, c.settled_on FROM claim c JOIN organisation o ON o.id = c.about WHERE c.deleted = 0",
              {}, org_scope(actor, "c"), " ORDER BY c.period_to DESC, c.id DESC LIMIT 1000", [&](const db::Row& r) {
                if (static_cast<int>(out.size()) >= most) return false;
                const auto day = [&](int column) { return Date::from_iso(r.text(column)).value_or(Date{}); };
                Case c;
                c.id = r.integer(0);
                c.version = r.integer(1);
                c.code = std::string(r.text(2));
                c.indicator = std::string(r.text(3));
                c.about = std::string(r.text(4));
                c.about_name = std::string(r.text(5));
                c.unit = std::string(r.text(6));
                c.status = std::string(r.text(7));
                c.measure = std::string(r.text(8));
                c.note = std::string(r.text(9));
                c.statement = {std::string(r.text(10)), std::string(r.text(r.text(11).empty() ? 10 : 11))};
                c.period = {day(12), day(13)};
                if (!r.null(14)) c.value = static_cast<double>(r.integer(14));
                if (!r.null(15)) qualifier_from_code(r.text(15), c.qualifier);
                c.illustrative = r.integer(16) != 0;
                c.settled_by = std::string(r.text(17));
                c.settled_reason = std::string(r.text(18));
                c.settled_on = day(19);
                out.push_back(std::move(c));
                return true;
              });
  return out;
}

bool dated(const Case& c) { return c.period.from && c.period.to; }
bool to_come(const Case& c) { return c.status == "planned" || c.status == "in_preparation" || c.status == "open"; }

std::string amount_words(double value, const std::string& unit, Qualifier q, Lang lang) {
  fig::Figure f;
  f.value = value;
  f.unit = unit;
  f.qualifier = q;
  f.row_count = 1;
  return fig::in_prose(f, lang, false);
}

// ---- against the count -----------------------------------------------------------------------------------

/// Why no count can be put beside it, or an empty message.
Message why_uncounted(const Case& c, const fig::Indicator* indicator) {
  if (c.indicator.empty()) return Text("Số này không thuộc chỉ tiêu nào.", "It belongs to no indicator.");
  if (!indicator) return {"Chưa có quy tắc đếm cho " + c.indicator + ".", "There is no counting rule for " + c.indicator + "."};
  if (!c.value) return Text("Nguồn không nêu con số.", "The source gives no number.");
  if (!dated(c)) return Text("Nguồn không nói rõ kỳ nào.", "The source does not say of which period.");
  if (to_come(c)) return Text("Số dự kiến hoặc đang xúc tiến: chưa đến lúc đếm.", "Planned or in preparation: not yet to be counted.");
  return {};
}

void compare_with_count(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Case& c) {
  const fig::Indicator* indicator = engine.find(c.indicator);
  c.why = why_uncounted(c, indicator);
  if (!c.why.empty()) return;
  fig::Ask ask;
  ask.code = c.indicator;
  ask.org = c.about;
  if (indicator->at_day) ask.as_of = c.period.to;
  else ask.period = c.period;
  auto figure = engine.evaluate(db, actor, ask);
  if (!figure) {
    c.why = figure.error().message;
    return;
  }
  c.figure = std::move(*figure);
  const auto counted = fig::counted_in(*c.figure, c.unit);
  if (!counted) {
    c.why = {"Sổ đếm theo " + fig::unit_name(c.figure->unit, Lang::vi) + ", số công bố tính theo " + fig::unit_name(c.unit, Lang::vi) + ": không so được.",
             "The count is in " + fig::unit_name(c.figure->unit, Lang::en) + ", the claim in " + fig::unit_name(c.unit, Lang::en) + ": they don't compare."};
    return;
  }
  if (c.figure->row_count == 0 && *c.value != 0) {
    c.why = Text("Sổ chưa có bản ghi nào của kỳ này.", "The registers have no records of this period yet.");
    return;
  }
  const bool kept = satisfies(*counted, *c.value, c.qualifier);
  c.verdict = kept ? Verdict::agrees : Verdict::differs;
  const double gap = *counted - *c.value;
  const auto words = [&](Lang lang) {
    const std::string there = amount_words(*counted, c.unit, Qualifier::exact, lang), said = claimed_in_words(c, lang);
    if (kept) return lang == Lang::vi ? "Sổ có " + there + ", đúng với số công bố." : "The registers have " + there + ", as declared.";
    const std::string by = amount_words(std::abs(gap), c.unit, Qualifier::exact, lang);
    return lang == Lang::vi ? "Sổ có " + there + ", công bố " + said + ": sổ " + (gap > 0 ? "nhiều hơn " : "ít hơn ") + by + "."
                            : "The registers have " + there + ", declared were " + said + ": " + by + (gap > 0 ? " more" : " fewer") + " are registered.";
  };
  c.why = {words(Lang::vi), words(Lang::en)};
  if (c.figure->illustrative_count > 0) {
    c.why.vi += " Gồm " + std::to_string(c.figure->illustrative_count) + " dòng minh họa.";
    c.why.en += " " + std::to_string(c.figure->illustrative_count) + " of the rows are illustrative.";
  }
}

// ---- against each other ----------------------------------------------------------------------------------

bool within(const Period& a, const Period& b) { return b.from <= a.from && a.to <= b.to; }
bool agree(const Case& a, const Case& b) { return satisfies(*a.value, *b.value, b.qualifier) || satisfies(*b.value, *a.value, a.qualifier); }

/// "SC-004 (24 đoàn, 6 tháng đầu năm 2022)"
std::string named(const Case& c, Lang lang) { return c.code + " (" + claimed_in_words(c, lang) + (dated(c) ? ", " + period_words(c.period, lang) : std::string()) + ")"; }

struct Between { bool clash = false; Message words; };

/// What there is between two claims of one indicator and organisation.
std::optional<Between> between(const Case& a, const Case& b, bool at_day) {
  if (!a.value || !b.value || !dated(a) || !dated(b) || to_come(a) || to_come(b)) return std::nullopt;
  if (!a.period.overlaps(b.period) || (at_day && a.period.to != b.period.to)) return std::nullopt;
  const std::string vi = named(b, Lang::vi), en = named(b, Lang::en);
  if (!fig::comparable_units(a.unit, b.unit))
    return Between{false, {"Cùng chỉ tiêu nhưng khác đơn vị tính với " + vi + ".", "The same indicator in another unit than " + en + "."}};
  if (a.measure != b.measure && !a.measure.empty() && !b.measure.empty() && !agree(a, b))
    return Between{true, {"Hai định nghĩa: số này là “" + measures().label(a.measure, Lang::vi) + "”, " + vi + " là “" + measures().label(b.measure, Lang::vi) + "”. Không cộng, không thay nhau.",
                          "Two definitions: this is “" + measures().label(a.measure, Lang::en) + "”, " + en + " is “" + measures().label(b.measure, Lang::en) + "”. Neither added nor exchanged."}};
  if (a.period == b.period) {
    if (agree(a, b)) return std::nullopt;
    return Between{true, {"Cùng kỳ mà nguồn khác ghi khác: " + vi + ".", "Another source says otherwise of the same period: " + en + "."}};
  }
  const bool inside = within(a.period, b.period), outside = within(b.period, a.period);
  if (inside && *a.value > *b.value && !agree(a, b))
    return Between{true, {"Kỳ ngắn hơn lại lớn hơn " + vi + ".", "The shorter period has more than " + en + "."}};
  if (outside && *a.value < *b.value && !agree(a, b))
    return Between{true, {"Kỳ dài hơn lại nhỏ hơn " + vi + ".", "The longer period has less than " + en + "."}};
  if (inside || outside) return Between{false, {"Kỳ này " + std::string(inside ? "nằm trong" : "bao gồm") + " kỳ của " + vi + ": không cộng hai số.", "The period " + std::string(inside ? "lies within" : "holds") + " that of " + en + ": they are not added."}};
  return Between{true, {"Kỳ giao nhau một phần với " + vi + ": không cộng, không trừ được.", "The periods overlap in part with " + en + ": neither added nor subtracted."}};
}

void compare_with_others(const fig::Engine& engine, std::vector<Case>& cases) {
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (!cases[i].indicator.empty()) groups[{cases[i].indicator, cases[i].about}].push_back(i);
  for (const auto& [key, members] : groups) {
    const fig::Indicator* indicator = engine.find(key.first);
    for (const std::size_t a : members)
      for (const std::size_t b : members) {
        if (a == b) continue;
        auto found = between(cases[a], cases[b], indicator && indicator->at_day);
        if (!found) continue;
        if (found->clash && cases[a].verdict != Verdict::settled) cases[a].verdict = Verdict::clashes;
        cases[a].beside.push_back(std::move(found->words));
      }
  }
}

}  // namespace

std::string claimed_in_words(const Case& c, Lang lang) {
  if (!c.value) return lang == Lang::vi ? "chưa rõ số" : "no number";
  return amount_words(*c.value, c.unit, c.qualifier, lang);
}

std::vector<Case> claim_cases(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, int most) {
  std::vector<Case> cases = read_claims(db, actor, most);
  for (Case& c : cases) {
    compare_with_count(db, actor, engine, c);
    if (c.settled_on) c.verdict = Verdict::settled;
  }
  compare_with_others(engine, cases);
  return cases;
}

}  // namespace nc::app
