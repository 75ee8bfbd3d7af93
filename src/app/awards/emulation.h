// Emulation of a year: clusters, criteria, scores in three columns. Inside this module only.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/outgoing/public.h"
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

enum class Column { self, cluster, council };

struct Cluster { std::int64_t id = 0, head = 0; std::string title; std::vector<std::int64_t> members; bool illustrative = false; };
struct Criterion { std::int64_t id = 0, most = 0, full_at = 0; std::string title, indicator; };
/// Points of one criterion; an empty column has not been scored yet.
struct Score { std::int64_t id = 0, version = 0; std::optional<std::int64_t> self, cluster, council; std::string reason; };

/// Clusters and criteria of a year belong to the Union and are rules for all of its associations: they are read whatever the
/// person's reach. `office` is that Union.
std::vector<Cluster> clusters_of(db::ReadDb& db, std::int64_t office, int year);
std::vector<Criterion> criteria_of(db::ReadDb& db, std::int64_t office, int year);
/// By criterion.
std::map<std::int64_t, Score> scores_of(db::ReadDb& db, std::int64_t unit, int year);
/// The columns that the person fills in for this unit: its own people the first, the head of its cluster (or who checks at the
/// Union) the second, those who approve at the Union the third.
std::vector<Column> columns_of(const Actor& actor, std::int64_t office, const Cluster* cluster, std::int64_t unit);

/// What the registers count for a criterion, and the points that makes: in proportion to `full_at`, at most `most`.
struct Counted { fig::Figure figure; fig::Ask ask; std::int64_t points = 0; };
std::optional<Counted> counted_for(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Criterion& c, std::int64_t unit, int year);

/// Honours of an organisation or a partner on its page.
Html honours_panel(const reg::PanelContext& x, const fig::Engine& engine);
void add_score_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
