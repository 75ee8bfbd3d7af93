// Register of scholarship programmes: who gives, for which years, how many grants of which value; what of it was awarded.
#include "app/catalog.h"
#include "app/common/figure_strip.h"
#include "app/common/rules.h"
#include "app/organisations/public.h"
#include "app/scholarships/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

struct Programme : reg::Standard {
  std::string name, name_en;
  reg::Ref donor;
  std::string donor_text;
  Date from_date, to_date;
  std::int64_t quota = 0;
  reg::MoneyValue value_each;
  std::string conditions;
  reg::Ref agreement;
};

void check(const Programme& p, Problems& problems) {
  not_before(p.from_date, p.to_date, "to_date", problems);
  if (p.value_each.value && p.value_each.value->minor < 0) complain(problems, "value_each", "Giá trị không được âm.", "A value can't be negative.");
}

/// The days of the programme; without an end it lasts until today.
Period days_of(const reg::PanelContext& x) {
  const Date from = Date::from_iso(x.what.text(x.cells, "from_date")).value_or(today());
  const Date to = Date::from_iso(x.what.text(x.cells, "to_date")).value_or(std::max(from, today()));
  return {from, to};
}

/// Grants of the programme as the register adds them: what the bar is drawn from, beside the figure.
std::int64_t awarded_of(db::ReadDb& db, std::int64_t programme) { return db.integer("SELECT COALESCE(SUM(grants), 0) FROM scholarship WHERE deleted = 0 AND of_programme = $1", {programme}); }

Html used_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  const Lang lang = x.lang;
  const auto kept_by = x.db.first("SELECT code FROM organisation WHERE id = $1", {x.cells[reg::k_org]});
  const StripAsk ask{engine, x.db, x.actor, lang, kept_by ? db::as_text((*kept_by)[0]) : std::string(), days_of(x)};
  const std::vector<std::pair<std::string, std::string>> of{{"of_programme", std::to_string(x.id)}};
  const std::int64_t quota = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("quota"))]), awarded = awarded_of(x.db, x.id);
  Html body(lang);
  body << "<p>"_h << figure_of(ask, {"I58", {}, of, Text("Số suất đã trao", "Grants awarded")});
  if (quota > 0) body << " / "_h << format_int(quota, lang);
  body << " "_h << Text("suất đã trao", "grants awarded") << "</p>"_h;
  if (quota > 0) body << progress(std::min(1.0, static_cast<double>(awarded) / static_cast<double>(quota)));
  body << "<p>"_h << figure_of(ask, {"I59", {}, of, Text("Giá trị đã trao", "Value awarded")}) << " "_h << Text("đã trao", "awarded");
  if (const auto each = Currency::from_code(x.what.text(x.cells, "value_each_cur")); each && quota > 0 && !db::is_null(x.cells[static_cast<std::size_t>(x.what.column("value_each"))])) {
    const std::string all = format_money_short(Money{db::as_int(x.cells[static_cast<std::size_t>(x.what.column("value_each"))]) * quota, *each}, lang);
    body << ", "_h << Message("cả chương trình " + all, "the whole programme " + all);
  }
  body << "</p>"_h;
  Html end(lang);
  if (x.actor.may(Function::enter) && !x.actor.preview())
    end << button(lang, {.label = Text("Ghi đợt trao", "Add an award"), .icon = "plus", .href = "/scholarships/new?of_programme=" + url_encode(db::as_text(x.cells[reg::k_code])) + "&programme=" + url_encode(x.what.text(x.cells, "name")), .small = true});
  return card(lang, {.title = Text("Đã dùng bao nhiêu suất", "Quota used"), .head_end = end, .body = body, .id = "quota"});
}

Html awards_panel(const reg::PanelContext& x) {
  reg::ListQuery q;
  q.filters = {{"of_programme", std::to_string(x.id)}};
  q.limit = 50;
  const reg::Description& d = scholarships();
  std::vector<ListItem> items;
  for (const reg::Cells& row : reg::list(x.db, d, x.actor, q).rows) {
    ListItem i{.icon = "school"};
    i.day = Date::from_iso(d.text(row, "date")).value_or(Date{});
    i.href = reg::record_url(d, db::as_int(row[reg::k_id]));
    i.title = Html(x.lang) << reg::show(*d.find("grants"), row, x.lang) << " "_h << Text("suất", "grants") << (d.text(row, "school").empty() ? "" : ", " + d.text(row, "school"));
    i.detail = Html(x.lang) << reg::show(*d.find("value"), row, x.lang);
    const auto due = Date::from_iso(d.text(row, "report_due")), sent = Date::from_iso(d.text(row, "report_on"));
    if (sent) i.end = badge(x.lang, Message("đã báo cáo " + format_date(*sent, Lang::vi), "reported on " + format_date(*sent, Lang::en)), Tone::ok, "check");
    else if (due) i.end = badge(x.lang, Message((*due < today() ? "báo cáo quá hạn " : "báo cáo trước ") + format_date(*due, Lang::vi), (*due < today() ? "report overdue since " : "report due on ") + format_date(*due, Lang::en)), *due < today() ? Tone::bad : Tone::neutral, "clock-exclamation");
    items.push_back(std::move(i));
  }
  Html body(x.lang);
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có đợt trao nào gắn với chương trình này.", "No award is linked to this programme yet.") << "</p>"_h;
  else body << item_list(x.lang, items);
  return card(x.lang, {.title = Text("Các đợt trao", "Awards"), .body = body, .id = "awards"});
}

}  // namespace

const reg::Description& scholarship_programmes() {
  static const reg::Description description =
      reg::Register<Programme>("scholarship_programme", "scholarship-programmes", {"Chương trình học bổng", "Scholarship programmes"}, {"chương trình học bổng", "scholarship programme"})
          .icon("school")
          .prefix("CTHB")
          .field(&Programme::name, "name", {"Tên chương trình", "Name"}, {.required = true, .search = true, .sortable = true})
          .field(&Programme::name_en, "name_en", {"Tên bằng tiếng Anh", "Name in English"}, {.search = true})
          .field(&Programme::donor, "donor", {"Nhà tài trợ", "Donor"}, {.link = "partner", .filter = true})
          .field(&Programme::donor_text, "donor_text", {"Bên cấp học bổng", "Given by"}, {.search = true, .hint = Text{"Khi chưa có trong sổ đối tác", "When it is not in the partner register"}})
          .field(&Programme::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&Programme::to_date, "to_date", {"Đến ngày", "To"}, {.filter = true})
          .field(&Programme::quota, "quota", {"Chỉ tiêu", "Quota"}, {.unit = Text{"suất", "grants"}, .min = 0, .max_value = 100'000})
          .field(&Programme::value_each, "value_each", {"Giá trị một suất", "Value of each"}, {})
          .field(&Programme::agreement, "agreement", {"Theo thỏa thuận", "Under agreement"}, {.link = "agreement"})
          .field(&Programme::conditions, "conditions", {"Điều kiện xét chọn", "Conditions"}, {.long_text = true, .search = true})
          .title("name", "name_en")
          .date("from_date")
          .list({"from_date", "name", "donor", "quota", "value_each", "to_date"})
          .sorted_by("from_date", true)
          .rule(check)
          .panel(reg::PanelPlace::main, awards_panel)
          .done();
  return description;
}

void add_scholarships_everywhere(reg::Context& context, const fig::Engine& engine) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&engine](const reg::PanelContext& x) { return x.what.name == "scholarship_programme" ? used_panel(x, engine) : Html(x.lang); });
}

}  // namespace nc::app
