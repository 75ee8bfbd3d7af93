// The merge of two partners: every link moves in one batch of ordinary saves, so one undo brings all of it back.
#include "app/partners/merge.h"

#include <algorithm>
#include <array>

#include "app/partners/public.h"
#include "base/hash.h"

namespace nc::app {

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

constexpr const char* k_spans = "evidence_span";

std::vector<std::int64_t> ids_of(db::ReadDb& db, std::string sql, const db::Params& params) {
  std::vector<std::int64_t> out;
  db.each(db::Sql::built(std::move(sql)), params, [&](const db::Row& r) {
    out.push_back(r.integer(0));
    return true;
  });
  return out;
}

/// "|12|15|" with one number in place of another, once.
std::string with_id(const std::string& stored, std::int64_t from, std::int64_t to) {
  reg::Cells scratch{stored};
  reg::Refs ids, out;
  reg::detail::get(scratch, 0, ids);
  for (const std::int64_t id : ids)
    if (const std::int64_t now = id == from ? to : id; std::ranges::find(out, now) == out.end()) out.push_back(now);
  reg::detail::put(scratch, 0, out);
  return db::as_text(scratch[0]);
}

/// "Quỹ A, Quỹ B" with more names, each once.
std::string with_names(std::string aliases, const std::string& more) {
  constexpr std::size_t k_most = 290;
  if (more.empty() || (", " + aliases + ",").find(", " + more + ",") != std::string::npos || aliases.size() + more.size() > k_most) return aliases;
  return aliases.empty() ? more : aliases + ", " + more;
}

class Merging {
 public:
  Merging(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const PartnerMerge& m) : tx_(tx), catalog_(catalog), actor_(actor), m_(m), batch_(std::string(k_partner_batch) + random_token(8)) {}

  tl::expected<PartnerMerged, Problems> run() {
    if (!actor_.may(Function::check)) return refused(Code::forbidden, "Hợp nhất đối tác là việc của người thẩm định.", "Merging partners is for those who check.");
    if (m_.keep == m_.lose || m_.lose == 0) return refused(Code::invalid, "Chọn một đối tác khác để hợp nhất.", "Choose another partner to merge with.", "with");
    auto keep = reg::load(tx_, d_, actor_, m_.keep), lose = reg::load(tx_, d_, actor_, m_.lose);
    if (!keep) return tl::make_unexpected(Problems{keep.error()});
    if (!lose) return tl::make_unexpected(Problems{lose.error()});
    for (const reg::Cells* one : {&*keep, &*lose})
      if (d_.text(*one, "status") == "merged")
        return refused(Code::conflict, "“" + d_.text(*one, "name") + "” đã hợp nhất rồi.", "“" + d_.text(*one, "name") + "” was merged already.");
    move_links();
    if (problems_.empty()) enrich(*keep, *lose);
    if (problems_.empty()) close(*lose);
    if (!problems_.empty()) return tl::make_unexpected(std::move(problems_));
    return PartnerMerged{batch_, moved_};
  }

 private:
  tl::expected<PartnerMerged, Problems> refused(Code code, std::string vi, std::string en, std::string field = {}) {
    return tl::make_unexpected(Problems{{code, Message(std::move(vi), std::move(en)), std::move(field)}});
  }

  void move_links() {
    for (const Naming& n : naming(tx_, catalog_, m_.lose))
      for (const std::int64_t id : n.ids) move(n, id);
  }

  void move(const Naming& n, std::int64_t id) {
    if (n.what == &d_ && (id == m_.keep || id == m_.lose)) return;
    auto cells = reg::load(tx_, *n.what, actor_, id);
    if (!cells) {
      problems_.push_back({Code::forbidden,
                           {n.what->singular.vi + " #" + std::to_string(id) + " nêu đối tác này nhưng thuộc đơn vị ngoài phạm vi của bạn. Nhờ người thẩm định cấp trên hợp nhất.",
                            n.what->singular.en + " #" + std::to_string(id) + " names this partner but is out of your reach. Ask those who check above you."},
                           {}});
      return;
    }
    db::Value& value = (*cells)[at(*n.what, n.field)];
    const reg::Field* f = n.what->find(n.field);
    if (f && f->kind == reg::Kind::links) value = with_id(db::as_text(value), m_.lose, m_.keep);
    else value = m_.keep;
    save(*n.what, std::move(*cells));
    ++moved_;
  }

  void enrich(reg::Cells& keep, const reg::Cells& lose) {
    for (const reg::Field* f : fields_to_choose(actor_))
      if (m_.from_lost.contains(f->name))
        for (int i = 0; i < f->width(); ++i) keep[static_cast<std::size_t>(f->first + i)] = lose[static_cast<std::size_t>(f->first + i)];
    std::string names = d_.text(keep, "aliases");
    for (const char* column : {"name", "name_en"})
      for (const reg::Cells* one : std::array<const reg::Cells*, 2>{&kept_before_, &lose})
        if (!one->empty() && d_.text(*one, column) != d_.text(keep, "name") && d_.text(*one, column) != d_.text(keep, "name_en")) names = with_names(std::move(names), d_.text(*one, column));
    if (!m_.from_lost.contains("aliases")) names = with_names(std::move(names), d_.text(lose, "aliases"));
    keep[at(d_, "aliases")] = names.empty() ? db::Value() : db::Value(names);
    save(d_, std::move(keep));
  }

  void close(reg::Cells& lose) {
    lose[at(d_, "status")] = std::string("merged");
    lose[at(d_, "merged_into")] = m_.keep;
    save(d_, std::move(lose));
  }

  void save(const reg::Description& d, reg::Cells cells) {
    const std::string code = db::as_text(cells[reg::k_code]);
    auto saved = reg::save(tx_, catalog_, d, actor_, std::move(cells), {.reason = m_.reason, .batch = batch_, .action = "merge_partners"});
    if (saved) return;
    for (Problem& p : saved.error()) problems_.push_back({p.code, {d.singular.vi + " " + code + ": " + p.message.vi, d.singular.en + " " + code + ": " + p.message.en}, {}});
  }

  db::Tx& tx_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  const PartnerMerge& m_;
  const reg::Description& d_ = partners();
  const std::string batch_;
  reg::Cells kept_before_ = reg::load(tx_, d_, actor_, m_.keep).value_or(reg::Cells{});
  Problems problems_;
  std::int64_t moved_ = 0;
};

}  // namespace

std::vector<Naming> naming(db::ReadDb& db, const reg::Catalog& catalog, std::int64_t partner) {
  std::vector<Naming> out;
  const auto add = [&](const reg::Description* d, const std::string& field, const std::string& condition, const db::Params& params) {
    auto ids = ids_of(db, "SELECT t.id FROM " + d->name + " t WHERE t.deleted = 0 AND " + condition + " ORDER BY t.id", params);
    if (!ids.empty()) out.push_back({d, field, std::move(ids)});
  };
  for (const reg::Description* d : catalog.all())
    for (const reg::Field& f : d->fields) {
      if (!f.opt.link || std::string_view(f.opt.link) != "partner") continue;
      if (f.kind == reg::Kind::links) add(d, f.name, "t." + f.name + " LIKE $1", {"%|" + std::to_string(partner) + "|%"});
      else add(d, f.name, "t." + f.name + " = $1", {partner});
    }
  if (const auto* spans = catalog.find(k_spans)) add(spans, "record_id", "t.register_name = 'partner' AND t.record_id = $1", {partner});
  return out;
}

std::vector<const reg::Field*> fields_to_choose(const Actor& actor) {
  std::vector<const reg::Field*> out;
  for (const reg::Field& f : partners().fields)
    if (!f.opt.read_only && f.name != "status" && f.name != "relation_ended" && (!f.opt.sensitive || actor.sees(Sight::personal))) out.push_back(&f);
  return out;
}

tl::expected<PartnerMerged, Problems> merge_partners(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const PartnerMerge& merge) {
  return Merging(tx, catalog, actor, merge).run();
}

tl::expected<reg::Saved, Problems> set_apart(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t one, std::int64_t other) {
  const reg::Description& d = partners();
  auto cells = reg::load(tx, d, actor, one);
  if (!cells) return tl::make_unexpected(Problems{cells.error()});
  if (auto there = reg::load(tx, d, actor, other); !there) return tl::make_unexpected(Problems{there.error()});
  reg::Refs apart;
  reg::detail::get(*cells, d.column("distinct_from"), apart);
  if (std::ranges::find(apart, other) == apart.end()) apart.push_back(other);
  reg::detail::put(*cells, d.column("distinct_from"), apart);
  return reg::save(tx, catalog, d, actor, std::move(*cells), {.reason = {}, .batch = {}, .action = "set_apart"});
}

}  // namespace nc::app
