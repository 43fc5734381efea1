// SPDX-License-Identifier: MIT
// `completion`: what a shell needs for its Tab key; the shell then asks `__complete`.
#include <array>
#include <memory>
#include <string_view>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/completing.hpp"
#include "cli/session.hpp"
#include "unicode.hpp"

namespace oneonone::completion_command {

/// Where several ids fit, bash shows what they are when it lists them, and inserts none of it.
/// Words with blanks, such as names of measures, it would insert bare.
constexpr std::string_view for_bash = R"(# bash completion for oneonone
_oneonone() {
  local word meaning quoted tab=$'\t'
  local -a words=() listed=()
  while IFS=$tab read -r word meaning; do
    quoted=$word
    [[ $word == *' '* ]] && printf -v quoted %q "$word"
    words+=("$quoted")
    listed+=("$word${meaning:+  ($meaning)}")
  done < <("$1" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  COMPREPLY=("${words[@]}")
  if [[ $COMP_TYPE == 63 && ${#words[@]} -gt 1 ]]; then COMPREPLY=("${listed[@]}"); fi
}
complete -o default -F _oneonone oneonone
)";

constexpr std::string_view for_zsh = R"(#compdef oneonone
# zsh completion for oneonone
_oneonone() {
  local word meaning
  local -a found
  while IFS=$'\t' read -r word meaning; do
    found+=("${word//:/\\:}:$meaning")
  done < <("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( $#found )); then
    _describe -V oneonone found -U
  else
    _files
  fi
}
if [[ $funcstack[1] == _oneonone ]]; then
  _oneonone "$@"
else
  compdef _oneonone oneonone
fi
)";

constexpr std::string_view for_fish = R"(# fish completion for oneonone
function __oneonone_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l found ($typed[1] __complete -- $typed[2..-1] 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c oneonone -f -k -a '(__oneonone_complete)'
)";

Outcome print_script(const std::string& shell) {
  std::string_view script;
  if (shell == "bash") script = for_bash;
  if (shell == "zsh") script = for_zsh;
  if (shell == "fish") script = for_fish;
  if (script.empty()) {
    throw Error(Status::usage, "'" + shell + "' is no shell that is known here", "",
                "bash, zsh or fish");
  }
  Outcome outcome;
  outcome.view.emplace_back(view::Text{std::string(script)});
  return outcome;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return unicode::visible(text);
}

Outcome complete(const std::vector<std::string>& words, Session& session) {
  std::string lines;
  for (const Candidate& one : candidates(session.system(), all_commands(), words)) {
    lines += one_line(one.word) + (one.meaning.empty() ? "" : '\t' + one_line(one.meaning)) + '\n';
  }
  Outcome outcome;
  if (!lines.empty()) outcome.view.emplace_back(view::Text{lines});
  return outcome;
}

Run declare_completion(Args& args) {
  auto shell = std::make_shared<std::string>();
  args.positional("SHELL", *shell, "bash, zsh or fish");
  args.example("completion bash", "for ~/.bashrc: source <(oneonone completion bash)");
  return [shell](Session&) { return print_script(*shell); };
}

Run declare_complete(Args& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.rest("WORD", *words, false, "what was typed, the last word as far as it is there");
  return [words](Session& session) { return complete(*words, session); };
}

constexpr std::array table{
    Command{"completion", "have the Tab key complete commands, names and ids", "setting up",
            declare_completion},
    Command{"__complete", "the words that may come next", "setting up", declare_complete, nullptr,
            true}};
extern constinit const Commands commands(table);

}  // namespace oneonone::completion_command
