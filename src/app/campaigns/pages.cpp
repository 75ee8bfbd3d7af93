// The routes of campaigns put together, and what is said of them elsewhere: reminders of the caretaker, things to do.
#include "app/campaigns/pages.h"

#include "flow/notice.h"

namespace nc::app {

void add_campaign_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  const CampaignSite site{context, engine};
  add_board_pages(router, site);
  add_filing_pages(router, site);
  add_consolidated_pages(router, site);
}

int remind_members(db::Tx& tx) {
  constexpr int k_soon = 3;
  struct Late { std::int64_t id, org; std::string title; Date due; };
  std::vector<Late> found;
  tx.each("SELECT f.id, f.from_org, f.title, f.due FROM filing f JOIN report_campaign c ON c.id = f.campaign WHERE f.deleted = 0 AND c.deleted = 0 AND c.status = 'open' AND f.status IN ('not_opened', 'filling', 'returned') "
          "AND f.due <= $1 AND f.due >= $2 ORDER BY f.id LIMIT 2000",
          {today().plus_days(k_soon).iso(), today().plus_days(-60).iso()}, [&](const db::Row& r) {
            if (const auto due = Date::from_iso(r.text(3))) found.push_back({r.integer(0), r.integer(1), std::string(r.text(2)), *due});
            return true;
          });
  int told = 0;
  for (const Late& late : found) {
    const bool over = late.due < today();
    const std::string act = over ? "overdue" : "due";
    // Once each: what was told is a notice already.
    for (const std::int64_t person : people_of(tx, late.org)) {
      if (tx.first("SELECT 1 FROM notice WHERE person_id = $1 AND register_name = 'filing' AND record_id = $2 AND act = $3", {person, late.id, act})) continue;
      flow::tell(tx, person, filings(), late.id, act, "Nhịp Cầu",
                 {(over ? "Quá hạn nộp từ " : "Hạn nộp ") + format_date(late.due, Lang::vi) + ": " + late.title + ".", (over ? "Overdue since " : "Due on ") + format_date(late.due, Lang::en) + ": " + late.title + "."});
      ++told;
    }
  }
  return told;
}

std::vector<CampaignWork> campaign_work(db::ReadDb& db, const Actor& actor) {
  std::vector<CampaignWork> out;
  if (!actor.sees(Sight::internal)) return out;
  // The own form.
  db.each("SELECT f.id, c.title, f.due, f.status FROM filing f JOIN report_campaign c ON c.id = f.campaign WHERE f.deleted = 0 AND c.deleted = 0 AND c.status = 'open' AND f.from_org = $1 "
          "AND f.status IN ('not_opened', 'filling', 'returned') ORDER BY f.due LIMIT 3",
          {actor.org}, [&](const db::Row& r) {
            const Date due = Date::from_iso(r.text(2)).value_or(today());
            const Message left = days_left(due, today());
            CampaignWork w;
            w.title = Message(std::string(r.text(1)), std::string(r.text(1)));
            w.detail = Message((r.text(3) == "returned" ? "Liên hiệp trả lại; " : "Biểu mẫu đã đổ sẵn; ") + left.vi, (r.text(3) == "returned" ? "Returned; " : "Filled in from your records; ") + left.en);
            w.act = Text("Mở, gửi", "Open and send");
            w.href = filing_url(r.integer(0));
            w.late = due < today();
            out.push_back(std::move(w));
            return true;
          });
  // The boards of campaigns that the own organisation opened.
  db.each("SELECT c.id, c.title, c.due, SUM(CASE WHEN f.status IN ('filed', 'accepted') THEN 1 ELSE 0 END), COUNT(f.id), SUM(CASE WHEN f.status = 'filed' THEN 1 ELSE 0 END) FROM report_campaign c JOIN filing f ON f.campaign = c.id AND f.deleted = 0 "
          "WHERE c.deleted = 0 AND c.status = 'open' AND c.org_id = $1 GROUP BY c.id, c.title, c.due ORDER BY c.due LIMIT 3",
          {actor.org}, [&](const db::Row& r) {
            const std::int64_t filed = r.integer(3), all = r.integer(4), waiting = r.integer(5);
            if (filed == all && waiting == 0) return true;
            const Date due = Date::from_iso(r.text(2)).value_or(today());
            const Message left = days_left(due, today());
            const std::string share = std::to_string(filed) + "/" + std::to_string(all);
            CampaignWork w;
            w.title = Message(std::string(r.text(1)) + ": " + share + " đã nộp", std::string(r.text(1)) + ": " + share + " filed");
            w.detail = Message(left.vi + "; " + std::to_string(waiting) + " chờ nhận", left.en + "; " + std::to_string(waiting) + " to accept");
            w.act = Text("Mở bảng", "Open the board");
            w.href = campaign_url(r.integer(0));
            w.late = due < today() && filed < all;
            out.push_back(std::move(w));
            return true;
          });
  return out;
}

}  // namespace nc::app
