// What somebody read of personal fields while a page was made; written down when the page is answered.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace nc {

struct ReadNotes {
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> records{};  ///< register and record -> how often

  void add(const std::string& register_name, std::int64_t record) {
    constexpr std::size_t k_one_by_one = 50;  // exports are noted as one reading of many
    if (records.size() < k_one_by_one || records.contains({register_name, record})) ++records[{register_name, record}];
    else ++records[{register_name, 0}];
  }
};

}  // namespace nc
