// Register of requests for help of compatriots: what is asked, who looks after it, by when, what came of it. Who asks is personal data.
#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/compatriots/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct SupportCase : reg::Standard {
  std::string title, kind, country;
  reg::Ref association;
  Date opened_on;
  std::string channel, asked, person_name, reach;
  bool consent = false;
  std::string owner;
  Date due;
  std::string status = "received", forwarded_to, result;
  Date closed_on;
};

const reg::Options& kinds() {
  static const reg::Options options{{"documents", {"giấy tờ, xác nhận", "papers, certificates"}}, {"legal", {"pháp lý, lao động", "legal, labour"}}, {"hardship", {"tai nạn, ốm đau, khó khăn", "accident, illness, hardship"}},
                                    {"return", {"về nước, đưa người mất về", "coming home, bringing the dead home"}}, {"relatives", {"tìm thân nhân", "looking for relatives"}}, {"visit", {"về thăm quê, đón đoàn", "visiting home, groups"}},
                                    {"language", {"dạy tiếng Việt, sách", "Vietnamese lessons, books"}}, {"business", {"đầu tư, kinh doanh ở quê", "investing at home"}}, {"other", {"việc khác", "other"}}};
  return options;
}

const reg::Options& channels() {
  static const reg::Options options{{"association", {"qua hội đồng hương", "through the association"}}, {"family", {"gia đình ở quê", "family at home"}}, {"mission", {"cơ quan đại diện", "a mission of ours"}}, {"phone", {"điện thoại, mạng", "telephone, internet"}},
                                    {"letter", {"đơn, thư", "letter"}}, {"visit", {"gặp trực tiếp", "in person"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"received", {"mới nhận", "received"}}, {"handling", {"đang giải quyết", "in hand"}}, {"forwarded", {"đã chuyển cơ quan có thẩm quyền", "passed to the competent authority"}},
                                    {"done", {"đã giải quyết", "settled"}}, {"declined", {"không giải quyết được", "can't be settled"}}};
  return options;
}

void check(const SupportCase& c, Problems& problems) {
  not_in_future(c.opened_on, "opened_on", problems);
  not_before(c.opened_on, c.due, "due", problems);
  not_before(c.opened_on, c.closed_on, "closed_on", problems);
  not_in_future(c.closed_on, "closed_on", problems);
  const bool over = c.status == "done" || c.status == "declined";
  if (over && c.result.empty()) complain(problems, "result", "Việc đã khép cần ghi kết quả.", "A closed case needs its result.");
  if (over && !c.closed_on) complain(problems, "closed_on", "Việc đã khép cần ngày khép.", "A closed case needs the day it was closed.");
  if (c.status == "forwarded" && c.forwarded_to.empty()) complain(problems, "forwarded_to", "Ghi cơ quan đã chuyển đến.", "State the authority it was passed to.");
}

}  // namespace

const reg::Description& support_cases() {
  static const reg::Description description =
      reg::Register<SupportCase>("support_case", "support-cases", {"Hỗ trợ kiều bào", "Help for compatriots"}, {"việc hỗ trợ", "case"})
          .icon("lifebuoy")
          .prefix("HTKB")
          .holds({"người Việt Nam ở nước ngoài nhờ giúp, người phụ trách", "compatriots who ask for help, who looks after them"}, {"giúp đúng người, trả lời đúng hạn", "helping the right person in time"}, "petitions")
          .field(&SupportCase::title, "title", {"Tóm tắt, không ghi tên người", "In short, without names"}, {.required = true, .search = true, .sortable = true, .section = Text{"Việc nhờ giúp", "What is asked"}})
          .field(&SupportCase::kind, "kind", {"Loại việc", "Kind"}, {.required = true, .options = &kinds(), .filter = true})
          .field(&SupportCase::country, "country", {"Đang ở nước", "Country"}, {.required = true, .options = &countries(), .filter = true})
          .field(&SupportCase::association, "association", {"Qua hội", "Through the association"}, {.link = "organisation", .filter = true})
          .field(&SupportCase::channel, "channel", {"Nhận qua", "Channel"}, {.options = &channels(), .filter = true})
          .field(&SupportCase::opened_on, "opened_on", {"Ngày nhận", "Received on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&SupportCase::asked, "asked", {"Nhờ giúp việc gì", "What is asked"}, {.long_text = true, .sensitive = true})
          .field(&SupportCase::person_name, "person_name", {"Họ tên người nhờ", "Who asks"}, {.sensitive = true, .section = Text{"Người nhờ giúp", "Who asks"}})
          .field(&SupportCase::reach, "reach", {"Liên lạc", "How to reach them"}, {.sensitive = true, .hint = Text{"Không ghi số hộ chiếu, hồ sơ sức khỏe", "No passport numbers, no health records"}})
          .field(&SupportCase::consent, "consent", {"Đồng ý cho chuyển thông tin tới cơ quan giải quyết", "Agrees that this is passed on"}, {})
          .field(&SupportCase::owner, "owner", {"Người phụ trách", "Owner"}, {.search = true, .filter = true, .personal = true, .section = Text{"Giải quyết", "Handling"}})
          .field(&SupportCase::due, "due", {"Hạn", "Due"}, {.filter = true})
          .field(&SupportCase::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "received"})
          .field(&SupportCase::forwarded_to, "forwarded_to", {"Chuyển đến", "Passed to"}, {.search = true})
          .field(&SupportCase::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&SupportCase::closed_on, "closed_on", {"Ngày khép", "Closed on"}, {.filter = true})
          .title("title")
          .date("opened_on")
          .country("country")
          .list({"opened_on", "title", "kind", "country", "owner", "due", "status"})
          .sorted_by("opened_on", true)
          .condition("open", {"chưa khép", "open"}, "{t}.closed_on IS NULL")
          .condition("late", {"quá hạn", "late"}, "{t}.closed_on IS NULL AND {t}.due < '{today}'")
          .view({"Chưa khép", "Open"}, "is=open")
          .view({"Quá hạn", "Late"}, "is=late")
          .rule(check)
          .guard(flow::guard(support_flow()))
          .watch(flow::watch(support_flow()))
          .done();
  return description;
}

const flow::Flow& support_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "support_case",
      .field = "status",
      .entered = {"received", "done"},
      .waits = {{"received", {check}}, {"handling", {enter}}, {"forwarded", {enter}}},
      .transitions =
          {{.name = "take", .label = Text("Giao người phụ trách", "Give it to somebody"), .icon = "users-group", .from = {"received"}, .to = "handling", .who = {enter, check}, .asks = {"owner", "due"}, .needs = {"owner", "due"}},
           {.name = "forward", .label = Text("Chuyển cơ quan có thẩm quyền", "Pass it on"), .icon = "send", .from = {"received", "handling"}, .to = "forwarded", .who = {enter, check}, .asks = {"forwarded_to", "due"}, .needs = {"forwarded_to", "due"}},
           {.name = "settle", .label = Text("Đã giải quyết", "Settled"), .icon = "circle-check", .from = {"received", "handling", "forwarded"}, .to = "done", .who = {enter, check}, .asks = {"result"}, .needs = {"result"}, .stamps = {"closed_on"}},
           {.name = "decline", .label = Text("Không giải quyết được", "Can't be settled"), .icon = "ban", .from = {"received", "handling", "forwarded"}, .to = "declined", .who = {check}, .asks = {"result"}, .needs = {"result"}, .back = true, .stamps = {"closed_on"}},
           {.name = "reopen", .label = Text("Mở lại", "Reopen"), .icon = "refresh", .from = {"done", "declined"}, .to = "handling", .who = {enter, check}, .asks = {"due"}, .needs = {"due"}, .reason = true, .back = true, .clears = {"closed_on"}}},
      .clocks = {{.state = "received", .days = 2, .after = {"opened_on"}, .always = true, .working = true, .escalates = {approve}},
                 {.state = "handling", .days = 15, .due_field = "due", .always = true, .working = true, .escalates = {approve}},
                 {.state = "forwarded", .days = 20, .due_field = "due", .always = true, .working = true}}};
  return flow;
}

std::map<std::string, std::int64_t> open_support_cases(db::ReadDb& db, const Actor& actor, const std::string& office) {
  std::map<std::string, std::int64_t> out;
  each_within(db, "SELECT c.country, COUNT(*) FROM support_case c WHERE c.deleted = 0 AND c.closed_on IS NULL", {}, both(org_scope(actor, "c"), of_office("c.org_id", office)), "GROUP BY c.country", [&](const db::Row& r) {
    out[std::string(r.text(0))] = r.integer(1);
    return true;
  });
  return out;
}

}  // namespace nc::app
