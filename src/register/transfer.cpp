// Records as rows of a table that imports read back.
#include "register/export.h"

namespace nc::reg {

std::vector<const Field*> file_fields(const Description& d) {
  std::vector<const Field*> out;
  for (const std::vector<Field>* list : {&Description::standard_fields(), &d.fields})
    for (const Field& f : *list)
      if (!f.opt.inner) out.push_back(&f);
  return out;
}

std::vector<std::string> export_header(const Description& d) {
  std::vector<std::string> out;
  for (const Field* f : file_fields(d)) out.push_back(f->name);
  return out;
}

std::vector<std::string> export_row(const Description& d, const Cells& cells, const LinkTitles& codes) {
  std::vector<std::string> out;
  for (const Field* f : file_fields(d)) out.push_back(plain(*f, cells, codes));
  return out;
}

}  // namespace nc::reg
