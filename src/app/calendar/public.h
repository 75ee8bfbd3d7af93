// Days to remember: relations, treaties, national days, festivals.
#pragma once
#include "app/calendar/coming.h"
#include "app/calendar/days.h"
#include "app/common/table.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& occasions();
/// Days of single years, entered with a source: they go before the rule.
const reg::Description& occasion_dates();
/// verified, recalled, computed: how sure a day is.
const reg::Options& sureness();

/// On the page of an occasion: its next days, how sure they are, the way to its greetings.
Html occasion_panel(const reg::PanelContext& x);
/// GET /calendar (arch, month, list), greetings of an occasion, plans of round years, the subscription.
void add_calendar_pages(web::Router& router, const reg::Context& context);
/// Tells people of round years without a plan (12, 6, 1 months ahead) and of greetings without a letter (3 weeks), once each.
/// Returns how many notices were written.
int remind_of_occasions(db::Tx& tx);

/// Rows of the register `occasion` from the reference tables, as an import wants them.
ReferenceRows occasion_rows();

}  // namespace nc::app
