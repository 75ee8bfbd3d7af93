// Following an aid item while it is carried out: limits of the decrees, reports it owes, plan against actual. Inside this module only.
#pragma once
#include <optional>

#include "app/aid/pipeline.h"
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

const reg::Options& aid_report_kinds();

/// How long, or by which day of the year.
struct AidLimit {
  int number = 0, day = 0, month = 0;
  std::string unit;        ///< days, months, on
  bool verified = false;   ///< read in the text of the decree
  Date after(Date from) const;
};
/// What the decree sets for an event; nothing when it is not known.
std::optional<AidLimit> aid_limit(db::ReadDb& db, const std::string& decree, std::string_view event);

/// Instalments that are past their day and did not come; nothing when there is none.
Html late_instalments_card(db::ReadDb& db, const Actor& actor, Lang lang);

/// Reports owed and sent, with the button that writes the days of the decree.
Html aid_reports_panel(const reg::PanelContext& x);
/// Earlier and later years of a renewed item.
Html aid_chain_panel(const reg::PanelContext& x);
/// The talks that it came from.
Html aid_source_panel(const reg::PanelContext& x);
/// GET and POST /aid/{id}/renew, POST /aid/{id}/report-days, the grid /aid/{id}/plan.
void add_aid_follow_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
