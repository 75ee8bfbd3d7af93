// Annex of a term report: each figure by year, each cell a figure of its own.
#include <algorithm>
#include <iterator>

#include "app/reports/sections.h"
#include "app/reports/term.h"

namespace nc::app {

namespace {

using doc::Style;

/// Figures that a term report prints by year. The page of the term shows all there are.
constexpr std::string_view k_printed[] = {"I01", "I02", "I03", "I04", "I05", "I06", "I17", "I18", "I23", "I31", "I32", "I33", "I35", "I38", "I40", "I42", "I43", "I45", "I47", "I54", "I62", "I63", "I64", "I65", "I70", "I70B", "I71", "I72", "I73", "I74", "I74A", "I75", "I76", "I84", "I88"};

std::string cell(Drafter& d, const TermLine& line, const fig::Ask& ask, const fig::Figure& f) {
  if (!f.value || f.qualifier == Qualifier::unknown) return "…";
  if (f.row_count == 0) return line.rule == AcrossYears::sum ? "0" : "…";
  const Style style = fig::is_currency(f.unit) && f.unit != "VND" ? Style::amount : Style::number;
  return d.token(ask, style, {}, line.counts_rows ? line.indicator->count_unit : std::string());
}

Said unit_of(const TermLine& line) {
  if (line.unit == "ratio") return {"tỷ lệ", "ratio"};
  if (fig::is_currency(line.unit)) return line.unit == "VND" ? Said("đồng", "dong") : Said(line.unit);
  return {fig::unit_name(line.unit, Lang::vi), fig::unit_name(line.unit, Lang::en)};
}

void write_sources(Drafter& d, const Term& term) {
  std::vector<Said> sealed, live;
  for (const YearSource& y : term.years) (y.report > 0 ? sealed : live).push_back(std::to_string(y.period.from.year()));
  Said text("một bản ghi đếm một lần trong cả nhiệm kỳ; số tại thời điểm lấy mức cuối kỳ, không cộng.", "a record counts once in the whole term; figures at a day take the last level and are not summed.");
  if (!sealed.empty()) text += Said(" Đã đối chiếu với báo cáo năm đã niêm phong: ", " Checked against the sealed annual reports of ") + words::enumerated(sealed) + ".";
  if (!live.empty()) text += Said(" Năm chưa có báo cáo niêm phong, đếm theo sổ: ", " Years without a sealed report, counted in the registers: ") + words::enumerated(live) + ".";
  for (const YearSource& y : term.years)
    for (const auto& s : y.supplements) {
      const std::string year = std::to_string(y.period.from.year()), no = std::to_string(s.no);
      text += Said(" Báo cáo năm " + year + " đã đính chính bởi bản bổ sung số " + no + ".", " The report of " + year + " was corrected by supplement no. " + no + ".");
    }
  put_note(d, "note", text);
}

void tell_differences(Drafter& d, const Term& term) {
  for (const TermLine& line : term.lines)
    for (std::size_t i = 0; i < line.years.size(); ++i)
      if (line.years[i].differs())
        d.hint(line.indicator->code + ": năm " + std::to_string(term.years[i].period.from.year()) + " báo cáo đã niêm phong và sổ hôm nay khác nhau. Mở trang ghép nhiệm kỳ để xem bản ghi nào làm đổi.",
               line.indicator->code + ": the sealed report of " + std::to_string(term.years[i].period.from.year()) + " and the registers of today differ. The page of the term names the records.",
               "/reports/term?org=" + term.org + "&period=" + period_code(term.period));
}

}  // namespace

void write_years_annex(Drafter& d) {
  if (!d.is_term()) return;
  const auto term = term_of(d.db, d.actor, d.engine, d.office.code, d.period);
  if (!term || term->years.size() < 2) return;
  Cells head{{"Chỉ tiêu", "Figure"}};
  for (const YearSource& y : term->years) head.push_back(std::to_string(y.period.from.year()));
  head.push_back({"Cả nhiệm kỳ", "Whole term"});
  std::vector<Cells> rows{std::move(head)};
  for (const TermLine& line : term->lines) {
    if (std::find(std::begin(k_printed), std::end(k_printed), line.indicator->code) == std::end(k_printed)) continue;
    if (!line.whole.value || line.whole.row_count == 0) continue;
    Cells row{words::upper_first(Said(line.name())) + " (" + unit_of(line) + ")"};
    for (const YearValue& v : line.years) row.push_back(cell(d, line, v.ask, v.now));
    row.push_back(cell(d, line, line.whole.ask, line.whole));
    rows.push_back(std::move(row));
  }
  if (rows.size() < 2) return;
  d.begin("years", {"Phụ lục: số liệu từng năm", "Annex: figures by year"});
  put_annex_head(d, Said("Số liệu từng năm ", "Figures by year, ") + words::period_said(d.kind, d.document.period), d.period.to.year() + 1);
  std::vector<double> widths{30};
  std::string align = "l";
  for (std::size_t i = 1; i < rows.front().size(); ++i) widths.push_back(70.0 / static_cast<double>(rows.front().size() - 1)), align += 'r';
  put_table(d, "table", std::move(rows), std::move(widths), std::move(align));
  write_sources(d, *term);
  tell_differences(d, *term);
}

}  // namespace nc::app
