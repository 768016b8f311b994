// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/base/threads/parallel_for.hpp>

#include <stdexcept>
#include <vector>

namespace hearsay {
namespace {

TEST(ParallelFor, DoesEachOnceWhateverTheThreads) {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> done(100);
    parallel_for(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done) {
      EXPECT_EQ(times, 1);
    }
  }
}

TEST(ParallelFor, ThrowsWhatACallThrew) {
  EXPECT_THROW(parallel_for(50, 4,
                            [](std::size_t i) {
                              if (i == 20) {
                                throw std::runtime_error("twenty");
                              }
                            }),
               std::runtime_error);
}

}  // namespace
}  // namespace hearsay
