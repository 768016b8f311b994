// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/inputs.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace hearsay::actions {

namespace fs = std::filesystem;

namespace {

constexpr std::array k_endings = {".txt",  ".html", ".htm", ".xhtml", ".jsonl", ".ndjson",
                                  ".json", ".warc", ".xml", ".rss",   ".atom"};

bool has_known_ending(fs::path path) {
  if (path.extension() == ".gz" || path.extension() == ".zst") {
    path.replace_extension();
  }
  return std::find(k_endings.begin(), k_endings.end(), path.extension().string()) != k_endings.end();
}

void walk_folder(const std::string& folder, InputList& list) {
  std::error_code error;
  const std::size_t before = list.files.size();
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const bool hidden = walk->path().filename().string().starts_with('.');
    if (hidden && walk->is_directory()) {
      walk.disable_recursion_pending();
    }
    if (hidden || !walk->is_regular_file()) {
      continue;
    }
    if (has_known_ending(walk->path())) {
      list.files.push_back(walk->path().string());
    } else {
      ++list.other_files;
    }
  }
  if (error) {
    list.skips.push_back({folder, "cannot be walked: " + error.message()});
  } else if (list.files.size() == before) {
    list.skips.push_back(
        {folder, "folder holds no .txt, .html, .jsonl, .json, .warc or feed files (nor .gz, .zst of them)"});
  }
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File open_input(const std::string& file) {
  return file == "-" ? File(stdin, [](std::FILE*) { return 0; }) : File(std::fopen(file.c_str(), "rb"), std::fclose);
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& named) {
  InputList list;
  bool standard_input = false;
  for (const std::string& input : named) {
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (input == "-") {
      standard_input = true;
    } else if (!fs::exists(status)) {
      list.skips.push_back({input, "no such file or folder"});
    } else if (fs::is_directory(status)) {
      walk_folder(input, list);
    } else {
      list.files.push_back(input);
    }
  }
  std::sort(list.files.begin(), list.files.end());
  list.files.erase(std::unique(list.files.begin(), list.files.end()), list.files.end());
  if (standard_input) {
    list.files.emplace_back("-");
  }
  return list;
}

Expected<std::string> load_input(const std::string& file, std::uint64_t max_bytes) {
  const File in = open_input(file);
  if (!in) {
    return fail(ErrorKind::not_found, std::strerror(errno));
  }
  std::string bytes;
  std::error_code error;
  if (const auto size = fs::file_size(file, error); !error && size <= max_bytes) {
    bytes.reserve(size);
  }
  std::array<char, 1U << 16U> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
    if (bytes.size() + got > max_bytes) {
      return fail(ErrorKind::unsupported, fmt::format("larger than {} MB; split it", max_bytes >> 20U));
    }
    bytes.append(buffer.data(), got);
  }
  if (std::ferror(in.get()) != 0) {
    return fail(ErrorKind::bad_input, fmt::format("cannot be read: {}", std::strerror(errno)));
  }
  return bytes;
}

}  // namespace hearsay::actions
