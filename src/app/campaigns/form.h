// The member's form: ten sections, each made of figures whose rows are the member's own records.
#pragma once
#include "app/campaigns/campaign.h"

namespace nc::app {

struct FormSection {
  std::string_view code;
  Text label;
  std::string_view icon;
  std::vector<std::string_view> figures;
  std::string_view register_name;          ///< whose list shows the records, and where a missing one is entered
  std::string_view list_query, new_query;  ///< more of the address: "direction=in"
};
/// In the order of the form.
const std::vector<FormSection>& form_sections();

struct SectionSeen {
  const FormSection* section = nullptr;
  std::vector<fig::Figure> figures;
};
struct FormSeen {
  std::vector<SectionSeen> sections;
  const fig::Figure* find(std::string_view code) const;
};
/// Evaluates every figure of the form for the member in that period, as `viewer` counts.
FormSeen look_at_form(db::ReadDb& db, const fig::Engine& engine, const Actor& viewer, const std::string& org_code, const Period& period);
fig::Ask form_ask(const fig::Engine& engine, std::string_view code, const std::string& org_code, const Period& period);

/// What is kept when a filing is sent: every figure with its value and rows.
struct KeptRow { std::string register_name; std::int64_t id = 0; std::string code, title; };
struct KeptFigure { std::string code, unit, shown; std::optional<double> value; std::vector<KeptRow> rows; };
std::string snapshot_of(db::ReadDb& db, const fig::Engine& engine, const Actor& viewer, const FormSeen& seen);
std::vector<KeptFigure> read_snapshot(std::string_view text);

/// Filed against counted now.
struct Drift { KeptFigure filed; std::string now; std::vector<KeptRow> added, gone; };
std::vector<Drift> drift_of(db::ReadDb& db, const fig::Engine& engine, const LoadedFiling& f);

/// Work that the member took part in and another organisation leads: it counts once above them.
struct JointRow { std::string register_name, title, leader; std::int64_t id = 0; Date day; };
std::vector<JointRow> joint_rows(db::ReadDb& db, std::int64_t org, const Period& period);

/// "57 đoàn": a figure in words, without its link.
std::string in_words(const fig::Figure& f, Lang lang);
/// "hơn 4 hoạt động": what somebody declared of that figure, with its word.
std::string declared_words(const fig::Figure& of, double value, Qualifier qualifier, const std::string& unit, Lang lang);
/// The number as a link that opens its rows, and the name of its unit.
Html figure_cell(const fig::Engine& engine, const fig::Figure& f, Lang lang);

}  // namespace nc::app
