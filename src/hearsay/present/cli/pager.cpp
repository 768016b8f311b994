// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/pager.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace hearsay::present {

namespace {

/// Whether the shell would find the program.
bool is_program(const std::string& name) {
  if (name.find('/') != std::string::npos) {
    return access(name.c_str(), X_OK) == 0;
  }
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    if (access((std::string(folder) + "/" + name).c_str(), X_OK) == 0) {
      return true;
    }
  }
  return false;
}

std::string first_word(const std::string& command) {
  const std::size_t begin = command.find_first_not_of(' ');
  return begin == std::string::npos ? "" : command.substr(begin, command.find(' ', begin) - begin);
}

[[noreturn]] void become(const std::string& command, int input) {
  dup2(input, STDIN_FILENO);
  close(input);
  std::signal(SIGPIPE, SIG_DFL);
  setenv("LESS", "FRX", 0);
  setenv("LV", "-c", 0);
  execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  _exit(127);
}

}  // namespace

std::string pager_command() {
  const char* set = std::getenv("PAGER");
  const std::string command = set == nullptr ? "less" : set;
  const std::string program = first_word(command);
  return program.empty() || command == "cat" || !is_program(program) ? "" : command;
}

Pager::Pager(const std::string& command) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) {
    return;
  }
  m_process = fork();
  if (m_process == 0) {
    ::close(ends[1]);
    become(command, ends[0]);
  }
  ::close(ends[0]);
  if (m_process < 0) {
    ::close(ends[1]);
    return;
  }
  m_pipe = ends[1];
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGQUIT, SIG_IGN);
}

bool Pager::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(m_pipe, text.data(), text.size());
    if (done < 0 && errno == EINTR) {
      continue;
    }
    if (done <= 0) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

void Pager::close() {
  if (m_pipe >= 0) {
    ::close(std::exchange(m_pipe, -1));
  }
  if (m_process > 0) {
    const int process = std::exchange(m_process, -1);
    while (waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGQUIT, SIG_DFL);
  }
}

}  // namespace hearsay::present
