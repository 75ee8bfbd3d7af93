// The right that a route declares, held against who asks.
#include "auth/access.h"

#include <algorithm>

#include "auth/account.h"

namespace nc {
namespace {

Problem only_looking() {
  return {Code::forbidden, Message("Đang xem thử như người khác nên không ghi được gì. Thôi xem thử rồi làm lại.",
                                   "You are seeing the site as somebody else, so nothing can be written. End that first."), {}};
}

}  // namespace

std::optional<Problem> refusal_of(const web::Access* access, const Actor& actor, bool writes) {
  static const web::Access undeclared = web::person("administer");
  const web::Access& needs = access == nullptr || access->who == web::Access::Who::undeclared ? undeclared : *access;
  const std::set<Function> functions = functions_from_text(needs.functions);
  const bool able = functions.empty() || std::ranges::any_of(functions, [&](Function f) { return actor.may(f); });
  const auto sight = sight_from_code(needs.sight);
  if (able && needs.everywhere && actor.reach != Reach::all)
    return Problem{Code::forbidden, Message("Việc này chạm đến mọi đơn vị: dành cho người quản trị có phạm vi “mọi đơn vị”.",
                                            "This concerns every organisation: it is for administrators who reach all of them."), {}};
  if (writes && actor.token_scopes == "read")
    return Problem{Code::forbidden, Message("Mã truy cập này chỉ được đọc.", "This token may only read."), {}};
  if (able && (!sight || actor.sees(*sight))) return writes && actor.preview() ? std::optional(only_looking()) : std::nullopt;
  if (able)
    return Problem{Code::forbidden, Message("Trang này có dữ liệu nội bộ; tài khoản này chỉ xem bản ghi công khai.",
                                            "This page shows internal data; this account sees public records only."), {}};
  std::string vi, en;
  for (const Function f : functions) {
    vi += (vi.empty() ? "" : ", ") + std::string(label(f).vi);
    en += (en.empty() ? "" : ", ") + std::string(label(f).en);
  }
  return Problem{Code::forbidden, Message("Việc này cần quyền: " + vi + ". Đề nghị người quản trị giao quyền.",
                                          "This needs the right to " + en + ". Ask an administrator for it."), {}};
}

bool proof_is_due(const web::Access* access, const Actor& actor) {
  if (access == nullptr || !access->again) return false;
  const Actor& real = actor.behind ? *actor.behind : actor;
  return !actor.token_scopes.empty() || now() - real.proved_at > k_proof_holds;
}

Problem proof_missing() {
  return {Code::forbidden, Message("Việc này cần xác nhận lại bằng cụm mật khẩu trên trang.", "This needs the pass-phrase again, given on a page."), {}};
}

}  // namespace nc
