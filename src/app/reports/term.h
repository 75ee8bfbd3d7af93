// A term put together from its years: each figure by year, from the sealed annual report where there is one, else as counted today.
#pragma once
#include "app/reports/report.h"

namespace nc::app {

/// How the years of a figure make the term.
enum class AcrossYears {
  sum,    ///< what happened in each year; a record counts once in the term
  level,  ///< as it stood on a day: the last one, never a sum
  again,  ///< shares, means, different countries: worked out anew over the whole term
};
AcrossYears across_years(const fig::Indicator& indicator);
Message across_words(AcrossYears rule);

/// The sealed annual report of a year, if there is one.
struct YearSource {
  Period period;
  std::int64_t report = 0;     ///< 0: counted today
  std::string title, number;
  Date sealed_on;
  struct Supplement { std::int64_t report = 0; int no = 0; };
  std::vector<Supplement> supplements{};  ///< sealed ones, in their order
};

struct YearValue {
  fig::Ask ask;
  fig::Figure now;                    ///< as counted today
  std::optional<double> sealed;       ///< as the annual report sealed it; none when it holds no such figure
  std::string sealed_unit;
  bool in_seal = false;               ///< the report holds the figure, if only to say that its number is not known
  doc::RowsMoved moved;               ///< records that moved since
  YearSource::Supplement corrected_by;  ///< the last sealed supplement that corrects the figure; report 0: none
  std::optional<double> first_sealed; ///< what the annual report itself says, when a supplement corrects it
  std::optional<double> used() const { return sealed ? sealed : now.value; }
  bool differs() const { return sealed && (!moved.empty() || sealed != now.value); }
};

struct TermLine {
  const fig::Indicator* indicator = nullptr;
  bool counts_rows = false;           ///< how many records a sum has (52 items of I43)
  AcrossYears rule = AcrossYears::sum;
  std::string unit;
  std::vector<YearValue> years;
  fig::Figure whole;                  ///< over the whole term, each record once
  std::optional<double> sum;          ///< of what the years use; none for other rules and for several currencies
  std::vector<doc::FrozenRow> twice;  ///< records that count in more than one year
  Message name() const;
  /// The years and the term differ for another reason than that records count in several years.
  bool differs() const;
};

struct Term {
  std::string org, org_name;
  Period period;
  std::vector<YearSource> years;
  std::vector<TermLine> lines;
};

/// The calendar years of a period, its ends cut to it.
std::vector<Period> years_of(const Period& period);
/// Figures of an organisation that a snapshot keeps: all that can be asked without naming more.
std::vector<fig::Ask> snapshot_asks(const fig::Engine& engine, const std::string& org, const Period& period);
/// Refused: more than twelve years, an organisation that is not there.
Result<Term> term_of(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::string& org, const Period& period);

/// GET /reports/term, GET /reports/{id}/frozen/{code}
void add_term_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
