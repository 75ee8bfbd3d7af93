// Whose text it is: the Union or association that publishes it, and its province.
#pragma once
#include "intake/document.h"

namespace nc::intake {

/// Fills `home`, `publisher`, `national` and `title_countries`; needs the layout and the mentions.
void find_publisher(Document& document);

}  // namespace nc::intake
