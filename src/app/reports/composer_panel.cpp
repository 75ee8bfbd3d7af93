// The composer's right panel: the chosen figure with its rule, wording, groups, records and claims; or the head's form.
#include <algorithm>

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/reports/composer.h"
#include "app/reports/words.h"
#include "html/assets.h"

namespace nc::app {

namespace {

constexpr int k_rows = 8;

struct Chosen {
  const Composer& c;
  const doc::Token& token;
  const doc::Seen* seen = nullptr;
  const doc::FrozenToken* frozen = nullptr;
  std::string lang_code() const { return c.paper == Lang::en ? "en" : "vi"; }
  std::string shown() const { return c.shown.contains(token.id) ? c.shown.at(token.id) : token.shown; }
};

Html arrows(const Composer& c) {
  const auto order = tokens_in_order(c.document());
  const auto at = std::find(order.begin(), order.end(), c.chosen);
  Html h(c.lang);
  if (at == order.end()) return h;
  auto arrow = [&](const char* name, const Message& label, const std::string* to) {
    h << "<a class=\"icb"_h;
    if (!to) h << " disabled"_h;
    h << "\" data-fig-step href=\""_h << Url{to ? c.url("t=" + *to + "#fig") : "#fig"} << "\" aria-label=\""_h << label << "\">"_h << icon(name) << "</a>"_h;
  };
  h << "<span class=\"seg2\">"_h;
  arrow("chevron-up", Text("Con số trước", "Previous figure"), at == order.begin() ? nullptr : &*(at - 1));
  arrow("chevron-down", Text("Con số sau", "Next figure"), at + 1 == order.end() ? nullptr : &*(at + 1));
  return h << "</span>"_h;
}

Html state_badge(const Chosen& x) {
  const Lang lang = x.c.lang;
  if (x.frozen) return badge(lang, Text("Đã đóng băng", "Frozen"), Tone::ok, "lock");
  if (!x.seen || x.seen->missing) return badge(lang, Text("Chưa có bản ghi", "No records"), Tone::bad, "alert-triangle");
  if (x.seen->stale) return badge(lang, Message("Sổ nay là " + x.seen->shown, "Now " + x.seen->shown), Tone::warn, "alert-triangle");
  return badge(lang, Text("Khớp sổ", "Matches"), Tone::ok, "check");
}

Html head_of(const Chosen& x) {
  const Composer& c = x.c;
  Html h(c.lang);
  h << "<header class=\"fp-h\"><div class=\"fp-t\"><span class=\"xs m2\">"_h << Text("Con số đang chọn", "The chosen figure") << "</span>"_h << arrows(c) << "</div><p class=\"fp-v\"><b lang=\""_h << x.lang_code() << "\">"_h
    << x.shown() << "</b> "_h << state_badge(x) << "</p>"_h;
  if (x.token.style == doc::Style::day) {
    h << "<p class=\"sm m2\">"_h << Message("Số năm từ ngày " + format_date(x.token.base, Lang::vi) + ", theo lịch kỷ niệm.", "Years since " + format_date(x.token.base, Lang::en) + ", by the calendar of occasions.") << "</p>"_h;
    return h << "</header>"_h;
  }
  if (const auto* indicator = c.engine.find(x.token.ask.code))
    h << "<p class=\"sm m2\"><b>"_h << indicator->code << "</b> "_h << indicator->name << ". "_h << indicator->rule << "</p>"_h;
  if (x.seen) {
    const auto& f = x.seen->figure;
    h << "<p class=\"xs m3\">"_h << (c.lang == Lang::vi ? f.org_name_vi : f.org_name_en) << ", "_h
      << (f.period.from == f.period.to ? format_date(f.period.to, c.lang) : period_words(f.period, c.lang)) << "</p>"_h;
    if (f.illustrative_count > 0)
      h << "<p class=\"xs\">"_h << badge(c.lang, Message("gồm " + std::to_string(f.illustrative_count) + " dòng minh họa", std::to_string(f.illustrative_count) + " illustrative rows"), Tone::warn) << "</p>"_h;
    if (x.seen->by_claim) h << "<p class=\"xs m2\">"_h << Text("In theo chữ của số đã công bố, vì con số dựa trên dòng minh họa.", "Printed in the words of the declared number, because the count rests on illustrative rows.") << "</p>"_h;
  }
  return h << "</header>"_h;
}

/// The exact form and the round ones that the count allows; the chosen one is pressed.
Html wordings(const Chosen& x) {
  Html h(x.c.lang);
  if (!x.c.editable() || !x.seen || x.token.style != doc::Style::prose || fig::is_currency(x.seen->figure.unit) || !x.seen->figure.value) return h;
  auto said = [&](std::int64_t round) {
    doc::Token as = x.token;
    as.round = round;
    return doc::print(as, x.seen->figure, nullptr, x.c.paper);
  };
  std::vector<std::int64_t> forms = doc::round_forms(static_cast<std::int64_t>(*x.seen->figure.value + 0.5));
  std::erase_if(forms, [&](std::int64_t round) { return said(round) == said(0); });  // the word of a source stands
  if (forms.empty()) return h;
  h << "<section><h3>"_h << Text("Cách viết", "Wording") << "</h3><form method=\"post\" class=\"fp-w\" action=\""_h << Url{x.c.url() + "/wording"} << "\">"_h << hidden("csrf", x.c.shell.csrf)
    << hidden("version", std::to_string(x.c.loaded.report.version)) << hidden("token", x.token.id);
  auto choice = [&](std::int64_t round) {
    h << "<button type=\"submit\" name=\"round\" value=\""_h << round << "\" class=\"btn"_h;
    if (x.token.round == round) h << " on\" aria-pressed=\"true"_h;
    h << "\" lang=\""_h << x.lang_code() << "\">"_h << said(round) << "</button>"_h;
  };
  choice(0);
  for (const auto form : forms) choice(form);
  return h << "</form></section>"_h;
}

Html by_country(const Chosen& x) {
  Html h(x.c.lang);
  if (x.frozen || x.token.style == doc::Style::day) return h;
  const auto* indicator = x.c.engine.find(x.token.ask.code);
  if (!indicator || std::none_of(indicator->dimensions.begin(), indicator->dimensions.end(), [](const auto& d) { return d.name == "country"; })) return h;
  for (const auto& [key, value] : x.token.ask.where)
    if (key == "country" || key == "code") return h;
  fig::Ask ask = x.token.ask;
  ask.by = "country";
  auto f = x.c.engine.evaluate(x.c.db, x.c.actor, ask);
  if (!f || f->groups.size() < 2 || f->groups.front().value == f->groups.back().value) return h;
  std::vector<BarRow> rows;
  double rest = 0;
  std::size_t others = 0;
  for (const auto& g : f->groups) {
    if (rows.size() == 5) {
      rest += g.value.value_or(0);
      ++others;
      continue;
    }
    fig::Ask one = x.token.ask;
    one.where.emplace_back("country", g.key);
    BarRow row;
    row.label = g.label.in(x.c.lang);
    row.href = g.key.empty() ? "" : fig::ask_url(one);
    row.value = g.value.value_or(0);
    fig::Figure shown;
    shown.unit = g.unit;
    shown.value = g.value;
    row.shown = fig::on_screen(shown, x.c.lang);
    rows.push_back(std::move(row));
  }
  h << "<section><h3>"_h << Text("Theo nước", "By country") << "</h3>"_h << bars(x.c.lang, rows);
  if (others > 0) {
    fig::Figure shown;
    shown.unit = f->unit;
    shown.value = rest;
    h << "<p class=\"sm m2\">"_h << Message(std::to_string(others) + " nước khác: ", std::to_string(others) + " other countries: ") << fig::on_screen(shown, x.c.lang) << "</p>"_h;
  }
  return h << "</section>"_h;
}

struct Line { std::string register_name; std::int64_t id; std::string title, date; bool illustrative; };

Html record_lines(const Composer& c, const std::vector<Line>& lines) {
  std::vector<RecordKey> keys;
  for (const auto& l : lines) keys.push_back({l.register_name, l.id});
  const bool proof_wanted = !keys.empty() && (keys.front().register_name == "delegation" || keys.front().register_name == "aid");
  const auto chips = evidence_chips(c.db, c.actor, keys, c.lang, proof_wanted);
  Html h(c.lang);
  h << "<ul class=\"fp-r\">"_h;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& l = lines[i];
    const auto* d = catalog().find(l.register_name);
    const auto day = Date::from_iso(l.date);
    h << "<li>"_h;
    if (day) h << "<span class=\"d\">"_h << words::short_day(*day) << "</span>"_h;
    h << "<a class=\"grow\" href=\""_h
      << Url{"/" + (d ? d->path : l.register_name) + "/" + std::to_string(l.id)} << "\">"_h << l.title << "</a>"_h;
    if (l.illustrative) h << illustrative_mark(c.lang);
    h << "<span class=\"evs\">"_h << chips[i] << "</span></li>"_h;
  }
  return h << "</ul>"_h;
}

Html records(const Chosen& x) {
  const Composer& c = x.c;
  Html h(c.lang);
  if (x.token.style == doc::Style::day) return h;
  std::vector<Line> lines;
  std::int64_t count = 0;
  if (x.frozen) {
    count = x.frozen->row_count;
    for (const auto& r : x.frozen->rows)
      if (lines.size() < k_rows) lines.push_back({r.register_name, r.id, r.title, r.date, r.illustrative});
  } else {
    count = x.seen ? x.seen->figure.row_count : 0;
    if (auto rows = c.engine.rows(c.db, c.actor, x.token.ask, k_rows))
      for (const auto& r : *rows) lines.push_back({r.register_name, r.id, r.title, r.date, r.illustrative});
  }
  const std::string n = std::to_string(count);
  h << "<section><h3>"_h << Text("Bản ghi", "Records") << " <span class=\"m2\">"_h << count << "</span></h3>"_h << record_lines(c, lines);
  h << "<a class=\"btn wide\" href=\""_h << Url{fig::ask_url(x.token.ask)} << "\">"_h << Message("Mở cả " + n + " bản ghi trong sổ", "Open all " + n + " records") << "</a><p class=\"xs m3\">"_h
    << (x.frozen ? Text("Danh sách trên là lúc niêm phong. Sổ đổi sau đó không làm đổi báo cáo.", "The list is that of the seal. Later changes leave the report as it is.")
                 : Text("Khi niêm phong, danh sách bản ghi được đóng băng cùng văn bản. Sổ đổi sau đó không làm đổi báo cáo.", "The seal freezes the list of records with the paper. Later changes leave it as it is."))
    << "</p>"_h;
  return h << "</section>"_h;
}

Html claims(const Chosen& x) {
  Html h(x.c.lang);
  if (!x.seen || x.seen->figure.claims.empty() || !x.token.ask.where.empty()) return h;
  h << "<section><h3>"_h << Text("Số đã công bố", "Declared numbers") << "</h3><ul class=\"fp-c\">"_h;
  for (const auto& claim : x.seen->figure.claims) {
    fig::Figure said;
    said.unit = claim.unit;
    said.value = claim.value;
    said.qualifier = claim.qualifier;
    said.row_count = 1;
    h << "<li><a href=\"/claims/"_h << claim.id << "\">"_h << (claim.value ? fig::in_prose(said, x.c.lang, false) : std::string(Text("chưa rõ số", "not stated").in(x.c.lang))) << "</a> "_h;
    if (claim.period.from && claim.period.to) h << "<span class=\"m2 xs\">"_h << period_words(claim.period, x.c.lang) << "</span> "_h;
    if (claim.match == "overlap") h << badge(x.c.lang, Text("kỳ khác, không cộng", "another period"), Tone::warn);
    else if (claim.settled && !claim.kept) h << badge(x.c.lang, Text("đã chốt", "settled"), Tone::info, "check");
    else if (claim.kept) h << badge(x.c.lang, Text("khớp", "agrees"), Tone::ok, "check");
    else if (claim.difference) {
      fig::Figure gap;
      gap.unit = claim.unit;
      gap.value = *claim.difference;
      h << badge(x.c.lang, Message("lệch " + std::string(*claim.difference > 0 ? "+" : "") + fig::on_screen(gap, Lang::vi), "differs by " + std::string(*claim.difference > 0 ? "+" : "") + fig::on_screen(gap, Lang::en)), Tone::bad);
    }
    if (!claim.quote.empty())
      h << "<blockquote class=\"quote xs\" lang=\"vi\"><a href=\"/evidence/"_h << claim.evidence << "?span="_h << claim.span << "\">“"_h << claim.quote << "”</a> "_h << claim.source_title << "</blockquote>"_h;
    h << "</li>"_h;
  }
  return h << "</ul></section>"_h;
}

// ---- the head's form -------------------------------------------------------------------------------------

std::string lines_text(const std::vector<std::string>& lines) { return words::joined(lines, "\n"); }

Html head_form(const Composer& c) {
  const doc::Document d = doc::in_language(c.document(), c.paper);
  const bool back = c.typed.block == "head";
  Html h(c.lang);
  h << "<header class=\"fp-h\"><div class=\"fp-t\"><h2>"_h << Text("Đầu văn bản, nơi nhận, ký", "Head, recipients, signature") << "</h2></div>"_h;
  if (back) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << c.typed.problem << "</p>"_h;
  h << "</header><form method=\"post\" class=\"fp-f\" action=\""_h << Url{c.url() + "/head"} << "\">"_h << hidden("lang", c.paper == Lang::en ? "en" : "vi") << hidden("csrf", c.shell.csrf) << hidden("version", std::to_string(c.loaded.report.version));
  auto field = [&](const char* name, Message label, std::string value, const char* type = "text", Message note = {}) {
    Control control_of;
    control_of.name = name;
    control_of.label = std::move(label);
    control_of.hint = std::move(note);
    control_of.type = type;
    control_of.value = back ? std::string(c.typed.fields.get(name)) : std::move(value);
    control_of.width = "full";
    h << control(c.lang, control_of);
  };
  h << "<p class=\"hint\">"_h << Text("Số và ngày ban hành do văn thư cấp sau khi niêm phong.", "Number and day of issue are given by the clerk after the seal.") << "</p>"_h;
  field("place", Text("Địa danh", "Place"), d.place);
  field("issuer", Text("Cơ quan ban hành, mỗi dòng một hàng", "Issuer, line by line"), lines_text(d.issuer_lines), "textarea");
  field("subject", Text("Trích yếu, mỗi dòng một hàng", "Subject, line by line"), lines_text(d.subject_lines), "textarea");
  field("addressed_to", Text("Kính gửi, mỗi nơi một dòng", "Addressed to, line by line"), lines_text(d.addressed_to), "textarea");
  field("recipients", Text("Nơi nhận, mỗi nơi một dòng", "Recipients, line by line"), lines_text(d.recipients), "textarea");
  field("authority", Text("Quyền hạn, chức vụ người ký", "Authority of the signer"), lines_text(d.authority), "textarea");
  if (c.paper == Lang::vi) field("signer", Text("Họ và tên người ký", "Signer"), d.signer);
  h << "<div class=\"bt-b\"><button class=\"btn btn-primary\" type=\"submit\">"_h << Text("Lưu phần đầu", "Save") << "</button></div></form>"_h;
  return h;
}

}  // namespace

Html side_panel(const Composer& c) {
  if (c.pane == "head" && c.editable()) return head_form(c);
  const doc::Token* token = c.document().find_token(c.chosen);
  Html h(c.lang);
  if (!token) return h << "<p class=\"m2 sm pad\">"_h << Text("Chọn một con số trên tờ để xem bản ghi của nó.", "Choose a figure on the sheet to see its records.") << "</p>"_h;
  Chosen x{c, *token};
  if (auto it = c.seen.find(token->id); it != c.seen.end()) x.seen = &it->second;
  if (c.loaded.sealed())
    for (const auto& f : c.loaded.seal->tokens)
      if (f.token.id == token->id) x.frozen = &f;
  return h << head_of(x) << wordings(x) << by_country(x) << records(x) << claims(x);
}

}  // namespace nc::app
