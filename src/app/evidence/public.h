// Evidence, the words in it that prove something, and declared numbers.
#pragma once
#include "app/evidence/hooks.h"
#include "app/evidence/hooks.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& evidence_items();
const reg::Description& evidence_spans();
const reg::Description& claims();

}  // namespace nc::app
