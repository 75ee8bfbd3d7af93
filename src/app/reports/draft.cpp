// Drafting a report: the sections one after another, then the numbers printed.
#include "app/reports/draft.h"

#include "app/reports/facts.h"
#include "app/reports/report.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

/// Records whose day is not known reach over the end of the period: told, never counted by guess.
void tell_undated(Drafter& d) {
  for (const Undated& u : undated_of(d))
    d.hint(u.plural.vi + ": " + std::to_string(u.count) + " bản ghi chưa rõ ngày (trong khoảng đến " + words::short_day(u.until) + ") chưa xếp vào kỳ. Ghi ngày rồi bấm Cập nhật số.",
           u.plural.en + ": " + std::to_string(u.count) + " records without a day (some time up to " + format_date(u.until, Lang::en) + ") are in no period. Enter the day and refresh.", "/" + u.path);
}

/// "Báo viết “hơn 291”; sổ có đúng 291": a word that the registers no longer need.
void tell_needless_words(Drafter& d) {
  std::vector<std::string> told;
  for (const doc::Token& t : d.document.tokens) {
    if (t.style == doc::Style::day || !t.ask.where.empty()) continue;
    const fig::Figure& f = d.figure(t.ask);
    for (const auto& c : f.claims) {
      if (c.match != "exact" || c.qualifier == Qualifier::exact || c.qualifier == Qualifier::unknown || !c.value || !f.value || c.unit != f.unit) continue;
      if (f.qualifier != Qualifier::exact || *f.value != *c.value || std::find(told.begin(), told.end(), t.ask.code) != told.end()) continue;
      told.push_back(t.ask.code);
      fig::Figure said = f;
      said.qualifier = c.qualifier;
      d.hint("Báo viết “" + fig::in_prose(said, Lang::vi, false) + "”; sổ có đúng " + fig::in_prose(f, Lang::vi, false) + (f.illustrative_count > 0 ? " (gồm dòng minh họa, nên văn bản giữ chữ của báo)." : ", nên bỏ từ chỉ mức."),
             "The source says “" + fig::in_prose(said, Lang::en) + "”; the register has exactly " + fig::in_prose(f, Lang::en) + ".", fig::ask_url(t.ask));
    }
  }
}

void write_sections(Drafter& d, Date cutoff) {
  write_opening(d, cutoff);
  write_situation(d);
  write_leadership(d);
  write_activities(d);
  write_anniversaries(d);
  write_delegations(d);
  write_peace(d);
  write_agreements(d);
  write_aid(d);
  write_charity(d);
  write_economic(d);
  write_education(d);
  write_information(d);
  write_advice(d);
  write_compatriots(d);
  write_network(d);
  write_emulation(d);
  write_evaluation(d);
  write_petitions(d);
  write_plan(d);
  write_closing(d);
  write_aid_annex(d);
  write_years_annex(d);
}

}  // namespace

std::string report_title(const std::string& kind, const Period& period) {
  const std::string name = words::period_name(kind, period);
  return kind == "term" && !name.starts_with("nhiệm kỳ") ? "Báo cáo nhiệm kỳ " + name : "Báo cáo " + name;
}

Said report_title_said(const std::string& kind, const Period& period) { return {report_title(kind, period), "Report of " + words::period_said(kind, period).en}; }

Result<Drafted> draft_report(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org, const Period& period, Date cutoff) {
  if (!report_kinds().find(kind) || kind == "supplement")
    return refuse(Code::invalid, Message("Loại báo cáo không có: " + kind + ".", "There is no such kind of report: " + kind + "."), "kind");
  if (cutoff && (cutoff < period.from || cutoff > period.to))
    return refuse(Code::invalid, Message("Ngày khóa số liệu phải nằm trong kỳ báo cáo.", "The day the counts stop must lie within the period."), "cutoff");
  NC_TRY(office, office_of(db, actor, org));
  Drafter d(db, actor, engine, std::move(office), kind, Period{period.from, cutoff ? cutoff : period.to});
  d.document.kind = kind;
  d.document.org = org;
  d.document.period = period;
  fill_head(d, cutoff);
  write_sections(d, cutoff);
  tell_undated(d);
  tell_needless_words(d);
  doc::renumber(d.document);
  doc::Look seen = doc::look(db, actor, engine, d.document, d.answers());
  doc::bring_up_to_date(d.document, seen);
  return Drafted{std::move(d.document), std::move(d.hints), std::move(seen)};
}

}  // namespace nc::app
