// What the pages of campaigns share.
#pragma once
#include "app/campaigns/rules.h"
#include "html/components.h"
#include "html/shell.h"
#include "register/pages_parts.h"

namespace nc::app {

struct CampaignSite { const reg::Context& context; const fig::Engine& engine; };

/// A filing as the board shows it. Those that see counts only get tiles they can't open.
struct Tile {
  std::int64_t id = 0, org = 0, late_days = 0, returns = 0;
  std::string name, country, status, channel;
  Date due, filed_on, reminded_on;
  int confirmed = 0;
  bool illustrative = false, open = false;
  bool filed() const { return status == "filed" || status == "accepted"; }
};
std::vector<Tile> tiles_of(db::ReadDb& db, const Actor& actor, std::int64_t campaign);
/// Does the actor reach that organisation?
bool reaches_organisation(db::ReadDb& db, const Actor& actor, std::int64_t org);
std::int64_t filed_count(const std::vector<Tile>& tiles);

std::string campaign_url(std::int64_t id, const std::string& more = {});
std::string filing_url(std::int64_t id, const std::string& more = {});
/// "còn 6 ngày", "quá hạn 2 ngày", "hôm nay hết hạn".
Message days_left(Date due, Date today);
Message number_words(std::int64_t n, const char* vi, const char* en_one, const char* en_many);
/// "đã nộp"; a form under way by its sections: "4/10 mục".
Message state_words(const Tile& t);
/// "chậm 3 ngày"
Message late_words(std::int64_t days);
Tone filing_tone(const std::string& status, bool late);
std::string problem_text(const Problems& problems, const std::string& field, Lang lang);
/// A table as a file, by the query's format (csv, xlsx).
web::Response table_file(const std::string& format, const std::string& name, const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);

void add_board_pages(web::Router& router, const CampaignSite& site);
void add_filing_pages(web::Router& router, const CampaignSite& site);
void add_consolidated_pages(web::Router& router, const CampaignSite& site);
/// Of a campaign that a national union opened: each Union's own campaign of that period, and values that stand out.
Html roll_up_card(const CampaignSite& site, db::ReadDb& db, const Actor& actor, const LoadedCampaign& c, Lang lang);

}  // namespace nc::app
