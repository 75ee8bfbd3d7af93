// The table of routes and how a path finds its handler.
#include <algorithm>
#include <set>
#include <stdexcept>

#include "web/decode.h"

namespace nc::web {
namespace {

bool is_argument(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }
bool is_rest(std::string_view segment) { return segment.ends_with("...}"); }

std::string argument_name(std::string_view segment) {
  const std::size_t around = is_rest(segment) ? 5 : 2;  // "{...}" or "{}"
  return std::string(segment.substr(1, segment.size() - around));
}

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  while (true) {
    const auto slash = path.find('/');
    segments.emplace_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

/// Segments of the decoded path. A segment that holds an encoded slash ("12%2FQĐ-UBND") stays one segment.
std::vector<std::string> segments_of(const Request& request) {
  const std::string_view raw = std::string_view(request.target).substr(0, request.target.find('?'));
  const bool has_slash = raw.find("%2f") != std::string_view::npos || raw.find("%2F") != std::string_view::npos;
  if (!has_slash || !raw.starts_with('/')) return split(request.path);
  std::vector<std::string> segments = split(raw);
  for (std::string& segment : segments) segment = percent_decoded(segment, false).value_or("");
  return segments;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  const bool rest = is_rest(pattern.back());
  if (rest ? path.size() < pattern.size() : path.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_argument(pattern[i]) ? path[i].empty() : path[i] != pattern[i]) return false;
  }
  return true;
}

/// A literal before an argument before the rest, leftmost segment first.
bool more_literal(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto rank = [](std::string_view s) { return is_rest(s) ? 2 : is_argument(s) ? 1 : 0; };
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (rank(a[i]) != rank(b[i])) return rank(a[i]) < rank(b[i]);
  }
  return a.size() > b.size();
}

void fill_arguments(Request& request, const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  request.path_args.clear();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_argument(pattern[i])) continue;
    std::string value = path[i];
    if (is_rest(pattern[i])) {
      for (std::size_t rest = i + 1; rest < path.size(); ++rest) value.append("/").append(path[rest]);
    }
    request.path_args[argument_name(pattern[i])] = std::move(value);
  }
}

}  // namespace

void Router::add(std::string method, std::string pattern, Access access, Handler h) {
  for (const Route& route : routes_) {
    if (route.method == method && route.pattern == pattern) {
      throw std::logic_error("route added twice: " + method + " " + pattern);
    }
  }
  Route route{std::move(method), std::move(pattern), std::move(access), {}, std::move(h)};
  route.segments = split(route.pattern);
  for (std::size_t i = 0; i + 1 < route.segments.size(); ++i) {
    if (is_rest(route.segments[i])) throw std::logic_error("{...} has to be the last segment: " + route.pattern);
  }
  const std::string& first = route.segments.front();
  by_first_.emplace(is_argument(first) ? std::string() : first, routes_.size());
  routes_.push_back(std::move(route));
}

const Handler* Router::find(Request& request, std::string& allowed) const {
  allowed.clear();
  const std::vector<std::string> path = segments_of(request);
  const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
  const Route* best = nullptr;
  std::set<std::string, std::less<>> methods;
  const auto look_in = [&](const std::string& first) {
    for (auto [at, end] = by_first_.equal_range(first); at != end; ++at) {
      const Route& route = routes_[at->second];
      if (!fits(route.segments, path)) continue;
      if (route.method != method)
        methods.insert(route.method);
      else if (best == nullptr || more_literal(route.segments, best->segments))
        best = &route;
    }
  };
  look_in(path.front());
  // "/" has the empty first segment, which is also the key of arguments: looked through once.
  if (!path.front().empty()) look_in("");
  if (best != nullptr) {
    fill_arguments(request, best->segments, path);
    request.access = &best->access;
    return &best->handler;
  }
  if (methods.contains("GET")) methods.insert("HEAD");
  for (const std::string& name : methods) allowed.append(allowed.empty() ? "" : ", ").append(name);
  return nullptr;
}

std::vector<std::string> Router::lines() const {
  std::vector<std::string> out;
  for (const Route& route : routes_) out.push_back(route.method + " " + route.pattern);
  std::ranges::sort(out);
  return out;
}

}  // namespace nc::web
