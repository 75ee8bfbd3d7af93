// The sample office in a fresh database, asked request by request, in process, as one signed-in person.
//
//   class Desk : public test::SampleSite {
//    public:
//     explicit Desk(db::Engine engine) : SampleSite({.engine = engine}) { sign_in(); }
//   };
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/program.h"
#include "support/answer.h"
#include "support/engines.h"

namespace nc::test {

class SampleSite {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  using Form = Pairs;
  struct Choices {
    db::Engine engine = db::Engine::sqlite;
    bool reports = false;              ///< with the reports of the sample
    std::string opens_on{};            ///< the period of the front page, when not the usual one
    std::string host = "localhost";
  };

  explicit SampleSite(Choices choices);

  app::Program& program() { return *program_; }
  /// Stops the program and starts it on the same database; whoever was signed in is not any more.
  void restart();
  /// Every later request comes from this person, in a visit of its own.
  void sign_in(const std::string& login = "thu");
  void sign_in(std::int64_t person);

  web::Response get(const std::string& target) { return ask("GET", target); }
  web::Response post(const std::string& target, const Form& form = {}) { return ask("POST", target, form); }
  /// A form as browsers send it; an act carries the token of its form.
  web::Response ask(const std::string& method, const std::string& target, const Form& form = {}, bool with_token = true);
  /// Any request of the signed-in person.
  web::Response send(const std::string& method, const std::string& target, const Pairs& headers, const std::string& body);
  std::string token() const;
  static std::string encoded(const Form& form);
  /// The page, which has to be there.
  std::string page(const std::string& target);

  /// A figure as the program counts it for itself; -1 when it has none.
  std::int64_t count(const std::string& indicator, const std::string& org, const std::string& period);
  std::int64_t number(const db::Sql& sql, const db::Params& params = {});
  std::string text(const db::Sql& sql, const db::Params& params = {});
  template <class F> void write(F&& body) {
    program_->database().write([&](db::Tx& tx) {
      body(tx);
      return true;
    });
  }

 private:
  std::string session_, host_, url_;
  std::unique_ptr<app::Program> program_;
};

}  // namespace nc::test
