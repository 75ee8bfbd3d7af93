// Foreign aid: what single donors give, and totals of a period.
#include "intake/facts.h"

namespace nc::intake {

void Extractor::aid(Scene& scene) {
  if (table_row(scene) || donor_line(scene)) return;
  std::erase_if(scene.monies, [&](const Count& money) { return scene.economy(money.first); });
  // What single donors give goes first: their money is no total.
  bracketed_donors(scene);
  single_donors(scene);
  sums_from_donors(scene);
  priced_projects(scene);
  works_of_last_donor(scene);
  project_totals(scene);
  money_totals(scene);
}

}  // namespace nc::intake
