// Measures whole offices against their floors and against the best peer; prints Markdown.
//
//   bench_office --nhipcau build/nhipcau --empty build-bench/bench/bench_empty_page [--rounds 3] [--ms 600] DATABASE...
//
// Rounds go over all databases and works in turn, so that other load on the machine falls on all of them; medians are
// printed. The floor of a page is the same SQL in this process plus an empty page of the same server.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <map>
#include <stdexcept>

#include "works.h"

namespace {

using namespace bench;

struct Arguments {
  std::string nhipcau, empty;
  int rounds = 3;
  double seconds = 0.6;
  std::vector<std::string> databases;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments a;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--nhipcau" && has_value) a.nhipcau = argv[++i];
    else if (word == "--empty" && has_value) a.empty = argv[++i];
    else if (word == "--rounds" && has_value) a.rounds = std::atoi(argv[++i]);
    else if (word == "--ms" && has_value) a.seconds = std::atoi(argv[++i]) / 1000.0;
    else a.databases.push_back(word);
  }
  if (a.nhipcau.empty() || a.empty.empty() || a.databases.empty())
    throw std::runtime_error("usage: bench_office --nhipcau FILE --empty FILE [--rounds N] [--ms N] DATABASE...");
  return a;
}

/// Samples of one work on one office, by number of connections.
struct Measured {
  std::map<int, Samples> rate, p50, p99;
  Samples sql_ms, kb;
  std::uint64_t refused = 0;

  void add(int connections, const Load& load) {
    rate[connections].add(load.rate);
    p50[connections].add(load.p50);
    p99[connections].add(load.p99);
    kb.add(load.body_kb);
    refused += load.refused;
  }
};

struct Row {
  std::vector<Measured> works{std::vector<Measured>(bench::works().size())};
  Measured empty;
  Samples commit_ms, cold_s, report_s;
  std::vector<Samples> uncached{std::vector<Samples>(bench::uncached().size())};
  double fresh_mb = 0;
};

constexpr int k_connections[] = {1, 16, 64};

std::uint64_t g_next = 0;  // every request of the whole run differs from the one before

Load load_of(int port, int connections, double seconds, const MakeRequest& make) {
  const std::uint64_t from = g_next;
  g_next += 1'000'003;
  return run_load(port, connections, seconds, [&](std::uint64_t n) { return make(from + n); });
}

void measure_work(Office& office, const Work& work, Measured& m, double seconds) {
  for (std::uint64_t n = 0; work.cached && n < 20; ++n) exchange(office.port(), work.request(office, n));
  for (const int connections : k_connections)
    m.add(connections, load_of(office.port(), connections, seconds, [&](std::uint64_t n) { return work.request(office, n); }));
  if (!work.sql) return;
  std::uint64_t n = g_next;
  m.sql_ms.add(office.time(seconds / 2, [&](nc::db::ReadDb& db) { work.sql(db, office, n++); }));
  g_next = n;
}

void measure_round(Office& office, Row& row, const Child& empty, const Arguments& a) {
  for (const int connections : k_connections)
    row.empty.add(connections, load_of(empty.port(), connections, a.seconds, [](std::uint64_t) { return get_request("/page", {}); }));
  row.commit_ms.add(office.time_commit(100));
  for (std::size_t i = 0; i < works().size(); ++i) measure_work(office, works()[i], row.works[i], a.seconds);
  const auto questions = uncached();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    row.uncached[i].add(office.time(0, [&](nc::db::ReadDb& db) {
      const auto figure = office.program().engine().evaluate(db, nc::Actor::system(), questions[i].ask);
      if (!figure || !figure->value) throw std::runtime_error("no figure");
    }));
  }
  row.cold_s.add(office.cold_start());
  const double report = run_timed({a.nhipcau, "report", "half_year", "--org", "ct", "--period", "2024-H1", "--format", "docx", "--out", "/dev/null", "--database", office.url()});
  if (report >= 0) row.report_s.add(report);
}

const char* times(double ours, double theirs, char* text, std::size_t size) {
  if (ours <= 0 || theirs <= 0) return "";
  std::snprintf(text, size, "%.0f", theirs / ours);
  return text;
}

double peer_ms(const Peer& p, const Office& office) { return office.aid() > 500'000 ? p.p50_1m : p.p50_100k; }

void print_work(const Office& office, const Row& row, std::size_t i) {
  constexpr double k_cores = 2;
  const Work& work = works()[i];
  const Measured& m = row.works[i];
  char better[32] = "", better_rate[32] = "", floor[64] = "", share[32] = "";
  const double empty_ms = row.empty.p50.at(1).median(), empty_rate = row.empty.rate.at(16).median();
  if (work.sql) {
    const double sql = m.sql_ms.median();
    const double floor_rate = 1 / (1 / empty_rate + sql / 1000 / k_cores);
    std::snprintf(floor, sizeof floor, "%.2f + %.2f", sql, empty_ms);
    std::snprintf(share, sizeof share, "%.2f", m.rate.at(16).median() / floor_rate);
  } else if (!work.cached) {
    std::snprintf(floor, sizeof floor, "%.2f (commit)", row.commit_ms.median());
    std::snprintf(share, sizeof share, "%.2f", row.commit_ms.median() / m.p50.at(1).median());
  } else {
    std::snprintf(floor, sizeof floor, "%.2f", empty_ms);
    std::snprintf(share, sizeof share, "%.2f", m.rate.at(16).median() / empty_rate);
  }
  const double theirs = peer_ms(work.peer, office);
  const char* by_ms = times(m.p50.at(1).median(), theirs, better, sizeof better);
  const double their_rate = office.aid() > 500'000 ? 0 : work.peer.rate_100k;
  if (their_rate > 0) std::snprintf(better_rate, sizeof better_rate, "%.0f", m.rate.at(16).median() / their_rate);
  char peer[32] = "-";
  if (theirs > 0) std::snprintf(peer, sizeof peer, "%.3g", theirs);
  std::printf("| %s | %.2f | %.0f | %.1f | %.1f | %.0f | %s | %s | %s | %s | %s |%s\n", work.name.c_str(), m.p50.at(1).median(), m.rate.at(16).median(),
              m.p50.at(64).median(), m.p99.at(64).median(), m.kb.median(), floor, share, peer, by_ms, better_rate,
              m.refused ? (" REFUSED " + std::to_string(m.refused)).c_str() : "");
}

void print_office(const Office& office, const Row& row) {
  std::printf("\n### %s, %lld aid records\n\n", office.engine().c_str(), static_cast<long long>(office.aid()));
  std::printf("| work | p50 ms, 1 conn. | answers/s, 16 | p50 ms, 64 | p99 ms, 64 | page KB | floor ms (SQL + empty page) | share of the floor | best peer p50 ms | times better | by answers/s, 16 |\n");
  std::printf("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  for (std::size_t i = 0; i < works().size(); ++i) print_work(office, row, i);
  std::printf("| the empty page (floor) | %.2f | %.0f | %.1f | %.1f | %.0f | | | | | |\n", row.empty.p50.at(1).median(), row.empty.rate.at(16).median(),
              row.empty.p50.at(64).median(), row.empty.p99.at(64).median(), row.empty.kb.median());
  const auto questions = uncached();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    char text[32];
    const double ours = row.uncached[i].median(), theirs = peer_ms(questions[i].peer, office);
    std::printf("| %s, uncached, in process | %.1f | | | | | | | %.3g | %s | |\n", questions[i].name.c_str(), ours, theirs,
                theirs > 0 ? (std::snprintf(text, sizeof text, "%.1f", theirs / ours), text) : "");
  }
  std::printf("\nCold start to the first list page: %.2f s. Resident: %.0f MB after start, %.0f MB after the load (peak %.0f MB).", row.cold_s.median(),
              row.fresh_mb, office.server().resident_mb(), office.server().peak_mb());
  if (row.report_s.empty()) std::printf(" Report: not measured.\n");
  else std::printf(" Half-year report as DOCX from the command line: %.2f s.\n", row.report_s.median());
}

/// How much slower the largest office is than the smallest, at one connection.
void print_growth(const std::vector<std::unique_ptr<Office>>& offices, const std::vector<Row>& rows) {
  for (std::size_t big = 0; big < offices.size(); ++big)
    for (std::size_t small = 0; small < offices.size(); ++small) {
      if (offices[big]->engine() != offices[small]->engine() || offices[big]->aid() < 5 * offices[small]->aid()) continue;
      std::printf("\n### %s: latency at %lld over latency at %lld records (p50, one connection)\n\n", offices[big]->engine().c_str(),
                  static_cast<long long>(offices[big]->aid()), static_cast<long long>(offices[small]->aid()));
      for (std::size_t i = 0; i < works().size(); ++i)
        std::printf("- %s: %.2f\n", works()[i].name.c_str(), rows[big].works[i].p50.at(1).median() / rows[small].works[i].p50.at(1).median());
    }
}

void run(const Arguments& a) {
  const Child empty({a.empty, "0", "4"});
  std::vector<std::unique_ptr<Office>> offices;
  std::vector<Row> rows;
  for (const std::string& url : a.databases) {
    offices.push_back(std::make_unique<Office>(a.nhipcau, url));
    rows.emplace_back();
    rows.back().fresh_mb = offices.back()->server().resident_mb();
  }
  for (int round = 0; round < a.rounds; ++round)
    for (std::size_t i = 0; i < offices.size(); ++i) {
      std::fprintf(stderr, "round %d, %s\n", round + 1, offices[i]->url().c_str());
      measure_round(*offices[i], rows[i], empty, a);
    }
  for (std::size_t i = 0; i < offices.size(); ++i) print_office(*offices[i], rows[i]);
  print_growth(offices, rows);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_arguments(argc, argv));
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}
