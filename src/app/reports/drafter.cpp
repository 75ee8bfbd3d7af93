// The pen: what the sections share while a report is drafted.
#include "app/reports/drafter.h"

namespace nc::app {

namespace {

/// "Thành phố Cần Thơ", "Thành phố Cần Thơ (toàn địa bàn)" -> "thành phố", "Cần Thơ"
std::pair<std::string, std::string> area_parts(std::string_view place) {
  for (std::string_view word : {"Thành phố ", "Tỉnh ", "thành phố ", "tỉnh "})
    if (place.starts_with(word)) {
      std::string name(place.substr(word.size()));
      if (auto bracket = name.find(" ("); bracket != std::string::npos) name.resize(bracket);
      return {words::lower_first(word.substr(0, word.size() - 1)), name};
    }
  return {"", std::string(place)};
}

}  // namespace

std::string Office::self() const {
  if (is_union()) return "Liên hiệp";
  if (kind == "peace_committee" || kind == "solidarity_committee") return "Ủy ban";
  if (kind.ends_with("association")) return "Hội";
  return "đơn vị";
}

Said Office::we() const {
  const std::string vi = self();
  return {vi, vi == "Liên hiệp" ? "the Union" : vi == "Ủy ban" ? "the Committee" : vi == "Hội" ? "the Association" : "the office"};
}

std::string Office::area_word() const { return area_parts(locality.empty() ? place : locality_name).first; }
std::string Office::place_name() const { return area_parts(locality.empty() ? place : locality_name).second; }
std::string Office::area() const {
  const auto [word, rest] = area_parts(locality.empty() ? place : locality_name);
  return word.empty() ? rest : word + " " + rest;
}

Said Office::area_word_said() const {
  const std::string vi = area_word();
  return {vi, vi == "tỉnh" ? "province" : vi.empty() ? "" : "city"};
}

Said Office::area_said() const {
  const std::string word = area_word_said().en;
  return {area(), words::without_marks(place_name()) + (word.empty() ? "" : " " + words::upper_first(word))};
}

Result<Office> office_of(db::ReadDb& db, const Actor& actor, const std::string& code) {
  NC_TRY(seen, fig::find_org(db, actor, code));
  auto row = db.first(
      "SELECT o.kind, o.place, o.symbol, o.contact, p.name, l.id, l.code, COALESCE(l.short_name, l.name), p.name_en FROM organisation o "
      "LEFT JOIN organisation p ON p.id = o.parent LEFT JOIN org_home h ON h.org_id = o.id LEFT JOIN organisation l ON l.id = h.locality_id WHERE o.id = $1",
      {seen.id});
  Office office;
  office.id = seen.id;
  office.code = code;
  office.name = seen.name_vi;
  office.name_en = seen.name_en.empty() ? seen.name_vi : seen.name_en;
  if (!row) return office;
  office.kind = db::as_text((*row)[0]);
  office.place = db::as_text((*row)[1]);
  office.symbol = db::as_text((*row)[2]);
  office.contact = db::as_text((*row)[3]);
  office.parent_name = db::as_text((*row)[4]);
  office.locality_id = db::as_int((*row)[5]);
  office.locality = db::as_text((*row)[6]);
  office.locality_name = db::as_text((*row)[7]);
  office.parent_name_en = db::as_text((*row)[8]);
  if (office.parent_name_en.empty()) office.parent_name_en = office.parent_name;
  return office;
}

Drafter::Drafter(db::ReadDb& read, const Actor& who, const fig::Engine& figures, Office reporting, std::string report_kind, Period counted)
    : db(read), actor(who), engine(figures), office(std::move(reporting)), kind(std::move(report_kind)), period(counted) {
  turn_ = static_cast<unsigned>(period.from.year()) + static_cast<unsigned>(kind.size());
}

fig::Ask Drafter::ask(std::string_view code, const std::string& org, const Where& where) const { return ask(code, org, where, period); }

fig::Ask Drafter::ask(std::string_view code, const std::string& org, const Where& where, const Period& when) const {
  fig::Ask a;
  a.code = code;
  a.org = org;
  a.where = where;
  const fig::Indicator* indicator = engine.find(code);
  if (indicator && indicator->at_day) a.as_of = when.to;
  else a.period = when;
  return a;
}

const fig::Figure& Drafter::figure(const fig::Ask& question) {
  const std::string key = fig::ask_url(question);
  if (auto it = known_.find(key); it != known_.end()) return it->second;
  auto f = engine.evaluate(db, actor, question);
  if (f && !question.by.empty()) {  // the grouped answer holds the plain one
    fig::Figure plain = *f;
    plain.ask.by.clear();
    plain.groups.clear();
    const auto* indicator = engine.find(question.code);
    if (indicator && !indicator->derive) known_.emplace(fig::ask_url(plain.ask), std::move(plain));
  }
  return known_.emplace(key, f ? std::move(*f) : fig::Figure{}).first->second;
}

void Drafter::read_items(std::string_view code, const std::vector<std::string>& records) {
  if (records.empty()) return;
  fig::Ask all = ask(code, office.code, {{"code", words::joined(records, "|")}});
  all.by = "code";
  auto f = engine.evaluate(db, actor, all);
  if (!f) return;
  for (const auto& record : records) {
    fig::Figure one = *f;
    one.ask = ask(code, office.code, {{"code", record}});
    one.groups.clear();
    one.parts.clear();
    one.value = 0;
    one.row_count = one.illustrative_count = 0;
    for (const auto& g : f->groups)
      if (g.key == record) one.value = g.value, one.unit = g.unit, one.qualifier = g.qualifier, one.row_count = g.rows, one.illustrative_count = g.illustrative;
    known_.emplace(fig::ask_url(one.ask), std::move(one));
  }
}

const std::vector<std::int64_t>& Drafter::records_of(const fig::Ask& question, std::string_view register_name, int most) {
  const std::string key = fig::ask_url(question) + "#" + std::string(register_name);
  if (auto it = records_.find(key); it != records_.end()) return it->second;
  std::vector<std::int64_t> ids;
  if (auto rows = engine.rows(db, actor, question, most))
    for (const auto& r : *rows)
      if (r.register_name == register_name) ids.push_back(r.id);
  return records_.emplace(key, std::move(ids)).first->second;
}

bool Drafter::known(const fig::Ask& question) {
  const fig::Figure& f = figure(question);
  return f.value && f.row_count > 0 && f.qualifier != Qualifier::unknown;
}

std::string Drafter::token(const fig::Ask& question, doc::Style style, const Said& noun, const std::string& part) {
  doc::Token t;
  t.ask = question;
  t.style = style;
  t.noun = noun.vi;
  t.noun_en = noun.en;
  t.part = part;
  return document.add(std::move(t));
}

std::string Drafter::years_since(Date base, Date on) {
  doc::Token t;
  t.ask.code = "NK";
  t.ask.org = office.code;
  t.ask.as_of = on;
  t.style = doc::Style::day;
  t.base = base;
  return document.add(std::move(t));
}

void Drafter::begin(std::string id, Said title) { waiting_ = doc::Section{std::move(id), std::move(title.vi), {}, std::move(title.en)}; }

void Drafter::head(paper::Block::Kind k, Said text) {
  // A head of the same or a higher rank takes the place of those that nothing followed.
  while (!heads_.empty() && static_cast<int>(heads_.back().first) >= static_cast<int>(k)) heads_.pop_back();
  heads_.emplace_back(k, std::move(text));
}

doc::Block& Drafter::put(std::string_view name, paper::Block::Kind k, Said text, doc::Origin origin) {
  if (waiting_) {
    document.sections.push_back(std::move(*waiting_));
    waiting_.reset();
  }
  doc::Section& section = document.sections.back();
  auto add = [&](std::string id, paper::Block::Kind block_kind, Said words, doc::Origin from) -> doc::Block& {
    doc::Block b;
    b.id = std::move(id);
    b.kind = block_kind;
    b.origin = from;
    b.text = b.en_of = words.vi;
    b.drafted = std::move(words.vi);
    b.en = words.en;
    b.en_drafted = std::move(words.en);
    section.blocks.push_back(std::move(b));
    return section.blocks.back();
  };
  for (auto& [head_kind, head_text] : heads_) add(section.id + ".head" + std::to_string(static_cast<int>(head_kind)), head_kind, std::move(head_text), doc::Origin::machine);
  heads_.clear();
  return add(section.id + "." + std::string(name), k, std::move(text), origin);
}

const Said& Drafter::pick(std::initializer_list<Said> variants) { return picked_ = variants.begin()[turn_++ % variants.size()]; }

void Drafter::nothing(const std::string& vi, const std::string& en, std::string href) {
  hint(vi + " chưa có bản ghi trong kỳ nên không viết. Ghi vào sổ rồi bấm Cập nhật số, hoặc thêm đoạn.",
       en + ": no records in the period, so nothing was written. Enter them and refresh, or add a paragraph.", std::move(href));
}

Said blank(Text what) { return Said("[chưa có số liệu: ", "[no figures yet: ") + Message(what) + "]"; }

}  // namespace nc::app
