// Scholarships as counts, their programmes, foreign students and who stands by them.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& scholarships();
/// Programmes of several years: quota, value of each grant, donor.
const reg::Description& scholarship_programmes();
const reg::Description& foreign_students();
const reg::Description& sponsorships();

/// Quota used and value awarded on the page of a programme.
void add_scholarships_everywhere(reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
