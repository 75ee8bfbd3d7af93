// The site put together, and the frame of its pages.
#include "app/site/site.h"

#include <mutex>
#include <unordered_map>

#include "app/flows.h"
#include "app/accounts/pages.h"
#include "app/mail/public.h"
#include "app/public_pages.h"
#include "app/site/navigation.h"
#include "app/site/safety.h"
#include "auth/access_log.h"
#include "auth/account.h"
#include "base/log.h"
#include "flow/pages.h"
#include "html/assets.h"
#include "sheets/pages_bulk.h"
#include "sheets/pages_import.h"
#include "sheets/pages_views.h"

namespace nc::app {

namespace {

web::Response error_page_of(const web::Request& request, int status, const Message& message) {
  Shell shell;
  shell.lang = request.lang();
  shell.dark = request.dark();
  shell.path = request.target;
  Html h(shell.lang);
  Message title = status == 404 ? Message(Text("Không có trang này", "There is no such page"))
                : status == 403 ? Message(Text("Chưa được phép", "Not allowed"))
                : status >= 500 ? Message(Text("Hệ thống đang gặp lỗi", "Something failed"))
                                : Message(Text("Yêu cầu không hợp lệ", "The request can't be answered"));
  h << empty_state(shell.lang, title, message, {{Text("Về tổng quan", "To the overview"), "/"}});
  if (!request.id.empty()) h << "<p class=\"m3 xs\">"_h << Text("Mã yêu cầu", "Request") << " "_h << request.id << "</p>"_h;
  PageHead head;
  head.title = title;
  return reg::respond(shell, head, h, status);
}

std::optional<std::pair<int, Message>> explain(const std::exception& e) {
  if (const auto* outage = dynamic_cast<const db::Outage*>(&e)) {
    log::error(outage->what());
    return std::pair{503, outage->message};
  }
  return std::nullopt;
}

/// One bridge span on a river tile, with its keystone.
constexpr std::string_view k_mark =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"8\" fill=\"#0B5F73\"/>"
    "<path d=\"M5 22h22M7 22a9 9 0 0 1 18 0M11.5 16.500V22M16 13v9M20.500 16.500V22\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\" stroke-linecap=\"round\"/>"
    "<rect x=\"14\" y=\"10.500\" width=\"4\" height=\"4\" rx=\"1\" fill=\"#E59A3A\"/></svg>";

web::Response mark(const web::Request&) {
  web::Response response;
  response.headers = {{"Content-Type", "image/svg+xml"}, {"Cache-Control", "public, max-age=86400"}};
  response.body = k_mark;
  return response;
}

}  // namespace

namespace {

Period period_of(const web::Request& request, const std::string& opens_on) {
  if (auto period = parse_period(request.cookie("nc_period"))) return *period;
  if (auto period = parse_period(opens_on)) return *period;
  return {*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)};
}

}  // namespace

Period working_period(db::ReadDb& db, const web::Request& request) { return period_of(request, setting(db, "opens_on")); }

namespace {

/// What the frame shows of the database: read with one statement, because every page pays for it.
struct FrameFacts {
  std::int64_t open_petitions = 0, unread = 0;
  std::string opens_on, office, office_en;
  bool sample = false;
};

FrameFacts frame_facts(db::ReadDb& db, const Actor& actor) {
  std::string sql = "SELECT (SELECT COUNT(*) FROM petition t WHERE t.deleted = 0 AND t.answered_on IS NULL AND t.closed_on IS NULL AND ";
  db::Params params{actor.org, actor.id};
  append(sql, params, org_scope(actor, "t"));
  sql +=
      "), "
      "(SELECT value FROM setting WHERE name = 'opens_on'), (SELECT value FROM setting WHERE name = 'sample'), "
      "(SELECT name FROM organisation WHERE id = $1), (SELECT name_en FROM organisation WHERE id = $1), "
      "(SELECT COUNT(*) FROM notice WHERE person_id = $2 AND read_at IS NULL)";
  const auto row = db.first(db::Sql::built(sql), params);
  const auto text = [&](std::size_t column) { return db::as_text(row->at(column)); };
  return {db::as_int(row->at(0)), db::as_int(row->at(5)), text(1), text(3), text(4).empty() ? text(3) : text(4), text(2) == "1"};
}

}  // namespace

Shell shell_for(db::ReadDb& db, const web::Request& request, const Actor& actor, const web::Site& site, const reg::Catalog& catalog) {
  Shell s;
  s.lang = request.lang();
  s.dark = request.dark();
  s.path = request.target;
  const FrameFacts facts = frame_facts(db, actor);
  const Period period = period_of(request, facts.opens_on);
  s.period_code = period_code(period);
  s.nav = navigation(catalog, {facts.open_petitions, facts.unread}, s.period_code);
  if (actor.may(Function::administer) || actor.may(Function::audit))
    s.nav.back().items.push_back({Text("An toàn dữ liệu", "Safety of the data"), "/safety", "shield-check", "", false});
  if (actor.may(Function::administer) || actor.may(Function::audit) || actor.may(Function::approve))
    s.nav.back().items.push_back({Text("Dữ liệu cá nhân", "Personal data"), "/privacy", "eye", "", false});
  s.notices_href = "/notices";
  s.notices_new = facts.unread > 0;
  if (!facts.office.empty()) s.office = Message(facts.office, facts.office_en);
  if (actor.may(Function::administer)) s.nav.back().items.push_back({Text("Người dùng", "People"), "/people", "users", "", false});
  if (actor.may(Function::administer) && actor.reach == Reach::all) s.nav.back().items.push_back({Text("Thư điện tử", "Mail"), "/settings/mail", "mail", "", false});
  if (actor.may(Function::administer) && actor.reach == Reach::all) s.nav.back().items.push_back({Text("Nhà cung cấp đăng nhập", "Sign-in provider"), "/settings/sign-in", "login", "", false});
  if (actor.may(Function::audit) || actor.may(Function::administer)) s.nav.back().items.push_back({Text("Nhật ký truy cập", "Access log"), "/access-log", "list", "", false});
  if (actor.preview()) s.seen_as = Message("Đang xem thử như " + actor.name + " (" + actor.org_code + "). Không ghi được gì.", "Seeing as " + actor.name + " (" + actor.org_code + "). Nothing can be written.");
  s.person = actor.name;
  s.person_title = actor.title;
  s.period_label = Message(period_words(period, Lang::vi), period_words(period, Lang::en));
  const int year = period.from.year();
  for (int y = year + 1; y >= year - 4; --y) s.period_choices.push_back(std::to_string(y));
  s.period_choices.push_back(std::to_string(year) + "-H1");
  s.period_choices.push_back(std::to_string(year) + "-H2");
  s.csrf = site.csrf_token(request);
  s.sample = facts.sample;
  return s;
}

namespace {

/// What was done by a key within the last minute need not be done again: looking after a visit at every page would cost as
/// much as a small page, and a form opened from a record is no second reading.
class Once {
 public:
  bool take(const std::string& token) {
    const Instant t = now();
    const std::lock_guard lock(mutex_);
    if (looked_.size() > k_most) looked_.clear();  // bounded; those of people at work come back at once
    const auto [at, fresh] = looked_.try_emplace(token, t);
    if (!fresh && t - at->second < k_every) return false;
    at->second = t;
    return true;
  }

 private:
  static constexpr std::size_t k_most = 10'000;
  static constexpr Instant k_every = 60LL * 1000;
  std::mutex mutex_;
  std::unordered_map<std::string, Instant> looked_;
};

}  // namespace

void add_all_routes(reg::Context& context, const fig::Engine& engine, web::Site& site) {
  reg::add_routes(site.router, context);
  reg::add_import_pages(site.router, context);
  reg::add_view_pages(site.router, context);
  reg::add_bulk_pages(site.router, context, flows());
  add_sign_in(site.router, context, site);
  add_prove(site.router, context);
  add_account_pages(site.router, context);
  add_people_pages(site.router, context);
  add_settings(site.router);
  add_styleguide(site.router, context);
  add_overview(site.router, context, engine);
  add_wall(site.router, context, engine);
  add_figure_pages(site.router, context, engine);
  add_record_panel_pages(site.router, context);
  add_module_pages(site.router, context, engine);
  add_safety_pages(site.router, context);
  add_mail_pages(site.router, context);
  site.router.get("/assets/{file...}", web::everybody(), web::serve_asset);
  site.router.get("/favicon.svg", web::everybody(), mark);
}

void add_site(Program& program, reg::Context& context, web::Site& site) {
  const reg::Catalog& catalog = program.catalog();
  context.actor = [](db::ReadDb& db, const web::Request& r) {
    constexpr std::string_view k_bearer = "Bearer ";
    const std::string_view given = r.header("authorization");
    return given.starts_with(k_bearer) ? actor_of_token(db, given.substr(k_bearer.size())) : actor_of_session(db, r.cookie("nc_session"));
  };
  context.prove = [&context](const web::Request& r, const Actor& a) { return prove_first(context, r, a); };
  context.shell = [&site, &catalog](db::ReadDb& db, const web::Request& r, const Actor& a) { return shell_for(db, r, a, site, catalog); };
  context.after_page = [&database = program.database(), due = std::make_shared<Once>()](const web::Request& r) {
    const std::string token(r.cookie("nc_session"));
    if (token.empty() || !due->take(token)) return;
    bool keep = false;
    database.read([&](db::ReadDb& db) { keep = session_wants_keeping(db, token); });
    if (keep)
      database.write([&](db::Tx& tx) {
        keep_session(tx, token);
        return true;
      });
  };
  context.after_reading = [&database = program.database(), said = std::make_shared<Once>()](const web::Request& r, const Actor& actor, const ReadNotes& notes) {
    ReadNotes fresh;
    for (const auto& [record, times] : notes.records)
      if (said->take(std::to_string(actor.id) + "/" + record.first + "/" + std::to_string(record.second))) fresh.records[record] = times;
    if (fresh.records.empty()) return;
    database.write([&](db::Tx& tx) {
      note_readings(tx, actor, fresh, r.address());
      return true;
    });
  };
  site.error_page = error_page_of;
  site.explain = explain;
  add_everywhere(context, program.engine());
  reg::add_view_tools(context);
  reg::add_bulk_tools(context, flows());
  add_record_panels(context, program.engine());
  flow::add_panels(context, flows());
  add_all_routes(context, program.engine(), site);
}

}  // namespace nc::app
