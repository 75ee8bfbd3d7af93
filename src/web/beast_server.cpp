// The HTTP/1.1 server: one io thread with a coroutine per connection, handlers on a bounded set of workers.
//
// The only file that includes Beast and Asio, and the only one with coroutines. gcc 12 destroys some temporaries of a
// co_await expression twice (capturing lambdas, aggregates, both arms of ?:), so everything is named first.
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <ctime>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "base/log.h"
#include "web/errors.h"
#include "web/wire.h"
#include "web/workers.h"

namespace nc::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Stream = beast::basic_stream<tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Parser = http::request_parser<http::string_body>;
using Seconds = std::chrono::seconds;
template <class T>
using Task = asio::awaitable<T, Executor>;
constexpr asio::use_awaitable_t<Executor> use_task;

constexpr std::size_t k_first_read = 2048;         ///< what an idle connection costs in buffer
constexpr std::size_t k_kept_buffer = 16 * 1024;   ///< larger buffers are given back between requests
constexpr std::size_t k_slowest_rate = 16 * 1024;  ///< bytes a second below which a transfer is cut
constexpr Seconds k_linger{30};                    ///< how long what a refused client still sends is read away
constexpr Seconds k_linger_silence{5};             ///< the same, when it sends nothing

/// What came of trying to read one request. `refuse`: never a readable request, refused_status says why.
enum class Read { request, refuse, close };

struct Connection;
using ConnectionPtr = std::shared_ptr<Connection>;

/// One client. Shared by its coroutine and, while a request is in a worker's hands, by that worker.
struct Connection {
  Connection(Socket socket, std::size_t max_buffer)
      : stream(std::move(socket)), buffer(max_buffer), answered(stream.get_executor()) {}

  Stream stream;
  beast::flat_buffer buffer;
  std::string remote;
  std::list<ConnectionPtr>::iterator place;     ///< in Impl::connections
  std::list<Connection*>::iterator idle_place;  ///< in Impl::idle, while idle
  bool idle = false;                            ///< between requests: may be closed at any time

  // The request in hand. While `with_worker`, only the worker touches it.
  std::string id;
  http::request<http::string_body> request;
  int refused_status = 0;
  Response response;
  bool with_worker = false;
  Timer answered;  ///< cancelled when the response is there
};

int status_of(const beast::error_code& ec) {
  if (ec == http::error::header_limit || ec == http::error::buffer_overflow) return 431;
  if (ec == http::error::body_limit) return 413;
  return 400;
}

bool is_client_mistake(const beast::error_code& ec) {
  return ec.category() == make_error_code(http::error::bad_value).category() && ec != http::error::end_of_stream &&
         ec != http::error::partial_message;
}

/// What Beast lets through and this server does not: 0 or the status to refuse with.
int objection(const http::request<http::string_body>& request) {
  const auto hosts = request.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && request.version() >= 11)) return 400;
  // A coding other than chunked would leave the end of the body to guessing.
  for (auto [at, end] = request.equal_range(http::field::transfer_encoding); at != end; ++at) {
    if (!beast::iequals(at->value(), "chunked")) return 501;
  }
  const auto expect = request[http::field::expect];
  if (!expect.empty() && !beast::iequals(expect, "100-continue")) return 417;
  return 0;
}

Seconds longest(int base_s, std::size_t bytes) {
  return Seconds(base_s) + Seconds(static_cast<std::int64_t>(bytes / k_slowest_rate));
}

/// Thousands of connections need as many descriptors; the usual soft limit is 1,024.
void raise_descriptor_limit(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::vector<std::pair<std::string, std::string>> headers_of(const http::request<http::string_body>& request) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& field : request) out.emplace_back(field.name_string(), field.value());
  return out;
}

/// The raw request through parse_request and the site. Runs on a worker.
Response respond(const Site& site, Connection& c) {
  Request bare;
  bare.id = c.id;
  bare.remote = c.remote;
  if (c.refused_status != 0) {
    log::info("refused " + std::to_string(c.refused_status) + " " + c.remote + " " + c.id);
    return site.refuse(bare, c.refused_status, {});
  }
  bare.method = c.request.method_string();
  auto headers = headers_of(c.request);
  auto parsed =
      parse_request(bare.method, std::string(c.request.target()), std::move(headers), std::move(c.request.body()));
  if (!parsed) {
    const int status = request_status(parsed.error());
    log::info("refused " + std::to_string(status) + " " + c.remote + " " + c.id);
    // The page still comes in the person's language and theme: those headers are read without the bad part.
    if (auto without = parse_request(bare.method, "/", headers_of(c.request), {})) {
      bare.headers = std::move(without->headers);
      bare.cookies = std::move(without->cookies);
    }
    return site.refuse(bare, status, parsed.error().message);
  }
  parsed->id = c.id;
  parsed->remote = c.remote;
  return site.handle(std::move(*parsed));
}

}  // namespace

struct Server::Impl {
  Impl(const Site& s, ServerOptions o)
      : site(s),
        options(std::move(o)),
        acceptor(io),
        room(io.get_executor()),
        drained(io.get_executor()),
        signals(io) {}

  Result<unsigned short> listen();
  void run();
  void begin_stop();
  void cut_off();

  Task<void> accept_all();
  Task<void> converse(ConnectionPtr c);
  Task<Read> read_request(Connection& c);
  Task<bool> wait_for_bytes(Connection& c);
  Task<beast::error_code> read_body(Connection& c, Parser& parser);
  Task<bool> answer(const ConnectionPtr& c);
  Task<bool> write(Connection& c, const Response& r, std::string_view body, After after);
  Task<void> read_away(Connection& c);

  void work(const ConnectionPtr& c);
  void set_idle(Connection& c, bool idle);
  void start(Socket socket);
  void forget(const ConnectionPtr& c);
  const std::string& date();

  const Site& site;
  const ServerOptions options;
  asio::io_context io{1};
  Acceptor acceptor;
  Timer room;     ///< cancelled when a connection ends while accepting waits
  Timer drained;  ///< runs during a stop
  asio::basic_signal_set<Executor> signals;
  std::list<ConnectionPtr> connections;
  std::list<Connection*> idle;  ///< longest idle first
  bool stopping = false;
  std::string date_text;
  std::time_t date_second = 0;
  std::optional<Workers<ConnectionPtr>> workers;
};

const std::string& Server::Impl::date() {
  const std::time_t second = std::time(nullptr);
  if (second != date_second) {
    date_second = second;
    date_text = http_date(second);
  }
  return date_text;
}

void Server::Impl::set_idle(Connection& c, bool now_idle) {
  if (c.idle == now_idle) return;
  c.idle = now_idle;
  if (now_idle)
    c.idle_place = idle.insert(idle.end(), &c);
  else
    idle.erase(c.idle_place);
}

void Server::Impl::start(Socket socket) {
  beast::error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  const tcp::endpoint peer = socket.remote_endpoint(ignored);
  auto c = std::make_shared<Connection>(std::move(socket), options.max_header + 64 * 1024);
  c->remote = peer.address().to_string();
  c->place = connections.insert(connections.end(), c);
  asio::co_spawn(io, converse(c), asio::detached);
}

void Server::Impl::forget(const ConnectionPtr& c) {
  set_idle(*c, false);
  c->stream.close();
  connections.erase(c->place);
  room.cancel();
  if (stopping && connections.empty()) drained.cancel();
}

Task<void> Server::Impl::accept_all() {
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  while (!stopping) {
    if (connections.size() >= options.max_connections) {
      if (idle.empty()) {
        room.expires_at(Timer::time_point::max());
        co_await room.async_wait(token);
        continue;
      }
      idle.front()->stream.close();  // its coroutine wakes up and ends
      set_idle(*idle.front(), false);
    }
    Socket socket(io);
    co_await acceptor.async_accept(socket, token);
    if (!ec) {
      start(std::move(socket));
    } else if (!stopping) {  // out of descriptors or memory: others have to finish first
      room.expires_after(std::chrono::milliseconds(100));
      co_await room.async_wait(token);
    }
  }
}

/// Waits until at least one byte of a request is there. False: the client went away or was too slow.
Task<bool> Server::Impl::wait_for_bytes(Connection& c) {
  if (c.buffer.size() > 0) co_return true;
  if (stopping) co_return false;
  if (c.buffer.capacity() > k_kept_buffer) c.buffer.shrink_to_fit();
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  auto space = c.buffer.prepare(k_first_read);
  set_idle(c, true);
  const std::size_t n = co_await c.stream.async_read_some(space, token);
  set_idle(c, false);
  c.buffer.commit(n);
  co_return !ec;
}

Task<beast::error_code> Server::Impl::read_body(Connection& c, Parser& parser) {
  using Clock = std::chrono::steady_clock;
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  const auto length = parser.content_length();
  const auto deadline = Clock::now() + longest(options.body_timeout_s, length ? *length : options.max_body);
  c.stream.expires_after(Seconds(options.body_timeout_s));
  if (!parser.get()[http::field::expect].empty()) {
    static constexpr std::string_view k_continue = "HTTP/1.1 100 Continue\r\n\r\n";
    auto interim = asio::buffer(k_continue);
    co_await asio::async_write(c.stream, interim, token);
    if (ec) co_return ec;
  }
  parser.eager(true);
  while (!parser.is_done() && !ec) {
    c.stream.expires_at(std::min(deadline, Clock::now() + Seconds(options.body_timeout_s)));
    co_await http::async_read_some(c.stream, c.buffer, parser, token);
  }
  co_return ec;
}

Task<Read> Server::Impl::read_request(Connection& c) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options.max_header));
  parser.body_limit(options.max_body);
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  c.stream.expires_after(Seconds(options.header_timeout_s));
  co_await http::async_read_header(c.stream, c.buffer, parser, token);
  if (!ec) {
    c.refused_status = objection(parser.get());
    if (c.refused_status != 0) co_return Read::refuse;
    if (!parser.is_done()) ec = co_await read_body(c, parser);
  }
  if (ec) {
    if (!is_client_mistake(ec)) co_return Read::close;
    c.refused_status = status_of(ec);
    co_return Read::refuse;
  }
  c.request = parser.release();
  co_return Read::request;
}

void Server::Impl::work(const ConnectionPtr& c) {
  try {
    c->response = respond(site, *c);
  } catch (const std::exception& e) {  // out of memory, at most: Site::handle doesn't throw
    log::error("request " + c->id + " failed: " + e.what());
    c->response = Response{500};
  }
  asio::post(io, [c] {
    c->with_worker = false;
    c->answered.cancel();
  });
}

/// Has the request answered by a worker and writes the answer. True: the connection stays open.
Task<bool> Server::Impl::answer(const ConnectionPtr& c) {
  const bool readable = c->refused_status == 0;
  const bool head = readable && c->request.method() == http::verb::head;
  const bool wants_more = readable && c->request.keep_alive();
  c->id = new_request_id();
  c->with_worker = true;
  c->answered.expires_at(Timer::time_point::max());
  if (workers->submit(c)) {
    beast::error_code ec;
    auto token = asio::redirect_error(use_task, ec);
    co_await c->answered.async_wait(token);
    if (c->with_worker) co_return false;  // a stop did not wait any longer
  } else {
    c->with_worker = false;
    Request bare;
    bare.id = c->id;
    c->response = plain_error(bare, 503, {});
    c->response.with("Retry-After", "2").with("Cache-Control", "no-store");
    add_security_headers(c->response);
  }
  const Response response = std::move(c->response);
  const After after = wants_more && !stopping ? After::keep_alive : After::close;
  std::string_view body = response.content();
  if (head || response.status == 204 || response.status == 304) body = {};
  const bool written = co_await write(*c, response, body, after);
  co_return written&& after == After::keep_alive;
}

Task<bool> Server::Impl::write(Connection& c, const Response& r, std::string_view body, After after) {
  using Clock = std::chrono::steady_clock;
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  const std::string head = response_head(r, date(), after);
  std::array<asio::const_buffer, 2> parts = {asio::buffer(head), asio::buffer(body)};
  const auto deadline = Clock::now() + longest(options.write_timeout_s, body.size());
  while (asio::buffer_size(parts) > 0) {
    c.stream.expires_at(std::min(deadline, Clock::now() + Seconds(options.write_timeout_s)));
    const std::size_t n = co_await c.stream.async_write_some(parts, token);
    if (ec) co_return false;
    const std::size_t of_head = std::min(n, parts[0].size());
    parts[0] += of_head;
    parts[1] += n - of_head;
  }
  co_return true;
}

/// Closing while bytes are unread would reset the connection and take the answer away from the client.
Task<void> Server::Impl::read_away(Connection& c) {
  using Clock = std::chrono::steady_clock;
  beast::error_code ec;
  auto token = asio::redirect_error(use_task, ec);
  c.stream.socket().shutdown(tcp::socket::shutdown_send, ec);
  const auto deadline = Clock::now() + k_linger;
  c.buffer.clear();
  set_idle(c, true);
  while (!ec && !stopping) {
    c.stream.expires_at(std::min(deadline, Clock::now() + k_linger_silence));
    auto space = c.buffer.prepare(k_kept_buffer);
    co_await c.stream.async_read_some(space, token);
  }
}

Task<void> Server::Impl::converse(ConnectionPtr c) {
  struct Leaving {
    Impl& server;
    const ConnectionPtr& connection;
    ~Leaving() { server.forget(connection); }
  };
  const Leaving leaving{*this, c};
  c->stream.expires_after(Seconds(options.header_timeout_s));
  bool alive = true;
  Read read = Read::close;
  while (alive) {
    const bool has_bytes = co_await wait_for_bytes(*c);
    if (!has_bytes) co_return;
    read = co_await read_request(*c);
    if (read == Read::close) co_return;
    alive = co_await answer(c);
    c->stream.expires_after(Seconds(options.idle_timeout_s));
  }
  if (read == Read::refuse) co_await read_away(*c);
}

void Server::Impl::cut_off() {
  log::warn(std::to_string(connections.size()) + " connections were cut off at the end of the stop");
  for (const ConnectionPtr& c : connections) {
    c->stream.close();
    c->answered.cancel();
  }
}

void Server::Impl::begin_stop() {
  if (stopping) return;
  stopping = true;
  beast::error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  signals.remove(SIGINT, ignored);  // a second Ctrl-C ends the program at once
  room.cancel();
  for (Connection* c : idle) c->stream.close();
  if (connections.empty()) return;
  drained.expires_after(Seconds(options.drain_s));
  drained.async_wait([this](const beast::error_code& ec) {
    if (!ec) cut_off();
  });
}

void Server::Impl::run() {
  workers.emplace(options.workers, options.max_waiting, [this](const ConnectionPtr& c) { work(c); });
  if (options.signals) {
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](const beast::error_code& ec, int) {
      if (!ec) begin_stop();
    });
  }
  asio::co_spawn(io, accept_all(), asio::detached);
  io.run();
  workers->finish();
  io.restart();
  io.poll();  // what workers reported after their connection was cut off
}

Result<unsigned short> Server::Impl::listen() {
  beast::error_code ec;
  const auto where = options.address + ":" + std::to_string(options.port);
  const auto address = asio::ip::make_address(options.address, ec);
  if (ec) {
    return refuse(Code::invalid, Message("Địa chỉ " + options.address + " không phải địa chỉ IP. Ví dụ đúng: 127.0.0.1",
                                         options.address + " is not an IP address. Example: 127.0.0.1"));
  }
  raise_descriptor_limit(options.max_connections + 512);
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), ec);
  if (!ec) acceptor.set_option(asio::socket_base::reuse_address(true), ec);
  if (!ec) acceptor.bind(endpoint, ec);
  if (!ec) acceptor.listen(asio::socket_base::max_listen_connections, ec);
  if (!ec) return acceptor.local_endpoint().port();
  if (ec == asio::error::address_in_use) {
    return refuse(Code::conflict, Message("Cổng " + where + " đang có chương trình khác dùng. Chọn cổng khác.",
                                          "Another program is using " + where + ". Choose another port."));
  }
  if (ec == asio::error::access_denied) {
    return refuse(Code::forbidden, Message("Không được phép mở cổng " + where + ". Chọn cổng từ 1024 trở lên.",
                                           "Not allowed to open " + where + ". Choose a port from 1024 up."));
  }
  return refuse(Code::invalid, Message("Không mở được " + where + ": " + ec.message(),
                                       "Could not open " + where + ": " + ec.message()));
}

Server::Server(const Site& site, ServerOptions options) : impl_(std::make_unique<Impl>(site, std::move(options))) {}
Server::~Server() = default;
Result<unsigned short> Server::listen() { return impl_->listen(); }
void Server::run() { impl_->run(); }
void Server::stop() {
  Impl* const impl = impl_.get();
  asio::post(impl->io, [impl] { impl->begin_stop(); });
}

}  // namespace nc::web
