// Which numbers of a text are only compared with: last year's, in a bracket or behind "so với".
#pragma once
#include "intake/document.h"

namespace nc::intake {

/// Fills `document.aside`; needs its sentences and mentions.
void mark_asides(Document& document);

}  // namespace nc::intake
