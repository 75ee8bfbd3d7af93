// Register of report campaigns, and the opening of one: a filing for each living member.
#include "app/campaigns/campaign.h"

#include "app/catalog.h"
#include "app/common/rules.h"
#include "app/common/scopes.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

const reg::Options& campaign_states() {
  static const reg::Options options{{"open", {"đang nhận báo cáo", "open"}}, {"closed", {"đã khép", "closed"}}};
  return options;
}

const reg::Options& whom_asked() {
  static const reg::Options options{{"associations", {"các hội thành viên", "member associations"}}, {"unions", {"các Liên hiệp địa phương", "provincial Unions"}}};
  return options;
}

void check(const ReportCampaign& c, Problems& problems) {
  not_before(c.period_from, c.period_to, "period_to", problems);
  not_before(c.period_from, c.due, "due", problems);
  if (c.cutoff && (c.cutoff < c.period_from || c.cutoff > c.period_to))
    complain(problems, "cutoff", "Ngày khóa số liệu nằm trong kỳ báo cáo.", "The day the counts stop lies within the period.");
}

}  // namespace

const reg::Options& campaign_kinds() {
  static const reg::Options options{{"half_year", {"6 tháng", "half-year"}},
                                    {"eight_month", {"8 tháng", "eight months"}},
                                    {"nine_month", {"9 tháng", "nine months"}},
                                    {"annual", {"năm", "annual"}},
                                    {"term", {"nhiệm kỳ", "term"}}};
  return options;
}

const reg::Description& report_campaigns() {
  static const reg::Description description =
      reg::Register<ReportCampaign>("report_campaign", "report-campaigns", {"Đợt báo cáo", "Report campaigns"}, {"đợt báo cáo", "report campaign"})
          .icon("clipboard-check")
          .prefix("DBC")
          .field(&ReportCampaign::title, "title", {"Tên đợt", "Title"}, {.required = true, .search = true, .sortable = true})
          .field(&ReportCampaign::kind, "kind", {"Loại báo cáo", "Kind"}, {.required = true, .options = &campaign_kinds(), .filter = true})
          .field(&ReportCampaign::asks, "asks", {"Nơi phải nộp", "Who files"}, {.required = true, .options = &whom_asked(), .filter = true, .preset = "associations"})
          .field(&ReportCampaign::period_from, "period_from", {"Kỳ từ ngày", "Period from"}, {.required = true})
          .field(&ReportCampaign::period_to, "period_to", {"Kỳ đến ngày", "Period to"}, {.required = true, .filter = true})
          .field(&ReportCampaign::cutoff, "cutoff", {"Khóa số liệu ngày", "Counts stop on"}, {.hint = Text{"Để trống: hết kỳ", "Empty: the end of the period"}})
          .field(&ReportCampaign::due, "due", {"Hội nộp trước hết ngày", "Members file by"}, {.required = true, .filter = true})
          .field(&ReportCampaign::receivers, "receivers", {"Nơi nhận báo cáo của Liên hiệp", "Receivers of the Union's report"}, {.max = 600, .search = true})
          .field(&ReportCampaign::opened_on, "opened_on", {"Ngày mở", "Opened on"}, {.read_only = true})
          .field(&ReportCampaign::status, "status", {"Tình trạng", "Status"}, {.options = &campaign_states(), .filter = true, .preset = "open"})
          .field(&ReportCampaign::report, "report", {"Báo cáo của Liên hiệp", "The Union's report"}, {.link = "report", .read_only = true})
          .title("title")
          .date("period_to")
          .list({"period_to", "title", "kind", "org", "due", "status"})
          .sorted_by("period_to", true)
          .view({"Đang nhận", "Open"}, "status=open")
          .rule(check)
          .scope(own_and_above)  // members are asked by those above them
          .own_pages()
          .done();
  return description;
}

Message campaign_period_name(const std::string& kind, const Period& period) {
  const std::string year = std::to_string(period.to.year());
  constexpr int k_middle = 7;  // months up to July end a first half
  if (kind == "half_year")
    return period.to.month() <= k_middle ? Message("6 tháng đầu năm " + year, "first half of " + year) : Message("6 tháng cuối năm " + year, "second half of " + year);
  if (kind == "eight_month") return {"8 tháng năm " + year, "eight months of " + year};
  if (kind == "nine_month") return {"9 tháng năm " + year, "nine months of " + year};
  if (kind == "annual") return {"năm " + year, year};
  const std::string years = std::to_string(period.from.year()) + " - " + year;
  return {"nhiệm kỳ " + years, "term " + years};
}

std::vector<Member> members_of(db::ReadDb& db, std::int64_t org, const std::string& asks, Date day) {
  std::vector<Member> out;
  const std::string kinds = asks == "unions" ? "'provincial_union'" : "'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'";
  db.each(db::Sql::built("SELECT id, code, name, COALESCE(name_en, ''), COALESCE(short_name, ''), COALESCE(country_focus, ''), illustrative FROM organisation WHERE deleted = 0 AND parent = $1 AND kind IN (" + kinds +
                         ") AND status NOT IN ('proposed', 'campaign_board', 'suspended') AND (established IS NULL OR established <= $2) AND (ended IS NULL OR ended > $2) "
                         "AND (ended IS NOT NULL OR status NOT IN ('merged', 'dissolved')) ORDER BY id"),
          {org, day.iso()}, [&](const db::Row& r) {
            Member m{r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), {}, r.integer(6) != 0};
            constexpr std::size_t k_one_code = 4;  // "|KR|"
            if (r.text(5).size() >= k_one_code) m.country = std::string(r.text(5).substr(1, 2));
            out.push_back(std::move(m));
            return true;
          });
  return out;
}

std::vector<std::int64_t> people_of(db::ReadDb& db, std::int64_t org) {
  std::vector<std::int64_t> out;
  db.each("SELECT id FROM person WHERE org_id = $1 AND disabled = 0 ORDER BY id", {org}, [&](const db::Row& r) {
    out.push_back(r.integer(0));
    return true;
  });
  return out;
}

namespace {

/// Those who open, remind and accept need not be those who enter.
Actor able_to_write(const Actor& actor) {
  Actor out = actor;
  out.functions.insert(Function::enter);
  return out;
}

Result<int> make_filings(db::Tx& tx, const Actor& actor, const ReportCampaign& c) {
  int made = 0;
  for (const Member& m : members_of(tx, c.org.id, c.asks, c.counted().to)) {
    if (tx.first("SELECT 1 FROM filing WHERE campaign = $1 AND from_org = $2 AND deleted = 0", {c.id, m.id})) continue;
    Filing f;
    f.org.id = f.from_org.id = m.id;
    f.campaign.id = c.id;
    f.due = c.due;
    f.title = c.title + ": " + m.name;
    f.illustrative = c.illustrative;
    auto saved = reg::save(tx, catalog(), filings(), able_to_write(actor), reg::to_cells(filings(), f), {.reason = {}, .batch = {}, .action = "open"});
    if (!saved) return tl::make_unexpected(saved.error().front());
    for (const std::int64_t person : people_of(tx, m.id))
      flow::tell(tx, person, filings(), saved->id, "open", actor.name,
                 {"Mở " + c.title + ": nộp trước hết ngày " + format_date(c.due, Lang::vi) + ".", "Opened: " + c.title + ". File by " + format_date(c.due, Lang::en) + "."});
    ++made;
  }
  return made;
}

}  // namespace

tl::expected<reg::Saved, Problems> open_campaign(db::Tx& tx, const Actor& actor, ReportCampaign campaign) {
  if (campaign.title.empty()) campaign.title = "Báo cáo " + campaign_period_name(campaign.kind, {campaign.period_from, campaign.period_to}).vi;
  campaign.opened_on = today();
  campaign.status = "open";
  auto saved = reg::save(tx, catalog(), report_campaigns(), able_to_write(actor), reg::to_cells(report_campaigns(), campaign), {.reason = {}, .batch = {}, .action = {}});
  if (!saved) return saved;
  campaign.id = saved->id;
  if (members_of(tx, campaign.org.id, campaign.asks, campaign.counted().to).empty())
    return tl::make_unexpected(Problems{{Code::invalid, Message("Tổ chức này chưa có thành viên nào phải nộp ở ngày khóa số liệu. Chọn tổ chức khác hoặc nơi phải nộp khác.",
                                                                "This organisation had no members to file on that day. Choose another organisation or others to file."), "org"}});
  auto made = make_filings(tx, actor, campaign);
  if (!made) return tl::make_unexpected(Problems{made.error()});
  return saved;
}

Result<int> add_missing_filings(db::Tx& tx, const Actor& actor, std::int64_t campaign) {
  // The row is locked, so that two people at once make no filing twice.
  tx.exec("UPDATE report_campaign SET version = version WHERE id = $1", {campaign});
  NC_TRY(c, load_campaign(tx, actor, campaign));
  return make_filings(tx, actor, c.campaign);
}

Result<int> close_campaigns_of(db::Tx& tx, const Actor& actor, std::int64_t report) {
  std::vector<std::int64_t> found;
  tx.each("SELECT c.id FROM report_campaign c WHERE c.deleted = 0 AND c.status = 'open' AND c.report = $1 AND NOT EXISTS "
          "(SELECT 1 FROM filing f WHERE f.campaign = c.id AND f.deleted = 0 AND f.status <> 'accepted') ORDER BY c.id",
          {report}, [&](const db::Row& r) {
            found.push_back(r.integer(0));
            return true;
          });
  for (const std::int64_t id : found) {
    NC_TRY(loaded, load_campaign(tx, actor, id));
    loaded.campaign.status = "closed";
    auto saved = reg::save(tx, catalog(), report_campaigns(), able_to_write(actor), reg::to_cells(report_campaigns(), loaded.campaign), {.reason = "báo cáo của Liên hiệp đã niêm phong", .batch = {}, .action = {}});
    if (!saved) return tl::make_unexpected(saved.error().front());
  }
  return static_cast<int>(found.size());
}

Result<LoadedCampaign> load_campaign(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  NC_TRY(cells, reg::load(db, report_campaigns(), actor, id));
  LoadedCampaign out;
  out.campaign = reg::from_cells<ReportCampaign>(cells);
  out.cells = std::move(cells);
  if (const auto row = db.first("SELECT code, name FROM organisation WHERE id = $1", {out.campaign.org.id})) {
    out.org_code = db::as_text((*row)[0]);
    out.org_name = db::as_text((*row)[1]);
  }
  out.union_asks = out.campaign.asks == "unions";
  return out;
}

}  // namespace nc::app
