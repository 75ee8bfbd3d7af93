// Register of files of papers: number and title by the plan of the year, keeper, how long it is kept, open or closed.
#include <algorithm>
#include <map>

#include "app/common/rules.h"
#include "app/outgoing/public.h"
#include "app/paper_files/contents.h"
#include "app/paper_files/public.h"
#include "base/clock.h"
#include "base/fold.h"

namespace nc::app {

namespace {

struct PaperFile : reg::Standard {
  std::int64_t year = 0;
  std::string notation, title, keeper;
  reg::Ref keeping;
  Date opened_on;
  std::string status = "open";
  Date closed_on;
  std::int64_t sheets = 0;
  Date keep_until, handed_on;
};

const reg::Options& file_states() {
  static const reg::Options options{{"open", {"đang mở", "open"}}, {"closed", {"đã đóng", "closed"}}, {"handed_over", {"đã nộp lưu trữ", "in the archive"}}};
  return options;
}

void check(const PaperFile& f, Problems& problems) {
  sensible_year(f.year, "year", problems);
  not_in_future(f.opened_on, "opened_on", problems);
  not_before(f.opened_on, f.closed_on, "closed_on", problems);
  not_before(f.closed_on, f.handed_on, "handed_on", problems);
  refuse_secrets({{&f.title, "title"}, {&f.note, "note"}}, problems);
}

/// The term must be one that held when the file was opened.
Result<bool> term_holds(const reg::SaveContext& save, const PaperFile& f) {
  if (f.keeping.id == 0) return true;
  const auto row = save.tx.first("SELECT title, from_date, to_date FROM keeping_term WHERE id = $1 AND deleted = 0", {f.keeping.id});
  if (!row) return true;
  const Date day = f.opened_on ? f.opened_on : today();
  const auto from = Date::from_iso(db::as_text((*row)[1])), to = Date::from_iso(db::as_text((*row)[2]));
  if ((from && day < *from) || (to && day > *to))
    return refuse(Code::invalid, Message("“" + db::as_text((*row)[0]) + "” không áp dụng vào ngày " + format_date(day, Lang::vi) + ". Chọn thời hạn khác.",
                                         "“" + db::as_text((*row)[0]) + "” does not hold on " + format_date(day, Lang::en) + ". Choose another term."), "keeping");
  return true;
}

/// A file is closed once nothing in it is open.
Result<bool> nothing_is_open(const reg::SaveContext& save, std::int64_t id) {
  std::string first;
  int open = 0;
  for (const FiledPaper& p : papers_in(save.tx, Actor::system(), id))
    if (p.open && ++open == 1) first = p.title;
  if (open == 0) return true;
  const std::string n = std::to_string(open);
  return refuse(Code::conflict, Message("Chưa đóng được hồ sơ: còn " + n + " văn bản chưa giải quyết xong hoặc chờ cấp số, trước hết “" + first + "”. Làm xong hoặc bỏ ra khỏi hồ sơ.",
                                        "The file can't be closed: " + n + " paper(s) in it are still open or wait for a number, first “" + first + "”. Finish them or take them out."), "status");
}

struct OtherFile { std::int64_t id = 0; std::string title, code; };

/// The files of the office and year by their number, folded: "03.vp". Parallel writers wait here for each other.
std::map<std::string, OtherFile> others_of_year(const reg::SaveContext& save, const PaperFile& f) {
  hold(save.tx, {f.org.id, "file", static_cast<int>(f.year), "paper_file"});
  std::map<std::string, OtherFile> out;
  save.tx.each("SELECT notation, title, code, id FROM paper_file WHERE deleted = 0 AND org_id = $1 AND year = $2 AND id <> $3", {f.org.id, f.year, f.id}, [&](const db::Row& r) {
    out[fold(r.text(0))] = {r.integer(3), std::string(r.text(1)), std::string(r.text(2))};
    return true;
  });
  return out;
}

/// "04.VP" for "03.VP" when that is free: the next number in the same form; one without a number gets ".2".
std::string next_free(const std::string& notation, const std::map<std::string, OtherFile>& taken) {
  constexpr std::size_t k_longest = 9;  // what is longer is no number that one could count on from
  auto from = notation.find_first_of("0123456789");
  if (from != std::string::npos && std::min(notation.find_first_not_of("0123456789", from), notation.size()) - from > k_longest) from = std::string::npos;
  const auto to = from == std::string::npos ? from : std::min(notation.find_first_not_of("0123456789", from), notation.size());
  const std::string head = from == std::string::npos ? notation + "." : notation.substr(0, from), tail = from == std::string::npos ? "" : notation.substr(to);
  const std::size_t width = from == std::string::npos ? 1 : to - from;
  for (std::int64_t n = from == std::string::npos ? 2 : parse_int(notation.substr(from, width)).value_or(0) + 1;; ++n) {
    std::string digits = std::to_string(n);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    if (!taken.contains(fold(head + digits + tail))) return head + digits + tail;
  }
}

/// Named only to those who may see it.
Message name_of(const reg::SaveContext& save, const OtherFile& other) {
  if (!reg::load(save.tx, paper_files(), save.actor, other.id)) return Text("một hồ sơ khác", "another file");
  const std::string which = "“" + other.title + "” (" + other.code + ")";
  return {which, "the file " + which};
}

/// One number, one file in an office and year.
Result<bool> number_is_free(const reg::SaveContext& save, const PaperFile* before, const PaperFile& now) {
  if (now.notation.empty() || (before && before->org == now.org && before->year == now.year && before->notation == now.notation)) return true;
  const auto taken = others_of_year(save, now);
  const auto other = taken.find(fold(now.notation));
  if (other == taken.end()) return true;
  const std::string year = std::to_string(now.year), next = next_free(now.notation, taken);
  const Message which = name_of(save, other->second);
  return refuse(Code::conflict, Message("Năm " + year + " đã có hồ sơ số " + now.notation + ": " + which.vi + ". Số kế tiếp còn trống: " + next + ".",
                                        "In " + year + " the number " + now.notation + " belongs to " + which.en + ". The next free number: " + next + "."), "notation");
}

Result<bool> keep_rules(const reg::SaveContext& save, const PaperFile* before, PaperFile& now) {
  if (now.year == 0) now.year = (now.opened_on ? now.opened_on : today()).year();
  NC_CHECKED(number, number_is_free(save, before, now));
  NC_CHECKED(term, term_holds(save, now));
  const bool shut = now.status != "open";
  if (shut && now.id != 0 && (!before || before->status == "open")) {
    NC_CHECKED(open, nothing_is_open(save, now.id));
  }
  if (shut && !now.closed_on) now.closed_on = today();
  // Kept from the end of the year in which the work was finished.
  now.keep_until = {};
  const std::int64_t years = now.keeping.id == 0 ? 0 : db::as_int(save.tx.scalar("SELECT years FROM keeping_term WHERE id = $1", {now.keeping.id}));
  if (now.closed_on && years > 0) now.keep_until = *Date::from_ymd(now.closed_on.year() + static_cast<int>(years), 12, 31);
  return true;
}

}  // namespace

const reg::Description& paper_files() {
  static const reg::Description description =
      reg::Register<PaperFile>("paper_file", "paper-files", {"Hồ sơ công việc", "Files of papers"}, {"hồ sơ", "file"})
          .icon("folder")
          .holds({"người lập hồ sơ", "those who keep a file"}, {"biết ai giữ hồ sơ nào", "who keeps which file"})
          .prefix("HS")
          .field(&PaperFile::year, "year", {"Năm", "Year"}, {.filter = true, .hint = Text{"Để trống: năm mở hồ sơ", "Leave empty: the year it is opened"}, .min = 0, .max_value = 2200})
          .field(&PaperFile::notation, "notation", {"Số, ký hiệu hồ sơ", "Number of the file"}, {.required = true, .max = 40, .search = true, .sortable = true, .hint = Text{"Theo danh mục hồ sơ, ví dụ 03.ĐN", "As in the plan of files"}})
          .field(&PaperFile::title, "title", {"Tiêu đề hồ sơ", "Title"}, {.required = true, .search = true, .sortable = true})
          .field(&PaperFile::keeper, "keeper", {"Người lập hồ sơ", "Keeper"}, {.search = true, .personal = true})
          .field(&PaperFile::keeping, "keeping", {"Thời hạn bảo quản", "Kept for"}, {.link = "keeping_term", .filter = true, .hint = Text{"Hỏi lại khi đóng hồ sơ", "Asked again when the file is closed"}})
          .field(&PaperFile::opened_on, "opened_on", {"Ngày mở", "Opened on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&PaperFile::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &file_states(), .filter = true, .preset = "open"})
          .field(&PaperFile::closed_on, "closed_on", {"Ngày đóng", "Closed on"}, {.filter = true})
          .field(&PaperFile::sheets, "sheets", {"Số tờ", "Sheets"}, {.min = 0, .max_value = 100'000})
          .field(&PaperFile::keep_until, "keep_until", {"Giữ đến", "Kept until"}, {.read_only = true})
          .field(&PaperFile::handed_on, "handed_on", {"Ngày nộp lưu trữ", "Handed over on"}, {})
          .title("title")
          .subtitle("notation")
          .date("opened_on")
          .list({"opened_on", "notation", "title", "keeper", "keeping", "status", "keep_until"})
          .sorted_by("opened_on", true)
          .view({"Đang mở", "Open"}, "status=open")
          .view({"Đã đóng, chưa nộp lưu", "Closed, not handed over"}, "status=closed")
          .unique({"org_id", "year", "notation"})
          .summary(file_doors)
          .panel(reg::PanelPlace::main, contents_panel)
          .panel(reg::PanelPlace::side, [](const reg::PanelContext& x) { return papers_card(x, paper_file_papers()); })
          .rule(check)
          .before_save(keep_rules)
          .guard(flow::guard(paper_file_flow()))
          .watch(flow::watch(paper_file_flow()))
          .done();
  return description;
}

const flow::Flow& paper_file_flow() {
  using enum Function;
  constexpr int k_year = 365;  // handed over within a year after the work is finished; recalled, an office corrects its own practice
  static const flow::Flow flow{
      .register_name = "paper_file",
      .field = "status",
      .entered = {"open", "closed", "handed_over"},
      .waits = {{"closed", {number}}},
      .transitions = {{.name = "close", .label = Text("Đóng hồ sơ", "Close"), .icon = "lock", .from = {"open"}, .to = "closed", .who = {enter, number}, .asks = {"keeping", "sheets"}, .stamps = {"closed_on"}},
                      {.name = "hand_over", .label = Text("Nộp lưu trữ", "Hand over"), .icon = "archive", .from = {"closed"}, .to = "handed_over", .who = {number, check}, .stamps = {"handed_on"}},
                      {.name = "reopen", .label = Text("Mở lại", "Open again"), .icon = "lock-open", .from = {"closed"}, .to = "open", .who = {enter, number}, .reason = true, .back = true, .clears = {"closed_on"}}},
      .clocks = {{.state = "closed", .days = k_year, .after = {"closed_on"}, .always = true}}};
  return flow;
}

}  // namespace nc::app
