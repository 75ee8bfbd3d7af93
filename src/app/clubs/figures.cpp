// Figure of clubs: language clubs and classes that are alive.
#include "app/clubs/public.h"
#include "app/common/figure_parts.h"
#include "app/organisations/public.h"

namespace nc::app {

void add_club_figures(fig::Engine& engine) {
  fig::Indicator i = counted("I61", {"Lớp, câu lạc bộ ngoại ngữ hoạt động", "Language clubs"},
                             {"Đếm câu lạc bộ, lớp ngoại ngữ bên dưới còn hoạt động tính đến ngày; nơi tạm nghỉ hoặc đã khép không tính.", "Counts language clubs and classes below it that are alive on the day; paused and closed ones are left out."}, "club",
                             "SELECT 'organisation' AS register, o.id, o.code, o.name AS title, o.established AS date, 1 AS amount, 'club' AS unit, 'exact' AS qualifier, o.illustrative, o.id AS org_id, o.club_language AS language, "
                             "o.country_focus AS country FROM organisation o WHERE o.deleted = 0 AND {below:o} AND o.kind = 'club' AND o.topic = 'language' AND COALESCE(o.club_state, 'regular') NOT IN ('paused', 'closed') "
                             "AND o.status NOT IN ('proposed', 'campaign_board') AND (o.established IS NULL OR o.established <= {to}) AND (o.ended IS NULL OR o.ended >= {to}) AND (o.ended IS NOT NULL OR o.status NOT IN ('merged', 'dissolved'))",
                             {"organisation"}, "organisations");
  i.at_day = true;
  i.dimensions = {by_field(organisations(), "club_language", "language"), by_field(organisations(), "country_focus", "country")};
  engine.add(std::move(i));
}

}  // namespace nc::app
