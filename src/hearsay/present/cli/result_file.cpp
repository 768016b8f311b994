// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/error.hpp>
#include <hearsay/present/cli/result_file.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearsay::present {

ResultFile::ResultFile(std::string file) : m_file(std::move(file)) {
  if (m_file.empty() || m_file == "-") {
    return;
  }
  m_part = m_file + ".part" + std::to_string(getpid());
  m_handle = std::fopen(m_part.c_str(), "wb");
  if (m_handle == nullptr) {
    fail("open");
  }
}

ResultFile::~ResultFile() {
  if (m_handle != nullptr) {
    std::fclose(m_handle);
    std::remove(m_part.c_str());
  }
}

void ResultFile::fail(const char* doing) const {
  throw Fatal("cannot " + std::string(doing) + " " + m_file + ": " + std::strerror(errno));
}

void ResultFile::write(std::string_view text) {
  if (m_part.empty()) {
    m_output.write(text);
  } else if (std::fwrite(text.data(), 1, text.size(), m_handle) != text.size()) {
    fail("write");
  }
}

void ResultFile::finish() {
  if (m_part.empty()) {
    m_output.finish();
    return;
  }
  if (std::fflush(m_handle) != 0 || fsync(fileno(m_handle)) != 0) {
    fail("write");
  }
  if (std::fclose(std::exchange(m_handle, nullptr)) != 0 || std::rename(m_part.c_str(), m_file.c_str()) != 0) {
    const int why = errno;
    std::remove(m_part.c_str());
    errno = why;
    fail("write");
  }
}

}  // namespace hearsay::present
