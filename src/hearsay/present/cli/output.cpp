// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/error.hpp>
#include <hearsay/present/cli/output.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace hearsay::present {

namespace {

constexpr std::size_t k_buffer_bytes = 1U << 16U;

[[noreturn]] void give_up() {
  if (errno == EPIPE) {
    throw ReaderLeft{};
  }
  throw Fatal(std::string("cannot write to standard output: ") + std::strerror(errno));
}

void write_all(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    give_up();
  }
}

}  // namespace

void Output::write(std::string_view text) {
  m_buffer += text;
  if (m_buffer.size() >= k_buffer_bytes) {
    flush();
  }
}

/// Lines longer than the screen is wide count as often as they are wide; bytes stand for columns.
bool Output::fills_screen() const {
  std::size_t rows = 0;
  std::string_view left = m_buffer;
  while (!left.empty() && rows < m_screen.rows) {
    const std::size_t length = std::min(left.find('\n'), left.size());
    rows += 1 + length / m_screen.width;
    left.remove_prefix(std::min(length + 1, left.size()));
  }
  return rows >= m_screen.rows;
}

void Output::flush() {
  if (m_screen.pages && fills_screen()) {
    m_screen.pages = false;  // decided
    if (const std::string command = pager_command(); !command.empty()) {
      m_pager = std::make_unique<Pager>(command);
    }
  }
  if (m_pager && m_pager->runs()) {
    if (!m_pager->write(m_buffer)) {
      m_pager->close();
      throw ReaderLeft{};
    }
  } else {
    write_all(m_buffer);
  }
  m_buffer.clear();
}

void Output::finish() {
  flush();
  if (m_pager) {
    m_pager->close();
  }
  if (std::fflush(stdout) != 0) {
    give_up();
  }
}

}  // namespace hearsay::present
