// Sections of the form, their figures now and as they were filed.
#include "app/campaigns/form.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <set>

#include "app/catalog.h"
#include "html/components.h"

namespace nc::app {

namespace json = boost::json;

const std::vector<FormSection>& form_sections() {
  static const std::vector<FormSection> all = {
      {"organisation", {"Tổ chức, chi hội", "Organisation and chapters"}, "sitemap", {"I04"}, "organisation", "", ""},
      {"members", {"Hội viên", "Members"}, "users", {"I06"}, "membership", "", ""},
      {"activities", {"Hoạt động hữu nghị", "Friendship activities"}, "calendar-event", {"I31", "I32"}, "activity", "", ""},
      {"incoming", {"Đoàn vào", "Incoming delegations"}, "plane-arrival", {"I17", "I18"}, "delegation", "direction=in", "direction=in"},
      {"outgoing", {"Đoàn ra", "Outgoing delegations"}, "plane-departure", {"I23", "I24"}, "delegation", "direction=out", "direction=out"},
      {"courtesy", {"Tiếp xúc, thăm, chúc mừng", "Courtesy contacts"}, "messages", {"I27"}, "courtesy", "", ""},
      {"aid", {"Viện trợ, dự án", "Aid and projects"}, "heart-handshake", {"I38", "I40", "I42"}, "aid", "", ""},
      {"charity", {"Từ thiện, quà, trồng cây", "Charity, gifts, trees"}, "gift", {"I54", "I55", "I56"}, "charity", "", ""},
      {"information", {"Thông tin, tuyên truyền", "Information work"}, "news", {"I71"}, "information", "", ""},
      {"petitions", {"Kiến nghị đã gửi", "Petitions sent"}, "message-2-question", {"I85"}, "petition", "", ""}};
  return all;
}

const reg::Options& form_section_codes() {
  static const reg::Options options([] {
    std::vector<Option> items;
    for (const FormSection& s : form_sections()) items.push_back({std::string(s.code), s.label, {}});
    return items;
  }());
  return options;
}

const fig::Figure* FormSeen::find(std::string_view code) const {
  for (const SectionSeen& s : sections)
    for (const fig::Figure& f : s.figures)
      if (f.ask.code == code) return &f;
  return nullptr;
}

fig::Ask form_ask(const fig::Engine& engine, std::string_view code, const std::string& org_code, const Period& period) {
  fig::Ask ask;
  ask.code = code;
  ask.org = org_code;
  const fig::Indicator* indicator = engine.find(code);
  if (indicator && indicator->at_day) ask.as_of = period.to;
  else ask.period = period;
  return ask;
}

FormSeen look_at_form(db::ReadDb& db, const fig::Engine& engine, const Actor& viewer, const std::string& org_code, const Period& period) {
  FormSeen out;
  for (const FormSection& section : form_sections()) {
    SectionSeen seen{&section, {}};
    for (const std::string_view code : section.figures)
      if (auto f = engine.evaluate(db, viewer, form_ask(engine, code, org_code, period))) seen.figures.push_back(std::move(*f));
    out.sections.push_back(std::move(seen));
  }
  return out;
}

namespace {

constexpr int k_rows_kept = 500;

std::vector<KeptRow> rows_of(db::ReadDb& db, const fig::Engine& engine, const Actor& viewer, const fig::Figure& f) {
  std::vector<KeptRow> out;
  if (f.row_count == 0) return out;
  if (auto rows = engine.rows(db, viewer, f.ask, k_rows_kept))
    for (const fig::Row& r : *rows) out.push_back({r.register_name, r.id, r.code, r.title});
  return out;
}

std::string text_of(const json::object& o, const char* key) {
  const auto* v = o.if_contains(key);
  return v && v->is_string() ? std::string(v->as_string()) : std::string();
}

}  // namespace

std::string snapshot_of(db::ReadDb& db, const fig::Engine& engine, const Actor& viewer, const FormSeen& seen) {
  json::array all;
  for (const SectionSeen& section : seen.sections)
    for (const fig::Figure& f : section.figures) {
      json::array rows;
      for (const KeptRow& r : rows_of(db, engine, viewer, f)) rows.push_back({r.register_name, r.id, r.code, r.title});
      json::object one{{"code", f.ask.code}, {"unit", f.unit}, {"shown", in_words(f, Lang::vi)}, {"rows", std::move(rows)}};
      one["value"] = f.value ? json::value(*f.value) : json::value(nullptr);
      all.push_back(std::move(one));
    }
  return json::serialize(all);
}

std::vector<KeptFigure> read_snapshot(std::string_view text) {
  std::vector<KeptFigure> out;
  boost::system::error_code wrong;
  const json::value read = json::parse(text, wrong);
  if (wrong || !read.is_array()) return out;
  for (const json::value& v : read.as_array()) {
    if (!v.is_object()) continue;
    const json::object& o = v.as_object();
    KeptFigure f{text_of(o, "code"), text_of(o, "unit"), text_of(o, "shown"), std::nullopt, {}};
    if (const auto* value = o.if_contains("value"); value && value->is_number()) f.value = value->to_number<double>();
    if (const auto* rows = o.if_contains("rows"); rows && rows->is_array())
      for (const json::value& row : rows->as_array()) {
        if (!row.is_array() || row.as_array().size() != 4) continue;
        const json::array& a = row.as_array();
        if (a[0].is_string() && a[1].is_int64() && a[2].is_string() && a[3].is_string())
          f.rows.push_back({std::string(a[0].as_string()), a[1].as_int64(), std::string(a[2].as_string()), std::string(a[3].as_string())});
      }
    out.push_back(std::move(f));
  }
  return out;
}

std::vector<Drift> drift_of(db::ReadDb& db, const fig::Engine& engine, const LoadedFiling& f) {
  std::vector<Drift> out;
  for (KeptFigure& kept : read_snapshot(f.filing.snapshot)) {
    auto now = engine.evaluate(db, f.counting, form_ask(engine, kept.code, f.org_code, f.campaign.counted()));
    if (!now) continue;
    Drift d;
    d.now = in_words(*now, Lang::vi);
    const auto same = [](const KeptRow& a) { return [&a](const KeptRow& b) { return a.register_name == b.register_name && a.id == b.id; }; };
    const auto rows = rows_of(db, engine, f.counting, *now);
    for (const KeptRow& r : rows)
      if (std::none_of(kept.rows.begin(), kept.rows.end(), same(r))) d.added.push_back(r);
    for (const KeptRow& r : kept.rows)
      if (std::none_of(rows.begin(), rows.end(), same(r))) d.gone.push_back(r);
    if (kept.value == now->value && kept.unit == now->unit && d.added.empty() && d.gone.empty()) continue;
    d.filed = std::move(kept);
    out.push_back(std::move(d));
  }
  return out;
}

std::vector<JointRow> joint_rows(db::ReadDb& db, std::int64_t org, const Period& period) {
  std::vector<JointRow> out;
  struct Source { const char *name, *date, *done; };
  for (const Source& s : {Source{"activity", "from_date", "'done', 'reported'"}, Source{"delegation", "from_date", "'completed', 'reported'"}, Source{"charity", "date", "'delivered', 'reported'"}})
    db.each(db::Sql::built("SELECT t.id, t.title, t." + std::string(s.date) + ", o.name FROM " + s.name + " t LEFT JOIN organisation o ON o.id = t.org_id WHERE t.deleted = 0 AND "
                           "t.confidentiality <> 'restricted' AND t.joint LIKE $1 AND t.status IN (" + s.done + ") AND t." + s.date + " >= $2 AND t." + s.date + " <= $3 "
                           "AND (t.org_id IS NULL OR t.org_id NOT IN (SELECT descendant FROM org_tree WHERE ancestor = $4)) ORDER BY t." + s.date + " LIMIT 50"),
            {"%|" + std::to_string(org) + "|%", period.from.iso(), period.to.iso(), org}, [&](const db::Row& r) {
              out.push_back({s.name, std::string(r.text(1)), std::string(r.text(3)), r.integer(0), Date::from_iso(r.text(2)).value_or(Date{})});
              return true;
            });
  return out;
}

std::string in_words(const fig::Figure& f, Lang lang) {
  const std::string shown = fig::on_screen(f, lang);
  return !f.value || fig::is_currency(f.unit) ? shown : shown + " " + fig::unit_name(f.unit, lang);
}

std::string declared_words(const fig::Figure& of, double value, Qualifier qualifier, const std::string& unit, Lang lang) {
  fig::Figure said = of;
  said.value = value;
  said.qualifier = qualifier;
  said.unit = unit;
  said.row_count = std::max<std::int64_t>(1, of.row_count);  // it is told although no record may prove it
  return fig::in_prose(said, lang, false);
}

Html figure_cell(const fig::Engine& engine, const fig::Figure& f, Lang lang) {
  const fig::Indicator* indicator = engine.find(f.ask.code);
  const Message name = indicator ? indicator->name : Message(f.ask.code, f.ask.code);
  Html h(lang);
  h << figure(lang, {.href = fig::ask_url(f.ask), .shown = f.value ? fig::on_screen(f, lang) : "",
                     .spoken = Message(name.vi + ": " + in_words(f, Lang::vi) + ", mở bản ghi", name.en + ": " + in_words(f, Lang::en) + ", open the records")});
  if (f.value && !fig::is_currency(f.unit)) h << " "_h << fig::unit_name(f.unit, lang);
  return h;
}

}  // namespace nc::app
