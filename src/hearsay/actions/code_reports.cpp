// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/code_reports.hpp>
#include <hearsay/analyse/conllu.hpp>
#include <hearsay/base/threads/parallel_for.hpp>
#include <hearsay/link/marked.hpp>
#include <hearsay/read/read.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <thread>

namespace hearsay::actions {

namespace {

// Enough reports to keep all threads busy, few enough to hold their products in memory until their turn to be printed.
constexpr std::size_t k_batch_reports = 256;
constexpr std::size_t k_batch_bytes = 32U << 20U;

struct Slot {
  RawReport raw;
  std::optional<CodedReport> coded;
  std::string failure;
  bool unwanted = false;
};

/// Reads inputs one after the other and gives their reports in batches.
class BatchReader {
 public:
  BatchReader(std::vector<std::string> files, CodeSummary& summary) : m_files(std::move(files)), m_summary(summary) {}

  std::vector<Slot> next() {
    std::vector<Slot> batch;
    std::size_t bytes = 0;
    while (m_file < m_files.size() && batch.size() < k_batch_reports && bytes < k_batch_bytes) {
      bytes += read_file(m_files[m_file++], batch);
    }
    return batch;
  }

  std::size_t files_read() const { return m_file; }

 private:
  std::size_t read_file(const std::string& file, std::vector<Slot>& batch) {
    const read::Limits limits;
    const Expected<std::string> bytes = load_input(file, limits.max_bytes);
    if (!bytes) {
      m_summary.skips.push_back({file, bytes.error().message});
      return 0;
    }
    read::Reports reports = read::parse_reports({file, *bytes}, limits);
    for (const read::Problem& problem : reports.problems) {
      m_summary.skips.push_back({problem.where.empty() ? file : file + ", " + problem.where, problem.message});
    }
    for (RawReport& report : reports.reports) {
      if (report.page.flattened > 0) {
        m_summary.repaired.push_back({file, fmt::format("{} element(s) of page '{}' nested too deep and were flattened",
                                                        report.page.flattened, report.id)});
      }
      batch.push_back({std::move(report), {}, {}, false});
    }
    return bytes->size();
  }

  std::vector<std::string> m_files;
  CodeSummary& m_summary;
  std::size_t m_file = 0;
};

CleanText clean_with_date(const RawReport& raw, const CodeRequest& request, const Workshop& workshop) {
  CleanText text = clean::clean_report(raw, workshop.clean());
  if (request.published && !text.published.range.exact()) {
    text.published = {{*request.published, *request.published}, DateBasis::given};
  }
  if (request.whole_text) {
    std::erase_if(text.marks, [](const Mark& mark) { return !is_read(mark.kind); });
  }
  return text;
}

void code_slot(Slot& slot, const CodeRequest& request, const Workshop& workshop) {
  try {
    CleanText text = clean_with_date(slot.raw, request, workshop);
    slot.raw = {};
    if (request.wanted && !request.wanted(text)) {
      slot.unwanted = true;
      return;
    }
    slot.coded = code_report(std::move(text), workshop);
  } catch (const Fatal&) {
    throw;
  } catch (const std::exception& error) {
    slot.failure = error.what();
  }
}

void hand_on(Slot& slot, CodeSummary& summary, const std::function<void(CodedReport&&)>& sink) {
  if (slot.unwanted) {
    ++summary.unwanted;
    return;
  }
  if (!slot.coded) {
    summary.skips.push_back({slot.raw.id, "could not be coded: " + slot.failure});
    return;
  }
  if (const CleanText& text = slot.coded->text; text.replaced > 0) {
    summary.repaired.push_back({text.source, fmt::format("{} ill-formed byte sequence(s) became U+FFFD in report '{}'",
                                                         text.replaced, text.id)});
  }
  ++summary.reports;
  sink(std::move(*slot.coded));
}

}  // namespace

CodedReport code_report(CleanText text, const Workshop& workshop) {
  CodedReport report;
  report.text = std::move(text);
  if (workshop.depth() >= Depth::parse) {
    report.analysis = analyse::analyse_text(report.text, workshop.models());
  }
  if (workshop.depth() >= Depth::mentions) {
    report.links = link::link_mentions(report.text, report.analysis, workshop.knowledge());
  }
  if (workshop.depth() == Depth::mentions) {
    report.marked = link::marked_mentions(report.text, report.analysis, report.links);
  }
  if (workshop.depth() >= Depth::quotes) {
    report.attributions = claims::find_attributions(report.text, report.analysis, report.links, workshop.cues());
  }
  if (workshop.depth() >= Depth::claims) {
    report.coded =
        claims::find_claims({report.text, report.analysis, report.links}, report.attributions, workshop.rules());
  }
  return report;
}

CodeSummary code_reports(const CodeRequest& request, const Workshop& workshop,
                         const std::function<void(CodedReport&&)>& sink) {
  CodeSummary summary;
  InputList inputs = list_inputs(request.inputs);
  summary.skips = std::move(inputs.skips);
  summary.other_files = inputs.other_files;
  const unsigned jobs = request.jobs != 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t file_count = inputs.files.size();
  BatchReader reader(std::move(inputs.files), summary);
  const auto stopped = [&] { return request.should_stop && request.should_stop(); };
  while (reader.files_read() < file_count && !stopped()) {
    std::vector<Slot> batch = reader.next();
    parallel_for(batch.size(), jobs, [&](std::size_t i) {
      if (!stopped()) {
        code_slot(batch[i], request, workshop);
      } else {
        batch[i].unwanted = true;
      }
    });
    for (Slot& slot : batch) {
      hand_on(slot, summary, sink);
    }
    if (request.progress != nullptr) {
      request.progress->update(reader.files_read(), file_count);
    }
  }
  summary.stopped = stopped();
  return summary;
}

CodeSummary parse_given_tokens(const CodeRequest& request, const Workshop& workshop,
                               const std::function<void(CodedReport&&)>& sink) {
  CodeSummary summary;
  InputList inputs = list_inputs(request.inputs);
  summary.skips = std::move(inputs.skips);
  for (const std::string& file : inputs.files) {
    const Expected<std::string> bytes = load_input(file, read::Limits{}.max_bytes);
    Expected<analyse::GivenTokens> given =
        bytes ? analyse::read_conllu(*bytes) : Expected<analyse::GivenTokens>(tl::unexpected(bytes.error()));
    if (!given) {
      summary.skips.push_back({file, given.error().message});
      continue;
    }
    CodedReport report;
    report.text.id = file;
    report.text.text = std::move(given->text);
    report.analysis = std::move(given->analysis);
    analyse::tag_and_parse(report.text.text, report.analysis, workshop.models());
    ++summary.reports;
    sink(std::move(report));
  }
  return summary;
}

}  // namespace hearsay::actions
