// The sections of a report, in the order in which they are written.
#pragma once
#include "app/reports/drafter.h"

namespace nc::app {

// Head of the paper (not a section): issuer, subject, recipients, signature.
void fill_head(Drafter& d, Date cutoff);

void write_opening(Drafter& d, Date cutoff);
void write_situation(Drafter& d);
void write_leadership(Drafter& d);
void write_activities(Drafter& d);
void write_anniversaries(Drafter& d);
void write_delegations(Drafter& d);
void write_peace(Drafter& d);
void write_agreements(Drafter& d);
void write_aid(Drafter& d);
void write_charity(Drafter& d);
void write_economic(Drafter& d);
void write_education(Drafter& d);
void write_information(Drafter& d);
void write_advice(Drafter& d);
void write_compatriots(Drafter& d);
void write_network(Drafter& d);
void write_emulation(Drafter& d);
void write_evaluation(Drafter& d);
void write_petitions(Drafter& d);
void write_plan(Drafter& d);
void write_closing(Drafter& d);
void write_aid_annex(Drafter& d);
/// The list of aid items with head and total (table B3); only the head when there are none.
std::vector<std::vector<Said>> aid_list_rows(Drafter& d);
/// Term reports: every figure by year and over the whole term, as an annex.
void write_years_annex(Drafter& d);

/// More aid items than this go into an annex; the text keeps the notable ones.
inline constexpr std::size_t k_aid_inline = 8, k_aid_annex = 60;

/// Numbers of delegations are the city's or province's as a whole where that is what was declared or recorded, otherwise
/// the Union's own: 57 of a year may be the city's while 24 of a half-year are the Union's.
bool speaks_for_area(Drafter& d);

/// "Hội hữu nghị thành viên" when all members are friendship associations, else a wider word.
Said members_noun(Drafter& d);

// ---- small parts -----------------------------------------------------------------------------------------
using Cells = std::vector<Said>;
/// Puts rows into a table block, in both languages.
void fill_table(doc::Block& block, std::vector<Cells> rows);
doc::Block& put_table(Drafter& d, std::string_view name, std::vector<Cells> rows, std::vector<double> widths, std::string align, const Said& unit_note = {});
void put_caption(Drafter& d, std::string_view name, const Said& text);
void put_note(Drafter& d, std::string_view name, const Said& text);
void put_item(Drafter& d, std::string_view name, const Said& text, doc::Origin origin = doc::Origin::machine);
/// First page of an annex: name in capitals and the line that names the report it goes with.
doc::Block& put_annex_head(Drafter& d, const Said& name, int year);
/// "Hội hữu nghị Việt Nam - Lào" of "Hội hữu nghị Việt Nam - Lào thành phố Cần Thơ".
std::string short_name(const Drafter& d, const std::string& name);
/// The same in both languages; `name_en` may be empty.
Said short_name_said(const Drafter& d, const std::string& name, const std::string& name_en);
/// A stored text in the middle of a sentence: no full stop at its end, blanks and dashes as papers have them.
std::string in_sentence(std::string text);
/// A stored title in a sentence, in both languages.
Said in_sentence(const Said& text);

}  // namespace nc::app
