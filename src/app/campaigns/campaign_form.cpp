// The boxes of the form of a campaign, read and drawn.
#include "app/campaigns/campaign_form.h"

#include "base/clock.h"
#include "base/words.h"
#include "html/period_box.h"

namespace nc::app {

namespace {

Control control_of(const CampaignForm& f, Lang lang, const char* name, Message label, const std::string& value, std::string type = "text", bool required = false) {
  Control c;
  c.name = name;
  c.label = std::move(label);
  c.value = value;
  c.type = std::move(type);
  c.required = required;
  c.error = problem_text(f.problems, name, lang);
  c.width = c.type == "date" || c.type == "select" ? "half" : "full";
  return c;
}

/// The period in words; what could not be read as it was typed.
Control period_of(const CampaignForm& f, Lang lang) {
  const auto from = parse_date(f.from), to = parse_date(f.to);
  const std::string shown = f.period.empty() && from && to ? period_words({*from, *to}, lang) : f.period;
  Control c = control_of(f, lang, "period", Text("Kỳ báo cáo", "Period"), shown, "text", true);
  for (const char* day : {"period_from", "period_to"})
    if (c.error.empty()) c.error = problem_text(f.problems, day, lang);
  c.hint = Text("Chọn hoặc gõ: 6 tháng đầu năm 2026, quý II/2026, từ 15/12/2025 đến 14/06/2026", "Choose or type: first half of 2026, Q2 2026, 15 December 2025 to 14 June 2026");
  c.width = "half";
  return period_box(lang, std::move(c), today().year());
}

}  // namespace

CampaignForm form_of(const web::Request& r) {
  const auto get = [&](const char* name) { return std::string(r.form.get(name)); };
  CampaignForm f{get("title"), get("kind"), get("asks"), get("org"), get("period_from"), get("period_to"), get("cutoff"), get("due"), get("receivers"), get("note"), {}, get("period")};
  if (f.period.empty()) return f;
  if (const auto period = parse_period(f.period)) f.from = period->from.iso(), f.to = period->to.iso();
  else f.problems.push_back({Code::invalid, period.error().message, "period"});
  return f;
}

std::vector<std::pair<std::string, std::string>> who_opens(db::ReadDb& db, const Actor& actor) {
  std::vector<std::pair<std::string, std::string>> out;
  std::string sql = "SELECT o.code, o.name FROM organisation o WHERE o.deleted = 0 AND o.kind IN ('provincial_union', 'national_union') AND ";
  db::Params params;
  append(sql, params, reach_scope(actor, "o"));
  db.each(db::Sql::built(sql + " ORDER BY o.id"), params, [&](const db::Row& row) {
    out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
    return true;
  });
  return out;
}

Html campaign_fields(db::ReadDb& db, const Actor& actor, const CampaignForm& f, Lang lang, bool fresh) {
  Html fields(lang);
  if (fresh) {
    Control kind = control_of(f, lang, "kind", Text("Loại báo cáo", "Kind"), f.kind, "select", true);
    for (const Option& o : campaign_kinds().all()) kind.options.emplace_back(o.code, capital(o.label.in(lang)));
    Control org = control_of(f, lang, "org", Text("Nơi mở đợt", "Opened by"), f.org, "select", true);
    org.options = who_opens(db, actor);
    Control asks = control_of(f, lang, "asks", Text("Nơi phải nộp", "Who files"), f.asks, "select", true);
    asks.options = {{"associations", std::string(Text("Các hội thành viên", "Member associations").in(lang))}, {"unions", std::string(Text("Các Liên hiệp địa phương", "Provincial Unions").in(lang))}};
    fields << control(lang, kind) << control(lang, org) << control(lang, asks) << control(lang, period_of(f, lang));
    Control cutoff = control_of(f, lang, "cutoff", Text("Khóa số liệu ngày", "Counts stop on"), f.cutoff, "date");
    cutoff.hint = Text("Để trống: hết kỳ", "Empty: the end of the period");
    fields << control(lang, cutoff);
  }
  fields << control(lang, control_of(f, lang, "due", Text("Nộp trước hết ngày", "File by the end of"), f.due, "date", true));
  Control title = control_of(f, lang, "title", Text("Tên đợt", "Title"), f.title);
  if (fresh) title.hint = Text("Để trống: đặt theo loại và năm", "Empty: named by kind and year");
  fields << control(lang, title) << control(lang, control_of(f, lang, "receivers", Text("Nơi nhận báo cáo của Liên hiệp", "Receivers of the Union's report"), f.receivers))
         << control(lang, control_of(f, lang, "note", Text("Dặn các hội", "Note to the members"), f.note, "textarea"));
  return fields;
}

Html summary_of(const Problems& problems, Lang lang) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) lines.emplace_back(p.field, p.message.in(lang));
  return lines.empty() ? Html(lang) : error_summary(lang, lines);
}

Date day_typed(const std::string& typed, const char* field, Problems& problems) {
  if (typed.empty()) return {};
  if (auto day = parse_date(typed)) return *day;
  else problems.push_back({Code::invalid, day.error().message, field});
  return {};
}

}  // namespace nc::app
