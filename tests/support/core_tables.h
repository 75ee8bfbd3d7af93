// A small network of organisations in a fresh database, for tests below the registers.
#pragma once
#include <memory>

#include "support/engines.h"

namespace nc::test {

/// Ids of the organisations in database_with_core_tables().
enum Org : std::int64_t {
  k_vufo = 1,
  k_city = 2,
  k_union = 3,
  k_association = 4,
  k_chapter = 5,
  k_other_city = 6,
  k_other_union = 7
};

/// The program's own tables, a bare `organisation`, and its tree: vufo; ct-tp (the city) > ct (its Union, also below
/// vufo) > ct-kr > ct-kr-1; hp-tp > hp.
std::unique_ptr<db::Database> database_with_core_tables(db::Engine engine);

}  // namespace nc::test
