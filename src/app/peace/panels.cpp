// Blocks of a signature campaign: what was collected against the target, by organisation, and its batches.
#include "app/peace/panels.h"

#include "app/common/within.h"
#include "app/peace/public.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

std::vector<Collected> collected_for(db::ReadDb& db, const Actor& actor, std::int64_t campaign) {
  std::vector<Collected> out;
  each_within(db, "SELECT b.org_id, o.code, COALESCE(o.short_name, o.name), COALESCE(o.name_en, ''), COALESCE(SUM(b.quantity), 0), COALESCE(SUM(b.verified), 0), COUNT(*), SUM(CASE WHEN COALESCE(b.quantity_q, 'exact') = 'exact' THEN 0 ELSE 1 END) "
                  "FROM signature_batch b JOIN organisation o ON o.id = b.org_id WHERE b.deleted = 0 AND b.campaign = $1",
              {campaign}, org_scope(actor, "b"), "GROUP BY b.org_id, o.code, COALESCE(o.short_name, o.name), COALESCE(o.name_en, '') ORDER BY 5 DESC, b.org_id", [&](const db::Row& r) {
                out.push_back({r.integer(0), r.integer(4), r.integer(5), r.integer(6), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), r.integer(7) == 0 ? Qualifier::exact : Qualifier::about});
                return true;
              });
  return out;
}

std::int64_t total_of(const std::vector<Collected>& all) {
  std::int64_t n = 0;
  for (const Collected& c : all) n += c.quantity;
  return n;
}

namespace {

std::string batches_url(const reg::PanelContext& x, const std::string& more) { return reg::list_url(signature_batches()) + "?campaign=" + std::to_string(x.id) + more; }

std::int64_t number_in(const reg::PanelContext& x, const char* column) { return db::as_int(x.cells[static_cast<std::size_t>(x.what.column(column))]); }

/// "1.240 chữ ký, 62% mức cần đạt"
Html reached(const reg::PanelContext& x, const std::vector<Collected>& all) {
  const std::int64_t total = total_of(all), target = number_in(x, "target");
  const std::string n = format_int(total, x.lang);
  Html h(x.lang);
  h << "<p>"_h << figure(x.lang, {.href = batches_url(x, ""), .shown = n, .spoken = {n + " chữ ký, mở các lần thu thập", n + " signatures, open the batches"}, .large = true}) << " <span class=\"m2\">"_h << Text("chữ ký", "signatures") << "</span>"_h;
  if (target > 0) h << " <span class=\"m2\">"_h << Message("trên mức cần đạt " + format_int(target, Lang::vi), "of a target of " + format_int(target, Lang::en)) << "</span>"_h;
  h << "</p>"_h;
  if (target > 0) {
    const double part = static_cast<double>(total) / static_cast<double>(target);
    const std::string percent = format_decimal(part * 100, 0, x.lang);
    h << "<p class=\"sm\">"_h << progress(part) << " "_h << Message(percent + "% mức cần đạt", percent + "% of the target") << "</p>"_h;
  }
  return h;
}

Html by_organisation(const reg::PanelContext& x, const std::vector<Collected>& all) {
  std::vector<BarRow> rows;
  for (const Collected& c : all) {
    BarRow row;
    row.label = x.lang == Lang::en && !c.name_en.empty() ? c.name_en : c.name;
    row.value = static_cast<double>(c.quantity);
    row.shown = format_int(c.quantity, x.lang);
    row.href = batches_url(x, "&org=" + std::to_string(c.org));
    rows.push_back(std::move(row));
  }
  return bars(x.lang, rows);
}

Html batch_table(const reg::PanelContext& x, const std::vector<reg::Cells>& batches, const reg::LinkTitles& titles) {
  const reg::Description& d = signature_batches();
  Table t;
  t.caption = d.plural;
  t.columns = {{.label = Text("Nơi, dịp thu thập", "Where"), .key = true}, {.label = Text("Ngày", "Days")}, {.label = Text("Chữ ký", "Signatures"), .number = true}, {.label = Text("Đã kiểm", "Verified"), .number = true}, {.label = Text("Gửi đi", "Sent")}};
  for (const reg::Cells& b : batches) {
    const auto day = [&](const char* name) { return Date::from_iso(d.text(b, name)).value_or(Date{}); };
    const Date from = day("collected_from"), to = day("collected_to"), sent = day("sent_on");
    Row row;
    row.illustrative = db::as_int(b[reg::k_illustrative]) != 0;
    const std::string who = reg::show(*d.find("org"), b, x.lang, titles) + " · " + d.find("method")->opt.options->label(d.text(b, "method"), x.lang);
    row.cells = {title_cell(reg::record_url(d, db::as_int(b[reg::k_id])), capital(d.text(b, "title")), who),
                 Html(x.lang) << "<span class=\"nw\">"_h << (from == to ? format_date(to, x.lang) : format_date(from, x.lang) + " – " + format_date(to, x.lang)) << "</span>"_h,
                 Html(x.lang) << reg::show(*d.find("quantity"), b, x.lang), Html(x.lang) << reg::show(*d.find("verified"), b, x.lang),
                 sent ? Html(x.lang) << "<span class=\"nw\">"_h << format_date(sent, x.lang) << "</span><span class=\"tsub\">"_h << d.text(b, "receipt") << "</span>"_h : Html(x.lang) << "<span class=\"m3\">"_h << Text("chưa", "not yet") << "</span>"_h};
    t.rows.push_back(std::move(row));
  }
  return table(x.lang, t);
}

}  // namespace

Html collected_panel(const reg::PanelContext& x) {
  const auto all = collected_for(x.db, x.actor, x.id);
  const std::string state = x.what.text(x.cells, "status");
  const bool open = state == "launched" || state == "collecting";
  Html end(x.lang), body(x.lang);
  if (open && x.actor.may(Function::enter) && !x.actor.preview())
    end << button(x.lang, {.label = Text("Ghi lần thu thập", "Enter a batch"), .icon = "plus", .href = "/signature-batches/new?campaign=" + std::to_string(x.id), .small = true});
  if (all.empty()) {
    body << "<p class=\"cb m2\">"_h << Text("Chưa đơn vị nào ghi lần thu thập. Mỗi Hội ghi phần của mình: số đếm, nơi và ngày thu thập; bản ký đính làm chứng cứ.", "Nobody has entered a batch yet. Each association enters its own: a count, where and when; the sheets are attached as evidence.") << "</p>"_h;
    return card(x.lang, {.title = Text("Chữ ký đã thu", "Signatures collected"), .head_end = end, .body = body, .flush = true, .id = "collected"});
  }
  reg::ListQuery q;
  q.filters = {{"campaign", std::to_string(x.id)}};
  q.limit = 200;
  const auto batches = reg::list(x.db, signature_batches(), x.actor, q, {0, false}).rows;
  reg::LinkTitles titles;
  for (const Collected& c : all) titles[{"organisation", c.org}] = x.lang == Lang::en && !c.name_en.empty() ? c.name_en : c.name;
  body << "<div class=\"cb\">"_h << reached(x, all) << by_organisation(x, all) << "</div>"_h << batch_table(x, batches, titles);
  const std::string n = std::to_string(all.size());
  return card(x.lang, {.title = Text("Chữ ký đã thu", "Signatures collected"), .note = Message(n + " đơn vị đã ghi", n + (all.size() == 1 ? " organisation" : " organisations")), .head_end = end, .body = body, .flush = true, .id = "collected"});
}

Html campaign_papers_panel(const reg::PanelContext& x) { return papers_card(x, campaign_papers()); }

Html campaign_tabs(Lang lang, std::string_view on) {
  return segments(lang, Text("Cách xem công tác hòa bình", "Ways to look at peace work"),
                  {{.label = Text("Danh sách", "List"), .href = "/campaigns", .count = {}, .on = on.empty()}, {.label = Text("Công tác hòa bình", "Peace work"), .href = "/campaigns/overview", .count = {}, .on = on == "overview"}});
}

Html campaign_views(const reg::PanelContext& x, const std::string&) { return campaign_tabs(x.lang, ""); }

}  // namespace nc::app
