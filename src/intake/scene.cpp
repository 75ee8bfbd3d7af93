// One sentence under the eyes of the rules: what its numbers count, and in which light they stand.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// What a number can count, most telling first.
constexpr Cls k_counted[] = {Cls::economy, Cls::delegation, Cls::scholarship, Cls::agreement, Cls::award, Cls::signature, Cls::member_org,
                             Cls::branch, Cls::member, Cls::project, Cls::event, Cls::partner, Cls::tree, Cls::works, Cls::item,
                             Cls::person, Cls::recipient, Cls::classifier};

bool is_province(const Mention& m, std::string_view home) {
  return m.is(Cls::province) && !home.empty() && m.value(Cls::province) != home;
}

}  // namespace

Scene::Scene(const Document& document, std::uint32_t sentence)
    : d(document), w(document.words), s(document.sentences[sentence]), index(sentence) {
  for (std::uint32_t i = s.mention_first; i < s.mention_last; ++i) mentions.push_back(&d.mentions[i]);
  collect();
}

bool Scene::rejected(const Quantity& q) const {
  using Type = Quantity::Type;
  if (q.type != Type::count && q.type != Type::money && q.type != Type::years) return true;
  if (q.type == Type::count && (!q.whole || q.value == 0)) return true;
  if (d.aside[q.digits] && !q.grown) return true;
  const auto is_target = [](const Mention& m) { return m.is(Cls::target); };
  if (const Mention* target = left(q.first, 1, is_target)) {
    // "hướng tới mục tiêu 700 hội viên" is a plan, "vượt mục tiêu 50.000 chữ ký" compares.
    const bool intended = left(target->first, 1, [](const Mention& m) { return m.is(Cls::planned); }) != nullptr;
    if (!intended) return true;
  }
  const auto is_price = [](const Mention& m) { return m.is(Cls::price) && !m.is(Cls::price, "unit"); };
  return q.type == Type::money && left(q.first, 3, is_price) != nullptr;
}

void Scene::bind(Count& count, const Mention* next) {
  count.first = count.q->first;
  count.last = count.q->last;
  if (next == nullptr || next->tags == nullptr || next->first > count.last + (d.english ? 2U : 1U)) return;
  const std::uint32_t gap = next->first - count.last;
  for (std::uint32_t i = count.last; i < next->first; ++i)
    if (!w.is_word(i) || (!d.english && w.capital(i))) return;
  for (const Cls cls : k_counted) {
    const Tag* tag = find(next->tags, cls);
    if (tag == nullptr) continue;
    if (gap > 0 && !d.english && cls != Cls::delegation && cls != Cls::person && cls != Cls::recipient && cls != Cls::item) continue;
    count.noun = next;
    count.cls = cls;
    count.value = tag->value;
    count.last = next->last;
    return;
  }
}

/// An English noun phrase has its head at the end: "87 foreign NGO aid projects", "three of its own delegations".
void Scene::bind_english(Count& count, std::size_t next) {
  count.first = count.q->first;
  count.last = count.q->last;
  std::uint32_t at = count.last;
  if (w.is(at, "of") && w.is_any(at + 1, {"them", "those", "these"}) && !counts.empty() && counts.back().noun != nullptr) {
    // "nine of those were approved": what was counted before.
    count.noun = counts.back().noun;
    count.cls = counts.back().cls;
    count.value = counts.back().value;
    count.last = at + 2;
    return;
  }
  if (w.is(at, "of") && w.is_any(at + 1, {"its", "their", "our", "the", "these", "those"})) at += w.is(at + 2, "own") ? 3 : 2;
  for (std::uint32_t steps = 0; at < s.last && steps < 7; ++steps) {
    while (next < mentions.size() && mentions[next]->first < at) ++next;
    if (at == count.last && w.is_dash(at)) return;  // "a five-year plan", "a 40-member delegation"
    if (w.is_dash(at) && w.glued(at)) {
      ++at;
      continue;
    }
    if (!w.is_word(at)) return;
    const Mention* m = next < mentions.size() && mentions[next]->first == at ? mentions[next] : nullptr;
    if (m == nullptr) {
      // Behind the head an unknown word begins something else: "12 delegations seeking partners".
      if (count.noun != nullptr || w.is_any(at, {"or", "than", "has", "had", "have", "were", "be", "been", "during"})) return;
      ++at;
      continue;
    }
    if (m->tags == nullptr) return;
    const auto counted = std::ranges::find_if(k_counted, [&](Cls cls) { return m->is(cls); });
    const bool noun = counted != std::end(k_counted) && !(count.noun != nullptr && m->is(Cls::verb));
    if (!noun && ((m->is(Cls::verb) && !m->is_verb({"aid"})) || m->is(Cls::stop, "") || m->is(Cls::each) || m->is(Cls::total) || m->is(Cls::subset) || m->is(Cls::compare))) return;
    if (noun) {
      count.noun = m;
      count.cls = *counted;
      count.value = m->value(*counted);
      count.last = m->last;
      if (count.cls == Cls::economy || count.cls == Cls::classifier) return;
    } else if (count.noun != nullptr) {
      return;
    }
    at = m->last;
  }
}

void Scene::collect() {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Quantity* q = d.quantity(*mentions[i]);
    if (q == nullptr || rejected(*q)) continue;
    Count count;
    count.q = q;
    if (d.english) bind_english(count, i + 1);
    else bind(count, i + 1 < mentions.size() ? mentions[i + 1] : nullptr);
    // "40 chiếc xe đạp": the classifier, then what is counted.
    if (count.cls == Cls::classifier && i + 2 < mentions.size() && mentions[i + 2]->first == count.last && mentions[i + 2]->tags) {
      const Mention* thing = mentions[i + 2];
      for (const Cls cls : {Cls::award, Cls::scholarship, Cls::works, Cls::tree, Cls::item, Cls::agreement, Cls::recipient, Cls::person})
        if (const Tag* tag = find(thing->tags, cls)) {
          count.noun = thing;
          count.cls = cls;
          count.value = tag->value;
          count.last = thing->last;
          break;
        }
    }
    // "Số dự án đang thực hiện: 14": what is counted stands before the colon.
    // ... or before "là": "số khoản viện trợ mà tỉnh tiếp nhận là 13".
    const bool equals = q->first > s.first && (w.is(q->first - 1, ":") || (w.is_any(q->first - 1, {"là", "at"}) && left(q->first, 16, [&](const Mention& m) { return m.is(Cls::total) || w.is_any(m.first - 1, {"số"}); }) != nullptr));
    if (count.noun == nullptr && q->type == Quantity::Type::count && equals) {
      for (const Cls cls : {Cls::delegation, Cls::member_org, Cls::branch, Cls::member, Cls::project, Cls::signature, Cls::scholarship, Cls::partner}) {
        const Mention* label = class_left(q->first, 16, cls);
        if (label == nullptr) continue;
        count.noun = label;
        count.cls = cls;
        count.value = label->value(cls);
        break;
      }
    }
    if (q->type == Quantity::Type::money) monies.push_back(count);
    if (q->type == Quantity::Type::years) years.push_back(count);
    if (q->type == Quantity::Type::count) counts.push_back(count);
  }
}

const Mention* Scene::verb_left(std::uint32_t token, std::uint32_t reach, std::initializer_list<std::string_view> values) const {
  return left(token, reach, [&](const Mention& m) { return m.is_verb(values); });
}
const Mention* Scene::verb_right(std::uint32_t token, std::uint32_t reach, std::initializer_list<std::string_view> values) const {
  return right(token, reach, [&](const Mention& m) { return m.is_verb(values); });
}
const Mention* Scene::any_verb_left(std::uint32_t token, std::uint32_t reach) const {
  return left(token, reach, [](const Mention& m) { return m.is(Cls::verb); });
}
const Mention* Scene::class_left(std::uint32_t token, std::uint32_t reach, Cls cls) const {
  return left(token, reach, [&](const Mention& m) { return m.is(cls); });
}
const Mention* Scene::class_right(std::uint32_t token, std::uint32_t reach, Cls cls) const {
  return right(token, reach, [&](const Mention& m) { return m.is(cls); });
}
Count* Scene::money_between(std::uint32_t from, std::uint32_t until) {
  for (Count& money : monies)
    if (!money.used && money.first >= from && money.first < until) return &money;
  return nullptr;
}

Count* Scene::value_of(const Count& thing, std::uint32_t until) {
  Count* money = money_between(thing.last, until);
  // "5 máy tính xách tay và 50 triệu đồng": the money is a further present.
  if (money == nullptr || w.is_any(money->first - 1, {"và", "cùng", "and"})) return nullptr;
  // "12 kits reached the families, and the club raised 85 million": told of something else.
  const auto other = [](const Mention& m) { return m.is_verb({"mobilise", "give", "fund", "collect", "disburse"}); };
  return d.english && between(thing.last, money->first, other) != nullptr ? nullptr : money;
}

bool Scene::sign_between(std::uint32_t a, std::uint32_t b, std::string_view sign) const {
  for (std::uint32_t i = a; i < b; ++i)
    if (w.is(i, sign)) return true;
  return false;
}
bool Scene::has(Cls cls) const {
  return std::ranges::any_of(mentions, [&](const Mention* m) { return m->is(cls); });
}

bool Scene::planned(std::uint32_t token, bool pledges) const {
  if (s.planned) return true;
  for (const Mention* m : mentions) {
    if (m->is(Cls::planned) && m->first <= token && (pledges || !m->is(Cls::planned, "pledge"))) {
      // "dự kiến ... đã được": what was planned has happened by now.
      bool happened = false;
      for (std::uint32_t i = m->last; i < token; ++i) happened |= w.is(i, "đã");
      if (!happened) return true;
    }
    const Moment* moment = d.moment(*m);
    if (moment != nullptr && m->first <= token && d.calendar.published && moment->from && moment->from > d.calendar.published &&
        !d.aside[m->first])
      return true;
  }
  // "đặt chỉ tiêu vận động 1,6 triệu USD; trao 50 suất học bổng": the intention goes on behind the semicolon.
  bool past = false;
  for (std::uint32_t i = s.first; i < token; ++i) past |= w.is_any(i, {"đã", "vừa"});
  for (std::uint32_t p = index; !past && p > 0 && index - p < 6 && d.sentences[p].first > 0 && w.is(d.sentences[p].first - 1, ";"); --p) {
    const Sentence& before = d.sentences[p - 1];
    for (std::uint32_t k = before.mention_first; k < before.mention_last; ++k) {
      const Moment* moment = d.moment(d.mentions[k]);
      if (d.mentions[k].is(Cls::planned)) return true;
      if (moment != nullptr && d.calendar.published && moment->from && moment->from > d.calendar.published) return true;
    }
  }
  // "200 suất quà sẽ được trao": the cue stands behind its subject, and no other verb governs that.
  const Mention* cue = class_right(token, 14, Cls::planned);
  if (cue == nullptr) return false;
  const bool own_verb = left(token, 60, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"say", "has"}); }) != nullptr;
  for (std::uint32_t i = token; i < cue->first; ++i)
    if (w.is_any(i, {"đã", ",", "và"})) return false;
  const bool verb_between = right(token, cue->first - token, [&](const Mention& m) { return m.first < cue->first && m.is(Cls::verb) && !m.is_verb({"organise"}); }) != nullptr;
  return !own_verb && !verb_between;
}

bool Scene::nominal(const Mention& verb) const {
  if (verb.first <= s.first) return verb.is_verb({"aid"});  // "Viện trợ nước ngoài đạt gần 16 tỷ đồng"
  if (w.is(verb.first - 1, "nhận") && verb.is_verb({"aid"}) && right(verb.last, 0, [](const Mention& m) { return m.quantity >= 0; }) != nullptr) return true;  // "tiếp nhận viện trợ"
  return w.is_any(verb.first - 1, {"về", "tác", "nguồn", "khoản", "mức", "việc", "vốn", "trị", "lượng", "phí", "động", "tiền"});
}

bool Scene::others(std::uint32_t token) const {
  bool other = false;
  for (const Mention* m : mentions) {
    if (m->first >= token) break;
    if (m->is(Cls::others)) other = true;
    const bool subject_place = m->first == s.first || w.is_any(m->first - 1, {",", "và", "còn", "khi", ":", "(", "nghị", "tỉnh", "phố", "tp", ".", "and", "while", "đó"});
    // "Tại Lào Cai, các tổ chức quốc tế cũng đã hỗ trợ": told of another place altogether.
    if (is_province(*m, d.home) && m->first == s.first + 1 && w.is_any(s.first, {"tại", "ở", "in"}) && w.is(m->last, ",")) other = true;
    if (is_province(*m, d.home) && subject_place) {
      // A subject is followed by its verb or number, a place by a comma or an end.
      const std::uint32_t next = m->last;
      const bool goes_on = right(next, 2, [&](const Mention& n) { return n.is_verb({"receive", "send", "has", "mobilise", "disburse", "sign", "get", "organise"}) || n.quantity >= 0; }) != nullptr;
      if (goes_on && !w.is(next, ",") && !w.is(next, ")")) other = true;
      // "Hà Tĩnh, địa phương láng giềng, năm qua đón 21 đoàn"
      if (m->first == s.first && w.is(next, ",") && m->last + 2 < s.last && !w.capital(next + 1) && !w.is_number(next + 1)) other = true;
    }
    if (!d.national && m->is(Cls::org_head, "national") && right(m->last, 3, [](const Mention& n) { return n.is_verb({"receive", "send", "mobilise", "disburse", "has"}); }) != nullptr) other = true;
    // Back home: "Quảng Trị", "Liên hiệp".
    if (other && m->is(Cls::province) && m->value(Cls::province) == d.home) other = false;
    if (other && (m->is(Cls::home, "") && w.capital(m->first)) && !m->is(Cls::org_head, "union")) other = false;
  }
  return other;
}

bool Scene::economy(std::uint32_t token) const {
  // The nearest topic before the number wins; right behind it a word of economy says what it counts.
  if (right(token, 5, [](const Mention& m) { return m.is(Cls::economy); }) != nullptr) return true;
  const Mention* topic = left(token, 30, [](const Mention& m) {
    return m.is(Cls::economy) || m.is_verb({"mobilise", "fund", "give", "aid", "receive", "send", "disburse", "sign"}) || m.is(Cls::delegation) || m.is(Cls::project);
  });
  // "Ngành du lịch tiếp đón 750.000 lượt khách": the verb's subject is the topic.
  if (topic != nullptr && topic->is_verb({"receive", "mobilise", "give", "fund"}) && left(topic->first, 2, [](const Mention& m) { return m.is(Cls::economy); }) != nullptr) return true;
  return topic != nullptr && topic->is(Cls::economy);
}

bool Scene::subset(std::uint32_t token) const {
  return left(token, 40, [](const Mention& m) { return m.is(Cls::subset); }) != nullptr;
}

bool Scene::per_piece(const Count& money) const {
  if (money.q->each) return true;
  return left(money.q->first, 12, [&](const Mention& m) {
           if (!m.is(Cls::each)) return false;
           return right(m.last, 12, [&](const Mention& n) { return n.quantity >= 0 && n.first < money.q->first; }) == nullptr;
         }) != nullptr;
}

std::vector<std::string> Scene::countries(std::uint32_t first, std::uint32_t last) const {
  std::vector<std::string> out;
  for (const Mention* m : mentions) {
    if (m->first < first || m->first >= last) continue;
    const auto code = m->value(Cls::country);
    if (code.empty() || code == "VN" || std::ranges::find(out, code) != out.end()) continue;
    out.emplace_back(code);
  }
  return out;
}

const Moment* Scene::day_near(std::uint32_t token) const {
  const Moment* before = nullptr;
  const Moment* bracketed = nullptr;  // "75 năm ... (18/1)" is the day of something else where another is told
  const Moment* behind = nullptr;
  for (const Mention* m : mentions) {
    const Moment* moment = d.moment(*m);
    if (moment == nullptr || moment->date.size() < 7 || moment->kind == Moment::Kind::until || d.aside[m->first]) continue;
    if (m->first > s.first && w.is(m->first - 1, "(") && (m->last >= s.last || !w.is(m->last, ")") || m->first > token + 12 || m->first < token)) {
      bracketed = bracketed != nullptr ? bracketed : moment;
      continue;
    }
    if (m->first < token) before = moment;
    if (m->first >= token && behind == nullptr) behind = moment;
  }
  if (before == nullptr && behind == nullptr) return bracketed;
  return before != nullptr ? before : behind;
}

std::string tidy_name(const Words& w, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (w.is(i, "(") && i > first) last = i;
  while (first < last && (!w.is_word(first) || w.is_any(first, {"và", "các", "của", "do", "bởi", "từ", "the", "a", "an", "by", "cũng", "đã", "trong", "có", "là", "with", "while"}))) {
    if (w.is_number(first) || w.is_any(first, {"“", "\""})) break;
    ++first;
  }
  while (last > first && !w.is_number(last - 1) && (!w.is_word(last - 1) || w.is_any(last - 1, {"đã", "sẽ", "vừa", "cũng", "tiếp", "tục", "được", "còn", "đang", "nhằm", "để", "và", "đồng", "thời", "của", "do", "also", "has", "have", "will"}))) --last;
  return std::string(w.between(first, last));
}

std::string recipient_of(const Scene& s, std::uint32_t from) {
  const Words& w = s.w;
  std::uint32_t first = from;
  while (first < s.s.last && first < from + 14 && !w.is_any(first, {"cho", "to", ".", ";"})) ++first;
  if (first >= s.s.last || !w.is_any(first, {"cho", "to"})) return {};
  std::uint32_t last = ++first;
  while (last < s.s.last && last < first + 14 && !w.is_any(last, {",", ".", ";", ":", "(", "nhân", "với", "trị", "mỗi", "do", "được", "trong", "tổng", "worth", "each", "on", "during"})) ++last;
  return tidy_name(w, first, last);
}

}  // namespace nc::intake
