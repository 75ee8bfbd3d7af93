// Closed lists of plans, tasks and directives.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Options& plan_kinds();
const reg::Options& plan_states();
/// The six areas that reports are written by.
const reg::Options& work_areas();
const reg::Options& task_states();
const reg::Options& directive_states();

}  // namespace nc::app
