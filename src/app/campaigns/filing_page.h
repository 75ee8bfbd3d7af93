// What the page of a filing is drawn from.
#pragma once
#include "app/campaigns/pages.h"

namespace nc::app {

struct FilingView {
  const CampaignSite& site;
  db::ReadDb& db;
  const Actor& actor;
  Shell& shell;
  LoadedFiling f;
  FormSeen seen;
  std::vector<Finding> findings;
  Lang lang;
  bool editable = false;
  bool own_hand = false;               ///< went through the actor's hands: somebody else accepts it
  const web::Fields* typed = nullptr;  ///< what came back with messages
  Problems problems{};
  std::int64_t version = 0;            ///< that the form was made from
};

web::Response draw_filing(const FilingView& v, int status = 200);
/// Filed -> now, with the records that made the difference.
Html drift_list(const fig::Engine& engine, const std::vector<Drift>& moved, Lang lang);

}  // namespace nc::app
