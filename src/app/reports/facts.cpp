// Records that a report names: activities, aid items, awards, petitions, agreements, occasions, meetings.
#include "app/reports/facts.h"

#include <algorithm>
#include <set>

#include "app/calendar/public.h"
#include "app/catalog.h"
#include "app/common/within.h"
#include "app/reference/public.h"
#include "app/reports/sections.h"
#include "base/fold.h"

namespace nc::app {

namespace {

constexpr int k_named = 400;  // more can't be named in a paper; the counts are not bounded by it

Date day(const db::Row& row, int column) { return Date::from_iso(row.text(column)).value_or(Date{}); }

std::vector<std::string> codes_in(std::string_view stored) {
  std::vector<std::string> out;
  std::string one;
  for (char c : stored)
    if (c != '|') one += c;
    else if (!one.empty()) out.push_back(std::move(one)), one.clear();
  if (!one.empty()) out.push_back(one);
  return out;
}

/// Numbers of the rows that make a figure, as a list for IN; "0" when there are none.
std::string ids_of(Drafter& d, const fig::Ask& ask, std::string_view register_name) {
  return id_list(d.records_of(ask, register_name, k_named));
}

/// Condition that `alias`.org_id is in the office's tree.
const char* k_in_tree = "org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1)";

bool has_since(const reg::Description& description) { return description.find("since") != nullptr; }

}  // namespace

std::vector<ActivityFact> activities_of(Drafter& d, const std::string& org) {
  std::vector<ActivityFact> out;
  const auto* description = catalog().find("activity");
  const std::string since = description && has_since(*description) ? "a.since" : "NULL";
  const std::string sql =
      "SELECT a.id, a.org_id, a.title, a.kind, h.name, h.kind, a.venue, a.partners, a.from_date, " + since +
      ", a.countries, oc.name, oc.kind, oc.base_date, a.participants, a.illustrative, a.title_en, h.name_en, oc.name_en FROM activity a JOIN organisation h ON h.id = a.org_id "
      "LEFT JOIN occasion oc ON oc.id = a.occasion AND oc.deleted = 0 WHERE a.confidentiality <> 'restricted' AND a.id IN (" +
      ids_of(d, d.ask("I31", org), "activity") + ") ORDER BY a.illustrative, a.participants DESC NULLS LAST, a.from_date, a.id";
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    ActivityFact a;
    a.id = r.integer(0);
    a.org = r.integer(1);
    a.title = r.text(2);
    a.kind = r.text(3);
    a.host = r.text(4);
    a.host_kind = r.text(5);
    a.venue = r.text(6);
    a.partners = r.text(7);
    if (r.null(9)) a.day = day(r, 8);
    a.countries = codes_in(r.text(10));
    a.occasion = r.text(11);
    a.occasion_kind = r.text(12);
    a.base = day(r, 13);
    a.participants = r.integer(14);
    a.illustrative = r.integer(15) == 1;
    a.title_en = r.text(16);
    a.host_en = r.text(17);
    a.occasion_en = r.text(18);
    out.push_back(std::move(a));
    return true;
  });
  return out;
}

std::vector<AidFact> aid_of(Drafter& d, std::initializer_list<std::string_view> indicators) {
  std::string ids = "0";
  for (auto code : indicators) ids += "," + ids_of(d, d.ask(code, d.office.code), "aid");
  const std::string sql =
      "SELECT a.id, a.code, a.title, a.kind, COALESCE(p.name, a.donor_text), a.provider_class, a.country, a.recipient, a.sector, a.decision_no, a.result, a.year_no, "
      "a.illustrative, a.value, a.title_en, p.name_en FROM aid a LEFT JOIN partner p ON p.id = a.donor WHERE a.confidentiality <> 'restricted' AND a.id IN (" + ids +
      ") ORDER BY a.illustrative, a.value DESC NULLS LAST, a.from_date, a.id";
  std::vector<AidFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    AidFact a;
    a.id = r.integer(0);
    a.code = r.text(1);
    a.title = r.text(2);
    a.kind = r.text(3);
    a.donor = r.text(4);
    a.provider_class = r.text(5);
    a.country = r.text(6);
    a.recipient = r.text(7);
    a.sector = r.text(8);
    a.decision = r.text(9);
    a.result = r.text(10);
    a.year_no = r.integer(11);
    a.illustrative = r.integer(12) == 1;
    a.amount = r.integer(13);
    a.title_en = r.text(14);
    a.donor_en = r.text(15);
    out.push_back(std::move(a));
    return true;
  });
  return out;
}

std::vector<Said> beneficiary_groups_of(Drafter& d) {
  fig::Ask ask = d.ask("I47", d.office.code);
  ask.by = "category";
  std::vector<Said> out;
  for (const auto& g : d.figure(ask).groups)
    if (!g.key.empty()) out.push_back({words::lower_first(beneficiary_groups().label(g.key, Lang::vi)), words::lower_first(beneficiary_groups().label(g.key, Lang::en))});
  std::sort(out.begin(), out.end(), [](const Said& a, const Said& b) { return collation_key(a.vi) < collation_key(b.vi); });
  return out;
}

std::vector<AwardFact> awards_of(Drafter& d) {
  const std::string sql =
      "SELECT w.title, w.kind, COALESCE(o.name, w.subject_text), w.authority, COALESCE(w.presented_at, w.decided), w.subject_org FROM award w "
      "LEFT JOIN organisation o ON o.id = w.subject_org WHERE w.confidentiality <> 'restricted' AND w.id IN (" + ids_of(d, d.ask("I88", d.office.code), "award") +
      ") ORDER BY COALESCE(w.presented_at, w.decided), w.id";
  std::vector<AwardFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), day(r, 4), r.integer(5) == d.office.id});
    return true;
  });
  return out;
}

namespace {

/// `more` is a condition with $1.. or "".
std::vector<PetitionFact> read_petitions(Drafter& d, const fig::Ask& ask, const std::string& more, const db::Params& params) {
  const std::string sql = "SELECT o.name, k.from_person, k.title, k.addressed_to, k.date, k.due, k.answered_on, o.name_en FROM petition k JOIN organisation o ON o.id = k.from_org WHERE k.id IN (" +
                          ids_of(d, ask, "petition") + ")" + more + " ORDER BY k.date, k.id LIMIT 30";
  std::vector<PetitionFact> out;
  d.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(7)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), day(r, 4), day(r, 5), day(r, 6)});
    return true;
  });
  return out;
}

}  // namespace

std::vector<PetitionFact> petitions_of(Drafter& d) { return read_petitions(d, d.ask("I85", d.office.code), {}, {}); }

std::vector<PetitionFact> waiting_petitions_of(Drafter& d) {
  constexpr int k_months_back = 60;
  fig::Ask ask = d.ask("I85", d.office.code);
  const Period period = d.document.period;
  ask.period = Period{period.from.plus_months(-k_months_back), period.from.plus_days(-1)};
  return read_petitions(d, ask, " AND (k.answered_on IS NULL OR k.answered_on > $1) AND (k.closed_on IS NULL OR k.closed_on > $1)", {period.to.iso()});
}

namespace {

std::vector<AgreementFact> read_agreements(Drafter& d, const std::string& condition, const db::Params& params) {
  const std::string sql =
      "SELECT g.code, g.title, g.kind, g.foreign_party, g.vn_party, g.country, g.period_label, o.name, g.signed_on, g.illustrative, g.title_en, o.name_en FROM agreement g JOIN organisation o ON o.id = g.org_id "
      "WHERE g.deleted = 0 AND g.confidentiality <> 'restricted' AND " + condition + " ORDER BY g.illustrative, g.kind, g.country, g.foreign_party, g.id";
  std::vector<AgreementFact> out;
  d.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(10)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), std::string(r.text(5)),
                   std::string(r.text(6)), std::string(r.text(7)), std::string(r.text(11)), day(r, 8), r.integer(9) == 1});
    return true;
  });
  return out;
}

}  // namespace

std::vector<AgreementFact> agreements_of(Drafter& d, std::string_view indicator, const std::string& org, const Where& where) {
  return read_agreements(d, "g.id IN (" + ids_of(d, d.ask(indicator, org, where), "agreement") + ")", {});
}

std::vector<AgreementFact> agreements_in_preparation(Drafter& d) {
  return read_agreements(d, std::string("g.status IN ('idea', 'negotiating', 'opinions', 'approved_to_sign') AND g.") + k_in_tree, {d.office.id});
}

std::vector<OccasionFact> anniversaries_of(Drafter& d, const Period& when) {
  // Countries of the network: an association has them as its focus.
  std::map<std::string, Said> association;
  d.db.each(db::Sql::built(std::string("SELECT o.country_focus, o.name, o.name_en FROM organisation o WHERE o.deleted = 0 AND o.kind = 'bilateral_association' AND o.") + k_in_tree + " ORDER BY o.id"),
            {d.office.id}, [&](const db::Row& r) {
              for (auto& iso : codes_in(r.text(0))) association.emplace(iso, short_name_said(d, std::string(r.text(1)), std::string(r.text(2))));
              return true;
            });
  std::vector<OccasionFact> out;
  const Condition seen = shared_scope(d.actor, "t");
  const std::string sql = "SELECT t.name, t.kind, t.countries, t.base_date, t.rule, t.status, t.code, t.name_en FROM occasion t WHERE t.deleted = 0 AND t.kind IN ('diplomatic_relation', 'treaty') "
                          "AND t.base_date IS NOT NULL AND " + seen.sql + " ORDER BY t.id";
  d.db.each(db::Sql::built(sql), seen.params,
            [&](const db::Row& r) {
              const auto nations = codes_in(r.text(2));
              const Date base = day(r, 3);
              const std::string name(r.text(0)), occasion_kind(r.text(1));
              // Treaties count when they were signed with the country of today; partnerships of states are no feast of people.
              if (occasion_kind == "treaty" && !(name.starts_with("Hiệp ước") && nations.size() == 1 && name.find(countries().label(nations[0], Lang::vi)) != std::string::npos)) return true;
              if (nations.size() != 1 || !association.contains(nations[0]) || !base) return true;
              for (int year = when.from.year(); year <= when.to.year(); ++year) {
                const Date on = Date::from_ymd(year, base.month(), base.day()).value_or(Date{});
                const int years = year - base.year();
                if (!on || !when.contains(on) || years <= 0 || years % 5 != 0) continue;
                out.push_back({name, occasion_phrase(name, std::string(r.text(7)), occasion_kind, nations[0]), occasion_kind, nations[0], base, on, years, r.text(5) != "recalled", association[nations[0]]});
              }
              return true;
            });
  std::stable_sort(out.begin(), out.end(), [](const OccasionFact& a, const OccasionFact& b) { return a.day < b.day; });
  return out;
}

std::vector<MeetingFact> meetings_of(Drafter& d) {
  std::vector<MeetingFact> out;
  d.db.each("SELECT title, kind, date FROM meeting WHERE deleted = 0 AND confidentiality <> 'restricted' AND status IN ('held', 'minutes_signed', 'conclusion_issued') AND org_id = $1 "
            "AND date >= $2 AND date <= $3 ORDER BY date, id LIMIT 12",
            {d.office.id, d.period.from.iso(), d.period.to.iso()}, [&](const db::Row& r) {
              out.push_back({std::string(r.text(0)), std::string(r.text(1)), day(r, 2)});
              return true;
            });
  return out;
}

std::vector<CourtesyFact> courtesies_of(Drafter& d, const std::string& kind) {
  const std::string sql = "SELECT x.title, x.kind, p.name, x.countries FROM courtesy x LEFT JOIN partner p ON p.id = x.partner WHERE x.confidentiality <> 'restricted' AND x.id IN (" +
                          ids_of(d, d.ask("I27", d.office.code, {{"kind", kind}}), "courtesy") + ") ORDER BY x.illustrative, x.date, x.id LIMIT 30";
  std::vector<CourtesyFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    const auto nations = codes_in(r.text(3));
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), nations.empty() ? "" : nations[0]});
    return true;
  });
  return out;
}

std::vector<CharityFact> charity_of(Drafter& d) {
  std::string ids = "0";
  for (std::string_view code : {"I54", "I55", "I56"}) ids += "," + ids_of(d, d.ask(code, d.office.code), "charity");
  const std::string sql =
      "SELECT c.title, o.name, COALESCE(p.name, c.sponsor_text), c.place, c.code, c.households, c.trees, c.value, c.illustrative FROM charity c JOIN organisation o ON o.id = c.org_id "
      "LEFT JOIN partner p ON p.id = c.sponsor WHERE c.confidentiality <> 'restricted' AND c.id IN (" + ids + ") ORDER BY c.illustrative, c.value DESC NULLS LAST, c.date, c.id LIMIT 12";
  std::vector<CharityFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), !r.null(5), !r.null(6), !r.null(7), r.integer(8) == 1});
    return true;
  });
  return out;
}

std::vector<ClubFact> clubs_of(Drafter& d) {
  const std::string sql = "SELECT o.name, o.topic, o.name_en FROM organisation o WHERE o.id IN (" + ids_of(d, d.ask("I05", d.office.code), "organisation") + ") ORDER BY o.topic, o.name LIMIT 20";
  std::vector<ClubFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    out.push_back({Said(std::string(r.text(0)), std::string(r.null(2) || r.text(2).empty() ? r.text(0) : r.text(2))), std::string(r.text(1))});
    return true;
  });
  return out;
}

std::vector<Said> compatriot_associations_of(Drafter& d) {
  const std::string sql = "SELECT o.name, o.name_en FROM organisation o WHERE o.confidentiality <> 'restricted' AND o.id IN (" + ids_of(d, d.ask("I70", d.office.code), "organisation") +
                          ") ORDER BY o.illustrative, o.country_focus, o.name_key, o.id LIMIT 12";
  std::vector<Said> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    out.push_back(titled(std::string(r.text(0)), std::string(r.text(1))));
    return true;
  });
  return out;
}

std::vector<EstimateFact> estimates_of(Drafter& d) {
  const std::string sql = "SELECT e.code, e.city, e.country, e.confidence, e.as_of FROM diaspora_estimate e WHERE e.confidentiality <> 'restricted' AND e.id IN (" + ids_of(d, d.ask("I70C", d.office.code), "diaspora_estimate") +
                          ") ORDER BY e.illustrative, e.country, e.quantity DESC, e.id LIMIT 12";
  std::vector<EstimateFact> out;
  d.db.each(db::Sql::built(sql), {}, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), day(r, 4)});
    return true;
  });
  return out;
}

std::vector<MergedArea> merged_areas(Drafter& d) {
  std::vector<MergedArea> out;
  d.db.each("SELECT COALESCE(f.short_name, f.name), s.date, f.name_en FROM succession s JOIN organisation f ON f.id = s.from_org WHERE s.deleted = 0 AND s.kind = 'merge' AND s.date >= $1 AND s.date <= $2 "
            "AND s.to_org IN ($3, $4) ORDER BY s.date, f.id",
            {d.period.from.iso(), d.period.to.iso(), d.office.id, d.office.locality_id}, [&](const db::Row& r) {
              out.push_back({std::string(r.text(0)), std::string(r.text(2)), day(r, 1)});
              return true;
            });
  return out;
}

std::vector<CampaignFact> campaigns_of(Drafter& d) {
  std::vector<CampaignFact> out;
  d.db.each(db::Sql::built(std::string("SELECT k.title, k.initiator, k.title_en FROM campaign k WHERE k.deleted = 0 AND k.confidentiality <> 'restricted' AND k.from_date <= $3 AND "
                                       "(k.to_date IS NULL OR k.to_date >= $2) AND k.") + k_in_tree + " ORDER BY k.from_date, k.id LIMIT 5"),
            {d.office.id, d.period.from.iso(), d.period.to.iso()}, [&](const db::Row& r) {
              out.push_back({std::string(r.text(0)), std::string(r.text(2)), std::string(r.text(1))});
              return true;
            });
  return out;
}

std::vector<Undated> undated_of(Drafter& d) {
  std::vector<Undated> out;
  for (const reg::Description* what : catalog().all()) {
    if (!has_since(*what) || what->date_field.empty() || !what->find("status")) continue;
    const std::string sql = "SELECT COUNT(*), MAX(x." + what->date_field + ") FROM " + what->name + " x WHERE x.deleted = 0 AND x.since IS NOT NULL AND x.since >= $2 AND x.since <= $3 AND x." +
                            what->date_field + " > $3 AND x." + k_in_tree;
    auto row = d.db.first(db::Sql::built(sql), {d.office.id, d.period.from.iso(), d.period.to.iso()});
    if (!row || db::as_int((*row)[0]) == 0) continue;
    out.push_back({what->name, what->path, what->plural, db::as_int((*row)[0]), Date::from_iso(db::as_text((*row)[1])).value_or(Date{})});
  }
  return out;
}

Said occasion_phrase(const std::string& name, const std::string& name_en, const std::string& kind, const std::string& country) {
  if (kind == "treaty") return Said("ngày ký ", "the signing of the ") + titled(name, name_en);
  return {words::lower_first(name), "the establishment of diplomatic relations between Viet Nam and " + countries().label(country, Lang::en)};
}

Said foreign_place(const std::string& name, const std::string& iso) {
  std::string en = name, kind;
  for (const auto& [word, english] : {std::pair{"tỉnh ", " Province"}, {"thành phố ", " City"}})
    if (words::lower_first(en).starts_with(word)) en.erase(0, std::string_view(word).size()), kind = english;
  const std::string vi_country = countries().label(iso, Lang::vi), bracket = " (" + vi_country + ")";
  if (!iso.empty() && en.ends_with(bracket)) return {words::lower_first(name), words::without_marks(en.substr(0, en.size() - bracket.size())) + kind + " (" + countries().label(iso, Lang::en) + ")"};
  return {words::lower_first(name), words::without_marks(en) + kind};
}

Said listed_in_order(const std::vector<Said>& names) {
  std::vector<std::string> vi, en;
  for (const Said& name : names) vi.push_back(name.vi), en.push_back(name.en);
  return {words::joined(words::sorted(std::move(vi)), ", "), words::joined(words::sorted(std::move(en)), ", ")};
}

std::vector<Said> in_protocol_order(std::vector<std::string> iso) {
  static const std::vector<std::string> k_first{"CN", "LA", "KH", "BN", "ID", "MY", "MM", "PH", "SG", "TH", "TL"};
  auto rank = [](const std::string& code) { return std::find(k_first.begin(), k_first.end(), code) - k_first.begin(); };
  std::vector<std::string> alphabet;
  for (const auto& option : countries().all()) alphabet.push_back(option.code);
  auto place = [&](const std::string& code) { return std::find(alphabet.begin(), alphabet.end(), code) - alphabet.begin(); };
  std::sort(iso.begin(), iso.end(), [&](const std::string& a, const std::string& b) { return rank(a) != rank(b) ? rank(a) < rank(b) : place(a) < place(b); });
  iso.erase(std::unique(iso.begin(), iso.end()), iso.end());
  std::vector<Said> names;
  for (const auto& code : iso) names.push_back({countries().label(code, Lang::vi), countries().label(code, Lang::en)});
  return names;
}

}  // namespace nc::app
