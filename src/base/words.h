// Words of labels made fit for their place on a page.
#pragma once
#include <string>
#include <string_view>

namespace nc {

/// The text with its first letter large: "đoàn vào" -> "Đoàn vào". Labels of lists are kept small so that prose can use them.
std::string capital(std::string_view text);

}  // namespace nc
