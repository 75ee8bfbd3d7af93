// The campaigns of the sample office: one that is over, one under way with members in every state. All of it is illustrative.
#include <stdexcept>

#include "app/campaigns/form.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/figures.h"

namespace nc::app {

namespace {

template <class T>
T taken(tl::expected<T, Problems> result) {
  if (!result) throw std::logic_error("sample campaign: " + result.error().front().message.en);
  return std::move(*result);
}

struct CalendarRow { const char *title, *receiver, *kind; int from_day, from_month, to_day, to_month, due_day, due_month, send_day, send_month; const char* basis; };
constexpr const char* k_decree = "Nghị định 09/2019/NĐ-CP, Điều 12: thời gian chốt số liệu";
constexpr const char* k_own = "Quy chế báo cáo của Liên hiệp (minh họa)";
constexpr CalendarRow k_calendars[] = {
    {"6 tháng đầu năm, theo kỳ chốt của cơ quan hành chính", "Ủy ban nhân dân thành phố", "half_year", 15, 12, 14, 6, 14, 6, 25, 6, k_decree},
    {"9 tháng, theo kỳ chốt của cơ quan hành chính", "Ủy ban nhân dân thành phố", "nine_month", 15, 12, 14, 9, 14, 9, 25, 9, k_decree},
    {"Năm, theo kỳ chốt của cơ quan hành chính", "Ủy ban nhân dân thành phố", "annual", 15, 12, 14, 12, 14, 12, 25, 12, k_decree},
    {"6 tháng đầu năm, theo lịch", "Liên hiệp các tổ chức hữu nghị Việt Nam; Thành ủy", "half_year", 1, 1, 30, 6, 20, 6, 30, 6, k_own},
    {"8 tháng, theo lịch", "Thành ủy", "eight_month", 1, 1, 31, 8, 25, 8, 5, 9, k_own},
    {"Năm, theo lịch", "Liên hiệp các tổ chức hữu nghị Việt Nam; Thành ủy", "annual", 1, 1, 31, 12, 15, 12, 25, 12, k_own}};

void write_calendars(db::Tx& tx, std::int64_t org) {
  const auto& d = report_calendars();
  for (const CalendarRow& c : k_calendars) {
    reg::Cells cells = fresh_record(d, org, true);
    const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
    put("title", std::string(c.title));
    put("receiver", std::string(c.receiver));
    put("kind", std::string(c.kind));
    put("basis", std::string(c.basis));
    const std::pair<const char*, int> days[] = {{"from_day", c.from_day}, {"from_month", c.from_month}, {"to_day", c.to_day}, {"to_month", c.to_month},
                                                {"due_day", c.due_day},   {"due_month", c.due_month},   {"send_day", c.send_day}, {"send_month", c.send_month}};
    for (const auto& [column, n] : days) put(column, std::int64_t{n});
    taken(reg::save(tx, catalog(), d, Actor::system(), std::move(cells)));
  }
}

void confirm_first(Filing& f, std::size_t n) {
  f.confirmed.clear();
  for (const FormSection& s : form_sections())
    if (f.confirmed.size() < n) f.confirmed.emplace_back(s.code);
}

/// What a member would send: all sections confirmed, the figures as they are.
void send(db::Tx& tx, const fig::Engine& engine, std::int64_t id, Date day, const char* status, const char* channel) {
  auto loaded = load_filing(tx, Actor::system(), id);
  if (!loaded) throw std::logic_error(loaded.error().message.en);
  Filing& f = loaded->filing;
  confirm_first(f, form_sections().size());
  f.filed_on = day;
  f.channel = channel;
  f.signer = "Chủ tịch Hội (minh họa)";
  f.filed_by = f.signer;
  if (f.channel != "system") f.behalf_reason = f.channel == "paper" ? "Hội gửi bản giấy" : "Hội đọc số qua điện thoại";
  f.snapshot = snapshot_of(tx, engine, loaded->counting, look_at_form(tx, engine, loaded->counting, loaded->org_code, loaded->campaign.counted()));
  f.status = "filed";
  auto saved = taken(save_filing(tx, Actor::system(), f, "file"));
  if (std::string_view(status) == "filed") return;
  f.status = status;
  f.version = saved.version;
  const bool back = f.status == "returned";
  taken(save_filing(tx, Actor::system(), f, back ? "return" : "accept", back ? "Thiếu số người dự các hoạt động; ghi vào sổ rồi gửi lại (minh họa)." : ""));
}

ReportCampaign campaign_of(std::int64_t org, const char* kind, const Period& period, Date due, const char* title) {
  ReportCampaign c;
  c.org.id = org;
  c.kind = kind;
  c.title = title;
  c.period_from = period.from;
  c.period_to = period.to;
  c.due = due;
  c.receivers = "Liên hiệp các tổ chức hữu nghị Việt Nam; Thành ủy";
  c.illustrative = true;
  return c;
}

/// Half-year 2025: all filed and accepted, two of them late, one on paper.
void write_finished(db::Tx& tx, const fig::Engine& engine, std::int64_t org) {
  const Date due = *Date::from_ymd(2025, 6, 20);
  ReportCampaign c = campaign_of(org, "half_year", {*Date::from_ymd(2025, 1, 1), *Date::from_ymd(2025, 6, 30)}, due, "Báo cáo 6 tháng đầu năm 2025");
  c.id = taken(open_campaign(tx, Actor::system(), c)).id;
  int n = 0;
  for (const Filing& f : filings_of(tx, Actor::system(), c.id)) {
    ++n;
    const int late = n == 13 ? 3 : n == 18 ? 6 : -(n % 9);
    send(tx, engine, f.id, due.plus_days(late), "accepted", n == 16 ? "paper" : "system");
  }
  auto stored = reg::load(tx, report_campaigns(), Actor::system(), c.id);
  if (!stored) throw std::logic_error(stored.error().message.en);
  ReportCampaign closed = reg::from_cells<ReportCampaign>(*stored);
  closed.status = "closed";
  taken(reg::save(tx, catalog(), report_campaigns(), Actor::system(), reg::to_cells(report_campaigns(), closed)));
}

/// The year 2025, due six days from now: members in every state.
void write_running(db::Tx& tx, const fig::Engine& engine, std::int64_t org) {
  const Date due = today().plus_days(6);
  ReportCampaign c = campaign_of(org, "annual", {*Date::from_ymd(2025, 1, 1), *Date::from_ymd(2025, 12, 31)}, due, "Báo cáo năm 2025");
  c.note = "Hội nào có việc chưa ghi vào sổ thì ghi trước rồi xác nhận; vướng chỗ nào gọi chị Thư (minh họa).";
  c.id = taken(open_campaign(tx, Actor::system(), c)).id;
  int n = 0;
  for (Filing f : filings_of(tx, Actor::system(), c.id)) {
    ++n;
    if (n == 1) continue;  // Korea's form waits for its officer
    if (n <= 11) {
      send(tx, engine, f.id, today().plus_days(-(n % 7)), n <= 8 ? "accepted" : n == 9 ? "returned" : "filed", n == 6 ? "paper" : n == 7 ? "behalf" : "system");
    } else if (n <= 18) {
      confirm_first(f, static_cast<std::size_t>(n * 3 % 9 + 1));
      f.status = "filling";
      if (n == 14) f.difficulties = "Chưa có đầu mối phía đối tác từ khi trường đổi ban giám hiệu (minh họa).";
      taken(save_filing(tx, Actor::system(), f, "fill"));
    }
  }
}

}  // namespace

void load_sample_campaign(db::Database& database) {
  fig::Engine engine;
  add_figures(engine);
  database.write([&](db::Tx& tx) {
    const std::int64_t org = tx.integer("SELECT id FROM organisation WHERE code = 'ct'");
    write_calendars(tx, org);
    write_finished(tx, engine, org);
    write_running(tx, engine, org);
    return true;
  });
}

}  // namespace nc::app
