// Register of outgoing papers: what left the office under which number, signed by whom, sent to whom.
#include "app/outgoing/public.h"

#include "app/catalog.h"
#include "app/common/rules.h"
#include "app/incoming/public.h"
#include "app/outgoing/draft.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Outgoing : reg::Standard {
  std::string title, kind = "cv", symbol, signer;
  Date signed_on;
  std::string recipients;
  std::int64_t copies = 0;
  std::string keeper, status, full_number;
  std::int64_t number = 0, year = 0;
  Date issued_on;
  std::string numbered_by;
  reg::Ref report, meeting, petition, award, answers, paper_file;
};

const reg::Options& outgoing_states() {
  static const reg::Options options{
      {"waiting", {"chờ cấp số", "waits for its number"}}, {"issued", {"đã phát hành", "issued"}}, {"recalled", {"đã thu hồi", "recalled"}}};
  return options;
}

void check(const Outgoing& o, Problems& problems) {
  not_in_future(o.signed_on, "signed_on", problems);
  refuse_secrets({{&o.title, "title"}, {&o.symbol, "symbol"}, {&o.note, "note"}}, problems);
}

/// "BC-LHHN"; an official letter carries the organisation's letters alone.
std::string usual_symbol(db::ReadDb& db, std::int64_t org, const std::string& kind) {
  const auto row = db.first("SELECT symbol, kind FROM organisation WHERE id = $1", {org});
  std::string own = row ? db::as_text((*row)[0]) : "";
  if (own.empty()) own = row && db::as_text((*row)[1]).ends_with("_union") ? "LHHN" : "HHN";
  const std::string letters = letters_of(kind);
  return letters.empty() ? own : letters + "-" + own;
}

tl::unexpected<Problem> given_by_clerk() {
  return refuse(Code::forbidden, Text("Số văn bản do văn thư cấp bằng nút Cấp số, sau khi văn bản đã ký.",
                                      "The number is given by the clerk with the button Give number, once the paper is signed."));
}

/// What was printed with the number stays; who got copies, where the file copy lies and the note may still be set right.
bool same_paper(const Outgoing& a, const Outgoing& b) {
  return a.org == b.org && a.title == b.title && a.kind == b.kind && a.symbol == b.symbol && a.signer == b.signer && a.signed_on == b.signed_on &&
         a.full_number == b.full_number && a.number == b.number && a.year == b.year && a.issued_on == b.issued_on && a.numbered_by == b.numbered_by &&
         a.report == b.report && a.meeting == b.meeting && a.petition == b.petition && a.award == b.award && a.answers == b.answers && a.illustrative == b.illustrative;
}

Result<bool> give_number(const reg::SaveContext& save, Outgoing& now) {
  const Date day = today();
  if (!now.signed_on || now.signer.empty())
    return refuse(Code::invalid, Text("Cấp số sau khi ký: ghi người ký và ngày ký trước.", "A number is given after signing: fill in who signed and when."), "signed_on");
  const Series series{now.org.id, now.kind, day.year()};
  now.number = take_next(save.tx, series);
  // Numbers follow the days on which papers go out (Decree 30/2020, article 15).
  const auto last = Date::from_iso(db::as_text(save.tx.scalar("SELECT max(issued_on) FROM outgoing WHERE org_id = $1 AND kind = $2 AND year = $3", {series.org, series.kind, series.year})));
  if (last && *last > day)
    return refuse(Code::conflict, Message("Văn bản trước đã phát hành ngày " + format_date(*last, Lang::vi) + ", sau hôm nay. Xem lại đồng hồ của máy chủ.",
                                          "The paper before was issued on " + format_date(*last, Lang::en) + ", after today. Look at the server's clock."));
  now.year = series.year;
  now.issued_on = day;
  now.full_number = printed(now.number) + "/" + now.symbol;
  now.numbered_by = save.actor.name;
  return true;
}

Result<bool> keep_the_book(const reg::SaveContext& save, const Outgoing* before, Outgoing& now) {
  if (now.status.empty()) now.status = "waiting";
  if (now.symbol.empty()) now.symbol = usual_symbol(save.tx, now.org.id, now.kind);
  if (before && before->number != 0) {
    if (!same_paper(*before, now))
      return refuse(Code::forbidden, Text("Văn bản đã có số, không sửa được trích yếu, người ký và ngày. Cần đính chính thì ban hành văn bản mới.",
                                          "The paper has its number: subject, signer and days stay. Issue a new paper to correct it."));
    return true;
  }
  if (now.number != 0 || !now.full_number.empty() || now.issued_on || now.year != 0) return given_by_clerk();
  if (now.status == "waiting") return true;
  const bool by_act = save.options && save.options->action == "number";
  if (save.actor.id > 0 && !by_act) return given_by_clerk();
  return give_number(save, now);
}

/// Above the list: where the clerk sees the series.
Html to_series(const reg::PanelContext& x, const std::string&) {
  Html h(x.lang);
  if (!x.actor.sees(Sight::internal)) return h;
  h << "<p class=\"sm\"><a href=\"/outgoing/book\">"_h << Text("In sổ văn bản đi", "Print the book") << "</a>"_h;
  if (x.actor.may(Function::number)) h << " · <a href=\"/outgoing/series\">"_h << Text("Dãy số trong năm", "Series of numbers of the year") << "</a>"_h;
  h << "</p>"_h;
  for (const auto& kind : paper_kinds().all())
    for (const Gap& gap : gaps_of(x.db, {x.actor.org, kind.code, today().year()})) h << "<p class=\"sm m2\">"_h << capital(std::string(kind.label.in(x.lang))) << ". "_h << gap_words(gap) << "</p>"_h;
  return h;
}

/// A number that was given is never free again.
std::optional<Problem> stays_in_the_book(const reg::Cells& cells) {
  if (reg::from_cells<Outgoing>(cells).number == 0) return std::nullopt;
  return Problem{Code::forbidden, Text("Văn bản đã có số ở lại trong sổ. Ban hành nhầm thì bấm Thu hồi và ghi lý do.",
                                       "A paper with a number stays in the book. If it was issued by mistake, press Recall and say why."), {}};
}

}  // namespace

const reg::Description& outgoing_papers() {
  static const reg::Description description =
      reg::Register<Outgoing>("outgoing", "outgoing", {"Sổ công văn đi", "Outgoing papers"}, {"văn bản đi", "outgoing paper"})
          .icon("mail-forward")
          .prefix("VB")
          .field(&Outgoing::title, "title", {"Trích yếu", "Subject"}, {.required = true, .search = true, .sortable = true})
          .field(&Outgoing::kind, "kind", {"Loại văn bản", "Kind of paper"}, {.required = true, .options = &paper_kinds(), .filter = true, .preset = "cv"})
          .field(&Outgoing::symbol, "symbol", {"Ký hiệu", "Symbol"},
                 {.max = 40, .hint = Text{"Để trống: theo loại và đơn vị, như BC-LHHN", "Leave empty: by kind and organisation, as BC-LHHN"}})
          .field(&Outgoing::answers, "answers", {"Trả lời văn bản đến", "Answers the incoming paper"}, {.link = "incoming_paper", .filter = true})
          .field(&Outgoing::signer, "signer", {"Người ký", "Signed by"}, {.search = true})
          .field(&Outgoing::signed_on, "signed_on", {"Ngày ký", "Signed on"}, {.filter = true})
          .field(&Outgoing::recipients, "recipients", {"Nơi nhận", "Recipients"}, {.max = 2000, .long_text = true, .search = true})
          .field(&Outgoing::copies, "copies", {"Số bản", "Copies"}, {.min = 0, .max_value = 100'000})
          .field(&Outgoing::keeper, "keeper", {"Nơi giữ bản lưu", "File copy kept by"}, {})
          .field(&Outgoing::status, "status", {"Trạng thái", "Status"}, {.options = &outgoing_states(), .filter = true, .read_only = true})
          .field(&Outgoing::full_number, "full_number", {"Số, ký hiệu", "Number and symbol"}, {.max = 60, .search = true, .read_only = true})
          .field(&Outgoing::number, "number", {"Số thứ tự", "Running number"}, {.sortable = true, .read_only = true})
          .field(&Outgoing::year, "year", {"Năm", "Year"}, {.filter = true, .read_only = true})
          .field(&Outgoing::issued_on, "issued_on", {"Ngày phát hành", "Issued on"}, {.filter = true, .read_only = true})
          .field(&Outgoing::numbered_by, "numbered_by", {"Người cấp số", "Numbered by"}, {.read_only = true})
          .field(&Outgoing::paper_file, "paper_file", {"Hồ sơ", "File"}, {.link = "paper_file", .filter = true})
          .field(&Outgoing::report, "report", {"Báo cáo", "Report"}, {.link = "report", .read_only = true})
          .field(&Outgoing::meeting, "meeting", {"Của cuộc họp", "Of the meeting"}, {.link = "meeting", .read_only = true})
          .field(&Outgoing::petition, "petition", {"Trả lời yêu cầu", "Answers the petition"}, {.link = "petition", .read_only = true})
          .field(&Outgoing::award, "award", {"Về khen thưởng", "On the award"}, {.link = "award", .read_only = true})
          .title("title")
          .date("issued_on")
          .list({"issued_on", "full_number", "kind", "title", "signer", "recipients", "org", "status"})
          .sorted_by("issued_on", true)
          .view({"Chờ cấp số", "Waiting for a number"}, "status=waiting")
          .view({"Đã phát hành", "Issued"}, "status=issued")
          .unique({"org_id", "kind", "year", "number"})
          .stays(stays_in_the_book)
          .summary(to_series)
          .panel(reg::PanelPlace::side, draft_panel)
          .rule(check)
          .before_save(keep_the_book)
          .guard(flow::guard(outgoing_flow()))
          .watch(flow::watch(outgoing_flow()))
          .watch(paper_answered)
          .watch(freeze_paper)
          .done();
  return description;
}

namespace {

Outgoing entry_from(const SignedPaper& paper) {
  Outgoing o;
  o.org.id = paper.org;
  o.kind = paper.kind;
  o.title = paper.title;
  o.symbol = paper.symbol;
  o.signer = paper.signer;
  o.signed_on = paper.signed_on;
  o.recipients = paper.recipients;
  o.report.id = paper.report;
  o.meeting.id = paper.meeting;
  o.petition.id = paper.petition;
  o.award.id = paper.award;
  o.confidentiality = paper.confidentiality;
  o.illustrative = paper.illustrative;
  return o;
}

}  // namespace

tl::expected<Numbered, Problems> book_paper(db::Tx& tx, const Actor& actor, const SignedPaper& paper) {
  if (actor.may(Function::number)) return number_paper(tx, actor, paper);
  const auto entry = reg::save(tx, catalog(), outgoing_papers(), actor, reg::to_cells(outgoing_papers(), entry_from(paper)));
  if (!entry) return tl::make_unexpected(entry.error());
  return Numbered{entry->id, {}, {}};
}

tl::expected<Numbered, Problems> number_paper(db::Tx& tx, const Actor& actor, const SignedPaper& paper) {
  Actor writing = actor;  // the clerk need not be one of those who enter: the module whose paper it is has asked for its own right
  writing.functions.insert(Function::enter);
  const auto entry = reg::save(tx, catalog(), outgoing_papers(), writing, reg::to_cells(outgoing_papers(), entry_from(paper)));
  if (!entry) return tl::make_unexpected(entry.error());
  const auto numbered = flow::move(tx, catalog(), outgoing_papers(), outgoing_flow(), actor, entry->id, entry->version, "number", {}, {});
  if (!numbered) return tl::make_unexpected(numbered.error());
  const auto cells = reg::load(tx, outgoing_papers(), actor, entry->id);
  if (!cells) return tl::make_unexpected(Problems{cells.error()});
  const auto stored = reg::from_cells<Outgoing>(*cells);
  return Numbered{entry->id, printed(stored.number), stored.issued_on};
}

std::string next_number(db::ReadDb& db, std::int64_t org, const std::string& kind) { return printed(last_of(db, {org, kind, today().year()}) + 1); }

}  // namespace nc::app
