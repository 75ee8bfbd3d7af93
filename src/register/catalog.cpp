// The list of all registers: found by name, by path, by parent.
#include "register/describe.h"

namespace nc::reg {

const Description* Catalog::find(std::string_view name) const {
  for (const Description* d : items_)
    if (d->name == name) return d;
  return nullptr;
}

const Description* Catalog::by_path(std::string_view path) const {
  for (const Description* d : items_)
    if (d->path == path) return d;
  return nullptr;
}

std::vector<const Description*> Catalog::parts_of(std::string_view name) const {
  std::vector<const Description*> out;
  for (const Description* d : items_) {
    const Field* parent = d->parent_field.empty() ? nullptr : d->find(d->parent_field);
    if (parent && parent->opt.link && parent->opt.link == name) out.push_back(d);
  }
  return out;
}

}  // namespace nc::reg
