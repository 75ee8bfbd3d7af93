// Errors a person can cause come back as values; only outages and broken invariants are thrown.
#pragma once
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/text.h"

namespace nc {

/// What kind of refusal a Problem is. `http_status` maps each to an HTTP status.
enum class Code {
  invalid,    ///< a value that was typed or sent can't be accepted
  not_found,  ///< no such record within what the actor may see
  forbidden,  ///< visible, but this actor may not do it
  conflict,   ///< somebody else changed the record first (stale version), or a code is taken
  too_large,  ///< over a stated limit
  unsupported,///< a format, engine or feature that is not handled
};
int http_status(Code code);

/// One refusal, in words that say what, where and how to mend. `field` is the name of the form
/// field concerned, or empty.
struct Problem {
  Code code = Code::invalid;
  Message message;
  std::string field;
};
using Problems = std::vector<Problem>;

template <class T>
using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> refuse(Code code, Message message, std::string field = {}) {
  return tl::make_unexpected(Problem{code, std::move(message), std::move(field)});
}

/// NC_TRY(name, expression): declares `name` with the value, or returns the Problem.
#define NC_TRY(name, expression)                                          \
  auto name##_result = (expression);                                      \
  if (!name##_result) return tl::make_unexpected(std::move(name##_result).error()); \
  auto name = std::move(*name##_result)

/// For a Result whose value is not needed.
#define NC_CHECKED(name, expression)                                      \
  if (auto name##_result = (expression); !name##_result)                  \
  return tl::make_unexpected(std::move(name##_result).error())

}  // namespace nc
