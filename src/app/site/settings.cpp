// Language, theme and working period: kept in cookies, changed by plain links.
#include "app/site/site.h"

namespace nc::app {

namespace {

constexpr int k_year = 365 * 24 * 3600;

/// Back to a page of this site, never elsewhere.
std::string back_to(std::string_view path) {
  if (path.empty() || path[0] != '/' || path.starts_with("//") || path.find('\\') != std::string_view::npos) return "/";
  return std::string(path);
}

}  // namespace

void add_settings(web::Router& router) {
  router.get("/set", web::everybody(), [](const web::Request& r) {
    web::Response response = web::redirect(back_to(r.query.get("back")));
    const auto lang = r.query.get("lang"), theme = r.query.get("theme"), period = r.query.get("period");
    if (lang == "vi" || lang == "en") web::set_cookie(response, "nc_lang", lang, k_year, true);
    if (theme == "dark" || theme == "light") web::set_cookie(response, "nc_theme", theme, k_year, true);
    if (auto parsed = parse_period(period); !period.empty() && parsed) web::set_cookie(response, "nc_period", period_code(*parsed), k_year, true);
    return response;
  });
}

}  // namespace nc::app
