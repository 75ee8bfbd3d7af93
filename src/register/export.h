// A list as a file: the columns of a register's export.
#pragma once
#include "file/table.h"
#include "register/store.h"

namespace nc::reg {

/// Fields that files carry: the standard ones and the register's own.
std::vector<const Field*> file_fields(const Description& d);
/// Typed columns of export_header(), so that spreadsheets sort days as days and numbers as numbers.
std::vector<tables::Column> export_columns(const Description& d);
/// Fields that the actor may have as columns of a list: no inner ones, personal ones only with the right to see them.
bool may_be_column(const Field& f, const Actor& actor);
/// The columns that a list shows the actor, in order: those asked for, else list_fields. The title is always there.
std::vector<const Field*> list_columns(const Description& d, const Actor& actor, const std::vector<std::string>& asked);
/// The same as a file: the code stands before them, unless it is one of them.
std::vector<const Field*> shown_fields(const Description& d, const Actor& actor, const std::vector<std::string>& asked);
std::vector<tables::Column> shown_columns(const std::vector<const Field*>& fields, Lang lang);
/// Their cells in words; plain days and plain numbers where nothing is lost, so that they sort and add up.
std::vector<std::string> shown_row(const std::vector<const Field*>& fields, const Cells& cells, Lang lang, const LinkTitles& titles);

}  // namespace nc::reg
