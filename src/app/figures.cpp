// All indicators, in the explicit order of the modules.
#include "app/activities/figures.h"
#include "app/advice/public.h"
#include "app/agreements/figures.h"
#include "app/aid/figures.h"
#include "app/awards/figures.h"
#include "app/campaigns/figures.h"
#include "app/calendar/figures.h"
#include "app/compatriots/figures.h"
#include "app/clubs/public.h"
#include "app/conferences/figures.h"
#include "app/congresses/figures.h"
#include "app/contests/figures.h"
#include "app/courtesy/figures.h"
#include "app/delegations/figures.h"
#include "app/donors/public.h"
#include "app/economy/figures.h"
#include "app/evidence/hooks.h"
#include "app/information/figures.h"
#include "app/members/public.h"
#include "app/organisations/figures.h"
#include "app/partners/figures.h"
#include "app/peace/figures.h"
#include "app/petitions/figures.h"
#include "app/figures.h"
#include "app/scholarships/figures.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

/// Change against the same period before, of any figure: I92?of=I17.
fig::Indicator against_last_year() {
  fig::Indicator i;
  i.code = "I92";
  i.name = Text("So cùng kỳ", "Change on the same period");
  i.rule = Text("(kỳ này - cùng kỳ năm trước) / cùng kỳ năm trước, của chỉ tiêu nêu ở tham số of. Bỏ trống khi địa bàn hoặc cách đếm đã đổi.",
                "(this period - the same period a year before) / the latter, of the indicator named by of. Left empty when the territory or the rule changed.");
  i.unit = "percent";
  i.derive = [](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.code.clear();
    std::erase_if(ask.where, [&](const auto& w) {
      if (w.first != "of") return false;
      ask.code = w.second;
      return true;
    });
    f.unit = "percent";
    auto now = engine.evaluate(db, actor, ask);
    if (!now) {
      f.note_vi = "Cần nêu chỉ tiêu để so: of=I17.";
      f.note_en = "Name the indicator to compare: of=I17.";
      return;
    }
    const auto compared = engine.compare(db, actor, *now);
    f.value = compared.percent;
    f.row_count = now->row_count;
    f.illustrative_count = now->illustrative_count;
    f.parts = {{"now", now->unit, now->value, now->qualifier}};
    if (compared.before) f.parts.push_back({"before", compared.before->unit, compared.before->value, compared.before->qualifier});
    f.note_vi = compared.why_not.vi;
    f.note_en = compared.why_not.en;
  };
  return i;
}

}  // namespace

void add_figures(fig::Engine& engine) {
  add_organisations_figures(engine);
  add_members_figures(engine);
  add_club_figures(engine);
  add_partners_figures(engine);
  add_delegation_figures(engine);
  add_courtesy_figures(engine);
  add_calendar_figures(engine);
  add_activities_figures(engine);
  add_contest_figures(engine);
  add_conference_figures(engine);
  add_relief_figures(engine);
  add_congress_figures(engine);
  add_aid_figures(engine);
  add_donor_figures(engine);
  add_scholarships_figures(engine);
  add_peace_figures(engine);
  add_agreements_figures(engine);
  add_economy_figures(engine);
  add_information_figures(engine);
  add_compatriot_figures(engine);
  add_campaign_figures(engine);
  add_work_figures(engine);
  add_petitions_figures(engine);
  add_awards_figures(engine);
  add_advice_figures(engine);
  engine.add(against_last_year());
  engine.hooks = figure_hooks();
}

}  // namespace nc::app
