// SPDX-License-Identifier: Apache-2.0
// What a hundred more reports cost as a store grows, and how fast it answers when it is large.
// Usage: hearsay_store_growth STORE [REPORTS]   (the store is made anew; default 10000 reports)
//        hearsay_store_growth STORE ask         (only asks a store made so before)
//        hearsay_store_growth STORE more        (adds five hundred to a store made so before)
#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/compare_store.hpp>
#include <hearsay/actions/list_posture.hpp>
#include "made_press.hpp"

namespace {

using namespace hearsay;

constexpr std::size_t k_portion = 100;

// Processor time, so that a busy machine measures the same as an idle one; the disk's waiting is not in it.
double seconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

struct Cost {
  double put = 0, compared = 0;
  double sum() const { return put + compared; }
};

Cost add_portion(store::Store& store, const bench::MadePress& press, std::size_t from) {
  std::vector<store::StoredReport> portion;
  for (std::size_t i = 0; i < k_portion; ++i) {
    portion.push_back(press.report(from + i));
  }
  Cost cost;
  cost.put = seconds([&] {
    for (const auto& report : portion) {
      store.put_report(report);
    }
  });
  cost.compared = seconds([&] { actions::compare_store(store, {}); });
  return cost;
}

std::unique_ptr<store::Store> new_store(const std::string& file) {
  for (const char* part : {"", "-wal", "-shm"}) {
    std::filesystem::remove(file + part);
  }
  return store::open_store(file, {.create = true, .program = "bench", .packs = "made"});
}

// The last hundred of the first thousand once more, in a store of their own: others who use the machine slow both down.
Cost first_again(const bench::MadePress& press, const std::string& file) {
  const auto store = new_store(file);
  Cost cost;
  for (std::size_t from = 0; from < 1000; from += k_portion) {
    cost = add_portion(*store, press, from);
  }
  return cost;
}

void grow(store::Store& store, std::size_t reports, const std::string& scratch) {
  const bench::MadePress press;
  for (std::size_t from = 0; from < reports; from += k_portion) {
    const Cost last = add_portion(store, press, from);
    const std::size_t now = from + k_portion;
    if (now == 1'000 || now == 10'000 || now % 20'000 == 0) {
      const Cost first = first_again(press, scratch);
      fmt::print(
          "{:>7} reports: last 100 put in {:.3f} s, compared in {:.3f} s; of 1000 {:.3f} + {:.3f} s; ratio {:.2f}\n",
          now, last.put, last.compared, first.put, first.compared, last.sum() / first.sum());
      std::fflush(stdout);
    }
  }
}

// Five hundred more into a store made before.
void add_more(const std::string& file) {
  const bench::MadePress press;
  const auto store = store::open_store(file, {.create = false, .program = "bench", .packs = "made"});
  const std::size_t from = store->counts().reports;
  for (std::size_t i = 0; i < 5; ++i) {
    const Cost first = first_again(press, file + ".first");
    const Cost last = add_portion(*store, press, from + i * k_portion);
    fmt::print(
        "{:>7} reports: last 100 put in {:.3f} s, compared in {:.3f} s; of 1000 {:.3f} + {:.3f} s; ratio {:.2f}\n",
        from + (i + 1) * k_portion, last.put, last.compared, first.put, first.compared, last.sum() / first.sum());
    std::fflush(stdout);
  }
}

void ask(const std::string& name, const std::function<std::size_t(std::size_t)>& question) {
  std::vector<double> times;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    times.push_back(seconds([&] { rows += question(i); }));
  }
  std::sort(times.begin(), times.end());
  fmt::print("{:<28} median {:6.2f} ms, 99th percentile {:6.2f} ms, {:.0f} rows\n", name, 1000 * times[100],
             1000 * times[197], static_cast<double>(rows) / 200);
  std::fflush(stdout);
  std::fflush(stdout);
}

void ask_all(store::Store& store, std::size_t reports) {
  const auto first = Day(std::chrono::days(14'610));
  const std::size_t last_day = reports / bench::MadePress::k_a_day;
  ask("one place, one month", [&](std::size_t i) {
    store::Filter filter;
    filter.place = bench::MadePress::place(i * 7 % 300);
    filter.since = first + std::chrono::days(i * 13 % (last_day + 1));
    filter.until = *filter.since + std::chrono::days(30);
    return actions::events_in(store, filter).size();
  });
  ask("circle of 30 km, one month", [&](std::size_t i) {
    store::Filter filter;
    filter.circle = store::Filter::Circle{bench::MadePress::lat(i), bench::MadePress::lon(i % 300), 30};
    filter.since = first + std::chrono::days(i * 13 % (last_day + 1));
    filter.until = *filter.since + std::chrono::days(30);
    return actions::events_in(store, filter).size();
  });
  ask("events of one actor, 100", [&](std::size_t i) {
    store::Filter filter;
    filter.actor = fmt::format("made:actor/{}", i % 40);
    filter.limit = 100;
    return actions::events_in(store, filter).size();
  });
  ask("posture of one place, 100", [&](std::size_t i) {
    store::Filter filter;
    filter.place = bench::MadePress::place(i * 7 % 300);
    filter.limit = 100;
    return actions::posture_in(store, filter).size();
  });
  ask("posture of one actor, 100", [&](std::size_t i) {
    store::Filter filter;
    filter.actor = fmt::format("made:actor/{}", i % 40);
    filter.limit = 100;
    return actions::posture_in(store, filter).size();
  });
  ask("posture of all, 100", [&](std::size_t) {
    store::Filter filter;
    filter.limit = 100;
    return actions::posture_in(store, filter).size();
  });
  ask("full text, 100 claims", [&](std::size_t i) {
    store::Filter filter;
    filter.words = fmt::format("convoy{} ridge{}", i % 40, (i * 3) % 40);
    filter.limit = 100;
    return store.claims(filter).size();
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print("usage: hearsay_store_growth STORE [REPORTS | ask | more]\n");
    return 2;
  }
  const std::string file = argv[1], what = argc > 2 ? argv[2] : "10000";
  if (what == "more") {
    add_more(file);
    return 0;
  }
  if (what == "ask") {
    const auto store = store::open_store(file, {});
    ask_all(*store, store->counts().reports);
    return 0;
  }
  const std::size_t reports = std::stoul(what);
  const auto store = new_store(file);
  grow(*store, reports, file + ".first");
  ask_all(*store, reports);
  fmt::print("{:.0f} MB\n", static_cast<double>(std::filesystem::file_size(file)) / 1e6);
}
