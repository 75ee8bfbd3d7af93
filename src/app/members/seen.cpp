// Members as pages and papers read them: who is there, what was paid, where else a person is a member.
#include "app/common/within.h"
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/components.h"

namespace nc::app {

namespace {

#define NC_MEMBER_COLUMNS                                                                                                                                            \
  "SELECT p.id, p.org_id, COALESCE(p.born_year, 0), p.name, p.card_no, p.kind, p.status, p.roles, COALESCE(o.short_name, o.name), p.workplace, p.joined_on, p.illustrative, COALESCE(NULLIF(o.name_en, ''), o.short_name, o.name) " \
  "FROM member p JOIN organisation o ON o.id = p.org_id WHERE p.deleted = 0 AND p.status IN "
#define NC_PRESENT "('admitted', 'active')"
#define NC_BELOW " AND p.org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1)"

MemberSeen seen_of(const db::Row& r) {
  MemberSeen m;
  m.id = r.integer(0), m.org = r.integer(1), m.born_year = r.integer(2);
  m.name = r.text(3), m.card = r.text(4), m.kind = r.text(5), m.status = r.text(6), m.roles = r.text(7), m.org_name = r.text(8), m.workplace = r.text(9);
  m.joined = Date::from_iso(r.text(10)).value_or(Date{});
  m.illustrative = r.integer(11) != 0;
  m.org_name_en = r.text(12);
  return m;
}

std::string kind_words(const std::string& kind) { return members().find("kind")->opt.options->label(kind, Lang::vi); }

}  // namespace

std::vector<MemberSeen> members_of(db::ReadDb& db, const Actor& actor, std::int64_t org, MembersWanted wanted, int most) {
  std::vector<MemberSeen> out;
  const auto take = [&](const db::Row& r) {
    out.push_back(seen_of(r));
    return static_cast<int>(out.size()) < most;
  };
  if (wanted == MembersWanted::present) each_within(db, NC_MEMBER_COLUMNS NC_PRESENT NC_BELOW, {org}, members_scope(actor, "p"), "ORDER BY p.name_key, p.id", take);
  else each_within(db, NC_MEMBER_COLUMNS "('applied')" NC_BELOW, {org}, members_scope(actor, "p"), "ORDER BY p.applied_on, p.id", take);
  return out;
}

std::vector<MemberSeen> members_among(db::ReadDb& db, const Actor& actor, const std::vector<std::int64_t>& ids) {
  std::string chosen = "|";  // one bound value: "|12|15|"
  for (const std::int64_t id : ids) chosen += std::to_string(id) + "|";
  std::vector<MemberSeen> out;
  each_within(db, NC_MEMBER_COLUMNS NC_PRESENT " AND $1 LIKE '%|' || p.id || '|%'", {chosen}, members_scope(actor, "p"), "ORDER BY p.name_key, p.id", [&](const db::Row& r) {
    out.push_back(seen_of(r));
    return true;
  });
  return out;
}

bool reads_names(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  if (actor.sees(Sight::personal)) return true;
  if (!actor.sees(Sight::internal)) return false;
  if (actor.org == org) return true;
  const auto home = db.first("SELECT kind FROM organisation WHERE id = $1", {actor.org});
  const std::string kind = home ? db::as_text((*home)[0]) : std::string("locality");
  return kind != "provincial_union" && kind != "national_union" && kind != "locality";
}

std::map<std::int64_t, DuePaid> dues_of(db::ReadDb& db, const Actor& actor, int year) {
  std::map<std::int64_t, DuePaid> out;
  each_within(db, "SELECT d.member, d.id, d.version, d.amount, d.amount_cur, d.paid_on FROM member_due d WHERE d.deleted = 0 AND d.year = $1", {static_cast<std::int64_t>(year)}, members_scope(actor, "d"), "ORDER BY d.id", [&](const db::Row& r) {
    DuePaid due{r.integer(1), r.integer(2), std::nullopt, Date::from_iso(r.text(5)).value_or(Date{})};
    if (const auto currency = Currency::from_code(r.text(4)); currency && !r.null(3)) due.amount = Money{r.integer(3), *currency};
    out[r.integer(0)] = due;
    return true;
  });
  return out;
}

Html member_elsewhere(const reg::PanelContext& x) {
  const std::int64_t first = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("same_as"))]);
  const std::int64_t root = first ? first : x.id;
  std::vector<ListItem> items;
  each_within(x.db, "SELECT p.id, COALESCE(o.short_name, o.name), p.card_no, p.status, p.joined_on FROM member p JOIN organisation o ON o.id = p.org_id WHERE p.deleted = 0 AND (p.id = $1 OR p.same_as = $1) AND p.id <> $2", {root, x.id},
              members_scope(x.actor, "p"), "ORDER BY p.joined_on, p.id", [&](const db::Row& r) {
                ListItem i{.icon = "users"};
                i.href = "/members/" + std::to_string(r.integer(0));
                i.title = Html(x.lang) << r.text(1);
                const auto day = Date::from_iso(r.text(4));
                i.detail = Html(x.lang) << capital(members().find("status")->opt.options->label(r.text(3), x.lang)) << (day ? ", " + format_date(*day, x.lang) : std::string()) << (r.text(2).empty() ? std::string() : ", " + std::string(r.text(2)));
                items.push_back(std::move(i));
                return true;
              });
  if (items.empty()) return Html(x.lang);
  return card(x.lang, {.title = Text("Còn là hội viên ở", "Also a member of"), .body = item_list(x.lang, items), .id = "elsewhere"});
}

paper::Paper member_list_paper(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  using paper::Block;
  using Align = paper::TableCell::Align;
  constexpr int k_most = 3000;
  const auto all = members_of(db, actor, org, MembersWanted::present, k_most);
  paper::Paper p = paper_from(letterhead_of(db, org, today()), Lang::vi, "DS", today());
  p.kind_name = "DANH SÁCH HỘI VIÊN";
  p.subject_lines = {"Tính đến ngày " + format_date(today(), Lang::vi) + ": " + format_int(static_cast<std::int64_t>(all.size()), Lang::vi) + " hội viên"};
  Block t = table_of({"STT", "Họ và tên", "Năm sinh", "Số thẻ", "Nơi sinh hoạt", "Ngày vào hội", "Loại, chức vụ"}, {6, 26, 9, 12, 20, 12, 19});
  int n = 0;
  for (const MemberSeen& m : all) {
    paper::TableRow row;
    row.cells = {words_cell(std::to_string(++n), Align::centre), words_cell(m.name), words_cell(m.born_year ? std::to_string(m.born_year) : "", Align::centre), words_cell(m.card), words_cell(m.org_name),
                 words_cell(m.joined ? format_date(m.joined, Lang::vi) : "", Align::centre), words_cell(m.roles.empty() ? kind_words(m.kind) : m.roles)};
    t.rows.push_back(std::move(row));
    if (m.illustrative) p.stamp = "BẢN MẪU";
  }
  p.blocks.push_back(std::move(t));
  p.recipients = {"Lưu: VT"};
  return p;
}

}  // namespace nc::app
