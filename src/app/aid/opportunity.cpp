// Register of opportunities: a donor, a need, how far the talks are; a written commitment makes it an aid item.
#include "app/aid/lists.h"
#include "app/aid/pipeline.h"
#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Opportunity : reg::Standard {
  std::string title, title_en;
  reg::Ref partner;
  std::string partner_text;
  reg::Ref need;
  std::string kind = "project", sector, stage = "lead";
  reg::MoneyValue expected;
  std::int64_t probability = 0;
  std::string owner, next_step;
  Date next_date;
  std::string details;
  reg::MoneyValue committed;
  reg::Decimal rate;
  Date committed_on;
  std::string commitment_doc, lost_reason;
  Date closed_on;
  reg::Ref aid;
};

void check(const Opportunity& o, Problems& problems) {
  if (o.partner.id == 0 && o.partner_text.empty())
    complain(problems, "partner", "Chọn đối tác, hoặc ghi tên khi chưa có trong sổ đối tác.", "Choose a partner, or write the name when it is not in the register.");
  for (const auto& [money, field] : {std::pair{&o.expected, "expected"}, std::pair{&o.committed, "committed"}})
    if (money->value && money->value->minor < 0) complain(problems, field, "Giá trị không được âm.", "A value can't be negative.");
  not_in_future(o.committed_on, "committed_on", problems);
  if (o.stage == "committed") {
    if (!o.committed.value) complain(problems, "committed", "Ghi giá trị nhà tài trợ đã cam kết bằng văn bản.", "Enter the value that the donor committed to in writing.");
    if (!o.committed_on) complain(problems, "committed_on", "Ghi ngày của văn bản cam kết.", "Enter the day of the written commitment.");
  }
  if ((o.stage == "lost" || o.stage == "declined") && o.lost_reason.empty())
    complain(problems, "lost_reason", "Ghi vì sao không thành, để lần sau biết.", "Say why it came to nothing, so that it is known next time.");
}

/// Runs one save of another register under the same act; its first problem refuses the whole.
Result<std::int64_t> save_other(const reg::SaveContext& save, const reg::Description& d, reg::Cells cells) {
  const auto saved = reg::save(save.tx, catalog(), d, save.actor, std::move(cells), {.reason = {}, .batch = save.options ? save.options->batch : std::string(), .action = {}});
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->id;
}

void put(const reg::Description& d, reg::Cells& cells, const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); }

void put_text(const reg::Description& d, reg::Cells& cells, const char* column, const std::string& text) {
  if (!text.empty()) put(d, cells, column, text);
}

/// What is known of the need goes over to the aid item.
void take_from_need(const reg::SaveContext& save, std::int64_t need, reg::Cells& aid) {
  if (need == 0) return;
  const auto cells = reg::load(save.tx, aid_needs(), save.actor, need);
  if (!cells) return;
  for (const auto& [from, to] : {std::pair{"places", "places"}, {"place", "place"}, {"asked_by", "recipient"}, {"content", "objective"}})
    put_text(aids(), aid, to, aid_needs().text(*cells, from));
  if (aids().text(aid, "sector").empty()) put_text(aids(), aid, "sector", aid_needs().text(*cells, "sector"));
}

void take_from_partner(const reg::SaveContext& save, std::int64_t partner, reg::Cells& aid) {
  const reg::Description& partners = *catalog().find("partner");
  const auto cells = partner ? reg::load(save.tx, partners, save.actor, partner) : tl::make_unexpected(Problem{});
  if (!cells) return;  // what the person may not see is not linked either
  put(aids(), aid, "donor", partner);
  put_text(aids(), aid, "country", partners.text(*cells, "country"));
  static const std::map<std::string, std::string> k_class{{"ingo", "ingo"}, {"foreign_foundation", "foundation"}, {"embassy", "foreign_government_mission"}, {"consulate_general", "foreign_government_mission"},
                                                          {"foreign_local_government", "foreign_local_government"}, {"intl_organisation", "intl_organisation"}, {"company", "company"},
                                                          {"individual", "foreign_individual"}, {"overseas_vn_association", "overseas_vietnamese"}};
  if (const auto found = k_class.find(partners.text(*cells, "kind")); found != k_class.end()) put(aids(), aid, "provider_class", found->second);
}

/// The aid item of a commitment: still without decision, with what was committed as its first value.
Result<std::int64_t> make_aid(const reg::SaveContext& save, const Opportunity& o) {
  const reg::Description& d = aids();
  reg::Cells aid = fresh_record(d, o.org.id, o.illustrative);
  put(d, aid, "title", o.title);
  put_text(d, aid, "title_en", o.title_en);
  put(d, aid, "kind", o.kind.empty() ? std::string("project") : o.kind);
  put(d, aid, "status", std::string("mobilising"));
  put(d, aid, "union_role", std::string("mobiliser"));
  put_text(d, aid, "donor_text", o.partner_text);
  put_text(d, aid, "sector", o.sector);
  take_from_need(save, o.need.id, aid);
  take_from_partner(save, o.partner.id, aid);
  NC_TRY(made, save_other(save, d, std::move(aid)));
  const reg::Description& v = aid_values();
  reg::Cells value = fresh_record(v, o.org.id, o.illustrative);
  put(v, value, "aid", made);
  put(v, value, "basis", std::string("committed"));
  put(v, value, "date", o.committed_on.iso());
  put(v, value, "amount", o.committed.value->minor);
  put(v, value, "amount_cur", std::string(o.committed.value->currency.code()));
  put(v, value, "amount_q", std::string(code(o.committed.qualifier)));
  put_text(v, value, "rate", o.rate.text);
  put_text(v, value, "doc", o.commitment_doc);
  NC_TRY(entry, save_other(save, v, std::move(value)));
  (void)entry;
  return made;
}

Problem goes_on_already(const std::string& code) {
  return {Code::conflict, {"Khoản viện trợ " + code + " lập từ cam kết này đã có việc tiếp theo. Mở khoản ấy, lùi các việc đó trước.",
                           "The aid item " + code + " made from this commitment has gone on. Open it and take that back first."}, {}};
}

/// Takes the aid item out of the register again, as long as nothing but the commitment stands in it.
Result<bool> take_aid_back(const reg::SaveContext& save, std::int64_t opportunity, std::int64_t aid) {
  const auto cells = reg::load(save.tx, aids(), save.actor, aid);
  if (!cells) return true;
  const std::string number = aids().text(*cells, "code");
  std::vector<std::pair<std::int64_t, std::int64_t>> values;
  save.tx.each("SELECT id, version FROM aid_value WHERE deleted = 0 AND aid = $1", {aid}, [&](const db::Row& r) { return values.emplace_back(r.integer(0), r.integer(1)), true; });
  if (values.size() > 1 || aids().text(*cells, "status") != "mobilising") return tl::make_unexpected(goes_on_already(number));
  // This record still points at the item in the database: it is being written with the link empty.
  save.tx.exec("UPDATE aid_opportunity SET aid = NULL WHERE id = $1", {opportunity});
  const std::string why = save.options && !save.options->reason.empty() ? save.options->reason : "Lùi cam kết";
  for (const auto& [id, version] : values)
    if (auto gone = reg::remove(save.tx, catalog(), aid_values(), save.actor, id, version, why); !gone) return tl::make_unexpected(gone.error());
  const auto version = save.tx.first("SELECT version FROM aid WHERE id = $1", {aid});
  if (auto gone = reg::remove(save.tx, catalog(), aids(), save.actor, aid, db::as_int((*version)[0]), why); !gone) return tl::make_unexpected(goes_on_already(number));
  return true;
}

/// A commitment makes the aid item; whoever takes the commitment back takes the item back with it.
Result<bool> follow_stage(const reg::SaveContext& save, const Opportunity* before, Opportunity& now) {
  const bool there = now.aid.id != 0 && reg::load(save.tx, aids(), Actor::system(), now.aid.id).has_value();
  if (now.stage == "committed" && !there && now.committed.value) {
    NC_TRY(made, make_aid(save, now));
    now.aid.id = made;
  } else if (now.stage != "committed" && before && before->aid.id != 0) {
    NC_TRY(gone, take_aid_back(save, before->id, before->aid.id));
    (void)gone;
    now.aid.id = 0;
  } else if (now.stage != "committed") {
    now.aid.id = 0;
  }
  return true;
}

}  // namespace

const reg::Options& opportunity_stages() {
  static const reg::Options options{{"lead", {"đầu mối", "lead"}},
                                    {"in_discussion", {"đang trao đổi", "in discussion"}},
                                    {"survey", {"khảo sát", "survey"}},
                                    {"proposal_sent", {"đã gửi đề xuất", "proposal sent"}},
                                    {"committed", {"đã cam kết", "committed"}},
                                    {"declined", {"nhà tài trợ từ chối", "declined"}},
                                    {"lost", {"không thành", "lost"}}};
  return options;
}

bool is_open_stage(std::string_view stage) { return stage == "lead" || stage == "in_discussion" || stage == "survey" || stage == "proposal_sent"; }

const flow::Flow& opportunity_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "aid_opportunity",
      .field = "stage",
      .entered = {"lead", "in_discussion", "survey", "proposal_sent", "declined", "lost"},
      .transitions =
          {{.name = "discuss", .label = Text("Bắt đầu trao đổi", "Begin talks"), .icon = "message", .from = {"lead"}, .to = "in_discussion"},
           {.name = "survey", .label = Text("Đi khảo sát", "Survey"), .icon = "map-pin", .from = {"in_discussion"}, .to = "survey"},
           {.name = "propose", .label = Text("Đã gửi đề xuất", "Proposal sent"), .icon = "send", .from = {"survey", "in_discussion"}, .to = "proposal_sent"},
           {.name = "commit", .label = Text("Đã cam kết", "Committed"), .icon = "writing-sign", .from = {"in_discussion", "survey", "proposal_sent"}, .to = "committed",
            .asks = {"committed", "rate", "committed_on", "commitment_doc"}, .needs = {"committed", "committed_on"}},
           {.name = "back", .label = Text("Lùi về trao đổi", "Back to talks"), .icon = "arrow-back-up", .from = {"survey", "proposal_sent"}, .to = "in_discussion", .back = true},
           {.name = "decline", .label = Text("Nhà tài trợ từ chối", "Declined by the donor"), .icon = "x", .from = {"lead", "in_discussion", "survey", "proposal_sent"}, .to = "declined",
            .asks = {"lost_reason"}, .needs = {"lost_reason"}, .back = true, .stamps = {"closed_on"}},
           {.name = "lose", .label = Text("Không thành", "Lost"), .icon = "circle-x", .from = {"lead", "in_discussion", "survey", "proposal_sent"}, .to = "lost",
            .asks = {"lost_reason"}, .needs = {"lost_reason"}, .back = true, .stamps = {"closed_on"}},
           {.name = "reopen", .label = Text("Mở lại", "Reopen"), .icon = "refresh", .from = {"declined", "lost"}, .to = "in_discussion", .back = true, .clears = {"closed_on", "lost_reason"}},
           {.name = "uncommit", .label = Text("Lùi cam kết", "Take the commitment back"), .icon = "arrow-back-up", .from = {"committed"}, .to = "proposal_sent", .who = {check, approve},
            .reason = true, .back = true}},
      .clocks = {{.state = "lead", .days = 90, .due_field = "next_date", .always = true},
                 {.state = "in_discussion", .days = 90, .due_field = "next_date", .always = true},
                 {.state = "survey", .days = 90, .due_field = "next_date", .always = true},
                 {.state = "proposal_sent", .days = 90, .due_field = "next_date", .always = true}}};
  return flow;
}

const reg::Description& aid_opportunities() {
  static const reg::Description description =
      reg::Register<Opportunity>("aid_opportunity", "aid-opportunities", {"Cơ hội vận động viện trợ", "Aid opportunities"}, {"cơ hội", "opportunity"})
          .icon("target-arrow")
          .prefix("CH")
          .field(&Opportunity::title, "title", {"Tên cơ hội", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Cơ hội", "Opportunity"}})
          .field(&Opportunity::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Opportunity::partner, "partner", {"Nhà tài trợ", "Donor"}, {.link = "partner", .filter = true})
          .field(&Opportunity::partner_text, "partner_text", {"Tên nhà tài trợ", "Name of the donor"}, {.search = true, .hint = Text{"Khi chưa có trong sổ đối tác", "When it is not in the partner register"}})
          .field(&Opportunity::need, "need", {"Đáp ứng nhu cầu", "Answers the need"}, {.link = "aid_need", .filter = true})
          .field(&Opportunity::kind, "kind", {"Loại khoản", "Kind"}, {.options = &aid_kinds(), .filter = true, .preset = "project"})
          .field(&Opportunity::sector, "sector", {"Lĩnh vực", "Field"}, {.options = &sectors(), .filter = true})
          .field(&Opportunity::stage, "stage", {"Giai đoạn", "Stage"}, {.required = true, .options = &opportunity_stages(), .filter = true, .preset = "lead"})
          .field(&Opportunity::expected, "expected", {"Giá trị kỳ vọng", "Expected value"},
                 {.sortable = true, .hint = Text{"Chưa tính là vận động được cho đến khi có cam kết bằng văn bản", "Not mobilised until there is a written commitment"}, .section = Text{"Khả năng và việc tiếp theo", "Chances and next step"}})
          .field(&Opportunity::probability, "probability", {"Khả năng thành", "Probability"}, {.sortable = true, .unit = Text{"%", "%"}, .min = 0, .max_value = 100})
          .field(&Opportunity::owner, "owner", {"Người phụ trách", "Person in charge"}, {.search = true, .sortable = true})
          .field(&Opportunity::next_step, "next_step", {"Việc tiếp theo", "Next step"}, {.search = true})
          .field(&Opportunity::next_date, "next_date", {"Hạn việc tiếp theo", "Next step by"}, {.filter = true})
          .field(&Opportunity::details, "details", {"Đã trao đổi", "What was discussed"}, {.long_text = true, .search = true})
          .field(&Opportunity::committed, "committed", {"Giá trị cam kết", "Committed value"}, {.sortable = true, .section = Text{"Kết thúc", "Outcome"}})
          .field(&Opportunity::rate, "rate", {"Tỷ giá (đồng)", "Rate (dong)"}, {.hint = Text{"Khi cam kết bằng ngoại tệ", "When it is in another currency"}})
          .field(&Opportunity::committed_on, "committed_on", {"Ngày cam kết", "Committed on"}, {.filter = true})
          .field(&Opportunity::commitment_doc, "commitment_doc", {"Văn bản cam kết", "Paper of the commitment"}, {.search = true})
          .field(&Opportunity::lost_reason, "lost_reason", {"Vì sao không thành", "Why it came to nothing"}, {.search = true})
          .field(&Opportunity::closed_on, "closed_on", {"Khép ngày", "Closed on"}, {.filter = true})
          .field(&Opportunity::aid, "aid", {"Thành khoản viện trợ", "Became aid item"}, {.link = "aid", .read_only = true})
          .title("title", "title_en")
          .date("next_date")
          .list({"next_date", "title", "partner", "stage", "expected", "probability", "owner", "next_step"})
          .sorted_by("next_date")
          .index({"org_id", "stage"})
          .condition("late", {"Quá hạn việc tiếp theo", "Next step overdue"}, "{t}.next_date < '{today}' AND {t}.stage IN ('lead', 'in_discussion', 'survey', 'proposal_sent')")
          .view({"Đang theo", "Open"}, "stage=lead&stage=in_discussion&stage=survey&stage=proposal_sent")
          .view({"Quá hạn", "Overdue"}, "is=late")
          .view({"Đã cam kết", "Committed"}, "stage=committed")
          .summary(aid_doors)
          .not_in_nav()
          .rule(check)
          .guard(flow::guard(opportunity_flow()))
          .watch(flow::watch(opportunity_flow()))
          .before_save(follow_stage)
          .done();
  return description;
}

}  // namespace nc::app
