// Who filed in time over the last campaigns, as a page and as a table file; the rules by which filings are checked.
#include <map>

#include "app/campaigns/campaign_form.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

struct Punctual { std::int64_t expected = 0, on_time = 0, late = 0, days = 0, returns = 0; };

/// What is not due yet is neither on time nor late.
void add_to(Punctual& p, const Tile& t) {
  p.returns += t.returns;
  if (!t.filed_on && t.due >= today()) return;
  ++p.expected;
  if (t.filed_on && t.late_days == 0) ++p.on_time;
  if (t.late_days > 0) ++p.late, p.days += t.late_days;
}

void add_to(Punctual& all, const Punctual& p) {
  all.expected += p.expected;
  all.on_time += p.on_time;
  all.late += p.late;
  all.days += p.days;
  all.returns += p.returns;
}

std::string share(const Punctual& p, Lang lang) {
  return p.expected == 0 ? "–" : format_decimal(100.0 * static_cast<double>(p.on_time) / static_cast<double>(p.expected), 0, lang) + "%";
}
std::string delay(const Punctual& p, Lang lang) { return p.late == 0 ? "–" : format_decimal(static_cast<double>(p.days) / static_cast<double>(p.late), 1, lang); }

/// The last campaigns, and what each member and each campaign came to.
struct Years {
  std::vector<ReportCampaign> campaigns;
  std::map<std::pair<std::string, std::int64_t>, std::map<std::int64_t, Tile>> by_member;  ///< (name, organisation) -> campaign -> tile
  std::map<std::int64_t, Punctual> of_member, of_campaign;
};

Years years_of(db::ReadDb& db, const Actor& actor) {
  constexpr int k_most = 12;
  reg::ListQuery q;
  q.limit = k_most;
  Years out;
  for (const reg::Cells& row : reg::list(db, report_campaigns(), actor, q).rows) out.campaigns.push_back(reg::from_cells<ReportCampaign>(row));
  for (const ReportCampaign& c : out.campaigns)
    for (Tile& t : tiles_of(db, actor, c.id)) {
      add_to(out.of_member[t.org], t);
      add_to(out.of_campaign[c.id], t);
      out.by_member[{t.name, t.org}].emplace(c.id, std::move(t));
    }
  return out;
}

using Line = std::vector<std::string>;
struct Sheet { Line head; std::vector<Line> rows; Line total; };

void put_sums(Line& line, const Punctual& p, Lang lang) {
  line.push_back(share(p, lang));
  line.push_back(delay(p, lang));
  line.push_back(std::to_string(p.returns));
}

/// What a member's filing came to in one campaign.
std::string cell_of(const std::map<std::int64_t, Tile>& tiles, std::int64_t campaign, Lang lang) {
  const auto it = tiles.find(campaign);
  if (it == tiles.end()) return "–";
  return it->second.late_days > 0 ? late_words(it->second.late_days).in(lang) : state_words(it->second).in(lang);
}

Sheet sheet_of(Years& y, Lang lang) {
  Sheet out{{std::string(Text("Nơi nộp", "From").in(lang))}, {}, {std::string(Text("Cả đợt: đúng hạn", "Whole campaign: on time").in(lang))}};
  for (const ReportCampaign& c : y.campaigns) out.head.push_back(c.title);
  for (const Text& t : {Text{"Đúng hạn", "On time"}, Text{"Chậm bình quân (ngày)", "Average delay (days)"}, Text{"Số lần trả lại", "Returns"}}) out.head.emplace_back(t.in(lang));
  for (const auto& [member, tiles] : y.by_member) {
    Line row{member.first};
    for (const ReportCampaign& c : y.campaigns) row.push_back(cell_of(tiles, c.id, lang));
    put_sums(row, y.of_member[member.second], lang);
    out.rows.push_back(std::move(row));
  }
  Punctual all;
  for (const ReportCampaign& c : y.campaigns) {
    out.total.push_back(share(y.of_campaign[c.id], lang));
    add_to(all, y.of_campaign[c.id]);
  }
  put_sums(out.total, all, lang);
  return out;
}

Html sheet_table(const Sheet& sheet, Lang lang) {
  constexpr std::size_t k_sums = 3;
  Table t;
  t.caption = Text("Đúng hạn qua các đợt", "Punctuality over campaigns");
  for (std::size_t i = 0; i < sheet.head.size(); ++i) t.columns.push_back({.label = Message(sheet.head[i], sheet.head[i]), .number = i + k_sums >= sheet.head.size(), .key = i == 0});
  const auto line = [&](const Line& cells, Row::Kind kind) {
    Row row;
    row.kind = kind;
    for (const std::string& cell : cells) row.cells.emplace_back(Html(lang) << cell);
    t.rows.push_back(std::move(row));
  };
  for (const Line& row : sheet.rows) line(row, Row::Kind::record);
  line(sheet.total, Row::Kind::total);
  return table(lang, t);
}

Response punctuality_page(const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const Lang lang = shell.lang;
  Years years = years_of(db, actor);
  Sheet sheet = sheet_of(years, lang);
  if (const std::string format(r.query.get("format")); format == "csv" || format == "xlsx") {
    sheet.rows.push_back(sheet.total);
    return table_file(format, lang == Lang::vi ? "Đúng hạn" : "Punctuality", sheet.head, sheet.rows);
  }
  PageHead head;
  head.title = Text("Đúng hạn qua các đợt", "Punctuality over campaigns");
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  head.actions = button(lang, {.label = Text("Xuất xlsx", "Export xlsx"), .icon = "table-export", .href = "/report-campaigns/punctuality?format=xlsx"}) << " "_h
                 << button(lang, {.label = Text("Xuất csv", "Export csv"), .icon = "table-export", .href = "/report-campaigns/punctuality?format=csv"});
  if (years.campaigns.empty())
    return reg::respond(shell, head, empty_state(lang, Text("Chưa có đợt báo cáo nào", "No campaigns yet"), Text("Mở đợt đầu tiên để có bảng này.", "Open the first one to have this table."), {{Text("Về các đợt", "To the campaigns"), "/report-campaigns"}}));
  return reg::respond(shell, head, card(lang, {.body = sheet_table(sheet, lang), .flush = true}));
}

Response rules_page(const Shell& shell) {
  const Lang lang = shell.lang;
  Table t;
  t.caption = Text("Quy tắc kiểm tra", "Checks");
  t.columns = {{.label = Text("Quy tắc", "Rule"), .key = true}, {.label = Text("Vì sao", "Why")}, {.label = Text("Hậu quả", "Effect")}};
  for (const FilingRule& rule : filing_rules()) {
    Row row;
    const Message effect = rule.blocks == Blocks::sending ? Message(Text("chặn gửi, trừ khi ghi lý do", "stops sending unless waived")) : rule.blocks == Blocks::accepting ? Message(Text("chặn nhận, trừ khi ghi lý do", "stops accepting unless waived")) : Message(Text("chỉ nhắc", "only told"));
    row.cells = {Html(lang) << "<span class=\"tt\">"_h << rule.name << "</span>"_h, Html(lang) << rule.why, badge(lang, effect, rule.blocks == Blocks::nothing ? Tone::neutral : Tone::warn)};
    t.rows.push_back(std::move(row));
  }
  PageHead head;
  head.title = Text("Quy tắc kiểm tra báo cáo", "Checks of filings");
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  return reg::respond(shell, head, card(lang, {.body = table(lang, t), .flush = true}));
}

}  // namespace

void add_punctuality_pages(web::Router& router, const CampaignSite& site) {
  router.get("/report-campaigns/punctuality", web::person().seeing("figures"), reg::page_handler(site.context, punctuality_page));
  router.get("/report-campaigns/rules", web::person(), reg::page_handler(site.context, [](const Request&, db::ReadDb&, const Actor&, Shell& shell) { return rules_page(shell); }));
}

}  // namespace nc::app
