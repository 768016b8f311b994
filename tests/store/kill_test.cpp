// SPDX-License-Identifier: Apache-2.0
// kill -9 at any moment of writing: the store opens, is whole, and a rerun completes it.
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "made_reports.hpp"

namespace hearsay::tests {
namespace {

constexpr int k_reports = 120;

void write_all(const std::string& file) {
  const auto store = store::open_store(file, {.create = true, .program = "1", .packs = "p"});
  for (int i = 0; i < k_reports; ++i) {
    const auto report = make_report("r" + std::to_string(i), "2016-03-02", {{}, {}, {}});
    store->put_report(report);
    Event event;
    store->in_transaction([&] {
      for (const Claim& claim : report.claims) {
        event.id = claim.id;
        event.claims = {{report.text.id, claim.id}};
        store->traces().put_event(event);
      }
      store->traces().settle(report.text.id);
    });
  }
}

// Runs write_all in a child and kills it after a while.
void write_and_kill(const std::string& file, std::chrono::microseconds after) {
  const pid_t child = fork();
  if (child == 0) {
    write_all(file);
    _exit(0);
  }
  std::this_thread::sleep_for(after);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

TEST(Kill, leaves_a_whole_store_that_a_rerun_completes) {
  std::mt19937 random(9);
  for (int round = 0; round < 8; ++round) {
    const TemporaryFolder folder;
    const std::string file = folder.file("war.db");
    write_and_kill(file, std::chrono::microseconds(random() % 60'000));
    {
      const auto store = store::open_store(file, {.create = true});
      ASSERT_TRUE(store->check().empty()) << store->check()[0];
    }
    write_all(file);
    const auto store = store::open_store(file, {});
    EXPECT_TRUE(store->check().empty());
    EXPECT_EQ(store->claims({}).size(), 3u * k_reports);
    EXPECT_EQ(store->events({}).size(), 3u * k_reports);
    EXPECT_TRUE(store->traces().pending().empty());
  }
}

}  // namespace
}  // namespace hearsay::tests
