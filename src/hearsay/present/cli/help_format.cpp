// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/display.hpp>
#include <hearsay/present/cli/help_format.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace hearsay::present {

namespace {

constexpr std::size_t k_width = 80;
constexpr std::size_t k_column = 22;  // of the descriptions

/// The word that stands for the value, without the choices that CLI11 puts behind it: "F" of "F:{table,jsonl}".
std::string value_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

/// "table, jsonl or csv" of "F:{table,jsonl,csv}"; "" where any value will do.
std::string choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find(":{");
  if (open == std::string::npos) {
    return "";
  }
  std::string choices;
  const std::string list = type.substr(open + 2, type.find('}', open) - open - 2);
  for (const char c : list) {
    choices += c == ',' ? std::string(", ") : std::string(1, c);
  }
  const std::size_t last = choices.rfind(", ");
  return last == std::string::npos ? choices : choices.replace(last, 2, " or ");
}

/// "-o, --output FILE"
std::string head_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) {
    names += (names.empty() ? "-" : ", -") + name;
  }
  for (const std::string& name : option.get_lnames()) {
    names += (names.empty() ? "--" : ", --") + name;
  }
  const std::string value = option.get_expected_max() == 0 ? "" : value_of(option);
  return names + (value.empty() ? "" : " " + value);
}

std::string description_of(const CLI::Option& option) {
  std::string text = option.get_description();
  if (const std::string choices = choices_of(option); !choices.empty() && text.find(choices) == std::string::npos) {
    text += ": " + choices;
  }
  const std::string preset = option.get_default_str();
  return text + (preset.empty() || preset == "\"\"" ? "" : " (default: " + preset + ")");
}

/// Head and description side by side, or below each other where the head is long.
std::string paragraph(const std::string& head, const std::string& text) {
  const WrapOptions beside{.width = k_width, .indent = 2, .hang = k_column - 2};
  if (head.size() + 4 <= k_column) {
    return labelled(head, text, beside) + "\n";
  }
  return "  " + head + "\n" + wrap(text, k_width, k_column) + "\n";
}

std::string positional_of(const CLI::Option& option) {
  return value_of(option) + (option.get_expected_max() > 1 && option.get_name() == "input" ? "..." : "");
}

std::string usage_of(const CLI::App& app, const std::vector<const CLI::Option*>& options) {
  std::string path;
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    path = at->get_name() + (path.empty() ? "" : " " + path);
  }
  std::string needed;
  std::string positionals;
  for (const CLI::Option* option : options) {
    if (option->get_positional()) {
      const std::string word = positional_of(*option);
      positionals += option->get_required() ? " " + word : " [" + word + "]";
    } else if (option->get_required()) {
      needed += " " + head_of(*option);
    }
  }
  const bool has_commands = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
  const bool needs_command = has_commands && app.get_require_subcommand_min() > 0;
  const std::string command = !has_commands ? "" : needs_command ? " COMMAND" : " [COMMAND]";
  return wrap("Usage: " + path + positionals + command + needed + " [OPTIONS]", {.width = k_width, .hang = 7}) + "\n";
}

std::string options_text(const std::vector<const CLI::Option*>& options, bool positional) {
  std::string out;
  for (const CLI::Option* option : options) {
    if (option->get_positional() == positional) {
      out += paragraph(positional ? positional_of(*option) : head_of(*option), description_of(*option));
    }
  }
  return out;
}

std::string section(const std::string& title, const std::string& text) {
  return text.empty() ? "" : "\n" + title + ":\n" + text;
}

}  // namespace

std::string HelpFormat::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
  const std::vector<const CLI::Option*> options =
      app->get_options([](const CLI::Option* option) { return !option->get_group().empty(); });
  std::string commands;
  for (const CLI::App* command : app->get_subcommands([](const CLI::App*) { return true; })) {
    commands += paragraph(command->get_name(), command->get_description());
  }
  const std::string footer = app->get_footer();
  return wrap(app->get_description(), k_width, 0) + "\n\n" + usage_of(*app, options) +
         section("Arguments", options_text(options, true)) + section("Commands", commands) +
         section("Options", options_text(options, false)) + (footer.empty() ? "" : "\n" + footer + "\n");
}

}  // namespace hearsay::present
