// Signing in with another provider: the way there and back, connecting an account, proving again, and the settings.
#include <map>
#include <mutex>

#include "app/accounts/door.h"
#include "app/accounts/oidc_pages.h"
#include "app/mail/public.h"
#include "app/program.h"
#include "auth/account.h"
#include "auth/outside.h"
#include "auth/second_step.h"
#include "base/fold.h"
#include "base/hash.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {
namespace {

constexpr const char* k_callback = "/sign-in/oidc/done";
constexpr Instant k_try_holds = 10LL * 60 * 1000;

bool loopback_allowed() {
  const char* set = std::getenv("NHIPCAU_OIDC_LOOPBACK");
  return set != nullptr && std::string_view(set) == "1";
}

struct OidcSettings {
  oidc::Provider provider;
  OutsideRules rules;
  std::string label, site;
};

OidcSettings settings_of(db::ReadDb& db) {
  OidcSettings s;
  s.provider = {setting(db, "oidc.issuer"), setting(db, "oidc.client"), {}, loopback_allowed()};
  s.label = setting(db, "oidc.label");
  s.site = setting(db, "base_url");
  s.rules.make_unknown = setting(db, "oidc.unknown") == "make";
  s.rules.org_code = setting(db, "oidc.org");
  std::string domain;
  for (const char c : setting(db, "oidc.domains") + ",") {
    if (c != ',' && c != ' ' && c != '\n') domain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!domain.empty()) s.rules.domains.insert(std::exchange(domain, {}));
  }
  return s;
}

bool is_on(const OidcSettings& s) { return !s.provider.issuer.empty() && !s.provider.client.empty() && !s.site.empty(); }

std::optional<OidcSettings> settings_with_secret(db::Database& database) {
  std::optional<OidcSettings> out;
  database.read([&](db::ReadDb& db) { out = settings_of(db); });
  if (!is_on(*out)) return std::nullopt;
  out->provider.secret = outside_secret("NHIPCAU_OIDC_SECRET", "oidc-secret").value;
  return out;
}

/// What a provider said of itself, kept for ten minutes; its keys are asked for anew when a token names one that isn't there,
/// at most once a minute.
class Known {
 public:
  Result<oidc::Endpoints> endpoints(const oidc::Provider& p) {
    const std::lock_guard lock(mutex_);
    One& one = all_[p.issuer];
    if (one.endpoints && now() - one.at < k_holds) return *one.endpoints;
    NC_TRY(found, oidc::discover(p));
    one = {found, {}, now(), 0};
    return found;
  }
  Result<std::string> keys(const oidc::Provider& p, const oidc::Endpoints& e, bool anew) {
    const std::lock_guard lock(mutex_);
    One& one = all_[p.issuer];
    const Instant age = now() - one.keys_at;
    if (!one.keys.empty() && age < (anew ? k_again : k_holds)) return one.keys;
    NC_TRY(found, oidc::fetch_keys(p, e));
    one.keys = found;
    one.keys_at = now();
    return found;
  }

 private:
  static constexpr Instant k_holds = 10LL * 60 * 1000, k_again = 60LL * 1000;
  struct One {
    std::optional<oidc::Endpoints> endpoints;
    std::string keys;
    Instant at = 0, keys_at = 0;
  };
  std::mutex mutex_;
  std::map<std::string, One> all_;
};

Known& known() {
  static Known all;
  return all;
}

/// One try, kept in a signed cookie of the browser that began it. mode: "in", "link", "prove"; person: whose account it is about.
struct Begun {
  oidc::Try secrets;
  std::string mode;
  std::int64_t person = 0;
  Instant at = 0;
  std::string back;
};

std::string cookie_of(const Door& door, const Begun& b) {
  const std::string text = b.secrets.state + "~" + b.secrets.nonce + "~" + b.secrets.verifier + "~" + b.mode + "~" + std::to_string(b.person) + "~" + std::to_string(b.at) + "~" + url_encode(b.back.substr(0, 1000));
  return text + "~" + hmac_hex(door.site.csrf_key, "oidc " + text);
}

std::optional<Begun> begun_in(const Door& door, std::string_view cookie) {
  const auto end = cookie.rfind('~');
  if (end == std::string_view::npos || !equal_constant_time(hmac_hex(door.site.csrf_key, "oidc " + std::string(cookie.substr(0, end))), cookie.substr(end + 1))) return std::nullopt;
  std::vector<std::string> parts;
  for (std::string_view rest = cookie.substr(0, end);;) {
    const auto mark = rest.find('~');
    parts.emplace_back(rest.substr(0, mark));
    if (mark == std::string_view::npos) break;
    rest.remove_prefix(mark + 1);
  }
  constexpr std::size_t k_parts = 7;
  if (parts.size() != k_parts) return std::nullopt;
  Begun b{{parts[0], parts[1], parts[2]}, parts[3], parse_int(parts[4]).value_or(0), parse_int(parts[5]).value_or(0), {}};
  if (now() - b.at > k_try_holds) return std::nullopt;
  auto request = web::parse_request("GET", "/?back=" + parts[6], {}, "");
  b.back = request ? safe_back(request->query.get("back")) : "/";
  return b;
}

web::Response refused(const Door& door, const web::Request& r, const Message& words, int status) {
  web::Response response = bare_page(door, r, Text("Đăng nhập", "Sign in"), [&](const Shell& s) {
    return Html(s.lang) << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << Text("Chưa đăng nhập được", "You could not be signed in") << "</h1><p class=\"err\" role=\"alert\">"_h
                        << icon("alert-circle", "s") << words << "</p><p>"_h << button(s.lang, {.label = Text("Về trang đăng nhập", "To the sign-in page"), .href = "/sign-in"}) << "</p></div></section>"_h;
  }, status);
  web::set_cookie(response, "nc_try", "", 0);
  return response;
}

Message not_set_up() { return Text("Nhịp Cầu này không dùng nhà cung cấp đăng nhập nào.", "This Nhịp Cầu uses no sign-in provider."); }

/// Sends the browser to the provider.
web::Response begin(const Door& door, const web::Request& r, const std::string& mode, std::int64_t person, const std::string& back) {
  const auto settings = settings_with_secret(*door.context.db);
  if (!settings) return refused(door, r, not_set_up(), 422);
  const auto endpoints = known().endpoints(settings->provider);
  if (!endpoints) return refused(door, r, endpoints.error().message, 503);
  const Begun b{oidc::new_try(), mode, person, now(), back};
  web::Response response;
  response.status = 303;
  response.with("Location", oidc::authorize_address(settings->provider, *endpoints, b.secrets, settings->site + k_callback, mode == "prove"));
  web::set_cookie(response, "nc_try", cookie_of(door, b), static_cast<int>(k_try_holds / 1000));
  return response;
}

/// What the provider says of who came back, everything checked.
Result<oidc::Claims> claims_of(const OidcSettings& s, const Begun& b, const web::Request& r) {
  NC_TRY(endpoints, known().endpoints(s.provider));
  NC_TRY(token, oidc::fetch_token(s.provider, endpoints, r.query.get("code"), b.secrets.verifier, s.site + k_callback));
  NC_TRY(keys, known().keys(s.provider, endpoints, false));
  bool unknown_key = false;
  auto claims = oidc::checked_token(token, keys, s.provider, b.secrets.nonce, now(), &unknown_key);
  if (claims || !unknown_key) return claims;
  NC_TRY(fresh, known().keys(s.provider, endpoints, true));
  return oidc::checked_token(token, fresh, s.provider, b.secrets.nonce, now());
}

web::Response sign_in_as(const Door& door, const web::Request& r, const OidcSettings& s, const oidc::Claims& claims, const std::string& back) {
  bool second_step = false;
  const auto person = door.context.db->write_result([&](db::Tx& tx) -> Result<std::int64_t> {
    NC_TRY(id, person_of_claims(tx, claims, s.rules));
    second_step = has_second_step(tx, id);
    return id;
  });
  if (!person) {
    door.context.db->write([&](db::Tx& tx) {
      note_on_access(tx, {}, r, "sign_in_refused", "oidc");
      return true;
    });
    return refused(door, r, person.error().message, 403);
  }
  const bool fresh = claims.authenticated_at > 0 && now() - claims.authenticated_at < k_proof_holds;
  return let_in(door, r, *person, {.second_step = second_step, .way = "oidc", .proved = fresh}, back);
}

/// The person signed in here, who has to be the one who began.
Actor signed_in(const Door& door, const web::Request& r, std::int64_t person) {
  Actor actor;
  door.context.db->read([&](db::ReadDb& db) { actor = door.context.actor(db, r); });
  const Actor real = actor.behind ? *actor.behind : actor;
  return real.id == person ? real : Actor{};
}

web::Response connect(const Door& door, const web::Request& r, const OidcSettings& s, const oidc::Claims& claims, std::int64_t person) {
  const Actor actor = signed_in(door, r, person);
  if (actor.id == 0) return web::redirect("/sign-in");
  const auto done = door.context.db->write_result([&](db::Tx& tx) -> Result<bool> {
    NC_CHECKED(made, connect_outside(tx, person, claims, s.rules));
    note_on_access(tx, actor, r, "provider_connected", {}, "person", person);
    tell_owner(tx, person, Text("Tài khoản đã nối với nhà cung cấp đăng nhập.", "Your account was connected with the sign-in provider."), r);
    return true;
  });
  return done ? web::redirect("/account#provider") : refused(door, r, done.error().message, 409);
}

/// Good only when the provider asked for a proof just now, of the very identity the person is connected with.
web::Response prove_with(const Door& door, const web::Request& r, const oidc::Claims& claims, const Begun& b) {
  constexpr Instant k_fresh = 2LL * 60 * 1000;
  const Actor actor = signed_in(door, r, b.person);
  if (actor.id == 0) return web::redirect("/sign-in");
  bool same = false;
  door.context.db->read([&](db::ReadDb& db) { same = is_outside_identity(db, b.person, claims); });
  if (!same || claims.authenticated_at == 0 || now() - claims.authenticated_at > k_fresh)
    return refused(door, r, Text("Nhà cung cấp không xác nhận lại đúng người này.", "The provider did not confirm that it is you, just now."), 403);
  door.context.db->write([&](db::Tx& tx) {
    prove(tx, r.cookie("nc_session"));
    return true;
  });
  return web::redirect(b.back);
}

web::Response come_back(const Door& door, const web::Request& r) {
  const auto settings = settings_with_secret(*door.context.db);
  if (!settings) return refused(door, r, not_set_up(), 422);
  const auto begun = begun_in(door, r.cookie("nc_try"));
  if (!begun || !equal_constant_time(begun->secrets.state, r.query.get("state")) || (r.query.has("iss") && r.query.get("iss") != settings->provider.issuer))
    return refused(door, r, Text("Lần đăng nhập này không bắt đầu ở trình duyệt này, hoặc đã quá mười phút. Bắt đầu lại.", "This sign-in did not begin in this browser, or more than ten minutes ago. Begin again."), 403);
  const std::string key = "oidc " + r.address();
  Instant wait = 0;
  door.context.db->write([&](db::Tx& tx) {
    wait = wait_before_asking(tx, key, 30);
    if (wait == 0) note_asking(tx, key);
    return wait == 0;
  });
  if (wait > 0) return refused(door, r, wait_words(wait), 429);
  if (!r.query.has("code")) return refused(door, r, Text("Nhà cung cấp không cho đăng nhập, hoặc bạn đã thôi giữa chừng.", "The provider did not let you in, or you turned back."), 403);
  const auto claims = claims_of(*settings, *begun, r);
  if (!claims) return refused(door, r, claims.error().message, 403);
  web::Response response = begun->mode == "link"    ? connect(door, r, *settings, *claims, begun->person)
                           : begun->mode == "prove" ? prove_with(door, r, *claims, *begun)
                                                    : sign_in_as(door, r, *settings, *claims, begun->back);
  web::set_cookie(response, "nc_try", "", 0);
  return response;
}

web::Response begin_proof(const Door& door, const web::Request& r) {
  Actor actor;
  door.context.db->read([&](db::ReadDb& db) { actor = door.context.actor(db, r); });
  if (actor.id == 0 || !actor.token_scopes.empty()) return web::redirect("/sign-in");
  return begin(door, r, "prove", actor.behind ? actor.behind->id : actor.id, safe_back(r.query.get("back")));
}

// ---- settings --------------------------------------------------------------------------------------------

struct Line {
  const char* name;
  const char* key;
  Text label, hint;
};
const std::vector<Line>& lines() {
  static const std::vector<Line> all{
      {"issuer", "oidc.issuer", {"Nhà cung cấp (issuer)", "Issuer"}, {"Để trống thì không dùng", "Without it none is used"}},
      {"client", "oidc.client", {"Mã ứng dụng (client id)", "Client id"}, {"Nhà cung cấp đưa khi đăng ký ứng dụng", "The provider gives it when the program is registered there"}},
      {"label", "oidc.label", {"Tên trên nút", "Name on the button"}, {"Ví dụ: tài khoản thành phố", "For example: the city's account"}},
      {"domains", "oidc.domains", {"Đuôi địa chỉ thư được nhận", "Domains of mail addresses"}, {"Cách nhau bằng dấu phẩy; để trống thì nhận mọi đuôi", "Commas between; empty takes all"}},
      {"org", "oidc.org", {"Mã đơn vị của người chưa ai biết", "Organisation of unknown people"}, {"Chỉ khi tạo tài khoản cho người chưa ai biết", "Only when unknown people get an account"}},
  };
  return all;
}

web::Response settings_page(db::ReadDb& db, const web::Request& r, const Shell& s, const Problem* problem, int status) {
  PageHead head;
  head.title = Text("Nhà cung cấp đăng nhập", "Sign-in provider");
  Html h(s.lang);
  if (problem) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << problem->message << "</p>"_h;
  h << "<form class=\"stack-16\" method=\"post\" action=\"/settings/sign-in\">"_h << hidden("csrf", s.csrf);
  for (const Line& line : lines()) {
    Control c;
    c.name = line.name;
    c.label = line.label;
    c.hint = line.hint;
    c.value = problem ? std::string(r.form.get(line.name)) : setting(db, line.key);
    h << control(s.lang, c);
  }
  Control unknown = typed_control("unknown", Text("Người chưa ai biết", "Unknown people"), "select", problem ? std::string(r.form.get("unknown")) : setting(db, "oidc.unknown", "refuse"));
  unknown.options = {{"refuse", std::string(Text("không cho vào", "are refused").in(s.lang))}, {"make", std::string(Text("có tài khoản không có quyền gì", "get an account without any rights").in(s.lang))}};
  const OutsideSecret secret = outside_secret("NHIPCAU_OIDC_SECRET", "oidc-secret");
  h << control(s.lang, unknown) << "<p class=\"m2\">"_h << Text("Địa chỉ quay về (redirect URI):", "Redirect URI:") << " <code>"_h << setting(db, "base_url") << k_callback << "</code></p><p class=\"m2\">"_h;
  if (secret.value.empty())
    h << Text("Chưa có khóa bí mật (client secret): biến NHIPCAU_OIDC_SECRET hoặc tệp oidc-secret (chmod 600) của thư mục dữ liệu.",
              "There is no client secret: the variable NHIPCAU_OIDC_SECRET or the file oidc-secret (chmod 600) of the data folder.");
  else h << Message("Khóa bí mật lấy từ ", "The client secret comes from ") << secret.from << "."_h;
  h << "</p><div>"_h << button(s.lang, {.label = Text("Lưu", "Save"), .kind = "primary"}) << "</div></form>"_h;
  return reg::respond(s, head, card(s.lang, {.body = h}), status);
}

Result<bool> keep(db::Tx& tx, const web::Request& r, const Actor& actor) {
  const std::string unknown(r.form.get("unknown")), org = mended(r.form.get("org"));
  if (unknown != "refuse" && unknown != "make") return refuse(Code::invalid, Text("Chọn: không cho vào, hoặc tạo tài khoản.", "Choose: refused, or an account."), "unknown");
  if (unknown == "make" && tx.integer("SELECT count(*) FROM organisation WHERE code = $1 AND deleted = 0", {org}) == 0)
    return refuse(Code::invalid, Text("Không có đơn vị mang mã này.", "There is no organisation with this code."), "org");
  for (const Line& line : lines()) put_setting(tx, line.key, mended(r.form.get(line.name)));
  put_setting(tx, "oidc.unknown", unknown);
  note_on_access(tx, actor, r, "provider_changed", mended(r.form.get("issuer")));
  return true;
}

/// The provider is asked first, so that a wrong address is told at once.
web::Response save(const reg::Context& c, const web::Request& r, const Actor& actor) {
  const oidc::Provider p{mended(r.form.get("issuer")), mended(r.form.get("client")), {}, loopback_allowed()};
  Result<bool> kept = true;
  if (!p.issuer.empty()) {
    std::string site;
    c.db->read([&](db::ReadDb& db) { site = setting(db, "base_url"); });
    if (p.client.empty()) kept = refuse(Code::invalid, Text("Ghi mã ứng dụng.", "Enter the client id."), "client");
    else if (site.empty()) kept = refuse(Code::invalid, Text("Đặt địa chỉ của Nhịp Cầu ở trang Thư điện tử trước.", "Set the address of the site on the page Mail first."), "issuer");
    else if (const auto found = oidc::discover(p); !found) kept = tl::make_unexpected(found.error());
  }
  if (kept) kept = c.db->write_result([&](db::Tx& tx) { return keep(tx, r, actor); });
  if (kept) return web::redirect("/settings/sign-in?done=saved");
  web::Response response;
  c.db->read([&](db::ReadDb& db) { response = settings_page(db, r, c.shell(db, r, actor), &kept.error(), 422); });
  return response;
}

}  // namespace

std::string provider_label(db::ReadDb& db, Lang lang) {
  const OidcSettings s = settings_of(db);
  if (!is_on(s)) return {};
  return s.label.empty() ? std::string(Text("tài khoản khác", "another account").in(lang)) : s.label;
}

Html provider_card(db::ReadDb& db, const Actor& actor, const Shell& s) {
  const std::string label = provider_label(db, s.lang);
  if (label.empty()) return Html(s.lang);
  Html body(s.lang);
  if (is_connected_outside(db, actor.id))
    body << "<p>"_h << Message("Đang nối với: " + label + ".", "Connected with: " + label + ".") << "</p>"_h << post_button(s, "/account/provider/off", Html(s.lang), {.label = Text("Thôi nối", "Disconnect"), .kind = "danger"});
  else
    body << "<p>"_h << Message("Nối với " + label + " để đăng nhập bằng tài khoản ấy. Bước hai của Nhịp Cầu vẫn được hỏi.", "Connect with " + label + " to sign in with it. The second step of Nhịp Cầu is asked for all the same.")
         << "</p>"_h << button(s.lang, {.label = Text("Nối", "Connect"), .href = "/account/provider"});
  return card(s.lang, {.title = Text("Nhà cung cấp đăng nhập", "Sign-in provider"), .body = body, .id = "provider"});
}

void add_oidc(web::Router& router, std::shared_ptr<const Door> door) {
  const reg::Context& c = door->context;
  router.get("/sign-in/oidc", web::everybody(), [door](const web::Request& r) { return begin(*door, r, "in", 0, safe_back(r.query.get("back"))); });
  router.get(k_callback, web::everybody(), [door](const web::Request& r) { return come_back(*door, r); });
  router.get("/prove/oidc", web::person(), [door](const web::Request& r) { return begin_proof(*door, r); });
  router.get("/account/provider", web::person().proved_again(), reg::slow_handler(c, [door](const web::Request& r, const Actor& a) { return begin(*door, r, "link", a.id, "/account"); }));
  router.post("/account/provider/off", web::person().proved_again(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    if (auto done = disconnect_outside(tx, a.id); !done) return reg::problem_page(s, done.error());
    note_on_access(tx, a, r, "provider_disconnected", {}, "person", a.id);
    tell_owner(tx, a.id, Text("Tài khoản không còn nối với nhà cung cấp đăng nhập.", "Your account is no longer connected with the sign-in provider."), r);
    return web::redirect("/account#provider");
  }));
  const web::Access all = web::person("administer").for_all_organisations(), proved = web::person("administer").for_all_organisations().proved_again();
  router.get("/settings/sign-in", all, reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor&, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu.", "Saved.").in(s.lang);
    return settings_page(db, r, s, nullptr, 200);
  }));
  router.post("/settings/sign-in", proved, reg::slow_handler(c, [&c](const web::Request& r, const Actor& a) { return save(c, r, a); }));
}

}  // namespace nc::app
