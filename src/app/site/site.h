// The office's pages that are no register: frame, sign-in, overview, figures, settings.
#pragma once
#include "app/program.h"

namespace nc::app {

/// Puts everything together: actor, shell, routes of registers and of the pages below, error pages.
void add_site(Program& program, reg::Context& context, web::Site& site);

/// Only the routes: what `nhipcau routes` lists. Nothing may be handled with such a site.
void add_all_routes(reg::Context& context, const fig::Engine& engine, web::Site& site);

/// The frame for a request. Counts in the navigation are read with one statement.
Shell shell_for(db::ReadDb& db, const web::Request& request, const Actor& actor, const web::Site& site, const reg::Catalog& catalog);
/// The working period of the person: cookie nc_period, else this year (the sample office opens on its own year).
Period working_period(db::ReadDb& db, const web::Request& request);
/// The organisation whose whole is shown on the overview: the locality of the actor's Union, else the actor's own.
std::string home_org(db::ReadDb& db, const Actor& actor);

void add_settings(web::Router& router);
/// Every part of the look on one page, for those who draw pages.
void add_styleguide(web::Router& router, const reg::Context& context);
/// GET /wall: the week on one screen and one sheet.
void add_wall(web::Router& router, const reg::Context& context, const fig::Engine& engine);
void add_overview(web::Router& router, const reg::Context& context, const fig::Engine& engine);
void add_figure_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

/// What record pages, lists and forms show beyond their register: figures, balances, waiting days, coming days.
void add_record_panels(reg::Context& context, const fig::Engine& engine);
void add_record_panel_pages(web::Router& router, const reg::Context& context);

/// A figure as a link, evaluated here. `large` for the strip of the overview.
Html living(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask, Lang lang, bool large = false);
/// The same as a link for parts that draw the number themselves; `shown` is empty when there is no value.
FigureLink living_link(const fig::Figure& figure, const fig::Engine& engine, Lang lang);
/// The link of an already evaluated figure.
Html living(const fig::Figure& figure, const fig::Engine& engine, Lang lang, bool large = false);

}  // namespace nc::app
