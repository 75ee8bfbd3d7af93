// Where groups travel and how many people they are: what the rules of counted and of single delegations share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intake/facts.h"

namespace nc::intake {

/// Where a group goes: the first place behind a word of motion.
struct Way {
  bool abroad = false, home = false;
  std::vector<std::string> countries = {};  ///< abroad
};

/// `from`: a token; `home`: the publisher's province, may be empty.
Way way_of(const Scene& scene, std::uint32_t from, std::string_view home);

/// Do at most `reach` tokens from `from` say that somebody went to another country: "sang Lào", "đi nước ngoài", "left for Tokyo"?
bool goes_abroad(const Scene& scene, std::uint32_t from, std::uint32_t reach);

/// Takes the counted people for those of the delegation.
void set_visitors(Fact& delegation, Count& people);

}  // namespace nc::intake
