// What is measured: the request, the same SQL in this process, and what the best peer needs for it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "office.h"

namespace bench {

/// Best of the peers measured on the same machine: milliseconds at one connection, answers a second at sixteen.
struct Peer {
  double p50_100k = 0, rate_100k = 0, p50_1m = 0;  ///< 0: not measured or not offered
};

struct Work {
  std::string name;
  std::function<std::string(const Office&, std::uint64_t n)> request;
  /// The statements behind the page, every column read; not set: the floor is one durable commit, or the empty page.
  std::function<void(nc::db::ReadDb&, const Office&, std::uint64_t n)> sql;
  Peer peer;
  bool cached = false;  ///< answered from figures kept in memory: measured after one first answer
};

const std::vector<Work>& works();

/// Figures in this process with no cache: name, and the question.
struct Uncached {
  std::string name;
  nc::fig::Ask ask;
  Peer peer;
};
std::vector<Uncached> uncached();

}  // namespace bench
