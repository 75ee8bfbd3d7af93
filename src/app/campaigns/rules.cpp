// The rules themselves: what is looked for, and what is kept when one is waived.
#include "app/campaigns/rules.h"

#include <algorithm>
#include <cmath>

#include "app/catalog.h"
#include "app/common/fresh_record.h"

namespace nc::app {

const std::vector<FilingRule>& filing_rules() {
  static const std::vector<FilingRule> all = {
      {"section_doubted", {"Mục còn đánh dấu cần sửa", "A section is still marked as wrong"},
       {"Hội đã bấm “cần sửa” ở mục này. Sửa bản ghi rồi xác nhận, để số nộp lên là số hội nhận là đúng.", "The member marked this section as wrong. Correct the records, then confirm it."}, Blocks::sending},
      {"delegation_without_country", {"Đoàn không ghi nước", "A delegation without a country"},
       {"Đoàn không có nước không vào được bảng đoàn theo nước, nên tổng và bảng sẽ lệch nhau.", "A delegation without a country is missing in the table by countries, so that total and table differ."}, Blocks::sending},
      {"record_without_organisation", {"Bản ghi không có đơn vị", "A record without an organisation"},
       {"Bản ghi không có đơn vị giữ thì không ai đếm nó, dù hội có tên trong danh sách phối hợp.", "A record that no organisation keeps is counted by nobody, although the member is named in it."}, Blocks::sending},
      {"total_below_rows", {"Số khai nhỏ hơn danh sách", "The declared total is below the listed rows"},
       {"Tổng hội khai ít hơn số việc đã có bản ghi: hoặc khai thiếu, hoặc có bản ghi thừa.", "The declared total is less than the records there are: one of the two is wrong."}, Blocks::sending},
      {"members_halved", {"Hội viên giảm từ một nửa trở lên", "Members fell by half or more"},
       {"Số hội viên giảm nhiều như vậy thường do đếm khác đi hoặc gõ nhầm. Đúng thì ghi lý do.", "Such a fall usually comes from another way of counting or a slip. When it is true, say why."}, Blocks::sending},
      {"claim_gap", {"Số khai khác số đếm", "A declared number differs from the count"},
       {"Bản giấy ghi một số, sổ đếm ra số khác. Hai số được giữ cạnh nhau; cần biết vì sao trước khi nhận.", "The paper says one number, the registers count another. Both are kept; the reason is needed before accepting."}, Blocks::accepting},
      {"value_jump", {"Tăng, giảm mạnh so với cùng kỳ", "A jump against the same period last year"},
       {"Gấp ba hoặc còn một phần ba so với cùng kỳ: cần một câu giải thích trước khi nhận.", "Three times or a third of the same period last year: one sentence of explanation is needed before accepting."}, Blocks::accepting},
      {"record_without_day", {"Bản ghi chưa rõ ngày", "A record without a day in the period"},
       {"Bản ghi chỉ có khoảng thời gian nên chưa tính vào kỳ nào. Ghi ngày để nó được đếm.", "The record says only a stretch of time and counts in no period. Enter the day so that it counts."}, Blocks::nothing},
      {"planned_in_the_past", {"Việc đã qua chưa ghi kết quả", "Planned work whose day has passed"},
       {"Ngày đã qua mà trạng thái còn là dự kiến nên không được đếm. Ghi đã làm, hoãn hoặc hủy.", "Its day has passed but it is still planned, so it isn't counted. Say whether it was done, put off or cancelled."}, Blocks::nothing},
      {"nothing_recorded", {"Cả kỳ không có bản ghi nào", "No record in the whole period"},
       {"Không có việc nào, hay có việc mà chưa ghi? Đúng là không có thì nộp như vậy.", "Was there nothing, or was it not entered? If there was nothing, file it so."}, Blocks::nothing}};
  return all;
}

const reg::Options& filing_rule_codes() {
  static const reg::Options options([] {
    std::vector<Option> items;
    for (const FilingRule& r : filing_rules()) items.push_back({std::string(r.code), r.name, {}});
    return items;
  }());
  return options;
}

const FilingRule* find_filing_rule(std::string_view code) {
  for (const FilingRule& r : filing_rules())
    if (r.code == code) return &r;
  return nullptr;
}

namespace {

class Checking {
 public:
  Checking(db::ReadDb& read, const fig::Engine& figures, const LoadedFiling& filing, const FormSeen& form)
      : db_(read), engine_(figures), f_(filing), seen_(form), period_(filing.campaign.counted()), like_("%|" + std::to_string(filing.filing.from_org.id) + "|%") {}

  std::vector<Finding> all() {
    doubted_sections();
    delegations_without_country();
    records_without_organisation();
    claims();
    members();
    jumps();
    records_without_day();
    planned_in_the_past();
    nothing_recorded();
    return std::move(out_);
  }

 private:
  void found(std::string_view rule, std::string subject, Message words, std::string href) {
    out_.push_back({find_filing_rule(rule), std::move(subject), std::move(words), std::move(href), {}, {}});
  }

  static std::string address(std::string_view register_name, std::int64_t id) {
    const auto* d = catalog().find(register_name);
    return d ? "/" + d->path + "/" + std::to_string(id) + "/edit" : std::string();
  }

  /// Records of the member or with its name among the joint ones; `more` is a condition on t.
  void each_record(const char* register_name, const std::string& more, db::Params params, const std::function<void(std::int64_t, const std::string&, const std::string&)>& act) {
    constexpr int k_most = 20;
    const std::string date = std::string(register_name) == "charity" ? "date" : "from_date";
    db_.each(db::Sql::built("SELECT t.id, t.title, t." + date + " FROM " + register_name + " t WHERE t.deleted = 0 AND " + more + " ORDER BY t.id LIMIT " + std::to_string(k_most)), params,
             [&](const db::Row& r) {
               act(r.integer(0), std::string(r.text(1)), std::string(r.text(2)));
               return true;
             });
  }

  void doubted_sections() {
    for (const FormSection& s : form_sections())
      if (std::find(f_.filing.doubted.begin(), f_.filing.doubted.end(), s.code) != f_.filing.doubted.end())
        found("section_doubted", std::string(s.code), {"Mục “" + std::string(s.label.vi) + "” còn đánh dấu cần sửa.", "The section “" + std::string(s.label.en) + "” is marked as wrong."}, "#s-" + std::string(s.code));
  }

  void delegations_without_country() {
    each_record("delegation", "t.org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1) AND (t.countries IS NULL OR t.countries = '') AND t.from_date >= $2 AND t.from_date <= $3",
                {f_.filing.from_org.id, period_.from.iso(), period_.to.iso()}, [&](std::int64_t id, const std::string& title, const std::string&) {
                  found("delegation_without_country", "delegation/" + std::to_string(id), {"Đoàn “" + title + "” chưa ghi nước.", "The delegation “" + title + "” has no country."}, address("delegation", id));
                });
  }

  void records_without_organisation() {
    for (const char* name : {"activity", "delegation", "charity"}) {
      const std::string date = std::string(name) == "charity" ? "t.date" : "t.from_date";
      each_record(name, "(t.org_id IS NULL OR t.org_id = 0) AND t.joint LIKE $1 AND " + date + " >= $2 AND " + date + " <= $3", {like_, period_.from.iso(), period_.to.iso()},
                  [&](std::int64_t id, const std::string& title, const std::string&) {
                    found("record_without_organisation", std::string(name) + "/" + std::to_string(id), {"“" + title + "” chưa có đơn vị giữ bản ghi.", "“" + title + "” has no organisation that keeps it."}, address(name, id));
                  });
    }
  }

  void claims() {
    for (const SectionSeen& section : seen_.sections)
      for (const fig::Figure& f : section.figures) {
        const fig::Indicator* indicator = engine_.find(f.ask.code);
        for (const fig::ClaimSeen& c : f.claims) {
          if (c.match != "exact" || !c.value || !f.value || !indicator) continue;
          const std::string vi = indicator->name.vi + ": hội khai " + declared_words(f, *c.value, c.qualifier, c.unit, Lang::vi) + ", sổ đếm " + in_words(f, Lang::vi) + ".";
          const std::string en = indicator->name.en + ": declared " + declared_words(f, *c.value, c.qualifier, c.unit, Lang::en) + ", counted " + in_words(f, Lang::en) + ".";
          const std::string subject = f.ask.code + "/" + std::to_string(c.id) + "/" + fig::on_screen(f, Lang::vi);
          const bool below = *c.value < *f.value && (c.qualifier == Qualifier::exact || c.qualifier == Qualifier::nearly);
          if (below) found("total_below_rows", subject, {vi, en}, fig::ask_url(f.ask));
          else if (!c.kept && !c.settled) found("claim_gap", subject, {vi, en}, fig::ask_url(f.ask));
        }
      }
  }

  void members() {
    std::vector<std::pair<std::int64_t, std::string>> counts;
    std::int64_t latest = 0;
    db_.each("SELECT id, count, as_of FROM membership WHERE deleted = 0 AND org_id = $1 AND kind = 'all' AND count IS NOT NULL AND as_of <= $2 ORDER BY as_of DESC, id DESC LIMIT 2",
             {f_.filing.from_org.id, period_.to.iso()}, [&](const db::Row& r) {
               if (counts.empty()) latest = r.integer(0);
               counts.emplace_back(r.integer(1), std::string(r.text(2)));
               return true;
             });
    if (counts.size() < 2 || counts[1].first <= 0 || counts[0].first * 2 > counts[1].first) return;
    const std::string was = std::to_string(counts[1].first), is = std::to_string(counts[0].first);
    found("members_halved", "membership/" + std::to_string(latest), {"Hội viên từ " + was + " còn " + is + ".", "Members fell from " + was + " to " + is + "."}, address("membership", latest));
  }

  void jumps() {
    for (const char* code : {"I17", "I18", "I23", "I31", "I32", "I54", "I42"}) {
      const fig::Figure* now = seen_.find(code);
      if (!now || !now->value) continue;
      const fig::Indicator* indicator = engine_.find(code);
      const auto compared = engine_.compare(db_, f_.counting, *now);
      if (!indicator || !compared.before || !compared.before->value) continue;
      const double is = *now->value, was = *compared.before->value;
      const double least = fig::is_currency(now->unit) ? 50e6 : k_jump_least;  // dong: what a single gift may make
      if (was <= 0 || std::abs(is - was) < least || (is < was * k_jump_times && is * k_jump_times > was)) continue;
      found("value_jump", std::string(code) + "/" + fig::on_screen(*now, Lang::vi),
            {indicator->name.vi + ": kỳ này " + in_words(*now, Lang::vi) + ", cùng kỳ " + in_words(*compared.before, Lang::vi) + ".",
             indicator->name.en + ": now " + in_words(*now, Lang::en) + ", a year before " + in_words(*compared.before, Lang::en) + "."},
            fig::ask_url(now->ask));
    }
  }

  void records_without_day() {
    for (const char* name : {"activity", "charity"}) {
      const std::string date = std::string(name) == "charity" ? "t.date" : "t.from_date";
      each_record(name, "t.org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1) AND t.since IS NOT NULL AND t.since <= $3 AND " + date + " > $3 AND t.since >= $2",
                  {f_.filing.from_org.id, period_.from.iso(), period_.to.iso()}, [&](std::int64_t id, const std::string& title, const std::string& last) {
                    const auto day = Date::from_iso(last).value_or(Date{});
                    found("record_without_day", std::string(name) + "/" + std::to_string(id),
                          {"“" + title + "” chưa rõ ngày (trong khoảng đến " + format_date(day, Lang::vi) + "), chưa tính vào kỳ này.",
                           "“" + title + "” has no day (some time up to " + format_date(day, Lang::en) + ") and isn't counted in this period."},
                          address(name, id));
                  });
    }
  }

  void planned_in_the_past() {
    struct Source { const char *name, *states; };
    for (const Source& s : {Source{"delegation", "'proposed', 'submitted', 'appraising', 'approved', 'scheduled', 'in_progress'"}, Source{"activity", "'idea', 'planned', 'approved', 'preparing'"}})
      each_record(s.name, "t.org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1) AND t.status IN (" + std::string(s.states) + ") AND t.from_date >= $2 AND t.from_date <= $3 AND t.from_date < $4",
                  {f_.filing.from_org.id, period_.from.iso(), period_.to.iso(), today().iso()}, [&](std::int64_t id, const std::string& title, const std::string&) {
                    found("planned_in_the_past", std::string(s.name) + "/" + std::to_string(id), {"“" + title + "” đã qua ngày mà còn là dự kiến.", "“" + title + "” is still planned although its day has passed."},
                          address(s.name, id));
                  });
  }

  void nothing_recorded() {
    for (const char* code : {"I17", "I23", "I27", "I31", "I38", "I54", "I55", "I56", "I71"})
      if (const fig::Figure* f = seen_.find(code); f && f->row_count > 0) return;
    if (!joint_rows(db_, f_.filing.from_org.id, period_).empty()) return;
    found("nothing_recorded", "period", {"Kỳ này sổ của hội chưa có việc nào.", "The member's registers have nothing in this period."}, {});
  }

  db::ReadDb& db_;
  const fig::Engine& engine_;
  const LoadedFiling& f_;
  const FormSeen& seen_;
  const Period period_;
  const std::string like_;
  std::vector<Finding> out_;
};

void put_waivers(db::ReadDb& db, std::int64_t filing, std::vector<Finding>& findings) {
  db.each("SELECT rule, subject, reason, waived_by FROM filing_waiver WHERE filing = $1 AND deleted = 0 ORDER BY id", {filing}, [&](const db::Row& r) {
    for (Finding& f : findings)
      if (f.rule->code == r.text(0) && f.subject == r.text(1)) {
        f.reason = std::string(r.text(2));
        f.waived_by = std::string(r.text(3));
      }
    return true;
  });
}

}  // namespace

std::vector<Finding> check_filing(db::ReadDb& db, const fig::Engine& engine, const LoadedFiling& f, const FormSeen& seen) {
  auto findings = Checking(db, engine, f, seen).all();
  put_waivers(db, f.filing.id, findings);
  const auto place = [](const Finding& x) { return x.rule - filing_rules().data(); };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
  return findings;
}

bool stands_in_the_way(const std::vector<Finding>& findings, Blocks of) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return !f.waived() && (f.rule->blocks == Blocks::sending || (of == Blocks::accepting && f.rule->blocks == Blocks::accepting));
  });
}

Result<bool> waive(db::Tx& tx, const fig::Engine& engine, const Actor& actor, const LoadedFiling& f, const std::string& rule, const std::string& subject, const std::string& reason) {
  if (reason.empty()) return refuse(Code::invalid, Text("Bỏ qua một cảnh báo cần lý do: một câu là đủ.", "Waiving a check needs a reason: one sentence will do."), "reason");
  const auto findings = check_filing(tx, engine, f, look_at_form(tx, engine, f.counting, f.org_code, f.campaign.counted()));
  const bool there = std::any_of(findings.begin(), findings.end(), [&](const Finding& x) { return x.rule->code == rule && x.subject == subject; });
  if (!there)
    return refuse(Code::conflict, Text("Cảnh báo này không còn. Mở lại trang để xem những gì còn lại.", "This finding is gone. Open the page again to see what is left."), "subject");
  const reg::Description& d = filing_waivers();
  reg::Cells cells = fresh_record(d, f.filing.from_org.id, f.filing.illustrative);
  const auto put = [&](const char* column, db::Value value) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(value); };
  put("filing", f.filing.id);
  put("rule", rule);
  put("subject", subject);
  put("reason", reason);
  put("waived_by", actor.name);
  Actor writer = actor;
  writer.functions.insert(Function::enter);
  auto saved = reg::save(tx, catalog(), d, writer, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return true;
}

}  // namespace nc::app
