// What pages show of gifts.
#pragma once
#include "app/gifts/public.h"

namespace nc::app {

/// Beside the form of a gift: what they got before, what they never got, who they are.
Html gift_aside(const reg::PanelContext& x);

}  // namespace nc::app
