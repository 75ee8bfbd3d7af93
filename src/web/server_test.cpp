// The server over real sockets: limits, slow and rude clients, pipelining, stopping.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "html/assets.h"
#include "web/web.h"

namespace nc::web {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// A client that can be as rude as it likes.
class Client {
 public:
  explicit Client(unsigned short port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  Client(Client&& other) noexcept : fd_(std::exchange(other.fd_, -1)), connected_(other.connected_) {}
  Client& operator=(Client&&) = delete;
  ~Client() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool connected() const { return connected_; }

  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  /// Reads until `enough` says so, the server closes, or `patience` is over.
  template <class Enough>
  std::string read(Enough enough, std::chrono::milliseconds patience = 8s) {
    std::string got;
    const auto end = Clock::now() + patience;
    while (!enough(got)) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
      pollfd wait{fd_, POLLIN, 0};
      if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) <= 0) break;
      char buffer[16384];
      const ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
      closed_ = n <= 0;
      if (closed_) break;
      got.append(buffer, static_cast<std::size_t>(n));
    }
    return got;
  }
  std::string read_until_closed(std::chrono::milliseconds patience = 8s) {
    return read([](const std::string&) { return false; }, patience);
  }
  std::string read_until(const std::string& text) {
    return read([&](const std::string& got) { return got.find(text) != std::string::npos; });
  }
  bool closed() const { return closed_; }

 private:
  int fd_;
  bool connected_ = false;
  bool closed_ = false;
};

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

class ServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.csrf_key = "test";
    site_.log_requests = false;
    site_.router.get("/plain", [](const Request&) { return text("tiny"); });
    site_.router.get("/number/{n}", [](const Request& r) { return text("<" + std::string(r.arg("n")) + ">"); });
    site_.router.get("/big", [](const Request&) { return text(std::string(8 << 20, 'x')); });
    site_.router.get("/slow", [this](const Request&) {
      ++slow_;
      std::this_thread::sleep_for(1s);
      return text("slow done");
    });
    site_.router.get("/form", [this](const Request& r) { return text(site_.csrf_token(r)); });
    site_.router.post("/echo", [](const Request& r) {
      return text(std::string(r.form.get("name")) + "|" + (r.uploads.empty() ? "" : r.uploads[0].filename));
    });
    site_.router.get("/assets/{file...}", serve_asset);
    options_.port = 0;
    options_.signals = false;
    options_.max_body = 100'000;
    options_.header_timeout_s = 1;
    options_.body_timeout_s = 1;
    options_.write_timeout_s = 2;
    options_.drain_s = 5;
  }
  void TearDown() override { stop(); }

  void start() {
    server_ = std::make_unique<Server>(site_, options_);
    const auto port = server_->listen();
    ASSERT_TRUE(port) << port.error().message.en;
    port_ = *port;
    thread_ = std::thread([this] { server_->run(); });
  }
  void stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
  }

  std::string ask(std::string_view bytes) {
    Client client(port_);
    client.send(bytes);
    return client.read_until_closed();
  }
  static std::string get(const std::string& path, const std::string& headers = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
  }
  /// GET /plain on a new connection: how long it took, or 1 hour when the answer is wrong.
  Clock::duration time_of_plain() {
    const auto start = Clock::now();
    const std::string got = ask(get("/plain", "Connection: close\r\n"));
    return got.ends_with("tiny") ? Clock::now() - start : Clock::duration(1h);
  }

  Site site_;
  ServerOptions options_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
  unsigned short port_ = 0;
  std::atomic<int> slow_ = 0;
};

TEST_F(ServerTest, answers_and_keeps_the_connection) {
  start();
  Client client(port_);
  for (int i = 0; i < 3; ++i) {
    client.send(get("/plain"));
    const std::string got = client.read_until("tiny");
    EXPECT_TRUE(got.starts_with("HTTP/1.1 200 OK\r\n")) << got;
    EXPECT_NE(got.find("\r\nContent-Length: 4\r\n"), std::string::npos);
    EXPECT_NE(got.find(" GMT\r\n"), std::string::npos);
  }
}

TEST_F(ServerTest, ten_pipelined_requests_are_answered_in_order) {
  start();
  std::string all;
  std::string expected;
  for (int i = 0; i < 10; ++i) {
    all += get("/number/" + std::to_string(i), i == 9 ? "Connection: close\r\n" : "");
    expected += "<" + std::to_string(i) + ">";
  }
  const std::string got = ask(all);
  std::string bodies;
  for (std::size_t at = got.find("\r\n\r\n"); at != std::string::npos; at = got.find("\r\n\r\n", at + 1)) {
    bodies += got.substr(at + 4, 3);
  }
  EXPECT_EQ(bodies, expected);
}

TEST_F(ServerTest, a_header_of_64_kilobytes_is_answered_431) {
  start();
  EXPECT_TRUE(ask(get("/plain", "X-Big: " + std::string(64 * 1024, 'a') + "\r\n")).starts_with("HTTP/1.1 431 "));
  EXPECT_TRUE(ask("GET /" + std::string(64 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n").starts_with("HTTP/1.1 431"));
}

TEST_F(ServerTest, a_header_of_9_kilobytes_is_taken) {
  start();
  const std::string got = ask(get("/plain", "X-Big: " + std::string(9 * 1024, 'a') + "\r\nConnection: close\r\n"));
  EXPECT_TRUE(got.starts_with("HTTP/1.1 200 ")) << got.substr(0, 200);
}

TEST_F(ServerTest, a_body_over_the_limit_is_answered_413_even_while_it_is_being_sent) {
  start();
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n";
  const std::string got = ask(head + std::string(3'000'000, 'x'));
  EXPECT_TRUE(got.starts_with("HTTP/1.1 413 ")) << got.substr(0, 200);
  EXPECT_NE(got.find("quá lớn"), std::string::npos) << "says why, in Vietnamese";
  std::string chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 30; ++i) chunked += "1388\r\n" + std::string(5000, 'x') + "\r\n";
  EXPECT_TRUE(ask(chunked + "0\r\n\r\n").starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTest, requests_whose_end_could_be_read_in_two_ways_are_refused) {
  start();
  const std::string post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
  const std::string both = ask(post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  EXPECT_TRUE(both.starts_with("HTTP/1.1 400 ")) << both.substr(0, 100);
  EXPECT_EQ(count(both, "HTTP/1.1 "), 1u);
  EXPECT_TRUE(
      ask(post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(ask(post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhelloo").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(ask(post + "Content-Length: -5\r\n\r\nhello").starts_with("HTTP/1.1 400 "));
  const std::string coded = ask(post + "Transfer-Encoding: gzip\r\n\r\nGET /plain HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(coded.starts_with("HTTP/1.1 501 ")) << coded.substr(0, 100);
  EXPECT_EQ(count(coded, "HTTP/1.1 "), 1u);
}

TEST_F(ServerTest, malformed_requests_are_answered_400_and_closed) {
  start();
  for (const std::string& bad :
       {std::string("GET /plain HTTP/1.1\nHost: a\n\n"), std::string("\x16\x03\x01 tls hello\r\n\r\n"),
        std::string("GET /plain\r\n\r\n"), std::string("GET /plain HTTP/3.0\r\nHost: a\r\n\r\n"),
        std::string("GET /plain HTTP/1.1\r\nHost : a\r\n\r\n"), std::string("GET /plain HTTP/1.1\r\n\r\n"),
        std::string("GET /plain HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        std::string("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
        std::string("GET /../x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        std::string("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        std::string("GET /?q=%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")}) {
    Client client(port_);
    client.send(bad);
    const std::string got = client.read_until_closed();
    EXPECT_TRUE(got.starts_with("HTTP/1.1 400 ")) << bad << " -> " << got.substr(0, 80);
    EXPECT_EQ(count(got, "HTTP/1.1 "), 1u) << bad;
    EXPECT_TRUE(client.closed()) << bad;
  }
  EXPECT_LT(time_of_plain(), 2s);
}

TEST_F(ServerTest, refusals_come_in_the_language_of_the_person) {
  start();
  const std::string end = "Connection: close\r\n";
  EXPECT_NE(ask(get("/?q=%ff", end + "Accept-Language: en\r\n")).find("is not UTF-8"), std::string::npos);
  EXPECT_NE(ask(get("/?q=%ff", end + "Cookie: nc_lang=en\r\n")).find("is not UTF-8"), std::string::npos);
  EXPECT_NE(ask(get("/?q=%ff", end)).find("không phải UTF-8"), std::string::npos);
}

TEST_F(ServerTest, slow_headers_and_bodies_are_dropped) {
  start();
  Client dripping(port_);
  const auto begin = Clock::now();
  bool dropped = false;
  for (int i = 0; i < 40 && !dropped; ++i) {
    dropped = !dripping.send(i == 0 ? "GET /plain HTTP/1.1\r\nHost: a\r\nX: " : "x");
    std::this_thread::sleep_for(100ms);
  }
  EXPECT_TRUE(dropped) << "one byte each 100 ms would have gone on for ever";
  EXPECT_LT(Clock::now() - begin, 3s);

  Client silent(port_);
  silent.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(silent.read_until_closed(4s), "");
  EXPECT_TRUE(silent.closed());

  Client mute(port_);
  mute.read_until_closed(4s);
  EXPECT_TRUE(mute.closed()) << "a client that never says anything";
}

TEST_F(ServerTest, a_client_that_does_not_read_is_dropped_and_others_are_served) {
  start();
  std::vector<Client> greedy;
  for (int i = 0; i < 20; ++i) greedy.emplace_back(port_).send(get("/big"));
  EXPECT_LT(time_of_plain(), 1900ms);
  std::this_thread::sleep_for(3s);
  const std::string got = greedy[0].read_until_closed();
  EXPECT_TRUE(greedy[0].closed());
  EXPECT_LT(got.size(), std::size_t{8} << 20);
}

TEST_F(ServerTest, a_large_answer_arrives_whole) {
  start();
  const std::string got = ask(get("/big", "Connection: close\r\n"));
  EXPECT_EQ(got.size() - got.find("\r\n\r\n") - 4, std::size_t{8} << 20);
}

/// Both ends of a connection are in this process: two files each.
int connections_allowed(int wanted) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  ::getrlimit(RLIMIT_NOFILE, &files);
  constexpr rlim_t k_others = 200;
  return files.rlim_cur > static_cast<rlim_t>(wanted) * 2 + k_others ? wanted : static_cast<int>((files.rlim_cur - k_others) / 2);
}

TEST_F(ServerTest, two_thousand_idle_connections_do_not_stop_a_new_one) {
  options_.header_timeout_s = 60;
  start();
  std::vector<Client> idle;
  const int connections = connections_allowed(2000);
  ASSERT_GE(connections, 400) << "this machine allows too few open files";
  for (int i = 0; i < connections; ++i) {
    idle.emplace_back(port_);
    idle.back().send(get("/plain"));
  }
  for (Client& client : idle) ASSERT_NE(client.read_until("tiny").find(" 200 "), std::string::npos);
  EXPECT_LT(time_of_plain(), 500ms);
  const auto start_of_stop = Clock::now();
  stop();
  EXPECT_LT(Clock::now() - start_of_stop, 1s) << "idle connections are closed at once";
}

TEST_F(ServerTest, over_the_limit_of_connections_the_longest_idle_one_goes) {
  options_.max_connections = 10;
  options_.header_timeout_s = 30;
  start();
  std::vector<Client> idle;
  for (int i = 0; i < 10; ++i) {
    idle.emplace_back(port_).send(get("/plain"));
    idle.back().read_until("tiny");
  }
  EXPECT_LT(time_of_plain(), 1s);
  idle[0].read_until_closed(2s);
  EXPECT_TRUE(idle[0].closed());
  idle[9].send(get("/plain"));
  EXPECT_NE(idle[9].read_until("tiny").find("tiny"), std::string::npos);
}

TEST_F(ServerTest, head_has_the_length_and_no_body) {
  start();
  const std::string got = ask("HEAD /plain HTTP/1.1\r\nHost: a\r\n\r\n" + get("/plain", "Connection: close\r\n"));
  EXPECT_EQ(count(got, "HTTP/1.1 200 OK"), 2u);
  EXPECT_EQ(count(got, "Content-Length: 4\r\n"), 2u);
  EXPECT_EQ(count(got, "tiny"), 1u);
}

TEST_F(ServerTest, http_1_0_is_answered_and_closed) {
  start();
  Client client(port_);
  client.send("GET /plain HTTP/1.0\r\n\r\n");
  EXPECT_NE(client.read_until_closed().find("tiny"), std::string::npos);
  EXPECT_TRUE(client.closed());
}

TEST_F(ServerTest, methods_that_are_not_taken_are_named) {
  start();
  const std::string wrong = ask("DELETE /plain HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(wrong.starts_with("HTTP/1.1 405 "));
  EXPECT_NE(wrong.find("\r\nAllow: GET, HEAD\r\n"), std::string::npos);
  const std::string unknown = ask("BREW /plain HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(unknown.starts_with("HTTP/1.1 501 "));
  EXPECT_NE(unknown.find("\r\nAllow: "), std::string::npos);
}

TEST_F(ServerTest, a_client_that_asks_first_is_told_to_go_on) {
  start();
  Client client(port_);
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("a=b");
  EXPECT_TRUE(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 403 ")) << "read, then refused for want of a token";
  const std::string large = "Content-Length: 3000000\r\n\r\n";
  EXPECT_TRUE(ask("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n" + large).starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(ask(get("/plain", "Expect: the-moon\r\n")).starts_with("HTTP/1.1 417 "));
}

TEST_F(ServerTest, a_form_with_a_file_arrives_over_the_wire) {
  start();
  const std::string page = ask(get("/form", "Cookie: nc_session=s\r\nConnection: close\r\n"));
  const std::string token = page.substr(page.find("\r\n\r\n") + 4);
  const std::string body = "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token +
                           "\r\n--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nĐoàn Nhật\r\n"
                           "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"Quyết định.pdf\"\r\n\r\n"
                           "x\r\n--B--\r\n";
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: a\r\nCookie: nc_session=s\r\nConnection: close\r\n"
      "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: ";
  EXPECT_TRUE(ask(head + std::to_string(body.size()) + "\r\n\r\n" + body).ends_with("Đoàn Nhật|Quyết định.pdf"));
  const std::string cut = body.substr(0, body.size() - 8);
  EXPECT_TRUE(ask(head + std::to_string(cut.size()) + "\r\n\r\n" + cut).starts_with("HTTP/1.1 400 "));
}

TEST_F(ServerTest, blocked_handlers_do_not_stop_other_connections_being_read) {
  options_.workers = 4;
  start();
  std::vector<Client> blocking;
  for (int i = 0; i < 3; ++i) blocking.emplace_back(port_).send(get("/slow"));
  while (slow_ < 3) std::this_thread::sleep_for(5ms);
  EXPECT_LT(time_of_plain(), 500ms);
}

TEST_F(ServerTest, when_too_many_requests_wait_the_next_is_answered_503) {
  options_.workers = 1;
  options_.max_waiting = 2;
  start();
  std::vector<Client> waiting;
  waiting.emplace_back(port_).send(get("/slow"));
  while (slow_ < 1) std::this_thread::sleep_for(5ms);
  for (int i = 0; i < 2; ++i) waiting.emplace_back(port_).send(get("/plain"));
  std::this_thread::sleep_for(100ms);
  const std::string got = ask(get("/plain", "Connection: close\r\n"));
  EXPECT_TRUE(got.starts_with("HTTP/1.1 503 ")) << got.substr(0, 100);
  EXPECT_NE(got.find("\r\nRetry-After: "), std::string::npos);
  EXPECT_NE(waiting[1].read_until("tiny").find("tiny"), std::string::npos) << "those who waited are served";
}

TEST_F(ServerTest, a_stop_lets_a_request_in_flight_finish) {
  start();
  Client client(port_);
  client.send(get("/slow"));
  while (slow_ < 1) std::this_thread::sleep_for(5ms);
  const auto begin = Clock::now();
  stop();
  EXPECT_LT(Clock::now() - begin, 3s);
  const std::string got = client.read_until_closed();
  EXPECT_NE(got.find("slow done"), std::string::npos);
  EXPECT_NE(got.find("Connection: close"), std::string::npos);
  EXPECT_FALSE(Client(port_).connected()) << "nobody is let in after the stop";
}

TEST_F(ServerTest, sigterm_stops_it_and_requests_in_flight_finish) {
  options_.signals = true;
  start();
  Client client(port_);
  client.send(get("/slow"));
  while (slow_ < 1) std::this_thread::sleep_for(5ms);
  ASSERT_EQ(::kill(::getpid(), SIGTERM), 0);
  thread_.join();
  EXPECT_NE(client.read_until_closed().find("slow done"), std::string::npos);
}

TEST_F(ServerTest, a_stop_does_not_wait_for_slow_clients_beyond_the_drain_time) {
  options_.drain_s = 1;
  options_.header_timeout_s = 30;
  start();
  Client half(port_);
  half.send("GET /plain HTTP/1.1\r\nHo");
  std::this_thread::sleep_for(200ms);
  const auto begin = Clock::now();
  stop();
  EXPECT_LT(Clock::now() - begin, 3s);
}

TEST_F(ServerTest, a_taken_port_and_a_bad_address_are_refused_in_words) {
  start();
  ServerOptions same = options_;
  same.port = port_;
  Server second(site_, same);
  const auto taken = second.listen();
  ASSERT_FALSE(taken);
  EXPECT_NE(taken.error().message.vi.find(std::to_string(port_)), std::string::npos);
  same.address = "nowhere";
  EXPECT_FALSE(Server(site_, same).listen());
}

TEST_F(ServerTest, assets_are_compressed_cached_and_not_sent_twice) {
  start();
  const Asset* asset = nullptr;
  for (const Asset& each : built_in_assets()) {
    if (!each.gzip.empty() && !each.brotli.empty()) asset = &each;
  }
  if (asset == nullptr) GTEST_SKIP() << "built without the front-end bundle";
  const std::string url = asset_url(asset->name);
  const std::string end = "Connection: close\r\n";
  const std::string plain = ask(get(url, end));
  EXPECT_NE(plain.find("Content-Length: " + std::to_string(asset->bytes.size()) + "\r\n"), std::string::npos);
  EXPECT_NE(plain.find("immutable"), std::string::npos);
  EXPECT_NE(ask(get(url, end + "Accept-Encoding: gzip\r\n")).find("Content-Encoding: gzip"), std::string::npos);
  const std::string brotli = ask(get(url, end + "Accept-Encoding: gzip, deflate, br\r\n"));
  EXPECT_NE(brotli.find("Content-Encoding: br"), std::string::npos);
  EXPECT_NE(ask(get(url, end + "Accept-Encoding: gzip, br;q=0\r\n")).find("Content-Encoding: gzip"), std::string::npos);
  const auto etag_at = brotli.find("ETag: ") + 6;
  const std::string etag = brotli.substr(etag_at, brotli.find("\r\n", etag_at) - etag_at);
  const std::string again = ask(get(url, end + "Accept-Encoding: br\r\nIf-None-Match: " + etag + "\r\n"));
  EXPECT_TRUE(again.starts_with("HTTP/1.1 304 "));
  EXPECT_TRUE(again.ends_with("\r\n\r\n")) << "no body";
  EXPECT_TRUE(ask(get("/assets/none.css", end)).starts_with("HTTP/1.1 404 "));
}

}  // namespace
}  // namespace nc::web
