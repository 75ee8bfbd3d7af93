// What record pages, lists and forms show beyond their register: figures, balances, waiting days, coming days.
#include "app/common/figure_strip.h"
#include "app/delegations/public.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "app/site/site.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

std::string text_of(const reg::PanelContext& x, std::string_view column) { return x.what.text(x.cells, column); }

std::int64_t number_of(const reg::PanelContext& x, std::string_view column) {
  const int at = x.what.column(column);
  return at < 0 ? 0 : db::as_int(x.cells[static_cast<std::size_t>(at)]);
}

std::string org_code(db::ReadDb& db, std::int64_t id) {
  const auto row = db.first("SELECT code FROM organisation WHERE id = $1", {id});
  return row ? db::as_text((*row)[0]) : std::string();
}

Period year_of(int year) { return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)}; }

/// The year the office opens on.
Period office_year(db::ReadDb& db) {
  const auto period = parse_period(setting(db, "opens_on", std::to_string(today().year())));
  return period ? *period : year_of(today().year());
}

// ---- delegations ----

DelegationDraft draft_of(const reg::PanelContext& x) {
  DelegationDraft d;
  if (const std::string direction = text_of(x, "direction"); !direction.empty()) d.direction = direction;
  d.title = text_of(x, "title");
  d.from_date = Date::from_iso(text_of(x, "from_date")).value_or(Date{});
  const std::string stored = text_of(x, "countries");
  if (stored.size() > 3) d.countries.push_back(stored.substr(1, 2));
  return d;
}

/// The effect follows what is typed: scripts ask for it again after each change.
Html effect_aside(const reg::PanelContext& x) {
  return Html(x.lang) << "<div id=\"effect\" aria-live=\"polite\" hx-get=\"/delegations/effect\" hx-trigger=\"change from:form.form delay:200ms\" hx-include=\"[name=direction]:checked,[name=countries]:checked,[name=from_date],[name=title]\" "
                         "hx-vals='{\"id\":\""_h << x.id << "\"}'>"_h << delegation_effect(x, draft_of(x)) << "</div>"_h;
}

Html delegation_balance(const reg::PanelContext& x, const fig::Engine& engine) {
  const DelegationDraft d = draft_of(x);
  if (d.countries.empty() || !d.from_date) return Html(x.lang);
  const std::string country = d.countries.front(), year = std::to_string(d.from_date.year());
  fig::Ask ask;
  ask.org = home_org(x.db, x.actor);
  ask.period = year_of(d.from_date.year());
  ask.where = {{"country", country}};
  BalanceRow row;
  row.iso2 = country;
  row.label = countries().label(country, x.lang);
  for (const auto& [code, in] : {std::pair{"I17", true}, std::pair{"I23", false}}) {
    ask.code = code;
    const auto f = engine.evaluate(x.db, x.actor, ask);
    if (!f) return Html(x.lang);
    (in ? row.in : row.out) = static_cast<std::int64_t>(f->value.value_or(0));
    (in ? row.in_href : row.out_href) = fig::ask_url(ask);
  }
  return card(x.lang, {.title = Message("Cân bằng với " + countries().label(country, Lang::vi) + ", năm " + year, "Balance with " + countries().label(country, Lang::en) + " in " + year),
                       .body = balance(x.lang, {row})});
}

// ---- organisations ----

/// Over the period the person chose, else the year the office opens on.
Html organisation_figures(const reg::PanelContext& x, const fig::Engine& engine) {
  const std::string code = text_of(x, "code");
  if (code.empty()) return Html(x.lang);
  const auto chosen = parse_period(x.period);
  const Period period = chosen ? *chosen : office_year(x.db);
  std::vector<Entry> entries;
  for (const char* indicator : {"I17", "I18", "I23", "I31", "I35", "I38", "I41", "I54", "I13"}) {
    const fig::Indicator* i = engine.find(indicator);
    fig::Ask ask;
    ask.code = indicator;
    ask.org = code;
    ask.period = period;
    const auto f = i ? engine.evaluate(x.db, x.actor, ask) : tl::make_unexpected(Problem{});
    if (!f || !f->value) continue;
    entries.push_back({i->name, living(*f, engine, x.lang)});
  }
  if (entries.empty()) return Html(x.lang);
  return card(x.lang, {.title = Message("Con số " + period_words(period, Lang::vi), "Figures of " + period_words(period, Lang::en)), .body = definition_list(x.lang, entries), .id = "org-figures"});
}

/// The organisations below this one.
Html organisation_members(const reg::PanelContext& x) {
  reg::ListQuery q;
  q.filters = {{"parent", std::to_string(x.id)}};
  q.limit = 30;
  const auto page = reg::list(x.db, x.what, x.actor, q);
  if (page.rows.empty()) return Html(x.lang);
  std::vector<ListItem> items;
  for (const auto& row : page.rows) {
    ListItem item;
    item.href = "/organisations/" + std::to_string(db::as_int(row[reg::k_id]));
    item.title = Html(x.lang) << x.what.title_of(row, x.lang);
    const std::string focus = db::as_text(row[static_cast<std::size_t>(x.what.column("country_focus"))]);
    item.end = Html(x.lang) << country(focus.size() > 3 ? focus.substr(1, 2) : "", "");
    items.push_back(std::move(item));
  }
  const std::string n = format_int(page.count, x.lang);
  return card(x.lang, {.title = Text("Tổ chức trực thuộc", "Organisations below"),
                       .head_end = more_link(x.lang, Message("Cả " + n, "All " + n), "/organisations?parent=" + std::to_string(x.id)), .body = item_list(x.lang, items)});
}

// ---- activities ----

/// What the activities of the period come to, on a list that shows just the period.
Html activity_summary(const reg::PanelContext& x, const reg::ListQuery& q, const fig::Engine& engine) {
  if (!q.words.empty() || q.filters.size() != 1 || q.filters.front().first != "period") return Html(x.lang);
  const auto period = parse_period(q.filters.front().second);
  if (!period) return Html(x.lang);
  return figure_strip({engine, x.db, x.actor, x.lang, home_org(x.db, x.actor), *period},
                      {{"I31", "calendar-event", {}, Text("Hoạt động", "Activities")}, {"I32", "users", {}, Text("Lượt người", "Participants")}, {"I33", "users-group", {}, Text("Do hội chủ trì", "Led by associations")}, {"I35", "coin", {}, Text("Kinh phí", "Cost")}});
}

// ---- claims ----

/// Declared beside counted now: never one for the other.
Html claim_against_count(const reg::PanelContext& x, const fig::Engine& engine) {
  const std::string indicator = text_of(x, "indicator");
  const fig::Indicator* i = engine.find(indicator);
  const auto from = Date::from_iso(text_of(x, "period_from")), to = Date::from_iso(text_of(x, "period_to"));
  if (!i || !from || !to) return Html(x.lang);
  fig::Ask ask;
  ask.code = indicator;
  ask.org = org_code(x.db, number_of(x, "about"));
  ask.period = Period{*from, *to};
  const auto f = engine.evaluate(x.db, x.actor, ask);
  if (!f) return Html(x.lang);
  std::vector<Entry> entries{{Text("Chỉ tiêu", "Indicator"), Html(x.lang) << i->code << ", "_h << i->name}, {Text("Đếm được bây giờ", "Counted now"), living(*f, engine, x.lang)}};
  Html verdict(x.lang);
  for (const auto& c : f->claims) {
    if (c.id != x.id) continue;
    if (c.difference) {
      const std::string n = (*c.difference > 0 ? "+" : "") + format_decimal(*c.difference, *c.difference == static_cast<double>(static_cast<std::int64_t>(*c.difference)) ? 0 : 1, x.lang);
      entries.push_back({Text("Đếm được trừ công bố", "Counted less declared"), Html(x.lang) << "<b>"_h << n << "</b> "_h << fig::unit_name(c.unit, x.lang)});
    }
    verdict = c.kept ? badge(x.lang, Text("Khớp", "Agrees"), Tone::ok, "check") : c.settled ? badge(x.lang, Text("Đã chốt", "Settled"), Tone::info, "check") : c.difference ? badge(x.lang, Text("Lệch", "Differs"), Tone::warn, "alert-triangle") : Html(x.lang);
  }
  return card(x.lang, {.title = Text("Công bố và đếm được", "Declared and counted"), .head_end = verdict, .body = definition_list(x.lang, entries)});
}

// ---- petitions ----

Html petition_waiting(const reg::PanelContext& x) {
  const auto since = Date::from_iso(text_of(x, "date")), due = Date::from_iso(text_of(x, "due"));
  const auto answered = Date::from_iso(text_of(x, "answered_on"));
  if (!since) return Html(x.lang);
  Html h(x.lang);
  if (answered) {
    const std::string days = std::to_string(answered->days() - since->days());
    return notice(x.lang, Tone::ok, "check", h << Message("Trả lời ngày " + format_date(*answered, Lang::vi) + ", sau " + days + " ngày.", "Answered on " + format_date(*answered, Lang::en) + ", after " + days + " days."));
  }
  if (Date::from_iso(text_of(x, "closed_on"))) return h;
  const auto waited = today().days() - since->days();
  h << "<b>"_h << Message("Đã chờ " + format_int(waited, Lang::vi) + " ngày.", "Waiting for " + format_int(waited, Lang::en) + " days.") << "</b> "_h;
  if (due) {
    const auto late = today().days() - due->days();
    if (late > 0) h << Message("Quá hẹn " + format_int(late, Lang::vi) + " ngày (hẹn " + format_date(*due, Lang::vi) + ").", format_int(late, Lang::en) + " days overdue (due " + format_date(*due, Lang::en) + ").");
    else h << Message("Hẹn trả lời " + format_date(*due, Lang::vi) + ".", "Due on " + format_date(*due, Lang::en) + ".");
  } else {
    h << Text("Chưa hẹn ngày trả lời.", "No due day was set.");
  }
  if (const std::string owner = text_of(x, "owner"); owner.empty()) h << " "_h << Text("Chưa giao người phụ trách.", "Nobody is in charge yet.");
  else h << " "_h << Message("Người phụ trách: " + owner + ".", "In charge: " + owner + ".");
  return notice(x.lang, due && *due < today() ? Tone::bad : Tone::warn, "clock-exclamation", h);
}

// ---- line under the title ----

Html head_line(const reg::PanelContext& x) {
  Html h(x.lang);
  if (x.what.name == "aid") {
    const std::string iso = text_of(x, "country"), owner = text_of(x, "owner");
    std::string donor = text_of(x, "donor_text");
    if (const auto row = x.db.first("SELECT name, name_en FROM partner WHERE id = $1 AND deleted = 0", {number_of(x, "donor")}))
      donor = x.lang == Lang::en && !db::as_text((*row)[1]).empty() ? db::as_text((*row)[1]) : db::as_text((*row)[0]);
    if (donor.empty()) return h;
    h << country(iso, "") << " "_h << Message(donor + " tài trợ.", "Given by " + donor + ".");
    if (!owner.empty()) h << " "_h << Message("Chủ khoản viện trợ: " + owner + ".", "Owner: " + owner + ".");
  } else if (x.what.name == "delegation") {
    const DelegationDraft d = draft_of(x);
    if (!d.countries.empty()) h << country(d.countries.front(), countries().label(d.countries.front(), x.lang)) << ", "_h;
    if (d.from_date) h << format_date(d.from_date, x.lang);
    if (const auto to = Date::from_iso(text_of(x, "to_date")); to && *to != d.from_date) h << " – "_h << format_date(*to, x.lang);
  }
  return h;
}

web::Response effect_page(const reg::Context& context, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  const reg::Description& d = *context.catalog->find("delegation");
  DelegationDraft draft;
  if (r.query.get("direction") == "out") draft.direction = "out";
  draft.title = std::string(r.query.get("title"));
  for (const auto& code : r.query.all("countries"))
    if (countries().find(code)) draft.countries.push_back(code);
  if (const auto day = parse_date(r.query.get("from_date"))) draft.from_date = *day;
  const reg::PanelContext x{db, actor, d, parse_int(r.query.get("id")).value_or(0), {}, shell.lang, shell.csrf};
  return web::html(delegation_effect(x, draft).str());
}

}  // namespace

void add_record_panels(reg::Context& context, const fig::Engine& engine) {
  using reg::PanelPlace;
  auto panel = [&](PanelPlace place, std::string_view name, std::function<Html(const reg::PanelContext&)> draw) {
    context.panels_everywhere.emplace_back(place, [name, draw = std::move(draw)](const reg::PanelContext& x) { return x.what.name == name ? draw(x) : Html(x.lang); });
  };
  panel(PanelPlace::side, "delegation", [&engine](const reg::PanelContext& x) { return delegation_balance(x, engine); });
  panel(PanelPlace::side, "organisation", [&engine](const reg::PanelContext& x) { return organisation_figures(x, engine); });
  panel(PanelPlace::main, "organisation", organisation_members);
  panel(PanelPlace::main, "claim", [&engine](const reg::PanelContext& x) { return claim_against_count(x, engine); });
  panel(PanelPlace::top, "petition", petition_waiting);
  context.head_line = head_line;
  context.list_summary = [&engine](const reg::PanelContext& x, const reg::ListQuery& q) {
    if (x.what.name == "activity") return activity_summary(x, q, engine);
    return x.what.name == "delegation" ? delegation_summary(x, q) : Html(x.lang);
  };
  context.form_aside = [](const reg::PanelContext& x) { return x.what.name == "delegation" ? effect_aside(x) : Html(x.lang); };
}

void add_record_panel_pages(web::Router& router, const reg::Context& context) {
  router.get("/delegations/effect", web::person("enter"), reg::page_handler(context, [&context](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return effect_page(context, r, db, a, s);
  }));
}

}  // namespace nc::app
