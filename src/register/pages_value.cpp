// One value, one change: as they stand on record and history pages.
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

bool is_number(Kind k) { return k == Kind::count || k == Kind::money || k == Kind::integer || k == Kind::decimal; }

void countries(Html& h, const Options& options, const std::string& stored, Lang lang) {
  std::string word;
  bool first = true;
  for (char c : stored + "|") {
    if (c != '|') {
      word += c;
      continue;
    }
    if (!word.empty()) {
      if (!first) h << ", "_h;
      h << "<span class=\"nw\">"_h << flag(word) << " "_h << options.label(word, lang) << "</span>"_h;
      first = false;
    }
    word.clear();
  }
}

}  // namespace

Html value_html(const Context& context, const Description& d, const Field& f, const Cells& cells, Lang lang, const LinkTitles& titles) {
  Html h(lang);
  const auto& cell = cells[static_cast<std::size_t>(f.first)];
  const std::string shown = show(f, cells, lang, titles);
  if (shown.empty()) return h << "<span class=\"m3\">"_h << Text("chưa có", "none") << "</span>"_h;
  const bool is_country = f.name == d.country_field || f.name == "country" || f.name == "countries";
  if (is_country && f.opt.options) {
    countries(h, *f.opt.options, db::as_text(cell), lang);
  } else if (f.kind == Kind::link) {
    const Description* target = context.catalog->find(f.opt.link);
    if (target) h << "<a href=\""_h << Url{record_url(*target, db::as_int(cell))} << "\">"_h << shown << "</a>"_h;
    else h << shown;
  } else if (f.kind == Kind::url) {
    h << "<a rel=\"noopener\" href=\""_h << Url{shown} << "\">"_h << shown << "</a>"_h;
  } else if (f.kind == Kind::long_text) {
    h << "<span class=\"pre\">"_h << shown << "</span>"_h;
  } else if (f.kind == Kind::integer && f.opt.min == 0 && f.opt.max_value == 100) {
    h << "<span class=\"pct\">"_h << progress(static_cast<double>(db::as_int(cell)) / 100) << "<span>"_h << shown << "%</span></span>"_h;
  } else if (is_number(f.kind)) {
    h << "<span class=\"nw\">"_h << shown << "</span>"_h;
    if (f.opt.unit) h << " "_h << *f.opt.unit;
  } else {
    h << shown;
  }
  return h;
}

}  // namespace nc::reg
