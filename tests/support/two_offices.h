// Two Unions in one database, every register filled in both with words of their own, and a person of every role.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/program.h"
#include "conformance/world.h"
#include "support/answer.h"

namespace nc::test {

/// What is asked and what was answered, in process.
class TwoOffices {
 public:
  using Form = std::vector<std::pair<std::string, std::string>>;
  /// Words that stand in every text of one Union's records and nowhere else.
  static constexpr std::string_view k_mark_ct = "zkctz", k_mark_hp = "zkhpz";

  struct Persona {
    std::string name;          ///< "chair at ct", "nobody"
    const Role* role = nullptr;  ///< nullptr: nobody
    std::string org;
    std::int64_t id = 0;
    std::string session;
  };

  explicit TwoOffices(db::Engine engine);

  app::Program& program() { return *program_; }
  const web::Site& site() const { return program_->site(); }
  /// Every role in the Union of `side` ("ct", "hp"): association officers at its association, readers of VUFO there.
  std::vector<Persona> personas(const std::string& side);
  static Persona nobody() { return {"nobody", nullptr, {}, 0, {}}; }
  /// A record of the register kept by the association of this side; 0 when there is none.
  std::int64_t record(const std::string& side, const std::string& register_name) const;

  web::Response ask(const Persona& who, const std::string& method, const std::string& target, const Form& form = {},
                    const std::string& more_cookies = {});
  /// Signs the persona in anew.
  void renew(Persona& who);

 private:
  void make(const std::string& url);
  void make_organisations(db::Tx& tx);
  void fill(const std::string& side);
  std::int64_t org(const std::string& code) const { return orgs_.at(code); }

  std::unique_ptr<World> world_;
  std::unique_ptr<app::Program> program_;
  std::map<std::string, std::int64_t> orgs_;
  std::map<std::pair<std::string, std::string>, std::int64_t> records_;
  int people_ = 0;
};

}  // namespace nc::test
