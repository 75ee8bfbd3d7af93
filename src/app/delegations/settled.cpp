// What the approval of a visit settled: whoever goes beyond it asks for the approval anew.
#include "app/delegations/settled.h"

#include <algorithm>

#include "app/delegations/public.h"
#include "base/clock.h"
#include "flow/history.h"
#include "html/components.h"

namespace nc::app {

namespace {

constexpr const char* k_waiting = "appraising";

/// Approved and not over.
bool stands(const std::string& state) { return state == "approved" || state == "scheduled" || state == "postponed" || state == "in_progress"; }

std::size_t at(const reg::Description& d, const char* column) { return static_cast<std::size_t>(d.column(column)); }

/// "|KR|LA|" has a code that was not there before.
bool one_more(const std::string& was, const std::string& is) {
  for (std::size_t i = 0; i + 1 < is.size(); i = is.find('|', i + 1))
    if (was.find(is.substr(i, is.find('|', i + 1) - i + 1)) == std::string::npos) return true;
  return false;
}

/// The last day; a visit without one is over on its first.
const db::Value& last_day(const reg::Description& d, const reg::Cells& cells) {
  const db::Value& end = cells[at(d, "to_date")];
  return db::is_null(end) ? cells[at(d, "from_date")] : end;
}

/// Fields in which a visit goes beyond what was approved: any other day (days that the approval left open may be set), a further
/// country, more people.
std::vector<const reg::Field*> beyond(const reg::Description& d, const reg::Cells& approved, const reg::Cells& now) {
  std::vector<const reg::Field*> out;
  const auto differs = [&](const char* column) { return approved[at(d, column)] != now[at(d, column)]; };
  if (!db::is_null(approved[at(d, "from_date")])) {
    if (differs("from_date")) out.push_back(d.find("from_date"));
    if (differs("to_date") && last_day(d, approved) != last_day(d, now)) out.push_back(d.find("to_date"));
  }
  if (differs("countries") && one_more(d.text(approved, "countries"), d.text(now, "countries"))) out.push_back(d.find("countries"));
  const auto people = at(d, "members");
  if (!db::is_null(approved[people]) && !db::is_null(now[people]) && db::as_int(now[people]) > db::as_int(approved[people])) out.push_back(d.find("members"));
  return out;
}

/// The visit as it was when it was last approved; nothing when it was not, or was refused since.
std::optional<reg::Cells> as_approved(const reg::PanelContext& x) {
  for (const flow::Version& v : flow::versions(x.db, x.what, x.cells)) {
    const flow::Transition* t = delegation_flow().find(v.change.action);
    if (!t || !t->decides) continue;
    return stands(x.what.text(v.cells, "status")) ? std::optional(v.cells) : std::nullopt;
  }
  return std::nullopt;
}

Html changed_since(const reg::PanelContext& x, const reg::Cells& approved) {
  Html lines(x.lang);
  const std::string paper = x.what.text(approved, "decision_no");
  lines << Message("Đã đổi sau khi được đồng ý" + (paper.empty() ? "" : " theo " + paper) + ", phải duyệt lại:", "Changed after it was approved" + (paper.empty() ? "" : " by " + paper) + "; it has to be approved again:") << "<ul class=\"diffs\">"_h;
  for (const reg::Field* f : beyond(x.what, approved, x.cells)) {
    const std::string was = reg::show(*f, approved, x.lang), is = reg::show(*f, x.cells, x.lang);
    lines << "<li>"_h << f->label << ": <del>"_h << (was.empty() ? "…" : was) << "</del> → <ins>"_h << (is.empty() ? "…" : is) << "</ins></li>"_h;
  }
  return notice(x.lang, Tone::warn, "alert-triangle", lines << "</ul>"_h);
}

/// How many days the state has by the flow; 0 for states without a clock of opinions.
int days_of(const std::string& state) {
  for (const flow::Clock& c : delegation_flow().clocks)
    if (c.state == state && c.after.empty()) return c.days;
  return 0;
}

struct Due { Date usual, due, begins; };

/// When the opinions on a visit are due that has been waiting since that day.
std::optional<Due> due_of(const reg::Description& d, const reg::Cells& cells, Date since) {
  const int days = days_of(d.text(cells, "status"));
  const auto begins = Date::from_iso(d.text(cells, "from_date"));
  if (days == 0 || !begins) return std::nullopt;
  const Date usual = since.plus_days(days);
  return Due{usual, usual < *begins ? usual : std::max(begins->plus_days(-1), since), *begins};
}

std::optional<Date> waits_since(db::ReadDb& db, std::int64_t id) {
  const auto row = db.first("SELECT since FROM flow_clock WHERE register_name = 'delegation' AND record_id = $1", {id});
  return row ? std::optional(day_of(db::as_int((*row)[0]))) : std::nullopt;
}

}  // namespace

Result<bool> ask_again(const reg::SaveContext& save, const reg::Cells* before, reg::Cells& now) {
  const reg::Description& d = save.what;
  if (!before || save.actor.id <= 0 || !stands(d.text(*before, "status")) || !stands(d.text(now, "status")) || beyond(d, *before, now).empty()) return true;
  now[at(d, "status")] = std::string(k_waiting);
  // The papers of the old decision name what no longer holds; those written anew with the change are kept for the new one.
  for (const char* paper : {"decision_no", "decision_date"})
    if (now[at(d, paper)] == (*before)[at(d, paper)]) now[at(d, paper)] = db::Value();
  return true;
}

void due_before_it_begins(const reg::SaveContext& save, std::int64_t id, const reg::Cells*, const reg::Cells& now) {
  if (days_of(save.what.text(now, "status")) == 0) return;
  const auto since = waits_since(save.tx, id);
  const auto due = since ? due_of(save.what, now, *since) : std::nullopt;
  if (!due) return;
  save.tx.exec("UPDATE flow_clock SET due = $2, reminded = 0 WHERE register_name = 'delegation' AND record_id = $1 AND due IS NOT NULL AND due <> $2", {id, due->due.iso()});
}

Html settled_panel(const reg::PanelContext& x) {
  Html h(x.lang);
  if (days_of(x.what.text(x.cells, "status")) == 0) return h;
  if (const auto approved = as_approved(x)) h << changed_since(x, *approved);
  const auto since = waits_since(x.db, x.id);
  const auto due = since ? due_of(x.what, x.cells, *since) : std::nullopt;
  if (!due || due->usual < due->begins) return h;
  const std::string vi = format_date(due->begins, Lang::vi), en = format_date(due->begins, Lang::en);
  if (due->due < due->begins && today() < due->begins)
    return h << notice(x.lang, Tone::info, "clock", Html(x.lang) << Message("Hạn lấy ý kiến rút lại để xong trước ngày " + vi + ", ngày đầu của đoàn.", "Opinions are due sooner than usual, before " + en + ", when the visit begins."));
  return h << notice(x.lang, Tone::warn, "clock", Html(x.lang) << Message("Đoàn bắt đầu ngày " + vi + ": không còn ngày nào để lấy ý kiến. Quyết định ngay, hoặc dời ngày.", "The visit begins on " + en + ": no day is left for opinions. Decide at once, or move the date."));
}

}  // namespace nc::app
