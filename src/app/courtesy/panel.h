// What the record page of a courtesy contact shows besides its facts.
#pragma once
#include "register/describe.h"

namespace nc::app {
/// The greeting letter as Word and PDF, when one is written.
Html letter_panel(const reg::PanelContext& x);
}
