// SPDX-License-Identifier: Apache-2.0
// The kinds of failure and how they travel: a value or an Error for one record, Fatal for the whole run.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <tl/expected.hpp>

namespace hearsay {

/// What went wrong with one record. `not_found` and `conflict` are questions that have no answer, not broken input.
enum class ErrorKind : std::uint8_t { bad_input, unsupported, not_found, conflict };

/// One failure: what, where, what to do, in one line without a full stop.
struct Error {
  ErrorKind kind = ErrorKind::bad_input;
  std::string message;
};

template <class T>
using Expected = tl::expected<T, Error>;

/// Shorthand for returning a failure from a function that returns Expected.
inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return tl::unexpected(Error{kind, std::move(message)});
}

/// The run cannot go on (pack missing, store of a newer version, disk full). Caught once, in main; exit status 3.
class Fatal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace hearsay
