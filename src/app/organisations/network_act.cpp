// Renaming, moving, merging, splitting, dissolving and reviving organisations, each as one batch of ordinary saves.
#include "app/organisations/network_act.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/common/fresh_record.h"
#include "app/common/table.h"
#include "app/organisations/public.h"
#include "base/hash.h"

namespace nc::app {

namespace {

struct Named { ActKind kind; std::string_view code; Text label; };
constexpr std::array<Named, 6> k_acts{{{ActKind::rename, "rename", Text("Đổi tên", "Rename")},
                                       {ActKind::move, "move", Text("Chuyển trực thuộc", "Move")},
                                       {ActKind::merge, "merge", Text("Hợp nhất, sáp nhập", "Merge")},
                                       {ActKind::split, "split", Text("Chia, tách", "Split")},
                                       {ActKind::dissolve, "dissolve", Text("Giải thể", "Dissolve")},
                                       {ActKind::revive, "revive", Text("Khôi phục", "Revive")}}};

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

bool is_over(std::string_view status) { return status == "merged" || status == "dissolved" || status == "renamed"; }

/// "Hội A, Hội B" with one more name, unless it is there already.
std::string with_alias(const std::string& aliases, const std::string& name) {
  constexpr std::size_t k_most = 560;
  if (name.empty() || aliases.find(name) != std::string::npos || aliases.size() + name.size() > k_most) return aliases;
  return aliases.empty() ? name : aliases + ", " + name;
}

/// One act under way: saves records under its batch and gathers what is wrong.
class Doing {
 public:
  Doing(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const NetworkAct& act)
      : tx_(tx), catalog_(catalog), actor_(actor), act_(act), batch_(std::string(k_network_batch) + random_token(8)) {}

  tl::expected<Acted, Problems> run() {
    check_all();
    if (!problems_.empty()) return tl::make_unexpected(std::move(problems_));
    switch (act_.kind) {
      case ActKind::rename: rename(); break;
      case ActKind::move: move(act_.organisation, act_.into); break;
      case ActKind::merge: merge(); break;
      case ActKind::split: split(); break;
      case ActKind::dissolve: dissolve(); break;
      case ActKind::revive: revive(); break;
    }
    if (!problems_.empty()) return tl::make_unexpected(std::move(problems_));
    return Acted{batch_, carries_on_ != 0 ? carries_on_ : act_.organisation};
  }

 private:
  void complain(std::string field, std::string vi, std::string en, Code code = Code::invalid) {
    problems_.push_back({code, Message(std::move(vi), std::move(en)), std::move(field)});
  }

  // ---- checks ----

  void check_all() {
    if (!actor_.may(Function::check))
      complain("", "Đổi tên, hợp nhất, chia tách tổ chức là việc của người thẩm định ở Liên hiệp.",
               "Renaming, merging and splitting organisations is for those who check at the Union.", Code::forbidden);
    if (!act_.date) complain("date", "Ghi ngày quyết định có hiệu lực.", "State the day on which it takes effect.");
    if (act_.date && act_.date > today().plus_months(24))
      complain("date", "Ngày hiệu lực cách nay hơn hai năm. Kiểm tra lại năm.", "That day is more than two years ahead. Check the year.");
    if (act_.decision_no.empty())
      complain("decision_no", "Ghi số, ký hiệu của quyết định. Đổi tên, hợp nhất, chia tách đều cần quyết định.",
               "State the number of the decision: these acts need one.");
    const reg::Cells* own = organisation(act_.organisation, "");
    if (!own) return;
    const bool over = is_over(text(*own, "status"));
    if (act_.kind == ActKind::revive && !over) complain("", "Tổ chức đang hoạt động, không cần khôi phục.", "The organisation is active: nothing to revive.");
    if (act_.kind != ActKind::revive && over)
      complain("", "Tổ chức đã kết thúc. Muốn làm tiếp thì khôi phục trước.", "The organisation has ended. Revive it first.", Code::conflict);
    check_day(*own);
    check_kind();
  }

  void check_day(const reg::Cells& own) {
    const auto began = Date::from_iso(text(own, "established"));
    if (began && act_.date && act_.date < *began)
      complain("date", "Ngày hiệu lực sớm hơn ngày thành lập (" + format_date(*began, Lang::vi) + ").",
               "That day is before the organisation was founded (" + format_date(*began, Lang::en) + ").");
  }

  void check_kind() {
    switch (act_.kind) {
      case ActKind::rename:
        if (act_.founded.empty()) complain("name", "Ghi tên mới.", "State the new name.");
        else if (act_.founded.name == text(*organisation(act_.organisation, ""), "name"))
          complain("name", "Tên mới trùng tên đang dùng. Sửa ô này thành tên theo quyết định.", "That is the present name. Change it to the name of the decision.");
        break;
      case ActKind::move:
        check_into(true);
        break;
      case ActKind::merge:
        check_merge();
        break;
      case ActKind::split:
        check_split();
        break;
      case ActKind::dissolve:
        if (!living_below(tx_, act_.organisation).empty() && act_.into == 0)
          complain("into", "Còn tổ chức trực thuộc. Chọn tổ chức cấp trên mới cho các tổ chức ấy.",
                   "There are organisations below it. Choose the one that will be above them.");
        if (act_.into != 0) check_into(false);
        break;
      case ActKind::revive:
        break;
    }
  }

  void check_into(bool needed) {
    if (act_.into == 0 && needed) return complain("into", "Chọn tổ chức cấp trên mới.", "Choose the new organisation above.");
    if (act_.into == act_.organisation)
      return complain("into", "Chọn một tổ chức khác với chính tổ chức này.", "Choose an organisation other than this one.");
    const reg::Cells* into = organisation(act_.into, "into");
    if (!into) return;
    if (is_over(text(*into, "status")))
      complain("into", "Tổ chức được chọn đã kết thúc. Chọn tổ chức đang hoạt động.", "The chosen organisation has ended. Choose one that is active.");
    if (tx_.first("SELECT 1 FROM org_tree WHERE ancestor = $1 AND descendant = $2", {act_.organisation, act_.into}))
      complain("into", "Tổ chức được chọn đang trực thuộc tổ chức này, sẽ thành vòng tròn.", "The chosen organisation is below this one: that would be a circle.");
  }

  void check_merge() {
    if (act_.into == 0 && act_.founded.empty())
      complain("into", "Chọn tổ chức tiếp nhận, hoặc ghi tên tổ chức mới.", "Choose the organisation that carries on, or name the new one.");
    if (act_.into != 0 && !act_.founded.empty())
      complain("into", "Chỉ một trong hai: tổ chức tiếp nhận có sẵn, hoặc tổ chức mới.", "Only one of the two: one that exists, or a new one.");
    if (act_.into == act_.organisation || std::ranges::find(act_.others, act_.into) != act_.others.end())
      complain("into", "Tổ chức tiếp nhận phải khác các tổ chức được hợp nhất.", "The one that carries on must not be among those merged.");
    if (act_.into != 0 && !organisation(act_.into, "into")) return;
    if (act_.into != 0 && is_over(text(*organisation(act_.into, "into"), "status")))
      complain("into", "Tổ chức tiếp nhận đã kết thúc.", "The organisation that would carry on has ended.");
    std::set<std::int64_t> seen{act_.organisation};
    for (const std::int64_t other : act_.others) {
      const reg::Cells* cells = organisation(other, "others");
      if (!cells) continue;
      if (!seen.insert(other).second) complain("others", "Một tổ chức được chọn hai lần.", "An organisation was chosen twice.");
      else if (is_over(text(*cells, "status")))
        complain("others", "“" + text(*cells, "name") + "” đã kết thúc.", "“" + text(*cells, "name") + "” has ended.", Code::conflict);
      else if (text(*cells, "kind") != text(*organisation(act_.organisation, ""), "kind"))
        complain("others", "“" + text(*cells, "name") + "” khác loại tổ chức. Chỉ hợp nhất các tổ chức cùng loại.",
                 "“" + text(*cells, "name") + "” is of another kind. Only organisations of one kind are merged.");
      else check_day(*cells);
    }
  }

  void check_split() {
    const std::size_t least = act_.carries_on ? 1 : 2;
    if (act_.parts.size() < least)
      complain("part1.name", "Ghi tên các tổ chức mới: ít nhất hai khi chia, một khi tách.", "Name the new organisations: at least two, or one when the old one goes on.");
    const auto below = living_below(tx_, act_.organisation);
    for (const auto& [id, part] : act_.goes_to) {
      const bool known = std::ranges::any_of(below, [id = id](const Below& b) { return b.id == id; });
      if (!known || part > act_.parts.size())
        complain("goes." + std::to_string(id), "Chọn lại nơi tổ chức này chuyển đến.", "Choose again where this organisation goes.");
    }
    if (act_.carries_on) return;
    for (const Below& b : below)
      if (const auto to = act_.goes_to.find(b.id); to == act_.goes_to.end() || to->second == 0)
        complain("goes." + std::to_string(b.id), "Chọn tổ chức mới cho “" + b.name + "”.", "Choose the new organisation of “" + b.name + "”.");
  }

  // ---- records ----

  const reg::Description& d_ = organisations();
  std::string text(const reg::Cells& cells, std::string_view column) const { return db::as_text(cells[at(d_, column)]); }

  /// The organisation as it stands now, or a problem at `field`.
  const reg::Cells* organisation(std::int64_t id, const std::string& field) {
    if (const auto known = known_.find(id); known != known_.end()) return &known->second;
    auto loaded = reg::load(tx_, d_, actor_, id);
    if (!loaded) {
      problems_.push_back({loaded.error().code, loaded.error().message, field});
      return nullptr;
    }
    return &known_.emplace(id, std::move(*loaded)).first->second;
  }

  std::int64_t save(const reg::Description& d, reg::Cells cells) {
    auto saved = reg::save(tx_, catalog_, d, actor_, std::move(cells), {.reason = act_.reason, .batch = batch_, .action = std::string(code(act_.kind))});
    if (saved) return saved->id;
    problems_.insert(problems_.end(), saved.error().begin(), saved.error().end());
    return 0;
  }

  /// Changes columns of an organisation.
  void change(std::int64_t id, const std::vector<std::pair<std::string_view, db::Value>>& values) {
    auto cells = reg::load(tx_, d_, actor_, id);
    if (!cells) {
      problems_.push_back(cells.error());
      return;
    }
    for (const auto& [column, value] : values) (*cells)[at(d_, column)] = value;
    save(d_, std::move(*cells));
  }

  std::int64_t found(const Founded& f, const reg::Cells& like) {
    reg::Cells cells = fresh_record(d_, db::as_int(like[at(d_, "parent")]));
    for (const char* column : {"kind", "level", "parent", "locality", "country_focus", "topic", "legal_status", "place"}) cells[at(d_, column)] = like[at(d_, column)];
    cells[reg::k_confidentiality] = like[reg::k_confidentiality];
    if (!f.code.empty()) cells[reg::k_code] = f.code;
    cells[at(d_, "name")] = f.name;
    cells[at(d_, "name_en")] = f.name_en;
    cells[at(d_, "short_name")] = f.short_name;
    cells[at(d_, "status")] = std::string("active");
    cells[at(d_, "established")] = act_.date.iso();
    cells[at(d_, "decision_no")] = act_.decision_no;
    return save(d_, std::move(cells));
  }

  void note_succession(std::int64_t from, std::int64_t to, std::string_view kind, const std::string& what) {
    const reg::Description& d = successions();
    reg::Cells cells = fresh_record(d, to != 0 ? to : from);
    cells[at(d, "from_org")] = from;
    if (to != 0) cells[at(d, "to_org")] = to;
    cells[at(d, "kind")] = std::string(kind);
    cells[at(d, "date")] = act_.date.iso();
    cells[at(d, "decision_no")] = act_.decision_no;
    cells[at(d, "description")] = what;
    save(d, std::move(cells));
  }

  std::string name_of(std::int64_t id) {
    const reg::Cells* cells = organisation(id, "");
    return cells ? text(*cells, "name") : std::string();
  }

  Date day_before() const { return act_.date.plus_days(-1); }

  // ---- acts ----

  void rename() {
    const std::int64_t id = act_.organisation;
    const reg::Cells own = *organisation(id, "");
    keep_name(id, own);
    const std::string name = act_.founded.name;
    change(id, {{"name", name},
                {"name_en", act_.founded.name_en},
                {"short_name", act_.founded.short_name},
                {"aliases", with_alias(text(own, "aliases"), text(own, "name"))}});
    note_succession(id, id, "rename", "“" + text(own, "name") + "” đổi tên thành “" + name + "”");
  }

  /// The name so far goes into the names over time, closed on the day before.
  void keep_name(std::int64_t id, const reg::Cells& own) {
    const reg::Description& d = organisation_names();
    const auto open = tx_.first("SELECT id, valid_from FROM organisation_name WHERE deleted = 0 AND organisation = $1 AND valid_to IS NULL ORDER BY id DESC LIMIT 1", {id});
    if (open) {
      auto cells = reg::load(tx_, d, actor_, db::as_int((*open)[0]));
      if (!cells) {
        problems_.push_back(cells.error());
        return;
      }
      (*cells)[at(d, "valid_to")] = day_before().iso();
      save(d, std::move(*cells));
    } else {
      save(d, name_row(id, text(own, "name"), text(own, "name_en"), own[at(d_, "established")], day_before().iso(), text(own, "decision_no")));
    }
    save(d, name_row(id, act_.founded.name, act_.founded.name_en, act_.date.iso(), {}, act_.decision_no));
  }

  static reg::Cells name_row(std::int64_t id, const std::string& name, const std::string& name_en, db::Value from, db::Value to, const std::string& decision) {
    const reg::Description& d = organisation_names();
    reg::Cells cells = fresh_record(d, id);
    cells[at(d, "organisation")] = id;
    cells[at(d, "name")] = name;
    cells[at(d, "name_en")] = name_en;
    cells[at(d, "valid_from")] = std::move(from);
    cells[at(d, "valid_to")] = std::move(to);
    cells[at(d, "decision_no")] = decision;
    return cells;
  }

  /// Puts `id` below `parent` and keeps where it was.
  void move(std::int64_t id, std::int64_t parent) {
    const reg::Cells* own = organisation(id, "");
    if (!own) return;
    const std::int64_t before = db::as_int((*own)[at(d_, "parent")]);
    if (before == parent) return;
    if (before != 0) {
      const reg::Description& d = organisation_links();
      reg::Cells link = fresh_record(d, id);
      link[at(d, "organisation")] = id;
      link[at(d, "parent")] = before;
      link[at(d, "valid_from")] = came_there(id);
      link[at(d, "valid_to")] = day_before().iso();
      link[at(d, "decision_no")] = act_.decision_no;
      save(d, std::move(link));
    }
    change(id, {{"parent", parent}});
  }

  /// The day after the last dated link ended; none when it was there from the beginning.
  db::Value came_there(std::int64_t id) {
    const auto row = tx_.first("SELECT MAX(valid_to) FROM organisation_link WHERE deleted = 0 AND organisation = $1", {id});
    const auto last = row ? Date::from_iso(db::as_text((*row)[0])) : std::nullopt;
    return last ? db::Value(last->plus_days(1).iso()) : db::Value();
  }

  void move_all_below(std::int64_t from, std::int64_t to) {
    for (const Below& b : living_below(tx_, from))
      if (b.id != to) move(b.id, to);
  }

  void end(std::int64_t id, std::string_view status) { change(id, {{"status", std::string(status)}, {"ended", day_before().iso()}}); }

  void merge() {
    std::vector<std::int64_t> from{act_.organisation};
    from.insert(from.end(), act_.others.begin(), act_.others.end());
    carries_on_ = act_.into != 0 ? act_.into : found(act_.founded, *organisation(act_.organisation, ""));
    if (carries_on_ == 0) return;
    const std::string heir = act_.into != 0 ? name_of(act_.into) : act_.founded.name;
    std::set<std::string> countries;
    std::string aliases = act_.into != 0 ? text(*organisation(act_.into, "into"), "aliases") : std::string();
    if (act_.into != 0) add_codes(countries, text(*organisation(act_.into, "into"), "country_focus"));
    for (const std::int64_t id : from) {
      move_all_below(id, carries_on_);
      end(id, "merged");
      note_succession(id, carries_on_, "merge", "“" + name_of(id) + "” hợp nhất vào “" + heir + "”");
      aliases = with_alias(aliases, name_of(id));
      add_codes(countries, text(*organisation(id, ""), "country_focus"));
    }
    change(carries_on_, {{"aliases", aliases}, {"country_focus", joined(countries)}});
  }

  static void add_codes(std::set<std::string>& codes, const std::string& stored) {
    for (std::string& one : split_cell(stored)) codes.insert(std::move(one));
  }
  static db::Value joined(const std::set<std::string>& codes) {
    if (codes.empty()) return {};
    std::string out = "|";
    for (const auto& c : codes) out += c + "|";
    return out;
  }

  void split() {
    const std::int64_t id = act_.organisation;
    const reg::Cells own = *organisation(id, "");
    std::vector<std::int64_t> made;
    for (const Founded& part : act_.parts) {
      made.push_back(found(part, own));
      if (made.back() == 0) return;
      note_succession(id, made.back(), "split", "“" + text(own, "name") + "” chia, tách ra “" + part.name + "”");
    }
    for (const auto& [child, part] : act_.goes_to)
      if (part > 0) move(child, made[part - 1]);
    if (act_.carries_on) return;
    end(id, "dissolved");
    carries_on_ = made.front();
  }

  void dissolve() {
    if (act_.into != 0) move_all_below(act_.organisation, act_.into);
    end(act_.organisation, "dissolved");
    note_succession(act_.organisation, 0, "dissolve", "“" + name_of(act_.organisation) + "” giải thể");
  }

  void revive() {
    change(act_.organisation, {{"status", std::string("active")}, {"ended", db::Value()}});
    note_succession(act_.organisation, act_.organisation, "revive", "“" + name_of(act_.organisation) + "” hoạt động trở lại");
  }

  db::Tx& tx_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  const NetworkAct& act_;
  std::string batch_;
  Problems problems_;
  std::map<std::int64_t, reg::Cells> known_;
  std::int64_t carries_on_ = 0;
};

}  // namespace

std::string_view code(ActKind kind) { return k_acts[static_cast<std::size_t>(kind)].code; }
Text label(ActKind kind) { return k_acts[static_cast<std::size_t>(kind)].label; }

std::optional<ActKind> act_kind(std::string_view code) {
  for (const Named& n : k_acts)
    if (n.code == code) return n.kind;
  return std::nullopt;
}

Touched touched_by(db::ReadDb& db, const reg::Catalog& catalog, std::int64_t organisation) {
  Touched out;
  out.below = static_cast<std::int64_t>(living_below(db, organisation).size());
  out.accounts = db.integer("SELECT COUNT(*) FROM person WHERE org_id = $1 AND disabled = 0", {organisation});
  for (const reg::Description* d : catalog.all()) {
    if (d->reference || d->name == "organisation" || !d->parent_field.empty()) continue;
    const auto n = db.integer(db::Sql::built("SELECT COUNT(*) FROM " + d->name + " WHERE deleted = 0 AND org_id = $1"), {organisation});
    if (n > 0) out.records.emplace_back(d, n);
  }
  return out;
}

std::vector<Below> living_below(db::ReadDb& db, std::int64_t organisation) {
  std::vector<Below> out;
  db.each("SELECT id, code, name FROM organisation WHERE deleted = 0 AND parent = $1 AND status NOT IN ('merged', 'dissolved', 'renamed') ORDER BY name", {organisation},
          [&](const db::Row& row) {
            out.push_back({row.integer(0), std::string(row.text(1)), std::string(row.text(2))});
            return true;
          });
  return out;
}

tl::expected<Acted, Problems> act(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const NetworkAct& what) {
  return Doing(tx, catalog, actor, what).run();
}

}  // namespace nc::app
