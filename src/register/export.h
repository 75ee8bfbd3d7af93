// A list as a file: the columns of a register's export.
#pragma once
#include "file/table.h"
#include "register/describe.h"

namespace nc::reg {

/// Typed columns of export_header(), so that spreadsheets sort days as days and numbers as numbers.
std::vector<tables::Column> export_columns(const Description& d);

}  // namespace nc::reg
